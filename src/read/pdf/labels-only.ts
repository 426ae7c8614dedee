import type { Box } from './marks.js';
import type { PiecesIn } from './unruled/pieces.js';

/** So many cells hold a row's label beside its figures not by chance. */
const LEAST = 3;

/**
 * True for lines that part groups from the labels of their rows and nothing else, as where those at the sides of figures
 * are lost at a page break: no cell holds a figure alone, and several hold a label with figures apart from each other.
 * Then positions make the columns.
 * @param cells of one table, as its rules divide it
 */
export function dividesLabelsOnly(cells: readonly Box[], piecesIn: PiecesIn): boolean {
  let mixed = 0;
  for (const cell of cells) {
    const pieces = piecesIn(cell);
    const figures = pieces.filter((piece) => piece.figure).length;
    if (figures > 0 && figures === pieces.length) return false;
    if (figures > 1) mixed++;
  }
  return mixed >= LEAST;
}
