import type { PageCell } from '../fill.js';
import { type Box, centreY } from '../marks.js';
import type { Band } from './bands.js';
import { bodyCells } from './body-cells.js';
import { joinBrokenRows } from './broken-rows.js';
import { type Column, columnsOf } from './columns.js';
import { headCells } from './head-cells.js';
import type { Piece } from './pieces.js';

/**
 * The cells of a band: heads, labels and figures.
 * @param allLabels labels of the whole table
 */
export function bandCells(band: Band, allLabels: readonly Piece[], stops: readonly number[]): PageCell[] {
  const { columns, certain, heads } = columnsOf(band, allLabels);
  const { rows, doubtful } = joinBrokenRows(band.body, columns);
  const [first] = columns;
  if (first === undefined || rows.length === 0) return linesAsCells(band);
  const labels = band.body.flatMap((row) => row.pieces.filter((p) => !p.figure && p.box.x0 < first.from));
  const bounds = boundsOf(columns, labels, band.box);
  const head = headCells(heads, columns, bounds, band.box, labels.length > 0);
  const body = bodyCells({
    ...{ band, columns, bounds, labels, rows, doubtful, stops },
    certain: certain && everyHeadHasItsColumn(heads, columns, bounds),
    top: head.bottom,
  });
  return [...head.cells, ...body];
}

const linesAsCells = ({ heads, body, box }: Band): PageCell[] =>
  [...heads, ...body].map((row) => ({
    box: { ...box, y0: row.box.y0, y1: row.box.y1 },
    text: row.pieces.map((p) => p.text).join(' '),
  }));

/** Where columns end: the labels' first, then one of figures after the other. */
function boundsOf(columns: readonly Column[], labels: readonly Piece[], box: Box): number[] {
  const first = (columns[0] as Column).from;
  const labelEnd = Math.min(first - 0.5, (Math.max(...labels.map((p) => p.box.x1), box.x0 + 1) + first) / 2);
  const between = columns.slice(1).map((column, i) => ((columns[i] as Column).to + column.from) / 2);
  return [labels.length > 0 ? labelEnd : box.x0, ...between, box.x1];
}

/** False where words beside the heads stand over no column: of one that was not found, perhaps. */
function everyHeadHasItsColumn(
  heads: readonly Piece[],
  columns: readonly Column[],
  bounds: readonly number[],
): boolean {
  const used = new Set(columns.flatMap((column) => column.head));
  const top = Math.min(...[...used].map((p) => p.box.y0));
  return heads.every(
    (p) =>
      used.has(p) ||
      centreY(p.box) < top ||
      p.box.x1 <= (bounds[0] as number) + 1 ||
      columns.some((c) => p.box.x0 < c.to && p.box.x1 > c.from),
  );
}
