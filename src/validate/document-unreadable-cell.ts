import { FORMS, TABLE_IDS } from '../forms/index.js';
import { type Cell, PICTURE } from '../model.js';
import { lineLabel, unjudged } from '../sums.js';
import type { Rule } from './rule.js';

/** Cells in which something stands that could not be read for certain: a finding about our reading, not about the agency. */
export const documentUnreadableCell: Rule = {
  id: 'document/unreadable-cell',
  severity: 'error',
  basis: 'nianbao: a figure is right, or it is flagged',
  about: {
    en: 'Something is printed in these cells that could not be read for certain. Look at the report.',
    zh: '这些单元格印有内容而无法确切读取，请核对原文。',
  },
  falsePositives: {
    en: 'The report may be right: the finding is about our reading. Two numbers in one cell, a percentage, or an amount in a unit that the form does not use are not guessed. A table that was not found is told so where a picture or an object stands in its section.',
    zh: '报告本身可能无误：本项说明的是读取情况。一格两数、百分数、非格式单位的金额均不作猜测。某表未找到而其章节中有图片或嵌入对象时，按无法读取处理。',
  },
  *check(report) {
    for (const table of TABLE_IDS) {
      const reading = report.tables[table];
      const all = Object.values(reading.cells);
      // Of a table that may stand in one picture, one finding says all.
      const whole = all.every((c) => c.state === 'unreadable' && c.printed === PICTURE && c.place === all[0]?.place);
      const rows = whole ? new Map([['', all]]) : byRow(all.filter((c) => c.state === 'unreadable'));
      for (const [row, cells] of rows) {
        yield {
          table,
          row,
          column: cells.length === 1 ? (cells[0] as Cell).column : '',
          cells: cells.map((c) => c.id),
          args: {
            line: whole ? FORMS[reading.edition].tables[table].title : lineLabel(reading, 'row', row),
            count: cells.length,
            printed: (cells[0] as Cell).printed,
            unjudged: unjudged(reading),
          },
        };
      }
    }
  },
  message: {
    en: ({ line, count, printed }) =>
      `${line}: ${count === 1 ? 'a cell' : `${count} cells`} could not be read for certain (${printed === PICTURE ? 'a picture or an object stands there' : `printed: “${printed}”`})`,
    zh: ({ line, count, printed }) =>
      `${line}：${count} 个单元格无法确切读取（${printed === PICTURE ? '此处为图片或嵌入对象' : `印为「${printed}」`}）`,
  },
  examples: [
    { edition: '2021', cells: {}, raises: [] },
    { edition: '2021', cells: { 'requests.new.other': '?' }, raises: ['new/other'] },
  ],
};

function byRow(cells: readonly Cell[]): Map<string, Cell[]> {
  const rows = new Map<string, Cell[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return rows;
}
