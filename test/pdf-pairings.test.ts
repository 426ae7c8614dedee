import { expect, it } from 'vitest';
import { headsOfSpans } from '../src/read/pdf/unruled/pairings.js';

const head = (x0: number, x1: number, y0 = 0) => ({ x0, x1, y0, y1: y0 + 10 });

it('figures are paired with the heads over them, those of blank columns left out', () => {
  const heads = [head(0, 30), head(50, 80), head(100, 130)];
  expect(
    headsOfSpans(
      heads,
      [
        { from: 10, to: 20 },
        { from: 110, to: 120 },
      ],
      false,
    ),
  ).toEqual([0, 2]);
});

it('figures between two heads, which may be set to the left or to the right in their cells, are not paired', () => {
  expect(headsOfSpans([head(0, 30), head(60, 90)], [{ from: 40, to: 50 }], false)).toBeUndefined();
});

it('figures as far left of the middle of each head are set to the left in columns of one width', () => {
  // The fifth of seven is blank, or the sixth: the figures stand between their heads.
  const heads = [0, 40, 80, 120, 160, 206, 246].map((x) => head(x, x + (x > 200 ? 18 : 30)));
  const spans = [-4, 36, 76, 116, 196, 236].map((from) => ({ from, to: from + 8 }));
  expect(headsOfSpans(heads, spans, false)).toEqual([0, 1, 2, 3, 5, 6]);
  // Two show nothing.
  expect(
    headsOfSpans([head(0, 30), head(60, 90), head(105, 125)], spans.slice(0, 1).concat({ from: 96, to: 104 }), false),
  ).toBeUndefined();
});

it('tables of very many columns without an answer are given up at once', () => {
  // Every other column is blank, and the last figures stand left of all that is left for them.
  const heads = Array.from({ length: 200 }, (_, i) => head(i * 20, i * 20 + 8));
  const spans = Array.from({ length: 99 }, (_, i) => ({ from: i * 40 + 30, to: i * 40 + 38 }));
  expect(headsOfSpans(heads, [...spans, { from: 5000, to: 5010 }, { from: 3900, to: 3901 }], false)).toBeUndefined();
});
