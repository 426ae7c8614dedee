import { type Finding, placeText, type Severity } from '../model.js';
import { ALL_RULES, fingerprintOf, identityOf, type Language, messageOf, rank } from '../validate/index.js';
import { labelsOf, lineOf, placesOf, placesText } from './address.js';
import { hintOf } from './diagnosis.js';
import type { Render } from './options.js';
import type { Checked } from './result.js';

/** What GitHub shows of a run; the rest would be dropped there, worst or not. */
const SHOWN = 5000;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'note' };

const LEFT_OUT: Readonly<Record<Language, (n: number) => string>> = {
  en: (n) => `${n} milder findings are left out: ${SHOWN} results are shown.`,
  zh: (n) => `另有 ${n} 项较轻的问题未列出（最多列出 ${SHOWN} 项）。`,
};

/**
 * SARIF 2.1.0: one run, results grouped by severity (errors first) and then by file, so that what a viewer cuts off is
 * the mildest. A line of a text file is a region; a cell of a page has no line: it is named in the message, and as a
 * logical location by its id in the form.
 */
export const renderSarif: Render = (checked, { language, version }) => {
  const all = checked
    .flatMap((entry) => entry.findings.map((finding) => ({ entry, finding })))
    .sort((a, b) => rank(b.finding.severity) - rank(a.finding.severity));
  const left = all.length - SHOWN;
  const run = {
    tool: { driver: { name: 'nianbao', version, rules: ALL_RULES.map((rule) => describe(rule, language)) } },
    language: language === 'zh' ? 'zh-CN' : 'en-US',
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: left > 0 ? [{ level: 'warning', message: { text: LEFT_OUT[language](left) } }] : [],
      },
    ],
    results: all.slice(0, SHOWN).map((each) => result(each, language)),
  };
  const log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const describe = (rule: (typeof ALL_RULES)[number], language: Language) => {
  const { id, severity, basis, about, falsePositives } = rule;
  const more = falsePositives === undefined ? [] : [falsePositives[language]];
  return {
    id,
    shortDescription: { text: about[language] },
    fullDescription: { text: `${about[language]} ${basis}` },
    help: { text: [about[language], basis, ...more].join('\n\n') },
    defaultConfiguration: { level: LEVEL[severity] },
  };
};

interface Located {
  readonly entry: Checked;
  /** One of the entry's. */
  readonly finding: Finding;
}

function result({ entry, finding }: Located, language: Language) {
  const { file, report, findings } = entry;
  const line = lineOf(finding, report);
  const place = placesText(finding, report);
  const fingerprint = fingerprintOf(finding, report, file);
  const ruleIndex = ALL_RULES.findIndex(({ id }) => id === finding.rule);
  const places = new Map(placesOf(finding, report).map(({ cell, place }) => [cell, placeText(place)]));
  const logical = finding.cells.map((cell) => ({
    fullyQualifiedName: cell,
    kind: 'cell',
    ...(places.has(cell) ? { properties: { place: places.get(cell) } } : {}),
  }));
  return {
    ruleId: finding.rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVEL[finding.severity],
    message: {
      text:
        messageOf(finding, language) +
        hintOf(finding, report, findings, language) +
        (place === '' ? '' : ` @ ${place}`),
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          ...(line === undefined ? {} : { region: { startLine: line } }),
        },
        ...(logical.length > 0 ? { logicalLocations: logical } : {}),
      },
    ],
    // GitHub follows an alert from run to run by primaryLocationLineHash alone, and can compute none for a page.
    partialFingerprints: { 'nianbao/v1': fingerprint, primaryLocationLineHash: `${fingerprint}:1` },
    properties: { report: identityOf(report, file), labels: labelsOf(finding, report) },
  };
}

/** A file's name as a URI: relative as it was given, so that viewers find it in the repository. */
export function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  const path = file
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}${uri.slice(uri.indexOf('/'))}`;
  return path.startsWith('/') ? `file://${uri}` : uri;
}
