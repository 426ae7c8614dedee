import { around, type Glyph, type Rule } from '../marks.js';
import type { PageLine, PageTable } from '../page.js';
import { type BandTable, bandTable } from './band-cells.js';
import { bandsOf, labelsOf } from './bands.js';
import { type BandColumns, columnsOf } from './columns.js';
import { notesApart } from './notes.js';
import { regionsOf } from './regions.js';
import { cornersOf } from './repeated-heads.js';
import { rowsOf } from './rows.js';
import { stripsOf } from './strips.js';

/**
 * Tables that no rules, or only rules across, divide: figures one under the other make the columns, and the words
 * beside them the rows.
 * @param lines loose lines of a page, from top to bottom
 * @param across what is drawn across the page: no label reaches over it
 * @param above the table without rules that ends the page before, where no other stands over the lines
 * @returns the lines that belong to no table, and the tables
 */
export function tablesWithoutRules(
  lines: readonly PageLine[],
  across: readonly Rule[],
  above?: PageTable,
): (PageLine | PageTable)[] {
  const rows = rowsOf(lines);
  const stops = across.map(({ at }) => at);
  const regions = regionsOf(rows, across, above !== undefined);
  if (regions.length === 0) return [...lines];
  const taken = new Set<Glyph>();
  const [line] = lines as [PageLine];
  const tables = regions.flatMap((region): PageTable[] => {
    for (const row of region) for (const piece of row.pieces) for (const glyph of piece.glyphs) taken.add(glyph);
    const { rows: own, notes } = notesApart(region);
    const strips = stripsOf(own, across);
    const bands = bandsOf(own, strips);
    const labels = labelsOf(bands);
    const corners = cornersOf(own);
    const alone = bands.map((band) => columnsOf(band, labels, corners));
    const sides = new Set(alone.flatMap((columns) => columns.side ?? []));
    const side = sides.size === 1 ? [...sides][0] : undefined;
    const columns = side === undefined ? alone : bands.map((band) => columnsOf(band, labels, corners, side));
    const [first, ...others] = bands.map((band, i) =>
      bandTable(
        band,
        columns[i] as BandColumns,
        { strips, stops },
        i === 0 && region[0] === rows[0] ? above : undefined,
      ),
    ) as [BandTable, ...BandTable[]];
    // What goes on from the page before is one table with that; other heads begin another.
    const read = (first.goesOn ? [[first], others] : [[first, ...others]]).flatMap((part) => tableOf(line, part));
    const words = notes.filter((note) => /\p{L}/u.test(note.text));
    return read.map((table, i) => (i === read.length - 1 && words.length > 0 ? { ...table, notes: words } : table));
  });
  return [...lines.filter((line) => !line.glyphs.every((g) => taken.has(g))), ...tables];
}

function tableOf({ page, pose }: PageLine, bands: readonly BandTable[]): PageTable[] {
  const cells = bands.flatMap((band) => band.cells);
  if (cells.length === 0) return [];
  const { columns, bare } = bands.at(-1) as BandTable;
  return [
    {
      ...{ kind: 'table', page, pose, cells, ruled: false, openAbove: false, openBelow: false },
      box: around(cells.map((c) => c.box)),
      ...(columns === undefined ? {} : { columns, bare }),
      ...(bands[0]?.goesOn ? { goesOn: true } : {}),
    },
  ];
}
