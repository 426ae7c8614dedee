import { type Box, centreY, isBeside } from '../marks.js';
import type { PageCell, PageTable } from '../page.js';
import type { Band } from './bands.js';
import { bodyCells } from './body-cells.js';
import { joinBrokenRows } from './broken-rows.js';
import { type CarriedColumns, goingOn, toCarry } from './carried-columns.js';
import type { BandColumns, Column } from './columns.js';
import { headCells } from './head-cells.js';
import { type Piece, SAME_EDGE } from './pieces.js';
import type { Row } from './rows.js';
import { overlaps, spanOf } from './span.js';
import type { DrawnAcross } from './strips.js';

/** What a band is read as. */
export interface BandTable {
  readonly cells: readonly PageCell[];
  /** Its columns, where they are certain. */
  readonly columns?: CarriedColumns;
  /** True where these are those of the page before. */
  readonly goesOn: boolean;
  /** True where its last row has figures and no label of its own. */
  readonly bare: boolean;
}

/**
 * The cells of a band: heads, labels and figures.
 * @param own its columns, as its own heads and figures tell them
 * @param open the table that may go on in a band without heads
 */
export function bandTable(band: Band, own: BandColumns, drawn: DrawnAcross, open?: PageTable): BandTable {
  const above = open?.columns;
  const carried = band.heads.length > 0 || above === undefined ? undefined : goingOn(above, band.body);
  const found = carried === undefined ? own : { columns: carried, certain: true, heads: [], corner: [] };
  const { columns, heads } = found;
  // The rest of a table with other columns, fewer or not known: nothing says which of them these are.
  const isUnknown =
    carried === undefined &&
    band.heads.length === 0 &&
    open !== undefined &&
    columns.length < (above?.columns.length ?? Infinity);
  const strips = drawn.strips.filter((strip) => isBeside(strip, band.box));
  const { rows, doubtful } =
    strips.length > 0
      ? { rows: band.body.filter((row) => row.figures.length > 0), doubtful: new Set<Row>() }
      : joinBrokenRows(band.body, columns);
  const [first] = columns;
  if (first === undefined || (rows.length === 0 && band.body.length === 0))
    return { cells: linesAsCells(band), goesOn: false, bare: false };
  const labels = band.body.flatMap((row) => row.pieces.filter((p) => !p.figure && p.box.x0 < first.from));
  const box =
    carried === undefined || above === undefined
      ? band.box
      : { ...band.box, x0: Math.min(band.box.x0, above.from), x1: Math.max(band.box.x1, above.to) };
  const bounds = carried === undefined || above === undefined ? boundsOf(found, labels, box) : above.bounds;
  const head = headCells(heads, columns, bounds, box, { labelled: labels.length > 0, certain: found.certain });
  const certain = found.certain && !isUnknown && everyHeadHasItsColumn(heads, columns, bounds);
  const body = bodyCells({
    ...{ band: { ...band, box }, columns, bounds, labels, rows, doubtful, drawn: { ...drawn, strips }, certain },
    top: head.bottom,
  });
  return {
    cells: [...head.cells, ...body.cells],
    bare: body.bare,
    goesOn: carried !== undefined,
    ...(body.certain ? { columns: toCarry(columns, bounds, box, rows, above) } : {}),
  };
}

const linesAsCells = ({ heads, body, box }: Band): PageCell[] =>
  [...heads, ...body].map((row) => ({
    box: { ...box, y0: row.box.y0, y1: row.box.y1 },
    text: row.pieces.map((p) => p.text).join(' '),
  }));

/** Where columns end: the labels' first, then one of figures after the other. */
function boundsOf({ columns, heads, corner: known }: BandColumns, labels: readonly Piece[], box: Box): number[] {
  const { from: first, head } = columns[0] as Column;
  const end = Math.max(...labels.map((p) => p.box.x1), box.x0 + 1);
  // The words in the corner may be longer than the labels under them.
  const start = Math.min(first, ...head.map((p) => p.box.x0));
  const isCorner = (p: Piece) => (p.box.x0 < end || known.includes(p)) && p.box.x1 < start + SAME_EDGE;
  const corner = heads.filter(isCorner).map((p) => p.box.x1);
  const labelEnd = Math.min(first - 0.5, (Math.max(end, ...corner) + first) / 2);
  const between = columns.slice(1).map((column, i) => ((columns[i] as Column).to + column.from) / 2);
  return [labels.length > 0 ? labelEnd : box.x0, ...between, box.x1];
}

/** False where words beside the heads stand over no column and no head: of one that was not found, perhaps. */
function everyHeadHasItsColumn(
  heads: readonly Piece[],
  columns: readonly Column[],
  bounds: readonly number[],
): boolean {
  const used = new Set(columns.flatMap((column) => column.head));
  const top = Math.min(...[...used].map((p) => p.box.y0));
  const isOverHead = ({ box }: Piece) => [...used].some((p) => p.box.y0 > box.y1 && overlaps(p.box, spanOf(box)));
  return heads.every(
    (p) =>
      used.has(p) ||
      centreY(p.box) < top ||
      p.box.x1 <= (bounds[0] as number) + 1 ||
      columns.some((c) => overlaps(p.box, c)) ||
      isOverHead(p),
  );
}
