import type { Grid } from '../model.js';

/** Tables below one another as one. */
export function joined(parts: readonly Grid[]): Grid {
  let above = 0;
  const rows = parts.flatMap((part) => {
    const moved = part.rows.map((cells) => cells.map((cell) => ({ ...cell, row: cell.row + above })));
    above += part.rows.length;
    return moved;
  });
  return { kind: 'grid', rows };
}
