import type { PageTable } from '../fill.js';
import type { PageLine } from '../layout.js';
import { around, type Glyph } from '../marks.js';
import { bandCells } from './band-cells.js';
import { bandsOf, labelsOf } from './bands.js';
import { regionsOf } from './regions.js';
import { rowsOf } from './rows.js';

/**
 * Tables that no rules, or only rules across, divide: figures one under the other make the columns, and the words
 * beside them the rows.
 * @param lines loose lines of a page, from top to bottom
 * @param stops heights at which a line or the edge of a band is drawn across: no label reaches over one
 * @returns the lines that belong to no table, and the tables
 */
export function tablesWithoutRules(lines: readonly PageLine[], stops: readonly number[]): (PageLine | PageTable)[] {
  const regions = regionsOf(rowsOf(lines));
  if (regions.length === 0) return [...lines];
  const taken = new Set<Glyph>();
  const tables = regions.map((region): PageTable => {
    for (const row of region) for (const piece of row.pieces) for (const glyph of piece.glyphs) taken.add(glyph);
    const [line] = lines as [PageLine];
    const bands = bandsOf(region);
    const labels = labelsOf(bands);
    const cells = bands.flatMap((band) => bandCells(band, labels, stops));
    return {
      kind: 'table',
      page: line.page,
      pose: line.pose,
      box: around(cells.map((c) => c.box)),
      cells,
      ruled: false,
      openAbove: false,
      openBelow: false,
    };
  });
  return [...lines.filter((line) => !line.glyphs.every((g) => taken.has(g))), ...tables];
}
