import { expect, it } from 'vitest';
import { withoutArcs } from '../src/read/pdf/arcs.js';
import type { Glyph } from '../src/read/pdf/marks.js';

/** Letters beside one another, each at its own angle. */
const glyphs = (...angles: readonly number[]): Glyph[] =>
  angles.map((angle, i) => ({
    ...{ text: String(i), x0: 10 + 6 * i, y0: 20, x1: 16 + 6 * i, y1: 30 },
    ...{ size: 10, angle, vertical: false, order: i },
  }));
const angles = (left: readonly Glyph[]) => left.map((g) => g.angle);

it('takes the level letters in the middle of an arc away', () => {
  expect(angles(withoutArcs(glyphs(25, 15, 5, -5, -15, -25)))).toEqual([25, 15, -15, -25]);
});

it('keeps what stands among slanted letters, or at the end of them', () => {
  for (const row of [
    [45, 0, 0, 45],
    [0, 15, 30],
    [0, 0],
  ])
    expect(angles(withoutArcs(glyphs(...row)))).toEqual(row);
});
