import { withoutCrossingBoxes } from './crossing-boxes.js';
import { type CellBox, cellsOf } from './lattice-cells.js';
import type { Box, Rule } from './marks.js';
import { BEYOND, ruleGroupsOf } from './rule-groups.js';
import { cluster } from './rules.js';

/** A table as its rules draw it. */
export interface Lattice {
  readonly box: Box;
  /** Cell boxes, from top to bottom, then left to right. */
  readonly cells: readonly CellBox[];
  /** False where the rules end without a closing line, as at some page breaks. */
  readonly closedAbove: boolean;
  readonly closedBelow: boolean;
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
    const box = {
      x0: xs.at[0] as number,
      y0: ys.at[0] as number,
      x1: xs.at.at(-1) as number,
      y1: ys.at.at(-1) as number,
    };
    return [{ box, cells, closedAbove: !ys.before, closedBelow: !ys.after }];
  });
}

/** Positions of the lines, with the outer edges that only the lines across them show. */
function edges(lines: readonly Rule[], across: readonly Rule[]): { at: number[]; before: boolean; after: boolean } {
  const at = cluster(lines.map((line) => line.at));
  const least = Math.min(...across.map((line) => line.from));
  const most = Math.max(...across.map((line) => line.to));
  const before = least < (at[0] as number) - BEYOND;
  const after = most > (at.at(-1) as number) + BEYOND;
  if (before) at.unshift(least);
  if (after) at.push(most);
  return { at, before, after };
}
