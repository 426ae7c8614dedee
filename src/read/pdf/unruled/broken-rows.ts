import { isOneFigure } from '../broken-figure.js';
import { sizeOf } from '../compose.js';
import { beginsRow } from '../form-names.js';
import { around, type Box, centreY } from '../marks.js';
import { UNIT } from '../signs.js';
import type { Column } from './columns.js';
import { type Piece, SAME_EDGE } from './pieces.js';
import { type Row, TOO_NEAR } from './rows.js';
import { overlaps, spanOf } from './span.js';

/** Lines of one cell stand no further apart (ems, and times the least distance of lines of words) than this. */
const PITCH = 1.6;
const LOOSE = 1.25;
const DIGITS = /^[\d０-９,，.]+$/;

/** Rows of figures, those put together whose narrow cells break figures over lines. */
export interface BrokenRows {
  readonly rows: readonly Row[];
  /** Rows that may be one, without proof. */
  readonly doubtful: ReadonlySet<Row>;
}

/**
 * Puts lines together that are one row: figures without a label, or with the rest of a numbered one, stand directly
 * below others, and on no line above was there room for another digit.
 */
export function joinBrokenRows(body: readonly Row[], columns: readonly Column[]): BrokenRows {
  const limit = LOOSE * leastPitch(body);
  const rows: Row[] = [];
  const doubtful = new Set<Row>();
  for (const block of blocksOf(
    body.filter((row) => row.figures.length > 0),
    limit,
  )) {
    if (block.length > 1 && isOneRow(block, columns, body)) {
      const pieces = block.flatMap((row) => row.pieces);
      const figures = block.flatMap((row) => row.figures);
      rows.push({ ...(block[0] as Row), pieces, figures, box: around(pieces.map((p) => p.box)) });
      continue;
    }
    rows.push(...block);
    if (block.some((row) => isBare(row)) && block.length > 1) for (const row of block) doubtful.add(row);
  }
  rows.slice(1).forEach((row, i) => {
    const above = rows[i] as Row;
    if (row.y - above.y < TOO_NEAR * sizeOf(row.figures[0])) doubtful.add(above).add(row);
  });
  return { rows, doubtful };
}

const isBare = (row: Row): boolean => row.pieces.every((p) => p.figure || UNIT.test(p.text));
const beginsLabel = (row: Row): boolean => row.pieces.some((p) => !p.figure && beginsRow(p.text));

const isUnder = (row: Row, above: Row): boolean =>
  row.figures.every((f) => above.figures.some((g) => overlaps(f.box, spanOf(g.box))));

/** The least distance (points) of two lines of words one under the other. */
function leastPitch(body: readonly Row[]): number {
  const words = body.flatMap((row) => row.pieces.filter((p) => !p.figure));
  let least = Infinity;
  for (const a of words)
    for (const b of words) {
      const step = centreY(b.box) - centreY(a.box);
      if (step > 0.8 * sizeOf(a) && overlaps(a.box, spanOf(b.box))) least = Math.min(least, step);
    }
  return least;
}

/** Rows that may be lines of one: each but the first goes on without a label, or with the rest of the first's. */
function blocksOf(rows: readonly Row[], limit: number): Row[][] {
  const blocks: Row[][] = [];
  rows.forEach((row, i) => {
    const block = blocks.at(-1);
    const above = block?.at(-1);
    const [first] = block ?? [];
    const size = sizeOf(row.figures[0]);
    const near = (a: Row, b: Row) => b.y - a.y < Math.min(PITCH * size, limit);
    const next = rows[i + 1];
    const belongsBelow = isBare(row) && next !== undefined && above !== undefined && next.y - row.y < row.y - above.y;
    const goesOn =
      block !== undefined &&
      first !== undefined &&
      above !== undefined &&
      near(above, row) &&
      ((isBare(row) && !belongsBelow && isUnder(row, above)) ||
        (!isBare(row) && beginsLabel(first) && !beginsLabel(row)) ||
        (block.length === 1 && isBare(above) && !isBare(row) && isUnder(above, row)));
    if (goesOn) block.push(row);
    else blocks.push([row]);
  });
  return blocks;
}

/** True where every column holds one figure, broken or not, and at least one that is not. */
function isOneRow(block: readonly Row[], columns: readonly Column[], body: readonly Row[]): boolean {
  const stacks = columns.map((column) => block.flatMap((row) => row.figures.filter((f) => overlaps(f.box, column))));
  const counted = stacks.reduce((sum, stack) => sum + stack.length, 0);
  return (
    counted === block.reduce((sum, row) => sum + row.figures.length, 0) &&
    stacks.some((stack) => stack.length === 1) &&
    stacks.some((stack) => stack.length > 1) &&
    stacks.every((stack, c) => stack.length < 2 || isBrokenFigure(stack, columns, c, body))
  );
}

/** True where the lines of a cell are one figure: its column, and those no wider, hold no line with a digit more. */
export function isBrokenFigure(
  lines: readonly Piece[],
  columns: readonly Column[],
  at: number,
  body: readonly Row[],
): boolean {
  const widths = columns.map((_, c) => widthOf(columns, c, lines));
  const width = widths[at] as number;
  const narrow = columns.filter((_, c) => (widths[c] as number) < width + SAME_EDGE);
  const figures = body.flatMap((row) => row.figures);
  const others = narrow.flatMap((column) => [...column.head, ...figures.filter((f) => overlaps(f.box, column))]);
  const widest = Math.max(...others.map(({ box }) => box.x1 - box.x0));
  const [size, ...sizes] = lines.map(sizeOf);
  return (
    sizes.every((other) => Math.abs(other - (size as number)) < 0.5) &&
    lines.every((p) => DIGITS.test(p.text)) &&
    isOneFigure(lines, width, widest)
  );
}

/** The width of a column's cells, by where the lines of one of them begin, end, or have their middle. */
function widthOf(columns: readonly Column[], at: number, lines: readonly Piece[]): number {
  const agree = (edge: (box: Box) => number) =>
    lines.every(({ box }) => Math.abs(edge(box) - edge((lines[0] as Piece).box)) < SAME_EDGE);
  const edge = agree((b) => b.x0)
    ? (c: Column) => c.from
    : agree((b) => b.x1)
      ? (c: Column) => c.to
      : (c: Column) => (c.from + c.to) / 2;
  const [before, own, next] = [columns[at - 1], columns[at] as Column, columns[at + 1]];
  // A cell that begins at the left reaches to the next one's left, one that ends at the right from the last one's right.
  const [left, right] = [before && edge(own) - edge(before), next && edge(next) - edge(own)];
  const isRight = !agree((b) => b.x0) && agree((b) => b.x1);
  return (isRight ? (left ?? right) : (right ?? left)) ?? Infinity;
}
