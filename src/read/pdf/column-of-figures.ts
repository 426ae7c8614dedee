import type { Box } from './marks.js';
import type { PiecesIn } from './unruled/pieces.js';

/** Fewer rows are a frame with a few lines in it. */
const LEAST = 3;
const LETTER = /\p{L}/u;

/**
 * True for cells under one another that hold a figure each, below their heads: what a spreadsheet prints of a table whose
 * last column has no room on the page of the others.
 */
export function isColumnOfFigures(cells: readonly Box[], piecesIn: PiecesIn): boolean {
  const contents = cells
    .toSorted((a, b) => a.y0 - b.y0)
    .map(piecesIn)
    .filter((own) => own.length > 0);
  const first = contents.findIndex((own) => !own.some(({ text }) => LETTER.test(text)));
  const figures = first < 0 ? [] : contents.slice(first);
  return figures.length >= LEAST && figures.every(([only, ...others]) => only?.figure && others.length === 0);
}
