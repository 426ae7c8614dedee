import { PICTURE } from '../../../model.js';
import { sizeOf } from '../compose.js';
import { around, centreY, median } from '../marks.js';
import type { Piece } from './pieces.js';
import type { Row } from './rows.js';

/** Figures of one table have one size, give or take this share, and those of a row one height, give or take this (ems). */
const SAME_SIZE = 0.1;
const SAME_HEIGHT = 0.2;
/** So many figures at the heights of others are a column, however they are printed. */
const COLUMN = 3;

/**
 * The rows of a table apart from what is printed at their right: remarks, numbers of lines. It stands beside rows, right
 * of all figures and heads, and is not set as the rows are: of another size, or between their heights. What is set as
 * they are stays: it may stand in a column whose head was missed. Where no figures stand further left, nothing shows how
 * they are set; then it stays, too, but is no figure.
 */
export function notesApart(region: readonly Row[]): { rows: Row[]; notes: Piece[] } {
  const candidates = candidatesOf(region);
  const set = region.flatMap((row) => row.pieces.filter((p) => !candidates.has(p)));
  const edge = around(set.map((p) => p.box)).x1;
  const notes = new Set([...candidates.keys()].filter(({ box }) => box.x0 >= edge));
  const onLine = [...notes].filter((p) => p.figure && isAtHeightOf(p, (candidates.get(p) as Row).figures));
  if (notes.size === 0 || (onLine.length >= COLUMN && onLine.length * 2 > notes.size))
    return { rows: [...region], notes: [] };
  const isKnown = set.some((p) => p.figure);
  const rows = region.flatMap((row) => {
    const kept = isKnown
      ? row.pieces.filter((p) => !notes.has(p))
      : row.pieces.map((p) => (notes.has(p) ? { ...p, text: p.text + PICTURE } : p));
    const box = around(kept.map((p) => p.box));
    return kept.length === 0 ? [] : [{ ...row, pieces: kept, figures: kept.filter((p) => p.figure), box }];
  });
  return { rows, notes: isKnown ? [...notes] : [] };
}

/** What is not set as figures and heads are, with its row. */
function candidatesOf(region: readonly Row[]): Map<Piece, Row> {
  const all = region.flatMap((row) => row.figures);
  const first = Math.min(...all.map((f) => f.box.x0));
  const isHead = ({ pieces, figures }: Row) => figures.length === 0 && pieces.some((p) => p.box.x1 > first);
  const words = region.flatMap((row) => row.pieces.filter((p) => !p.figure));
  const heads = region.filter(isHead).flatMap((row) => row.pieces);
  const end = around(heads.map((p) => p.box)).x1;
  const inner = all.filter((f) => f.box.x0 < end);
  const known = [inner, heads, inner.length === 0 ? words : []].filter((pieces) => pieces.length > 0);
  if (known.length === 0) return new Map();
  const sizes = known.map((pieces) => median(pieces.map(sizeOf)));
  const isOfSize = (piece: Piece) => sizes.some((size) => Math.abs(sizeOf(piece) - size) < SAME_SIZE * size);
  const isBetween = (piece: Piece, row: Row) => {
    const isAlone = row.pieces.length === 1;
    const beside = isAlone ? nearest(row, region) : row;
    // Heads stand at many heights, and the only figure of a row between the lines of its label.
    if (beside === undefined || isHead(beside) || (piece.figure && row.figures.length === 1)) return false;
    const others = row.figures.some((f) => f !== piece && isOfSize(f)) ? row.figures : piece.figure ? [] : row.pieces;
    return others.length === 0 ? isAlone && !piece.figure : !isAtHeightOf(piece, others.filter(isOfSize));
  };
  const found = region.flatMap((row) =>
    row.pieces.filter((p) => !isOfSize(p) || isBetween(p, row)).map((p) => [p, row] as const),
  );
  return new Map(found);
}

const isAtHeightOf = (piece: Piece, others: readonly Piece[]): boolean =>
  others.some((p) => p !== piece && Math.abs(centreY(p.box) - centreY(piece.box)) < SAME_HEIGHT * sizeOf(p));

/** The row next to a line, above or below it, that is more than one piece. */
function nearest(line: Row, rows: readonly Row[]): Row | undefined {
  const others = rows.filter((row) => row.pieces.length > 1);
  return others.toSorted((a, b) => Math.abs(a.y - line.y) - Math.abs(b.y - line.y))[0];
}
