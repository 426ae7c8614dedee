import { sizeOf } from '../compose.js';
import { beginsRow } from '../form-names.js';
import { around, centreY, type Rule } from '../marks.js';
import { cluster } from '../rules.js';
import type { Band } from './bands.js';
import { otherLabels } from './blank-rows.js';
import type { BodyRow } from './divide.js';
import { hasBeginning } from './labels.js';
import { leavesOf } from './leaves.js';
import type { Piece } from './pieces.js';
import type { Row } from './rows.js';
import { overlaps, spanOf } from './span.js';

/** Edges of lines and bands this near (points) to each other are one. */
const SAME_LINE = 2.5;
/** Lines end at the outermost figures, give or take this (points). */
const REACH = 1;
/** A blank row has as much space around its words as the other rows, give or take this (points). */
const SAME_SPACE = 1.5;
/** Words of one table have one size, give or take this share. */
const SAME_SIZE = 0.05;

/** What two lines across close in: one row of a table, however its text stands in it. */
export interface Strip {
  readonly y0: number;
  readonly y1: number;
}

/** What is drawn across a page, as far as it tells rows. */
export interface DrawnAcross {
  /** The rows of a table, where lines divide all of them. */
  readonly strips: readonly Strip[];
  /** Heights of everything: no label reaches over one. */
  readonly stops: readonly number[];
}

export const isIn = (y: number, { y0, y1 }: Strip): boolean => y >= y0 && y < y1;

/**
 * The rows of a table that lines across all its figures divide; what stands over the first line and under the last is a
 * strip too.
 * @param region the lines of the table, from top to bottom
 * @param across what is drawn across the page
 * @returns none where figures of two rows, or labels of two, stand between the same lines: these divide groups
 */
export function stripsOf(region: readonly Row[], across: readonly Rule[]): Strip[] {
  const figures = region.flatMap((row) => row.figures.map((f) => f.box));
  if (figures.length === 0) return [];
  const { x0, x1 } = around(figures);
  const { y0, y1 } = around(region.map((row) => row.box));
  const reach = (rule: Rule) => rule.from < x0 + REACH && rule.to > x1 - REACH;
  const ys = cluster(
    across.filter((rule) => reach(rule) && rule.at > y0 - (y1 - y0) && rule.at < y1 + (y1 - y0)).map(({ at }) => at),
    SAME_LINE,
  );
  if (ys.length < 2) return [];
  const strips = [-Infinity, ...ys].map((y, i): Strip => ({ y0: y, y1: ys[i] ?? Infinity }));
  return strips.every((strip) => holdsOne(region.filter((row) => isIn(row.y, strip)))) ? strips : [];
}

/** True for at most one row of figures, and at most one label that a number or a name begins. */
function holdsOne(rows: readonly Row[]): boolean {
  const figures = rows.filter((row) => row.figures.length > 0);
  const labels = rows.flatMap((row) => row.pieces.filter((p) => !p.figure && beginsRow(p.text)));
  const [first] = labels;
  // The number of a group stands left of its first row's.
  return figures.length < 2 && labels.every((p) => p === first || !overlaps(p.box, spanOf((first as Piece).box)));
}

/**
 * The rows of the body of a band that lines divide. Two labels without a number may still stand in one strip, of which a
 * line is missing.
 * @param top where the heads end
 */
export function rowsInStrips(
  { box, pitch }: Band,
  strips: readonly Strip[],
  rows: readonly Row[],
  labels: readonly Piece[],
  top: number,
): BodyRow[] {
  const divided: BodyRow[] = [];
  const leaves = leavesOf(labels);
  for (const strip of strips) {
    const own = labels.filter((p) => isIn(centreY(p.box), strip));
    const row = rows.find(({ y }) => isIn(y, strip));
    const leaf = own.filter((p) => leaves.includes(p));
    const y1 = Math.min(strip.y1, box.y1);
    const above = divided.at(-1);
    if (row === undefined && leaf.length === 0) {
      // The rest of a group's label reaches below its last row.
      if (above !== undefined && own.length > 0)
        divided.splice(-1, 1, { ...above, y1, labels: [...above.labels, ...own] });
      continue;
    }
    const y0 = above?.y1 ?? top;
    const unsure = row !== undefined && !hasBeginning(leaf) && otherLabels(leaf, row.y, labels, pitch) !== undefined;
    divided.push({ y0, y1, labels: own, row, labelled: leaf.length > 0, unsure });
  }
  return divided;
}

/**
 * How many lines of words stand in the strip right under a table, closed as its rows are: blank rows and their heads, not
 * the heading between two tables.
 * @param below what stands under the table, from top to bottom
 */
export function blankBelow(table: readonly Row[], below: readonly Row[], across: readonly Rule[]): number {
  const strips = stripsOf([...table, ...below], across);
  const at = strips.findIndex((strip) => isIn(below[0]?.y ?? Number.NaN, strip));
  const strip = strips[at];
  if (strip === undefined) return 0;
  const above = strips.map((other) => table.filter(({ y }) => isIn(y, other)));
  const own = below.filter(({ y }) => isIn(y, strip));
  if (above[at]?.length !== 0 || (above[at - 1]?.length ?? 0) === 0) return 0;
  const spaceOf = (rows: readonly Row[], i: number): number => {
    const [strip, { y0, y1 }] = [strips[i] as Strip, around(rows.map((row) => row.box))];
    return rows.length === 0 ? 0 : strip.y1 - strip.y0 - (y1 - y0);
  };
  const most = Math.max(...above.map(spaceOf).filter(Number.isFinite));
  const sizes = table.flatMap(({ pieces }) => pieces.map(sizeOf));
  const isOfSize = (piece: Piece) => sizes.some((size) => Math.abs(size - sizeOf(piece)) < SAME_SIZE * size);
  const isRow = own.every(({ pieces }) => pieces.every((p) => !p.figure && isOfSize(p)));
  return isRow && spaceOf(own, at) <= most + SAME_SPACE ? own.length : 0;
}
