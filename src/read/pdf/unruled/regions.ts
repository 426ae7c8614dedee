import { around, median } from '../marks.js';
import type { Row } from './rows.js';

/** A line this much wider (share of the page's text) is prose, not a label. */
const PROSE = 0.62;
/** A line this much larger than the figures is a heading. */
const HEADING = 1.15;
const HEADING_NUMBER = /^[一二三四五六七八九十]{1,3}[、.．]/;

/**
 * Stretches of rows that make a table: rows of figures with what stands over and between them.
 * @param goesOn true where a table may go on from the page before, so that rows of one figure are enough
 */
export function regionsOf(rows: readonly Row[], goesOn: boolean): Row[][] {
  const text = around(rows.map((r) => r.box));
  const size = median(
    rows.flatMap((r) => r.figures.map((f) => f.glyphs[0]?.size ?? 10)),
    10,
  );
  const isFigures = (row: Row) => row.figures.length >= 3 || (row.figures.length >= 1 && row.pieces.length >= 2);
  const isProse = (row: Row) =>
    row.pieces.length === 1 && row.box.x1 - row.box.x0 > PROSE * (text.x1 - text.x0) && row.figures.length === 0;
  const gaps = rows.slice(1).map((row, i) => row.box.y0 - (rows[i] as Row).box.y1);
  const usual = median(
    gaps.filter((gap) => gap > 0),
    6,
  );
  const headsFollow = (next: Row | undefined) =>
    next !== undefined && next.figures.length === 0 && next.pieces.length > 1;
  const isHeading = (row: Row, i: number) =>
    row.pieces.length === 1 &&
    row.figures.length === 0 &&
    ((row.pieces[0]?.glyphs[0]?.size ?? 0) > size * HEADING ||
      (HEADING_NUMBER.test(row.pieces[0]?.text ?? '') &&
        ((gaps[i - 1] ?? Infinity) > usual * 1.4 || headsFollow(rows[i + 1]))));
  const regions: Row[][] = [];
  let open: Row[] = [];
  const close = () => {
    const last = open.findLastIndex(isFigures);
    if (last < 0) {
      open = [];
      return;
    }
    // Words under the last figures are its labels' last lines, when they stand close.
    let end = last + 1;
    while (end < open.length && (open[end] as Row).box.y0 - (open[end - 1] as Row).box.y1 < size * 0.6) end++;
    const region = open.slice(0, end);
    const isRest = goesOn && region[0] === rows[0] && hasColumn(region);
    if (isRest || region.some((r) => r.pieces.length >= 3 || r.figures.length >= 2)) regions.push(region);
    open = [];
  };
  rows.forEach((row, i) => {
    if (isProse(row) || isHeading(row, i)) close();
    else open.push(row);
  });
  close();
  return regions;
}

/** True for two rows or more of one figure after a label, all of them one under the other. */
function hasColumn(region: readonly Row[]): boolean {
  const figures = region.filter((r) => r.figures.length > 0);
  const boxes = figures.flatMap((r) => r.figures.map((f) => f.box));
  const [from, to] = [Math.max(...boxes.map((b) => b.x0)), Math.min(...boxes.map((b) => b.x1))];
  return figures.length > 1 && from < to && figures.every((r) => r.pieces.length === 2 && r.pieces[1]?.figure);
}
