import { Chalk, type ChalkInstance } from 'chalk';
import { certify } from '../certify.js';
import { cellsOf, FORMS, type FormCell, shortLabel } from '../forms/index.js';
import { type Cell, type Finding, placeText, type Report } from '../model.js';
import { type Language, messageOf } from '../validate/index.js';
import { describeDoubts } from './certificate.js';
import { describeDiagnosis } from './diagnosis.js';
import { oneLine } from './one-line.js';
import { type Checked, type Summary, summarise } from './result.js';

const WORDS = {
  en: {
    valid: 'valid',
    invalid: 'NOT VALID',
    counts: (s: Summary) =>
      `${count(s.reports, 'report')} in ${count(s.files, 'file')}: ${count(s.errors, 'error')}, ${count(s.warnings, 'warning')}, ${count(s.notes, 'note')}, ${s.unreadable} unreadable; ${s.certified} of ${count(s.tables, 'table')} certified`,
    clean: 'every sum holds',
    silent: 'no findings',
  },
  zh: {
    valid: '合格',
    invalid: '不合格',
    counts: (s: Summary) =>
      `${s.files} 个文件 ${s.reports} 份年报：错误 ${s.errors}，警告 ${s.warnings}，提示 ${s.notes}，无法读取 ${s.unreadable}；${s.tables} 张表中核证 ${s.certified} 张`,
    clean: '勾稽关系全部成立',
    silent: '无问题',
  },
} as const;

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** Findings for people: each with the printed figures that it is about, and a verdict as the last line. */
export function renderText(checked: readonly Checked[], language: Language, colour: boolean): string {
  const chalk = new Chalk(colour ? {} : { level: 0 });
  const words = WORDS[language];
  const lines = checked.flatMap(({ file, report, findings }) => {
    // A file without a report is one line: its name, what is wrong, what to do.
    if (report === null)
      return findings.map(
        (f) => `${chalk.red('✗')} ${chalk.bold(oneLine(file))}: ${messageOf(f, language)}  ${chalk.dim(f.rule)}`,
      );
    const who = [report.organ, report.year].filter(Boolean).join(' ');
    const head = `${chalk.bold(oneLine(file))}${who === '' ? '' : ` · ${who}`}`;
    const doubts = describeDoubts(report, language).map((line) => `  ${chalk.dim(`○ ${line}`)}`);
    if (findings.length === 0)
      return [`${head} · ${chalk.green(everySumHolds(report) ? words.clean : words.silent)}`, ...doubts, ''];
    const found = findings.flatMap((finding) => describe(finding, report, language, chalk));
    return [head, ...found, ...suggestions(report, findings, language, chalk), ...doubts, ''];
  });
  return `${[...lines, verdictOf(checked, language, chalk)].join('\n')}\n`;
}

/** A rule that is off and a baseline take away findings, and no broken sum. */
const everySumHolds = (report: Report): boolean =>
  !certify(report).uncertified.some(({ code }) => ['not-found', 'unjudged-sum', 'broken-sum'].includes(code));

/** The last line: valid or not, and the counts. */
export function verdictOf(checked: readonly Checked[], language: Language, chalk = new Chalk({ level: 0 })): string {
  const words = WORDS[language];
  const summary = summarise(checked);
  const verdict = summary.valid ? chalk.green.bold(words.valid) : chalk.red.bold(words.invalid);
  return `${verdict} · ${words.counts(summary)}`;
}

function describe(finding: Finding, report: Report, language: Language, chalk: ChalkInstance): string[] {
  const { severity, rule } = finding;
  const mark = { error: chalk.red('✗'), warning: chalk.yellow('!'), note: chalk.blue('·') }[severity];
  const first = `  ${mark} ${messageOf(finding, language)}  ${chalk.dim(rule)}`;
  return [first, ...figures(finding, report).map((line) => `      ${chalk.dim(line)}`)];
}

/** What would explain the broken sums: a heading, then one way a line. */
const suggestions = (
  report: Report,
  findings: readonly Finding[],
  language: Language,
  chalk: ChalkInstance,
): string[] =>
  describeDiagnosis(report, findings, language).flatMap(({ heading, ways }) => [
    `  ${chalk.cyan('→')} ${heading}`,
    ...ways.map((way) => `      ${way}`),
  ]);

/** The printed figures of a finding, label by label, those that are neither zero nor blank. */
function figures(finding: Finding, report: Report): string[] {
  if (finding.table === '' || finding.args.left === undefined) return placesOf(finding, report);
  const { edition, cells } = report.tables[finding.table];
  const form = new Map(cellsOf(FORMS[edition].tables[finding.table]).map((c) => [c.id, c]));
  const across = finding.rule.endsWith('/row-total');
  const label = ({ row, column }: FormCell) => (across ? column.label : shortLabel(row.label));
  const addends = Number(finding.args.addends);
  const side = (ids: readonly string[], whole: boolean) =>
    ids
      .map((id) => ({ cell: cells[id] as Cell, form: form.get(id) as FormCell }))
      .filter(({ cell }) => whole || (cell.value ?? 0) !== 0)
      .map(({ cell, form }) => `${label(form)} ${cell.printed.trim().replace(/\s+/g, ' ') || '（空白）'}`)
      .join(' + ');
  const left = side(finding.cells.slice(0, addends), addends <= 2) || '0';
  const right = side(finding.cells.slice(addends), true);
  // One figure is no sum: 总计 106, and not 总计 106 = 106.
  const equal = (text: string, value: unknown) => (text.includes(' + ') ? `${text} = ${value}` : text);
  return [equal(left, finding.args.left), equal(right, finding.args.right), ...placesOf(finding, report)];
}

/** Where the finding's cells are printed: first and last, since they stand in one row or column. */
function placesOf(finding: Finding, report: Report): string[] {
  if (finding.table === '') return [];
  const { cells } = report.tables[finding.table];
  const printed = Object.keys(cells).filter((id) => finding.cells.includes(id));
  const places = printed.map((id) => placeText(cells[id]?.place ?? null)).filter((text) => text !== '');
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined) return [];
  return [first === last ? `@ ${first}` : `@ ${first} … ${last}`];
}
