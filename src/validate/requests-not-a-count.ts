import { cellsOf, FORMS, TABLE_IDS } from '../forms/index.js';
import { lineLabel } from '../sums.js';
import type { Rule } from './rule.js';

/**
 * Requests, cases, documents and decisions are counted: whole and not negative. Amounts and 本年增/减 have decimals and
 * signs by design. Known false positives: none seen.
 */
export const requestsNotACount: Rule = {
  id: 'requests/not-a-count',
  severity: 'error',
  basis: '国办公开办函〔2021〕30号：申请、复议、诉讼数量均为件数',
  about: {
    en: 'A fraction or a negative figure is printed where the form counts.',
    zh: '件数栏印有小数或负数。',
  },
  falsePositives: {
    en: 'A half request is never right, but a typing slip of a separator (1.234 for 1,234) is printed as a fraction and reported as printed.',
    zh: '件数不会是小数；但千分位误印成小数点（1.234）会照原文报出。',
  },
  *check(report) {
    for (const id of TABLE_IDS) {
      const table = report.tables[id];
      for (const { id: cellId, row, column } of cellsOf(FORMS[table.edition].tables[id])) {
        const cell = table.cells[cellId];
        if (column.measure.kind !== 'count' || row.measure.kind !== 'count') continue;
        if (cell?.value == null || (Number.isInteger(cell.value) && cell.value >= 0)) continue;
        yield {
          table: id,
          // There a sign may stand in the column beside 本年增/减, where it belongs.
          ...(id === 'proactive' ? { severity: 'warning' as const } : {}),
          row: row.id,
          column: column.id,
          cells: [cellId],
          args: { line: lineLabel(table, 'row', row.id), column: column.label, printed: cell.printed.trim() },
        };
      }
    }
  },
  message: {
    en: ({ line, column, printed }) => `${line} · ${column}: “${printed}” is not a count`,
    zh: ({ line, column, printed }) => `${line} · ${column}：「${printed}」不是件数`,
  },
  examples: [
    { edition: '2021', cells: { 'requests.new.natural_person': '3' }, raises: [] },
    { edition: '2021', cells: { 'proactive.fees.amount': '12.5' }, raises: [] },
    { edition: '2021', cells: { 'requests.new.natural_person': '-3' }, raises: ['new/natural_person'] },
    { edition: '2019', cells: { 'disputes.review.total': '1.5' }, raises: ['review/total'] },
    {
      edition: '2019',
      cells: { 'proactive.licensing.items_change': '-3', 'proactive.licensing.decisions': '-12' },
      raises: ['licensing/decisions'],
    },
  ],
};
