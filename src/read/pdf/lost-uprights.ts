import { around, type Box, centreX, type Rule } from './marks.js';
import { TOUCH } from './rule-groups.js';
import type { Piece, PiecesIn } from './unruled/pieces.js';

/** What stands between two lines across. */
interface Band {
  readonly box: Box;
  readonly pieces: readonly Piece[];
}

/**
 * The lines down that some browsers leave out of the last rows before a page break: lines across go on below the last
 * line down of their table. Heads and the rows under them are divided where nothing of them stands, when every figure
 * stands under one head.
 * @param across lines across of a page
 * @param upright its lines down
 */
export function lostUprights(across: readonly Rule[], upright: readonly Rule[], piecesIn: PiecesIn): Rule[] {
  return extentsOf(across).flatMap(({ from, to, lines }) => {
    const own = upright.filter(({ at }) => at > from - TOUCH && at < to + TOUCH).sort((a, b) => a.to - b.to);
    const end = Math.max(...own.map((rule) => rule.to));
    // Lines across that no line down meets are those of a table without any.
    if (!lines.some((y) => own.some((rule) => rule.from < y + TOUCH && rule.to > y - TOUCH))) return [];
    const ys = lines.filter((y) => y > end - TOUCH);
    const last = ys.at(-1);
    if (last === undefined) return [];
    const steps = ys.slice(1).map((y, i) => y - (ys[i] as number));
    const between = ys.slice(1).map((y1, i) => bandOf({ x0: from, x1: to, y0: ys[i] as number, y1 }, piecesIn));
    // No line closes the last row of a page; what of it is printed here is all of it where no cell is blank.
    const open = bandOf({ x0: from, x1: to, y0: last, y1: last + Math.max(0, ...steps) }, piecesIn);
    return blocksOf(between, open).flatMap((block) => divided(block, own));
  });
}

const bandOf = (box: Box, piecesIn: PiecesIn): Band => ({ box, pieces: piecesIn(box) });

/** Lines across that begin and end together, by their heights from top to bottom. */
function extentsOf(across: readonly Rule[]): { from: number; to: number; lines: number[] }[] {
  const extents: { from: number; to: number; lines: number[] }[] = [];
  for (const { from, to, at } of across.toSorted((a, b) => a.at - b.at)) {
    const same = extents.find((e) => Math.abs(e.from - from) < TOUCH && Math.abs(e.to - to) < TOUCH);
    if (same === undefined) extents.push({ from, to, lines: [at] });
    else same.lines.push(at);
  }
  return extents;
}

/** Heads, each with the rows under them. */
function blocksOf(bands: readonly Band[], open: Band): Band[][] {
  const blocks: Band[][] = [];
  let block: Band[] | undefined;
  for (const band of [...bands, open]) {
    const heads = block?.[0]?.pieces.length;
    const isRow = band === open ? isFull(band, heads) : isLabelled(band);
    if (block !== undefined && isRow) block.push(band);
    else {
      block = band.pieces.length > 1 && band !== open && band.pieces.every(isWords) ? [band] : undefined;
      if (block !== undefined) blocks.push(block);
    }
  }
  return blocks;
}

const isWords = (piece: Piece): boolean => !piece.figure;

/** True for a row with as many figures as there are heads for them. */
const isFull = ({ pieces }: Band, heads: number | undefined): boolean =>
  pieces.length === heads && pieces.filter(isWords).length === 1;

/** True for a label and its figures, or but a label; a title of several rows stands in the middle. */
function isLabelled({ box, pieces }: Band): boolean {
  const [only, ...others] = pieces;
  if (only === undefined) return false;
  return others.length > 0 ? pieces.some((p) => p.figure) : isWords(only) && only.box.x1 < centreX(box);
}

/** The lines down between the columns of a block; none where its pieces do not tell them. */
function divided(block: readonly Band[], upright: readonly Rule[]): Rule[] {
  const [heads, ...rows] = block as [Band, ...Band[]];
  const columns = columnsOf(heads.pieces, rows);
  if (columns.length !== heads.pieces.length || rows.length === 0) return [];
  const columnOf = ({ box }: Piece) => columns.findIndex(({ x1 }) => box.x1 <= x1);
  const areApart = (pieces: readonly Piece[]) => new Set(pieces.map(columnOf)).size === pieces.length;
  const isInPlace = ({ pieces }: Band) =>
    areApart(pieces.filter((p) => p.figure)) && pieces.every((p) => isWords(p) === (columnOf(p) === 0));
  if (!areApart(heads.pieces) || !rows.every(isInPlace)) return [];
  const [from, to] = [heads.box.y0, (block.at(-1) as Band).box.y1];
  return columns.slice(1).map(({ x0 }, i) => {
    const { x1 } = columns[i] as Box;
    // Where the rows above are divided, so are these.
    const own = upright.findLast(({ at }) => at > x1 && at < x0);
    return { at: own?.at ?? (x0 + x1) / 2, from, to };
  });
}

/** From where to where heads and what is under them stand, from left to right: figures under no head have but one. */
function columnsOf(heads: readonly Piece[], rows: readonly Band[]): Box[] {
  const pieces = rows.flatMap((row) => row.pieces);
  const [label, head, ...others] = heads.map(({ box }) => box);
  if (label === undefined || head === undefined || others.length > 0) return apart([...heads, ...pieces]);
  const boxes = (own: readonly Piece[]) => own.map(({ box }) => box);
  const left = around([label, ...boxes(pieces.filter(isWords))]);
  const right = around([head, ...boxes(pieces.filter((p) => p.figure))]);
  return left.x1 < right.x0 ? [left, right] : [];
}

/** From where to where something stands, from left to right. */
function apart(pieces: readonly Piece[]): Box[] {
  const columns: Box[] = [];
  for (const { box } of pieces.toSorted((a, b) => a.box.x0 - b.box.x0)) {
    const last = columns.at(-1);
    if (last !== undefined && box.x0 <= last.x1) columns.splice(-1, 1, around([last, box]));
    else columns.push(box);
  }
  return columns;
}
