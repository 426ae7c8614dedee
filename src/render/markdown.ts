import { type Language, messageOf } from '../validate/index.js';
import { placesText, whoOf } from './address.js';
import { hintOf } from './diagnosis.js';
import type { Render } from './options.js';
import { verdictOf } from './text.js';

/** A job summary holds 1 MiB and a reader holds less. */
const SHOWN = 1000;

const WORDS = {
  en: {
    head: ['', 'Finding', 'Rule', 'Place'],
    severity: { error: '❌ error', warning: '⚠️ warning', note: 'ℹ️ note' },
    clean: 'No findings:',
    more: (n: number) => `… and ${n} more findings.`,
  },
  zh: {
    head: ['', '问题', '规则', '位置'],
    severity: { error: '❌ 错误', warning: '⚠️ 警告', note: 'ℹ️ 提示' },
    clean: '无问题：',
    more: (n: number) => `…… 另有 ${n} 项未列出。`,
  },
} as const;

/** Findings as Markdown for job summaries and comments: the verdict first, then a table a report with findings. */
export const renderMarkdown: Render = (checked, { language }) => {
  const words = WORDS[language];
  const clean = checked.filter(({ index, findings }) => index > 0 && findings.length === 0);
  let left = SHOWN;
  const parts: string[] = [`## ${escapeMarkdown(verdictOf(checked, language))}`];
  for (const entry of checked) {
    const shown = entry.findings.slice(0, left);
    left -= shown.length;
    if (shown.length === 0) continue;
    const { file, report, findings } = entry;
    const rows = shown.map((f) =>
      row([
        words.severity[f.severity],
        escapeMarkdown(messageOf(f, language) + hintOf(f, report, findings, language)),
        `\`${f.rule}\``,
        escapeMarkdown(placesText(f, report)),
      ]),
    );
    parts.push(`### ${heading(file, whoOf(report))}`, [row(words.head), '|---|---|---|---|', ...rows].join('\n'));
  }
  const all = checked.reduce((sum, { findings }) => sum + findings.length, 0);
  if (all > SHOWN) parts.push(words.more(all - SHOWN));
  if (clean.length > 0)
    parts.push(
      cleanList(
        clean.map(({ file, report }) => heading(file, whoOf(report))),
        language,
      ),
    );
  return `${parts.join('\n\n')}\n`;
};

/** Folded away: nobody needs to read the good ones, but they must be there to be counted. */
const cleanList = (names: readonly string[], language: Language): string =>
  `<details><summary>${WORDS[language].clean} ${names.length}</summary>\n\n${names
    .slice(0, SHOWN)
    .map((name) => `- ${name}`)
    .join('\n')}\n\n</details>`;

const heading = (file: string, who: string): string => escapeMarkdown(who === '' ? file : `${file} · ${who}`);

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Text that means nothing to Markdown or HTML, on one line: printed text comes from strangers' pages. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]|~#@!]/g, '\\$&');
