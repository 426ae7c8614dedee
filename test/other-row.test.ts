import { expect, it } from 'vitest';
import { isOtherRow } from '../src/extract/other-row.js';
import { gridSource } from '../src/extract/sources.js';
import { FORMS } from '../src/forms/index.js';

const form = FORMS['2019'].tables.requests;
const line = form.blocks[0]?.rows.find((row) => row.id === 'other');
/** The row 其他处理 of the older form, found by the first of these texts. */
const isOther = (...texts: string[]) => {
  const cells = texts.map((text, column) => ({
    ...{ text, row: 0, column, rowSpan: 1, columnSpan: 1 },
    place: { page: 1, box: [0, 0, 0, 0] as const },
  }));
  const source = gridSource({ kind: 'grid', rows: [cells] }, 0);
  const own = { line, block: form.blocks[0], from: 0, row: 0, label: 0, likeness: 1, by: 'label', certain: true };
  return isOtherRow(source, form, own as unknown as Parameters<typeof isOtherRow>[2]);
};

it('a row of the newer form is not the row of the older that became its group', () => {
  const reason = '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请';
  expect(isOther('（六）其他处理', reason, '123', '0')).toBe(true);
  expect(isOther('（六）其他处理', '123', '0')).toBe(false);
  expect(isOther('（六）其他处理', '', '123', '0')).toBe(false);
  expect(isOther('（六）其他处理', '含上年结转', '123', '0')).toBe(false);
});
