import { isFigureLike } from '../../../text.js';
import { linesOf } from '../compose.js';
import { centreY, type Glyph } from '../marks.js';
import type { Piece } from './pieces.js';

/** What is drawn by itself begins this near (points) to where others of its column do. */
const SAME_START = 0.3;
/** Rows in which the figures of two columns stand apart, at least, before figures that touch are cut as they stand. */
const LEAST = 2;
/** A gap (ems) that no two digits of one number have. */
const GAP = 0.2;

/** Glyphs from left to right, by the operation that drew them. */
export function drawnApart(glyphs: readonly Glyph[]): Glyph[][] {
  const parts: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.x0 - b.x0)) {
    if (parts.at(-1)?.[0]?.order === glyph.order) parts.at(-1)?.push(glyph);
    else parts.push([glyph]);
  }
  return parts;
}

/**
 * Figures of neighbouring columns that touch are cut where each is drawn by itself and begins its column, as other rows
 * show it, in which they stand apart, or, of those with a gap between them, the heads over each. A figure drawn in pieces
 * begins no column with its second.
 */
export function withoutTouching(pieces: readonly Piece[]): Piece[] {
  const figures = pieces.filter((p) => p.figure);
  const touching = new Map(
    figures.flatMap((p) => {
      const parts = drawnApart(p.glyphs);
      return parts.length > 1 && parts.length < p.glyphs.length ? [[p, parts] as const] : [];
    }),
  );
  const alone = figures.filter((p) => !touching.has(p));
  const startsAt = (x: number) => alone.filter(({ box }) => Math.abs(box.x0 - x) < SAME_START);
  const words = pieces.filter((p) => !p.figure);
  const hasHead = ([first]: readonly Glyph[]) =>
    words.some(({ box }) => box.y1 < (first as Glyph).y0 && Math.abs(box.x0 - (first as Glyph).x0) < SAME_START);
  return pieces.flatMap((piece) => {
    const parts = touching.get(piece);
    if (parts === undefined) return [piece];
    const columns = parts.map((part) => startsAt((part[0] as Glyph).x0).map(({ box }) => centreY(box)));
    const [first = [], ...others] = columns;
    const rows = first.filter((y) => others.every((column) => column.some((other) => Math.abs(other - y) < 1)));
    if (rows.length < LEAST && !(parts.every(hasHead) && areApart(parts))) return [piece];
    return parts.flatMap((part) => linesOf(part)).map((line) => ({ ...line, figure: isFigureLike(line.text) }));
  });
}

const areApart = (parts: readonly (readonly Glyph[])[]): boolean =>
  parts.slice(1).every(([first], i) => {
    const last = parts[i]?.at(-1);
    return first !== undefined && last !== undefined && first.x0 - last.x1 > GAP * first.size;
  });
