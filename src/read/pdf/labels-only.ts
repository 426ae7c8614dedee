import { type Box, type Glyph, isOn } from './marks.js';
import { piecesOf } from './unruled/pieces.js';

/** So many cells hold a row's label beside its figures not by chance. */
const LEAST = 3;

/**
 * True for lines that part groups from the labels of their rows and nothing else, as where those at the sides of figures
 * are lost at a page break: no cell holds a figure alone, and several hold a label with figures apart from each other.
 * Then positions make the columns.
 * @param cells of one table, as its rules divide it
 */
export function dividesLabelsOnly(cells: readonly Box[], glyphs: readonly Glyph[]): boolean {
  const figures = cells.map((cell) => {
    const pieces = piecesOf(glyphs.filter((g) => g.text !== ' ' && isOn(g, cell)));
    return { words: pieces.filter((p) => !p.figure).length, count: pieces.filter((p) => p.figure).length };
  });
  return (
    figures.every(({ words, count }) => words > 0 || count === 0) &&
    figures.filter(({ words, count }) => words > 0 && count > 1).length >= LEAST
  );
}
