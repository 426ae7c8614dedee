import { SAME_SIDE } from './continued.js';
import type { CellBox } from './lattice-cells.js';
import type { Box, Rule } from './marks.js';
import type { PiecesIn } from './unruled/pieces.js';

/**
 * The row right under a table that nothing but a line as wide as the table closes.
 * @returns undefined where anything but figures stands in it; a single one may be the page's number over a line
 */
export function rowBelow(table: Box, across: readonly Rule[], piecesIn: PiecesIn): CellBox | undefined {
  const { x0, x1, y1 } = table;
  const below = across.filter(({ at, from, to }) => at > y1 + 1 && from < x1 && to > x0);
  const next = below.sort((a, b) => a.at - b.at)[0];
  if (next === undefined || Math.abs(next.from - x0) > SAME_SIDE || Math.abs(next.to - x1) > SAME_SIDE)
    return undefined;
  const row = { x0, x1, y0: y1, y1: next.at };
  const pieces = piecesIn(row);
  return pieces.length > 1 && pieces.every((p) => p.figure) ? row : undefined;
}
