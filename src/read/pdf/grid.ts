import type { Grid, GridCell, Place } from '../../model.js';
import { heightsOf, SAME_SIDE } from './continued.js';
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
 * The parts of a table, one a page, as one grid: columns by the edges of all parts, rows page after page; beside them
 * the columns that stand on pages of their own.
 * @param parts in reading order
 */
export function gridOf(parts: readonly PageTable[]): Grid {
  const strips = [0, ...(parts[0]?.over ?? []).map((_, i) => i + 1)].map((strip) => columnsOf(parts, strip));
  const rows: GridCell[][] = [];
  parts.forEach((part) => {
    const ys = heightsOf(part);
    const first = rows.length;
    for (let r = 0; r < ys.length - 1; r++) rows.push([]);
    let before = 0;
    for (const [strip, { xs, shifts }] of strips.entries()) {
      const own = stripOf(part, strip);
      for (const { box, text } of own?.cells ?? []) {
        const shift = shifts.get(part) ?? 0;
        const row = first + nearest(ys, box.y0);
        const below = first + nearest(ys, box.y1);
        const [column, beside] = [box.x0, box.x1].map((x) => nearest(xs, x + shift)) as [number, number];
        // Too thin for a row or column of its own: blank, it would stand in the place of another cell.
        if (text === '' && (below === row || beside === column)) continue;
        const { page, pose } = own as PageTable;
        rows[row]?.push({
          text,
          row,
          column: before + column,
          rowSpan: Math.max(1, below - row),
          columnSpan: Math.max(1, beside - column),
          place: placeOf(page, box, pose),
        });
      }
      before += xs.length - 1;
    }
  });
  return { kind: 'grid', rows: rows.map((row) => row.sort((a, b) => a.column - b.column)) };
}

/** A part itself, or its further columns on a page of their own. */
const stripOf = (part: PageTable, strip: number): PageTable | undefined =>
  strip === 0 ? part : part.over?.[strip - 1];

/** The sides of the columns of all parts, and how far each part is to be moved for them. */
function columnsOf(parts: readonly PageTable[], strip: number) {
  const own = parts.map((part) => [part, stripOf(part, strip)] as const);
  const left = own[0]?.[1]?.box.x0 ?? 0;
  const shifts = new Map(own.map(([part, table]) => [part, table?.ruled ? left - table.box.x0 : 0]));
  const sides = own.flatMap(([part, table]) =>
    (table?.cells ?? []).flatMap(({ box }) => [box.x0, box.x1].map((x) => x + (shifts.get(part) ?? 0))),
  );
  return { xs: cluster(sides, SAME_SIDE), shifts };
}
