import { expect, it } from 'vitest';
import type { ColumnMap } from '../src/extract/columns.js';
import type { PrintedCell } from '../src/extract/rows.js';
import { cellsByEntry } from '../src/extract/values.js';

const heads = (...to: (number | null)[]): ColumnMap => ({
  entries: to.map((column, i) => ({
    start: i + 1,
    end: i + 2,
    to: column,
    unit: '',
    headed: true,
    torn: false,
    by: 'label',
  })),
  matched: to.length,
  quality: to.length,
  irregular: false,
});
const cells = (start: number, ...texts: string[]) =>
  texts.map(
    (text, i): PrintedCell => ({
      text,
      place: { line: 1 },
      start: start + i,
      end: start + i + 1,
      own: true,
      blank: text === '',
      figure: /^\d+$/.test(text),
    }),
  );
const certain = (map: ColumnMap, row: readonly PrintedCell[]) => cellsByEntry(row, map, true).map((p) => p?.certain);

it('counts no words among the figures: the rest of a label stands in place of a figure', () => {
  expect(certain(heads(0, 1, 2), cells(3, '信息', '0', '29'))).toEqual([false, false, false]);
  expect(certain(heads(0, 1, 2), cells(3, '5', '0', '29'))).toEqual([true, true, true]);
});

it('reads a row with words where every cell stands under its head, or under the remarks', () => {
  expect(certain(heads(0, 1, 2), cells(1, '见附件', '0', '29'))).toEqual([true, true, true]);
  expect(certain(heads(0, 1, null), cells(3, '5', '0', '见附件'))).toEqual([true, true, true]);
});

it('reads no row whose figures stand beside the heads: a blank in front may be a figure', () => {
  const map = heads(0, 1, 2);
  expect(certain(map, cells(1, '', '2', '3', '备注'))).toEqual([false, false, false]);
  expect(certain(map, cells(1, '', '2', '3', '5'))).toEqual([false, false, false]);
});

it('gives a figure that stands over two columns to neither, whatever its digits look like', () => {
  for (const figure of ['12', '１２']) {
    const [merged, ...rest] = cells(1, figure, '0');
    const row = [{ ...(merged as PrintedCell), end: 3 }, ...rest.map((c) => ({ ...c, start: 3, end: 4 }))];
    expect(certain(heads(0, 1, 2), row)).toEqual([false, false, true]);
  }
});
