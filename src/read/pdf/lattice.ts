import { withoutCrossingBoxes } from './crossing-boxes.js';
import { type CellBox, cellsOf } from './lattice-cells.js';
import { around, type Box, median, type Rule } from './marks.js';
import { BEYOND, ruleGroupsOf, TOUCH } from './rule-groups.js';
import { cluster } from './rules.js';

/** A table as its rules draw it. */
export interface Lattice {
  readonly box: Box;
  /** Cell boxes, from top to bottom, then left to right. */
  readonly cells: readonly CellBox[];
  /** False where the rules end without a closing line, as at some page breaks. */
  readonly closedAbove: boolean;
  readonly closedBelow: boolean;
  /** True where the left side is drawn and the right one is not. */
  readonly openRight: boolean;
}

/** The tables that rules draw on a page: each connected set of lines, divided into cells by the lines that are there. */
export function latticesOf(horizontal: readonly Rule[], vertical: readonly Rule[]): Lattice[] {
  return ruleGroupsOf(horizontal, vertical).flatMap((lines) => {
    const { h, v } = withoutCrossingBoxes(lines);
    // A row that a page break cuts may have but one line across.
    if (v.length < (h.length < 2 ? 3 : 1)) return [];
    const xs = edges(v, h);
    const ys = edges(h, v);
    if (xs.at.length < 2 || ys.at.length < 2) return [];
    const cells = cellsOf(xs.at, ys.at, h, v);
    if (cells.length < 2) return [];
    return [
      { box: around(cells), cells, closedAbove: !ys.before, closedBelow: !ys.after, openRight: xs.after && !xs.before },
    ];
  });
}

/** Positions of the lines, with the outer edges that only the lines across them show. */
function edges(lines: readonly Rule[], across: readonly Rule[]): { at: number[]; before: boolean; after: boolean } {
  const at = cluster(lines.map((line) => line.at));
  const [first, last] = [at[0] as number, at.at(-1) as number];
  const steps = at.slice(1).map((position, i) => position - (at[i] as number));
  // In small print whole rows are as low as the least that lines go beyond others.
  const beyond = Math.max(TOUCH, Math.min(BEYOND, median(steps, BEYOND) * LEAST));
  const before = across.flatMap(({ from }) => (from < first - beyond ? [from] : []));
  const after = across.flatMap(({ to }) => (to > last + beyond ? [to] : []));
  if (before.length > 0) at.unshift(together(before)[0] ?? Math.min(...before));
  if (after.length > 0) at.push(together(after).at(-1) ?? Math.max(...after));
  return { at, before: before.length > 0, after: after.length > 0 };
}

/** Share of the usual row that shows of another one. */
const LEAST = 0.8;
/** Sides of cells end together; a frame around them that ends beyond has but two. */
const SIDES = 3;

/** Where lines end together, in order. */
const together = (ends: readonly number[]): number[] =>
  cluster(ends).filter((end) => ends.filter((e) => Math.abs(e - end) <= BEYOND).length >= SIDES);
