import { isFigureLike } from '../../../text.js';
import { linesOf } from '../compose.js';
import { centreY, type Glyph } from '../marks.js';
import type { Piece } from './pieces.js';

/** What is drawn by itself begins this near (points) to where others of its column do. */
const SAME_START = 0.3;
/** Rows in which the figures of two columns stand apart, at least, before figures that touch are cut as they stand. */
const LEAST = 2;

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
 * show it, in which they stand apart. A figure drawn in pieces begins no column with its second.
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
  return pieces.flatMap((piece) => {
    const parts = touching.get(piece) ?? [];
    const columns = parts.map((part) => startsAt((part[0] as Glyph).x0).map(({ box }) => centreY(box)));
    const [first = [], ...others] = columns;
    const rows = first.filter((y) => others.every((column) => column.some((other) => Math.abs(other - y) < 1)));
    if (rows.length < LEAST) return [piece];
    return parts.flatMap((part) => linesOf(part)).map((line) => ({ ...line, figure: isFigureLike(line.text) }));
  });
}
