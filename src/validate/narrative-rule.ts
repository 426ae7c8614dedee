import { cellsOf, FORMS, type FormCell, type Line, shortLabel } from '../forms/index.js';
import type { Finding, Report } from '../model.js';
import { lineLabel } from '../sums.js';
import { conflictsOf } from './narrative/judge.js';
import type { NarrativeRule } from './narrative/topics.js';
import type { Raised, Rule } from './rule.js';

/** The address of a finding about several cells: the row and the column that they share, else nothing. */
export function sharedAddress(cells: readonly string[]): Pick<Finding, 'table' | 'row' | 'column'> {
  const parts = cells.map((id) => {
    const [table = '', ...rest] = id.split('.');
    return { table, row: rest.slice(0, -1).join('.'), column: rest.at(-1) ?? '' };
  });
  const [first] = parts;
  if (first === undefined) return { table: '', row: '', column: '' };
  const same = (key: 'row' | 'column') => (parts.every((p) => p[key] === first[key]) ? first[key] : '');
  return { table: first.table as Finding['table'], row: same('row'), column: same('column') };
}

/** A sentence longer than this is quoted from a little before its figure to a little behind it. */
const LONGEST_QUOTE = 90;

/** The part of a sentence that a message quotes. */
export function quoted(sentence: string | number | undefined, figure: string | number | undefined): string {
  const text = String(sentence ?? '');
  if (text.length <= LONGEST_QUOTE) return text;
  const at = Math.max(0, text.indexOf(String(figure)));
  const [from, to] = [Math.max(0, at - LONGEST_QUOTE / 2), Math.min(text.length, at + LONGEST_QUOTE / 2)];
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

/** Labels of cells for a message, joined as the sum that they are; a whole group by its own. */
export function labelsOf(cells: readonly string[], report: Report): string {
  const group = groupOf(cells, report);
  if (group !== undefined) return group;
  const shown = cells.map((id) => {
    const { table, row, column } = sharedAddress([id]);
    if (table === '') return id;
    const reading = report.tables[table];
    const across = lineLabel(reading, 'column', column);
    const down = shortLabel(lineLabel(reading, 'row', row));
    return across === '总计' && table === 'requests' ? down : `${down} · ${across}`;
  });
  return shown.length > 3 ? `${shown[0]} + … + ${shown.at(-1)}` : shown.join(' + ');
}

/** （三）不予公开, 法人或其他组织: where the cells are all rows, or all columns, of a group. */
function groupOf(cells: readonly string[], report: Report): string | undefined {
  const { table, row, column } = sharedAddress(cells);
  if (table === '' || cells.length < 2) return undefined;
  const all = cellsOf(FORMS[report.tables[table].edition].tables[table]);
  const lineOf = (cell: FormCell): Line => (row === '' ? cell.row : cell.column);
  const first = all.find(({ id }) => id === cells[0]);
  const group = first === undefined ? undefined : lineOf(first).path.at(-1);
  const beside = all.filter((cell) => (row === '' ? cell.column.id === column : cell.row.id === row));
  const whole = beside.filter((cell) => group !== undefined && lineOf(cell).path.at(-1) === group);
  if (whole.length !== cells.length || !whole.every(({ id }) => cells.includes(id))) return undefined;
  return row === '' ? group : `${shortLabel(lineLabel(report.tables[table], 'row', row))} · ${group}`;
}

/** When a sentence and the table differ and neither is wrong; a rule may have its own. */
const FALSE_POSITIVES: Rule['falsePositives'] = {
  en: 'The text may count another body or another population than the table (the office itself against the whole district, requests of another channel), or round; the finding says only that the two differ.',
  zh: '文字所述可能是另一机关或另一范围（如本级与全区、某一渠道），或经四舍五入；只说明两者不一致。',
};

/**
 * A rule over one kind of figures that the narrative restates. All share the reader in narrative/: a sentence counts
 * only when every word of its clause is understood, and agreement with anything it may mean is silence.
 */
export const narrativeRule = (
  kind: NarrativeRule,
  rule: Pick<Rule, 'id' | 'basis' | 'about' | 'examples'> & Partial<Pick<Rule, 'falsePositives'>>,
): Rule => ({
  falsePositives: FALSE_POSITIVES,
  ...rule,
  severity: 'warning',
  *check(report) {
    for (const { statement, cells, printed, stated, severity, blank } of conflictsOf(report)) {
      if (statement.topics[0]?.rule !== kind) continue;
      yield {
        ...sharedAddress(cells),
        severity,
        cells,
        args: {
          sentence: statement.sentence.printed,
          stated: statement.figure.printed,
          printed,
          would_be: stated,
          label: labelsOf(cells, report),
          scope: statement.scope,
          ...(blank ? { blank: 1 } : {}),
        },
      } satisfies Raised;
    }
  },
  message: {
    en: ({ sentence, stated, printed, label, scope, blank }) =>
      `${label}: the text states ${stated}, the table ${blank ? `is blank, its addends come to ${printed}` : `prints ${printed}`} (“${quoted(sentence, stated)}”)${scope === 'own' ? '' : '. The sentence may count another body or population than the table'}`,
    zh: ({ sentence, stated, printed, label, scope, blank }) =>
      `${label}：文字写 ${stated}，${blank ? `表中空白，各项之和为 ${printed}` : `表中为 ${printed}`}（「${quoted(sentence, stated)}」）${scope === 'own' ? '' : '；两处统计口径可能不同'}`,
  },
});
