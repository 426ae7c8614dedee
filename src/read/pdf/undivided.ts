import { SAME_SIDE } from './continued.js';
import type { CellBox } from './lattice-cells.js';
import { type Box, centreX, widthOf } from './marks.js';
import type { Piece, PiecesIn } from './unruled/pieces.js';

/** Figures are set alike in their columns, give or take this (points), */
const ALIKE = 1.5;
/** and where they are set to one side, no further (ems) from it than this. */
const INSET = 1;
/** Figures may reach this far (points) out of their column. */
const SLACK = 1;

/** From where to where a column reaches. */
type Column = Pick<Box, 'x0' | 'x1'>;

/** A cell under the heads of several columns, and the figures in it. */
interface Span {
  readonly cell: CellBox;
  readonly figures: readonly Piece[];
}

/**
 * Divides rows of figures between which no rules stand, as where these are drawn beside the labels only, by the sides of
 * the heads above. All figures under the same heads must stand in the columns, and be set alike in them; a figure that
 * may as well be one for all the columns stays undivided.
 * @param cells of one table, as its rules divide it
 * @param carried where the columns end in which the page before ends, when the table may go on from there
 * @returns the cells, and where the columns end in which a next page may go on
 */
export function dividedByHeads(
  cells: readonly CellBox[],
  piecesIn: PiecesIn,
  carried: readonly number[],
): { cells: CellBox[]; ends: number[] } {
  const ending = new Map<number, CellBox[]>();
  for (const cell of cells) ending.set(cell.y1, [...(ending.get(cell.y1) ?? []), cell]);
  const [top, bottom] = [Math.min(...cells.map((c) => c.y0)), Math.max(...ending.keys())];
  const isHead = (cell: Box) => piecesIn(cell).some((p) => !p.figure);
  // Of heads that a page break cuts, all the words may stand on the page before.
  const isRest = (cell: Box) => cell.y0 === top && carried.length > 0 && piecesIn(cell).length === 0;
  const under = new Map<CellBox, readonly Column[]>();
  const columnsOver = (cell: CellBox): readonly Column[] => {
    if (cell.y0 === top) return between(cell, carried);
    const above = (ending.get(cell.y0) ?? []).filter(({ x0, x1 }) => x0 < cell.x1 && x1 > cell.x0);
    const [only, ...others] = above.sort((a, b) => a.x0 - b.x0);
    if (only === undefined || only.x0 !== cell.x0 || (others.at(-1) ?? only).x1 !== cell.x1) return [];
    if (others.length === 0) return under.get(only) ?? [];
    const adjoin = others.every(({ x0 }, i) => x0 === above[i]?.x1);
    return adjoin && above.some(isHead) && above.every((own) => isHead(own) || isRest(own)) ? above : [];
  };
  const runs = new Map<readonly Column[], Span[]>();
  for (const cell of cells.toSorted((a, b) => a.y0 - b.y0)) {
    const columns = cell.isCut ? [] : columnsOver(cell);
    if (columns.length < 2) continue;
    const figures = piecesIn(cell);
    if (!figures.every((p) => p.figure)) continue;
    under.set(cell, columns);
    runs.set(columns, [...(runs.get(columns) ?? []), { cell, figures }]);
  }
  const divided = new Map<CellBox, readonly Column[]>();
  for (const [columns, spans] of runs) for (const cell of dividedAmong(columns, spans)) divided.set(cell, columns);
  const last = (ending.get(bottom) ?? []).flatMap((cell) => under.get(cell) ?? (isHead(cell) ? [cell] : []));
  return {
    cells: cells.flatMap((cell) => divided.get(cell)?.map(({ x0, x1 }): CellBox => ({ ...cell, x0, x1 })) ?? [cell]),
    ends: last.flatMap(({ x0, x1 }) => [x0, x1]),
  };
}

/** The columns into which these ends divide a cell that reaches from one of them to another. */
function between({ x0, x1 }: Box, ends: readonly number[]): Column[] {
  const isNear = (a: number) => (b: number) => Math.abs(a - b) <= SAME_SIDE;
  if (!ends.some(isNear(x0)) || !ends.some(isNear(x1))) return [];
  const inner = ends.filter((x) => x > x0 + SAME_SIDE && x < x1 - SAME_SIDE).sort((a, b) => a - b);
  const sides = [x0, ...inner.filter((x, i) => x - (inner[i - 1] ?? x0) > SAME_SIDE), x1];
  return sides.slice(1).map((side, i) => ({ x0: sides[i] as number, x1: side }));
}

/** How far figures are from where they would be, set to the left, to the right or in the middle. */
const WAYS: readonly ((figure: Box, column: Column) => number)[] = [
  (figure, column) => figure.x0 - column.x0,
  (figure, column) => column.x1 - figure.x1,
  (figure, { x0, x1 }) => Math.abs(centreX(figure) - (x0 + x1) / 2),
];

/** Which of the cells the columns divide: none where any figure is not in its place. */
function dividedAmong(columns: readonly Column[], spans: readonly Span[]): CellBox[] {
  const placed = spans.map(({ figures }) =>
    figures.map(({ box }) => columns.findIndex(({ x0, x1 }) => box.x0 >= x0 - SLACK && box.x1 <= x1 + SLACK)),
  );
  if (placed.some((own) => own.includes(-1) || new Set(own).size < own.length)) return [];
  const ways = WAYS.filter((offset, way) => {
    const offsets = spans.flatMap(({ figures }, i) =>
      figures.map(({ box }, k) => offset(box, columns[placed[i]?.[k] as number] as Column)),
    );
    const most = way === 2 ? ALIKE : INSET * (spans.flatMap((s) => s.figures)[0]?.glyphs[0]?.size ?? 0);
    return Math.max(...offsets) <= most && Math.max(...offsets) - Math.min(...offsets) <= ALIKE;
  });
  const isOfAll = ({ cell, figures: [only, ...others] }: Span) =>
    only !== undefined && others.length === 0 && ways.some((offset) => offset(only.box, cell) <= widthOf(only.box));
  const clear = spans.filter((span) => !isOfAll(span));
  return ways.length > 0 && clear.some(({ figures }) => figures.length > 0) ? clear.map(({ cell }) => cell) : [];
}
