import type { TableId } from '../forms/index.js';
import { blankTotals, lineLabel } from '../sums.js';
import type { Rule } from './rule.js';

/**
 * A 总计 left blank though its addends are not all zero. A warning, not an error: the report misstates nothing, and
 * published reports leave whole 总计 columns blank. The sums that need the cell are not judged.
 */
const blankTotal = (table: TableId, examples: Rule['examples']): Rule => ({
  id: `${table}/blank-total`,
  severity: 'warning',
  basis: '国办公开办函〔2021〕30号：总计各栏均应填报',
  about: {
    en: 'A 总计 cell is blank though its addends are not all zero; sums that need it are not checked.',
    zh: '总计栏空白而各项不全为零；需要该格的勾稽关系不予核对。',
  },
  falsePositives: {
    en: 'Offices leave the whole 总计 column blank for every row: nothing is misstated, and each such row is a finding. Set the rule to note or off where that is accepted.',
    zh: '有的机关整列总计不填：数字本身无误，但每行都会提示。可接受时请将本规则设为 note 或 off。',
  },
  *check(report) {
    const reading = report.tables[table];
    for (const { sum, cell, addends } of blankTotals(reading)) {
      const args = {
        line: lineLabel(reading, 'row', sum.row),
        column: lineLabel(reading, 'column', sum.column),
        addends,
      };
      yield { table, row: sum.row, column: sum.column, cells: [cell.id, ...sum.left], args };
    }
  },
  message: {
    en: ({ line, column, addends }) => `${line} · ${column}: 总计 is blank; the addends come to ${addends}`,
    zh: ({ line, column, addends }) => `${line} · ${column}：总计空白，各项之和为 ${addends}`,
  },
  examples,
});

export const requestsBlankTotal = blankTotal('requests', [
  { edition: '2021', cells: { 'requests.new.total': '' }, raises: [] },
  { edition: '2021', cells: { 'requests.new.total': '', 'requests.new.natural_person': '4' }, raises: ['new/total'] },
  {
    edition: '2019',
    cells: { 'requests.total.business': '', 'requests.granted.business': '1' },
    raises: ['total/business'],
  },
]);

export const disputesBlankTotal = blankTotal('disputes', [
  { edition: '2021', cells: { 'disputes.review.total': '—' }, raises: [] },
  { edition: '2021', cells: { 'disputes.review.total': '', 'disputes.review.pending': '2' }, raises: ['review/total'] },
]);
