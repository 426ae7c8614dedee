import { widthOf } from './marks.js';
import type { PageTable } from './page.js';
import { cluster, nearest } from './rules.js';

/** The sides of cells of one column, and of parts of one table on two pages, agree to this (points). */
export const SAME_SIDE = 3;

/**
 * True where a table at the top of a page may be the rest of one at the end of the page before. Where on the page they
 * stand tells nothing: margins are mirrored in books, and pages share a sheet.
 */
export const mayContinue = (above: PageTable, below: PageTable): boolean =>
  above.ruled && below.ruled && Math.abs(widthOf(above.box) - widthOf(below.box)) <= SAME_SIDE;

/** True where one of them has no column that the other does not have; heads alone have fewer than what is under them. */
export function hasSameColumns(above: PageTable, below: PageTable): boolean {
  const [upper, lower] = [edgesOf(above), edgesOf(below)];
  const isAmong = (edges: readonly number[]) => (x: number) =>
    Math.abs((edges[nearest(edges, x)] as number) - x) <= SAME_SIDE;
  return lower.every(isAmong(upper)) || upper.every(isAmong(lower));
}

/** The sides of a table's cells, from its left one on. */
const edgesOf = ({ box: { x0 }, cells }: PageTable): number[] =>
  cluster(cells.flatMap(({ box }) => [box.x0 - x0, box.x1 - x0]));

/** Rows of one table, or of its columns on another page, begin and end at the same height to this (points). */
export const SAME_HEIGHT = 1;

/** Where a table's rows begin and end. */
export const heightsOf = ({ cells }: PageTable): number[] =>
  cluster(
    cells.flatMap(({ box }) => [box.y0, box.y1]),
    SAME_HEIGHT,
  );
