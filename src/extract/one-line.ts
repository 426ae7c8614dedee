import type { Line } from '../forms/index.js';
import { hasDigit } from '../text.js';
import { type ColumnMap, columnsFromHeads, LEAST_HEADS } from './columns.js';
import { columnsInOrder } from './columns-in-order.js';
import { labelWords } from './likeness.js';
import type { Part } from './part.js';
import { isHead, isInHead, type PrintedCell, type PrintedRow, type Source } from './rows.js';
import type { View, ViewBlock } from './views.js';

/** Fewest columns that make a band of the table: one procedure with its five outcomes. */
const LEAST_COLUMNS = 5;

const isOfHeads = (row: PrintedRow): boolean => isHead(row) || isInHead(row);

/**
 * The disputes as the form prints them: heads, then one row of figures without a label. The heads may come in bands
 * (行政复议 with its figures, then 行政诉讼 with its own), each holding part of the columns.
 */
export function oneLineParts(source: Source, view: View): Part[] {
  const [block] = view.blocks as readonly [ViewBlock];
  const [line] = block.rows as readonly [Line];
  const { rows } = source;
  const parts: Part[] = [];
  const taken = new Set<number>();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as PrintedRow;
    if (isOfHeads(row)) continue;
    let top = i;
    while (top > 0 && isOfHeads(rows[top - 1] as PrintedRow) && !taken.has(top - 1)) top--;
    const heads = rows.slice(top, i);
    if (heads.length === 0 && source.geometric) continue;
    const byPlace = source.geometric ? columnsFromHeads(heads, block.columns, labelEndOf(row)) : undefined;
    const byCount = runningHeads(heads, row, block);
    // As in other tables: when more columns are named than stand in place, only count and order tell them.
    const positions =
      byPlace !== undefined && (byPlace.matched >= (byCount?.matched ?? 0) || isReordered(byPlace, block));
    const map = positions ? byPlace : byCount;
    const placed = map?.entries.filter((e) => e.to !== null).length ?? 0;
    if (map === undefined || map.matched < LEAST_COLUMNS || map.matched < placed * LEAST_HEADS) continue;
    // The same columns again: another copy of the table begins, which the next reading takes.
    if (parts.some((p) => p.map.entries.some((e) => e.to !== null && map.entries.some((other) => other.to === e.to))))
      break;
    const label = source.geometric ? firstFigureCell(row, map) : row.cells.findLastIndex((c) => !c.figure && !c.blank);
    if (label + 1 >= row.cells.length) continue;
    parts.push({
      block,
      map,
      positions,
      doubtful: false,
      members: [{ line, block, from: i, row: i, label, likeness: 1, by: 'label', certain: !hasRival(rows[i + 1]) }],
    });
    for (let k = top; k <= i; k++) taken.add(k);
  }
  return parts;
}

/** True for another row of figures under the same heads: one of the two is another year's, or another body's. */
const hasRival = (below: PrintedRow | undefined): boolean =>
  below !== undefined &&
  !isOfHeads(below) &&
  below.cells.filter((c) => c.own && hasDigit(c.text)).length >= LEAST_COLUMNS;

/** True where as many heads as the form has columns stand in an order of their own. */
const isReordered = ({ entries }: ColumnMap, { columns }: ViewBlock): boolean =>
  entries.length === columns.length && entries.some(({ to }, i) => to !== null && to !== i);

/** Where a row's own words end: 数量 or 件数 in front of its figures. */
function labelEndOf({ cells }: PrintedRow): number {
  const first = cells.findIndex((c) => c.figure || c.blank);
  return first > 0 ? (cells[first - 1] as PrintedCell).end : 0;
}

/** Index of the cell before the first under the heads: a label such as 数量 or 件数 may stand in front. */
function firstFigureCell(row: PrintedRow, map: ColumnMap): number {
  const { length } = map.entries;
  if (row.cells.length === length) return -1;
  const start = map.entries[0]?.start ?? 0;
  const index = row.cells.findIndex((c) => c.figure || (c.blank && c.start >= start));
  return index - 1;
}

/** In running text the last head stands before the figures in the same row: its words, and all labels thrice. */
function runningHeads(heads: readonly PrintedRow[], row: PrintedRow, block: ViewBlock): ColumnMap | undefined {
  const n = block.columns.length;
  const figures = row.cells.filter((c) => c.figure);
  if (figures.length !== n && row.cells.filter((c) => c.figure || c.blank).length !== n) return undefined;
  const words = labelWords(
    [...heads, row].flatMap((r) => r.cells.filter((c) => !c.figure).map((c) => c.text)).join(''),
  );
  const distinct = block.columns.filter((line, i) => block.columns.findIndex((l) => l.label === line.label) === i);
  const repeats = n / distinct.length;
  // A label cut over lines beside others comes out in pieces; its characters are there all the same.
  const often = (text: string) => words.split(text).length > repeats;
  const named = ({ label, aliases }: Line) => [label, ...aliases].some((text) => often(text) || [...text].every(often));
  return columnsInOrder(block.columns, distinct.filter(named).length * repeats, [words]);
}
