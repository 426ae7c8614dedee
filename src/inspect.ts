import { type PageView, toSvg } from './export/svg.js';
import { extractReports } from './extract/index.js';
import type { Cell, Grid, GridCell, Place } from './model.js';
import { type ReadOptions, read } from './read/index.js';

/** Size (points) at which the cells of a table that has no positions are drawn. */
const [CELL_WIDTH, CELL_HEIGHT] = [70, 16];

/**
 * What was seen of a file, as SVG: for a PDF one page with its text, rules and cells; for other formats the tables.
 * Every cell names the row and the column of the form that it was given.
 * @param page counts from 1; what is no PDF has one
 * @returns undefined where the file has no such page
 * @throws Unreadable for a file that cannot be read
 */
export async function inspect(bytes: Uint8Array, page: number, options: ReadOptions = {}): Promise<string | undefined> {
  const document = await read(bytes, options);
  const cells = new Map(
    extractReports(document)
      .flatMap((report) => Object.values(report.tables).flatMap((table) => Object.values(table.cells)))
      .flatMap((cell): [string, Cell][] => (cell.place === null ? [] : [[keyOf(cell.place), cell]])),
  );
  const grids = document.blocks.filter((block) => block.kind === 'grid');
  if (document.format !== 'pdf') return page === 1 ? toSvg(tablesView(grids, cells)) : undefined;
  const { seePage } = await import('./read/pdf/view.js');
  const seen = await seePage(bytes, page, options);
  if (seen === undefined) return undefined;
  const own = grids.flatMap((grid) => grid.rows.flat()).flatMap((cell) => viewOf(cell, cells, boxOn(cell.place, page)));
  return toSvg({ ...seen, cells: own });
}

const keyOf = (place: Place): string => JSON.stringify(place);

type Box = readonly [number, number, number, number];
const boxOn = (place: Place, page: number): Box | undefined =>
  'box' in place && place.page === page ? place.box : undefined;

function viewOf(cell: GridCell, cells: ReadonlyMap<string, Cell>, box: Box | undefined): PageView['cells'][number][] {
  const own = cells.get(keyOf(cell.place));
  return box === undefined ? [] : [{ box, id: own?.id ?? '', state: own?.state ?? '', text: cell.text }];
}

/** Tables one below the other, every column equally wide. */
function tablesView(grids: readonly Grid[], known: ReadonlyMap<string, Cell>): PageView {
  let top = CELL_HEIGHT;
  let width = 0;
  const cells: PageView['cells'][number][] = [];
  const texts: PageView['texts'][number][] = [];
  for (const grid of grids) {
    for (const cell of grid.rows.flat()) {
      const [x, y] = [(cell.column + 0.5) * CELL_WIDTH, top + cell.row * CELL_HEIGHT];
      const box = [x, y, x + cell.columnSpan * CELL_WIDTH, y + cell.rowSpan * CELL_HEIGHT] as const;
      width = Math.max(width, box[2]);
      cells.push(...viewOf(cell, known, box));
      texts.push({
        text: cell.text.replace(/\n/g, '').slice(0, 12 * cell.columnSpan),
        x: x + 1,
        y: y + CELL_HEIGHT - 3,
        size: 5.5,
      });
    }
    top += (grid.rows.length + 1) * CELL_HEIGHT;
  }
  return { width: width + CELL_WIDTH / 2, height: top, rules: [], texts, cells };
}
