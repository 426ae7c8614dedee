import { expect, it } from 'vitest';
import { follows, isFirst, isNumbered } from '../src/read/pdf/signs.js';

it.each([
  ['1.属于国家秘密', '2.其他法律行政法规禁止公开'],
  ['１．属于国家秘密', '２．其他法律行政法规禁止公开'],
  ['（一）予以公开', '（二）部分公开'],
  ['一、本年新收', '二、上年结转'],
])('knows the numbers of rows: %s, %s', (first, second) => {
  expect([isNumbered(first), isFirst(first), follows(first, second), follows(second, first)]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(isFirst(second)).toBe(false);
});

it('takes no figure for the number of a row', () => {
  expect(['1.5', '１．５', '12', '１２'].filter(isNumbered)).toEqual([]);
});
