import type { Finding, Severity } from '../model.js';
import { type Language, messageOf, SEVERITIES } from '../validate/index.js';
import { lineOf, placesText, whoOf } from './address.js';
import { hintOf } from './diagnosis.js';
import type { Render } from './options.js';
import type { Checked } from './result.js';
import { verdictOf } from './text.js';

/** GitHub shows this many annotations of a kind for a step and drops the rest without a word. */
const SHOWN = 10;

const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

const MORE: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  en: { error: 'more errors', warning: 'more warnings', note: 'more notes' },
  zh: { error: '个错误未列出', warning: '个警告未列出', note: '个提示未列出' },
};

interface Located {
  readonly entry: Checked;
  /** One of the entry's. */
  readonly finding: Finding;
}

/**
 * Workflow commands, which GitHub Actions turns into annotations on the files. The worst of each kind are shown and
 * the others counted in a plain line of the log, which no cap hides.
 */
export const renderGithub: Render = (checked, { language }) => {
  const lines = [...SEVERITIES].reverse().flatMap((severity) => {
    const all = located(checked).filter(({ finding }) => finding.severity === severity);
    const left = all.length - SHOWN;
    return [
      ...worstFirst(all)
        .slice(0, SHOWN)
        .map((each) => annotation(each, language)),
      ...(left > 0 ? [`… ${left} ${MORE[language][severity]}`] : []),
    ];
  });
  return `${[...lines, verdictOf(checked, language)].join('\n')}\n`;
};

const located = (checked: readonly Checked[]): Located[] =>
  checked.flatMap((entry) => entry.findings.map((finding) => ({ entry, finding })));

/** Files that could not be read first, then the sums that are out by most; else in the order found. */
const worstFirst = (all: readonly Located[]): Located[] => all.toSorted((a, b) => weight(b) - weight(a));

const weight = ({ entry, finding }: Located): number =>
  entry.index === 0 ? Number.MAX_SAFE_INTEGER : Math.abs(Number(finding.args.difference ?? 0));

function annotation({ entry, finding }: Located, language: Language): string {
  const { file, report, findings } = entry;
  const line = lineOf(finding, report);
  const properties: Record<string, string | number> = {
    ...(file === '-' ? {} : { file: file.replaceAll('\\', '/').replace(/^\.\//, '') }),
    ...(line === undefined ? {} : { line }),
    title: [finding.rule, whoOf(report)].filter(Boolean).join(' · '),
  };
  // A page has no lines to point at: its cells are named in the message.
  const place = line === undefined ? placesText(finding, report) : '';
  const hint = hintOf(finding, report, findings, language);
  const message = messageOf(finding, language) + hint + (place === '' ? '' : ` @ ${place}`);
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMAND[finding.severity]} ${list.join(',')}::${escapeData(message)}`;
}

/** Control characters other than line breaks are nothing that a log should carry out. */
const escapeData = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F]/g, ' ')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
