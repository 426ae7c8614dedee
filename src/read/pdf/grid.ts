import type { Grid, GridCell, Place } from '../../model.js';
import { SAME_SIDE } from './continued.js';
import type { Box } from './marks.js';
import type { PageTable } from './page.js';
import { asDisplayed, type Pose } from './pose.js';
import { cluster, nearest } from './rules.js';

/** A box as a place: points from the top left corner of the page as displayed, one decimal. */
export const placeOf = (page: number, box: Box, pose: Pose): Place => {
  const { x0, y0, x1, y1 } = asDisplayed(box, pose);
  const round = (v: number) => Math.round(v * 10) / 10 + 0;
  return { page, box: [round(x0), round(y0), round(x1), round(y1)] };
};

/**
 * The parts of a table, one a page, as one grid: columns by the edges of all parts, rows page after page.
 * @param parts in reading order
 */
export function gridOf(parts: readonly PageTable[]): Grid {
  const left = (parts[0] as PageTable).box.x0;
  const shifts = parts.map((part) => (part.ruled ? left - part.box.x0 : 0));
  const xs = cluster(
    parts.flatMap((part, i) => part.cells.flatMap(({ box }) => [box.x0, box.x1].map((x) => x + (shifts[i] as number)))),
    SAME_SIDE,
  );
  const rows: GridCell[][] = [];
  parts.forEach((part, i) => {
    const ys = cluster(
      part.cells.flatMap(({ box }) => [box.y0, box.y1]),
      1,
    );
    const first = rows.length;
    for (let r = 0; r < ys.length - 1; r++) rows.push([]);
    for (const { box, text } of part.cells) {
      const row = first + nearest(ys, box.y0);
      const below = first + nearest(ys, box.y1);
      const [column, beside] = [box.x0, box.x1].map((x) => nearest(xs, x + (shifts[i] as number))) as [number, number];
      // Too thin for a row or column of its own: blank, it would stand in the place of another cell.
      if (text === '' && (below === row || beside === column)) continue;
      const cell: GridCell = {
        text,
        row,
        column,
        rowSpan: Math.max(1, below - row),
        columnSpan: Math.max(1, beside - column),
        place: placeOf(part.page, box, part.pose),
      };
      rows[row]?.push(cell);
    }
  });
  return { kind: 'grid', rows: rows.map((row) => row.sort((a, b) => a.column - b.column)) };
}
