import { TABLE_IDS } from '../forms/index.js';
import type { Finding, Report } from '../model.js';
import { lineLabel } from '../sums.js';
import { type DocumentRule, documentFinding } from './document.js';
import { organKey } from './organ.js';
import {
  type Difference,
  explain,
  figureOf,
  looksLikeMissingPart,
  near,
  type Part,
  wholePart,
} from './rollup-explain.js';
import { callRoll } from './rollup-names.js';

export type { Part } from './rollup-explain.js';

const BASIS = '汇总报告各项数据应等于所汇总各单位数据之和';

/** A cell of the summary that is not the sum of its parts. */
export const rollupCell: DocumentRule = {
  id: 'rollup/cell',
  severity: 'error',
  basis: BASIS,
  about: {
    en: 'A cell of the summary is not the sum of the cells of its parts.',
    zh: '汇总报告的单元格不等于各单位之和。',
  },
  falsePositives: {
    en: 'A summary may rightly take in bodies that publish no report of their own.',
    zh: '汇总可能包含不单独发布年报的单位。',
  },
  message: {
    en: ({ line, summary, sum, difference, part, printed, meant }) =>
      `${line}: the summary prints ${summary}, its parts come to ${sum} (difference ${difference})${meant === undefined ? '' : `; it would hold if ${part === '' ? 'the summary' : part} had ${meant} instead of ${printed}`}`,
    zh: ({ line, summary, sum, difference, part, printed, meant }) =>
      `${line}：汇总为 ${summary}，各单位之和为 ${sum}，相差 ${difference}${meant === undefined ? '' : `；若${part === '' ? '汇总报告' : part}由 ${printed} 改为 ${meant} 则相符`}`,
  },
};

/** A part that cannot be added, was added wrongly, or is missing. */
export const rollupPart: DocumentRule = {
  id: 'rollup/part',
  severity: 'warning',
  basis: BASIS,
  about: {
    en: 'A part is missing, not on the list, given twice, of another year, or left out of the summary.',
    zh: '所汇总的单位缺失、不在名单上、重复、年度不符，或未计入汇总。',
  },
  falsePositives: {
    en: 'Names of bodies change; a part under a new name is told as missing and as additional.',
    zh: '机关更名后，会同时被视为缺失和多出。',
  },
  message: {
    en: ({ part, reason, year }) =>
      ({
        year: `${part} reports for ${year}, another year than the summary; it is not added`,
        duplicate: `${part} is given twice; it is added once`,
        'left-out': `every difference is ${part}'s own figure: the summary seems to leave it out`,
        twice: `every difference is ${part}'s own figure: the summary seems to count it twice`,
        missing: 'the differences are themselves a consistent report: a part seems not to be given',
        'not-given': `${part} must be there and is not given`,
        'not-listed': `${part} is given and is not on the list of parts; it is added all the same`,
      })[String(reason)] ?? String(reason),
    zh: ({ part, reason, year }) =>
      ({
        year: `${part}为 ${year} 年报告，与汇总年度不同，未计入`,
        duplicate: `${part}重复给出，只计一次`,
        'left-out': `各项差额恰为${part}的数据：汇总似未计入该单位`,
        twice: `各项差额恰为${part}的数据：汇总似重复计入该单位`,
        missing: '各项差额自身构成一份勾稽平衡的报告：似有单位未给出',
        'not-given': `应有${part}，但未给出`,
        'not-listed': `${part}不在名单上，仍已计入`,
      })[String(reason)] ?? String(reason),
  },
};

/** Cells that could not be compared: something there was not read for certain. */
export const rollupUnread: DocumentRule = {
  id: 'rollup/unread',
  severity: 'note',
  basis: 'nianbao: never accuse on a bad reading',
  about: {
    en: 'Cells that were not compared, because a report does not print them or they could not be read.',
    zh: '未予比较的单元格：有报告未印出或无法读取。',
  },
  falsePositives: {
    en: 'None known: it says what was not compared.',
    zh: '未见；仅说明哪些单元格未予比较。',
  },
  message: {
    en: ({ count, parts }) => `${count} cells were not compared; not read for certain in: ${parts}`,
    zh: ({ count, parts }) => `${count} 个单元格未予比较；无法确切读取：${parts}`,
  },
};

/**
 * Compares a summary report with the sum of its parts, cell by cell.
 * @param listed names of the bodies that must be there; without a list a missing one is told but cannot be named
 * @returns findings about the summary, in the order of the form; a cell that any report leaves unread is not judged
 */
export function rollup(summary: Report, given: readonly Part[], listed: readonly string[] = []): Finding[] {
  const { parts, findings } = usable(summary, given);
  const roll = callRoll(listed, listed.length === 0 ? [] : given.map(({ name }) => name));
  for (const part of roll.missing) findings.push(documentFinding(rollupPart, { part, reason: 'not-given' }));
  for (const part of roll.unlisted) findings.push(documentFinding(rollupPart, { part, reason: 'not-listed' }));
  const compared: string[] = [];
  const differences: Difference[] = [];
  const unread = new Map<string, Set<string>>();
  for (const table of TABLE_IDS)
    for (const cell of Object.values(summary.tables[table].cells)) {
      const figures = parts.map((part) => ({ part, value: figureOf(part.report, cell.id) }));
      const whole = figureOf(summary, cell.id);
      const lost = figures.filter((f) => f.value === undefined).map((f) => f.part.name);
      if (whole === undefined || lost.length > 0) {
        unread.set(cell.id, new Set(whole === undefined ? [summary.organ, ...lost] : lost));
        continue;
      }
      compared.push(cell.id);
      const sum = Number(figures.reduce((total, f) => total + (f.value as number), 0).toFixed(6));
      if (!near(whole, sum)) differences.push({ table, cell, summary: whole, sum });
    }
  const one = differences.length === 0 ? undefined : wholePart(differences, compared, parts);
  if (one !== undefined) findings.push(documentFinding(rollupPart, { part: one.name, reason: one.cause }));
  else if (roll.missing.length === 0 && looksLikeMissingPart(differences, summary))
    findings.push(documentFinding(rollupPart, { part: '', reason: 'missing' }));
  const names = [...new Set([...unread.values()].flatMap((set) => [...set]))];
  return [
    ...differences.map((d) => cellFinding(d, summary, parts)),
    ...findings,
    ...(unread.size > 0 ? [documentFinding(rollupUnread, { count: unread.size, parts: names.join(', ') })] : []),
  ];
}

/** Parts of the summary's year, each once. */
function usable(summary: Report, given: readonly Part[]): { parts: Part[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const parts = given.filter(({ name, report }) => {
    const { organ, year } = report;
    if (summary.year !== null && year !== null && year !== summary.year) {
      findings.push(documentFinding(rollupPart, { part: name, reason: 'year', year }));
      return false;
    }
    // The office and its government may both be parts; only the same name twice is one too many.
    const key = organ === '' ? '' : `${organKey(organ)} ${/办公室$|办公厅$/.test(organ)}`;
    const twice = key !== '' && seen.has(key);
    seen.add(key);
    if (twice) findings.push(documentFinding(rollupPart, { part: name, reason: 'duplicate' }));
    return !twice;
  });
  return { parts, findings };
}

function cellFinding(difference: Difference, summary: Report, parts: readonly Part[]): Finding {
  const { table, cell, sum } = difference;
  const reading = summary.tables[table];
  const found = explain(difference, summary, parts);
  return {
    rule: rollupCell.id,
    severity: rollupCell.severity,
    table,
    row: cell.row,
    column: cell.column,
    cells: [cell.id],
    args: {
      line: `${lineLabel(reading, 'row', cell.row)} · ${lineLabel(reading, 'column', cell.column)}`,
      summary: difference.summary,
      sum,
      difference: Number((difference.summary - sum).toFixed(6)),
      ...(found === undefined
        ? {}
        : { part: found.name, printed: found.printed, meant: found.meant, cause: found.cause }),
    },
  };
}
