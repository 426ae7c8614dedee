import { expect, it } from 'vitest';
import { gridSource, type PrintedRow } from '../src/extract/rows.js';
import { swallowsFigure } from '../src/extract/swallowed.js';

/** Whether the label, the first of these texts, holds a figure of the row. */
const swallows = (...texts: string[]): boolean => {
  const cells = texts.map((text, column) => ({
    ...{ text, row: 0, column, rowSpan: 1, columnSpan: 1 },
    place: { page: 1, box: [0, 0, 0, 0] as const },
  }));
  return swallowsFigure(gridSource({ kind: 'grid', rows: [cells] }, 0).rows[0] as PrintedRow, 0);
};

it('a label over which a figure was printed makes its row uncertain', () => {
  expect(swallows('2.其他法律行政法规20禁1止公开', '', '4', '208')).toBe(true);
  expect(swallows('4.保护第三方合法权36益', '1', '8', '383')).toBe(true);
  expect(swallows('4.保护第三方合法权益', '', '8', '383')).toBe(false);
});

it('a figure beside its label, where another column is left empty, makes its row uncertain', () => {
  expect(swallows('仍不明确 6', '0', '9', '')).toBe(true);
  expect(swallows('（二）部分公开 1', '4', '8', '12')).toBe(false);
});

it('numbers that belong to a label are no figures', () => {
  expect(swallows('（三）不予公开\n1.属于国家秘密', '', '', '')).toBe(false);
  expect(swallows('2021年结转', '', '', '')).toBe(false);
  expect(swallows('保护权益（《条例》第15条，征求意见期限15个工作日）', '7', '', '7')).toBe(false);
  expect(swallows('第20条第1项', '', '', '')).toBe(false);
  expect(swallows('1属于国家秘密', '', '', '')).toBe(false);
});
