import { type Continuation, cellsOf, FORMS, shortLabel, TABLE_IDS, type TableId } from '../forms/index.js';
import type { Report } from '../model.js';
import { blankTotalIds, figureOf, lineLabel } from '../sums.js';
import { organKey } from './organ.js';
import type { RaisedAt, SetRule } from './set-rule.js';

type Index = ReadonlyMap<string, readonly Report[]>;
const keyOf = (organ: string, year: number): string => `${year} ${organKey(organ)}`;

function indexOf(reports: readonly Report[]): Index {
  const index = new Map<string, Report[]>();
  for (const report of reports) {
    if (report.year === null || report.organ === '') continue;
    const key = keyOf(report.organ, report.year);
    index.set(key, [...(index.get(key) ?? []), report]);
  }
  return index;
}

/**
 * The report of the same body for the year before. The very name is preferred to a variant of it; of two that fit alike
 * (a draft and its correction) neither is taken.
 */
function reportBefore(report: Report, index: Index): Report | undefined {
  if (report.year === null || report.organ === '') return undefined;
  const last = index.get(keyOf(report.organ, report.year - 1)) ?? [];
  const named = last.filter((r) => r.organ === report.organ);
  const fitting = named.length > 0 ? named : last;
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Sum of lines of a report at the other line of the cell; undefined where one was not read for certain. */
function sumOf(
  report: Report,
  table: TableId,
  { along }: Continuation,
  lines: readonly string[],
  at: string,
): { value: number; ids: string[] } | undefined {
  const reading = report.tables[table];
  const blank = blankTotalIds(reading);
  const ids = lines.map((line) => {
    const name = line.replace('-', '');
    return along === 'rows' ? `${table}.${name}.${at}` : `${table}.${at}.${name}`;
  });
  let value = 0;
  for (const [i, id] of ids.entries()) {
    const figure = figureOf(reading.cells[id]);
    if (figure === undefined || blank.has(id)) return undefined;
    value += figure * ((lines[i] as string).startsWith('-') ? -1 : 1);
  }
  return { value, ids };
}

function* checkPair(report: Report, before: Report, id: Continuation['id']): Iterable<RaisedAt> {
  for (const table of TABLE_IDS) {
    const reading = report.tables[table];
    const form = FORMS[reading.edition].tables[table];
    // Where the editions differ the equation has no two sides.
    const known = (continuation: Continuation) =>
      continuation.id === id && (continuation.along === 'rows' || before.tables[table].edition === reading.edition);
    for (const continuation of form.continuations.filter(known)) {
      const rows = continuation.along === 'rows';
      const cells = cellsOf(form).filter((c) => (rows ? c.row.id : c.column.id) === continuation.now);
      for (const { id: cell, row, column } of cells) {
        const at = rows ? column.id : row.id;
        const now = sumOf(report, table, continuation, [continuation.now], at);
        const last = sumOf(before, table, continuation, continuation.before, at);
        const during = sumOf(report, table, continuation, continuation.during, at);
        if (now === undefined || last === undefined || during === undefined) continue;
        const expected = last.value + during.value;
        if (now.value === expected) continue;
        const line = `${shortLabel(lineLabel(reading, 'row', row.id))} · ${lineLabel(reading, 'column', column.id)}`;
        const years = { year: report.year ?? 0, last: before.year ?? 0 };
        // The office may report for itself alone where its government counts every body.
        const other = isOffice(before) === isOffice(report) ? {} : { other: before.organ };
        yield {
          report,
          ...('other' in other ? { severity: 'note' as const } : {}),
          table,
          row: row.id,
          column: column.id,
          cells: [cell, ...during.ids],
          args: { line, printed: now.value, expected, ...years, ...other },
        };
      }
    }
  }
}

const isOffice = ({ organ }: Report): boolean => /(?:办公室|办公厅)$/.test(organ);

/** A rule that checks one continuation: the form declares it, this evaluates them all alike. */
export const yearsRule = (
  id: Continuation['id'],
  rule: Pick<SetRule, 'severity' | 'basis' | 'about' | 'falsePositives' | 'examples'>,
  words: string,
): SetRule => ({
  ...rule,
  id: `years/${id}`,
  *check(reports) {
    const index = indexOf(reports);
    for (const report of reports) {
      const before = reportBefore(report, index);
      if (before !== undefined) yield* checkPair(report, before, id);
    }
  },
  message: {
    en: ({ line, printed, expected, year, last, other }) =>
      `${line}: the report for ${year} prints ${printed}, ${words.replaceAll('LAST', String(last))} gives ${expected}${other === undefined ? '' : `. The year before was reported by ${other}, which may count other bodies`}`,
    zh: ({ line, printed, expected, year, last, other }) =>
      `${line}：${year} 年报告为 ${printed}，按 ${words.replaceAll('LAST', `${last} 年`)} 应为 ${expected}${other === undefined ? '' : `；上年由${other}报告，统计口径可能不同`}`,
  },
});
