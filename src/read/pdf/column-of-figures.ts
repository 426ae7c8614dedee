import { type Box, type Glyph, isOn } from './marks.js';
import { piecesOf } from './unruled/pieces.js';

/** Fewer rows are a frame with a few lines in it. */
const LEAST = 3;
const LETTER = /\p{L}/u;

/**
 * True for cells under one another that hold a figure each, below their heads: what a spreadsheet prints of a table whose
 * last column has no room on the page of the others.
 */
export function isColumnOfFigures(cells: readonly Box[], glyphs: readonly Glyph[]): boolean {
  const texts = cells
    .toSorted((a, b) => a.y0 - b.y0)
    .map((cell) => glyphs.filter((g) => isOn(g, cell)))
    .filter((own) => own.length > 0);
  const first = texts.findIndex((own) => !own.some(({ text }) => LETTER.test(text)));
  const figures = first < 0 ? [] : texts.slice(first);
  return figures.length >= LEAST && figures.every((own) => isFigure(own));
}

function isFigure(glyphs: readonly Glyph[]): boolean {
  const pieces = piecesOf(glyphs);
  return pieces.length === 1 && pieces[0]?.figure === true;
}
