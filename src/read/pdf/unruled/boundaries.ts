import { beginsRow } from '../form-names.js';
import { around, centreY } from '../marks.js';
import { UNIT } from '../signs.js';
import type { NumberedLabel } from './numbered-labels.js';
import type { Piece } from './pieces.js';
import type { Row } from './rows.js';

/** A row's height, and from where to where its figures reach. */
interface Extent {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

const extentOf = (y: number, rows: readonly Row[]): Extent => {
  const own = rows.find((row) => row.y === y);
  const box = own && around(own.pieces.filter((p) => p.figure || UNIT.test(p.text)).map((p) => p.box));
  return { y, from: box?.y0 ?? y, to: box?.y1 ?? y };
};

/**
 * Heights between the rows: at a line drawn there, before a numbered label, or in the widest gap.
 * @param own the labels of the rows themselves
 * @param numbered the labels of all these rows, where each has its number
 */
export function boundariesOf(
  heights: readonly number[],
  figures: readonly Row[],
  own: readonly Piece[],
  numbered: readonly NumberedLabel[] | undefined,
  stops: readonly number[],
  top: number,
  bottom: number,
): number[] {
  const rows = heights.map((y) => extentOf(y, figures));
  const leaves = own.toSorted((a, b) => centreY(a.box) - centreY(b.box));
  const between = rows.slice(1).map(({ y: y1 }, i) => {
    const label = numbered?.[i + 1];
    if (label !== undefined) return label.box.y0 - 0.5;
    const { y: y0 } = rows[i] as Extent;
    const stop = stops.find((y) => y > y0 && y < y1);
    if (stop !== undefined) return stop;
    const near = leaves.filter((p) => centreY(p.box) >= y0 - 1 && centreY(p.box) <= y1 + 1);
    const first = near.find((p) => beginsRow(p.text) && centreY(p.box) > y0 + 1);
    if (first !== undefined) return first.box.y0 - 0.5;
    let best = (y0 + y1) / 2;
    let widest = 0;
    near.slice(1).forEach((p, k) => {
      const before = near[k] as Piece;
      const gap = p.box.y0 - before.box.y1;
      if (gap > widest + 0.5) [best, widest] = [(p.box.y0 + before.box.y1) / 2, gap];
    });
    return best;
  });
  // No boundary cuts figures off that stand in two lines.
  const at = between.map((y, i) => {
    const [above, below] = [rows[i] as Extent, rows[i + 1] as Extent];
    return above.to > below.from ? y : Math.min(Math.max(y, above.to), below.from);
  });
  return [top, ...at, bottom];
}
