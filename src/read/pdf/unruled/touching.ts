import { isFigureLike } from '../../../text.js';
import { linesOf } from '../compose.js';
import { around, type Box, centreX, centreY, type Glyph } from '../marks.js';
import { cutWhere, type Piece } from './pieces.js';

/** What is drawn by itself begins, ends or has its middle this near (points) to where others of its column do. */
const SAME_PLACE = 0.3;
/** Where the figures of a column stand alike: at their beginning, in their middle or at their end. */
const PLACES: readonly ((box: Box) => number)[] = [({ x0 }) => x0, centreX, ({ x1 }) => x1];
/** Rows in which the figures of two columns stand apart, at least, before figures that touch are cut as they stand. */
const LEAST = 2;
/** A gap (ems) that no two digits of one number have. */
const GAP = 0.2;

/** Glyphs from left to right, by the operation that drew them. */
export const drawnApart = (glyphs: readonly Glyph[]): Glyph[][] =>
  cutWhere(glyphs, (before, glyph) => before.order !== glyph.order);

/**
 * Figures of neighbouring columns that touch are cut where each is drawn by itself and stands in its column, as other rows
 * show it, in which they stand apart, or, of those with a gap between them, the heads over each. A figure drawn in pieces
 * stands in no column with its second.
 */
export function withoutTouching(pieces: readonly Piece[]): Piece[] {
  const figures = pieces.filter((p) => p.figure);
  const touching = new Map(
    figures.flatMap((p) => {
      const parts = figuresIn(p.glyphs);
      return parts.length > 1 ? [[p, parts] as const] : [];
    }),
  );
  const alone = figures.filter((p) => !touching.has(p));
  /** Heights of the rows in which figures stand at the place of each part, apart from each other. */
  const rowsAt = (parts: readonly Box[], placeOf: (box: Box) => number): number[] => {
    const isAt = (part: Box) => (figure: Piece) => Math.abs(placeOf(figure.box) - placeOf(part)) < SAME_PLACE;
    const [first = [], ...others] = parts.map((part) => alone.filter(isAt(part)).map(({ box }) => centreY(box)));
    return first.filter((y) => others.every((column) => column.some((other) => Math.abs(other - y) < 1)));
  };
  const words = pieces.filter((p) => !p.figure);
  const hasHead = ([first]: readonly Glyph[]) =>
    words.some(({ box }) => box.y1 < (first as Glyph).y0 && Math.abs(box.x0 - (first as Glyph).x0) < SAME_PLACE);
  return pieces.flatMap((piece) => {
    const parts = touching.get(piece);
    if (parts === undefined) return [piece];
    const boxes = parts.map(around);
    const stand = PLACES.some((placeOf) => rowsAt(boxes, placeOf).length >= LEAST);
    if (!stand && !(parts.every(hasHead) && areApart(parts))) return [piece];
    return parts.flatMap((part) => linesOf(part)).map((line) => ({ ...line, figure: isFigureLike(line.text) }));
  });
}

/** Glyphs by the operation that drew them; where each has its own, by the gaps between them. */
function figuresIn(glyphs: readonly Glyph[]): Glyph[][] {
  const drawn = drawnApart(glyphs);
  return drawn.length < glyphs.length ? drawn : cutWhere(glyphs, isGap);
}

const isGap = (before: Glyph, { x0, size }: Glyph): boolean => x0 - before.x1 > GAP * size;

const areApart = (parts: readonly (readonly Glyph[])[]): boolean =>
  parts.slice(1).every(([first], i) => {
    const last = parts[i]?.at(-1);
    return first !== undefined && last !== undefined && isGap(last, first);
  });
