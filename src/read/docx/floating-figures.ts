import { type Grid, type GridCell, type Paragraph, PICTURE } from '../../model.js';
import { hasDigit, isFigureLike } from '../../text.js';

const LETTER = /\p{L}/u;

/**
 * Where figures stand alone before or after a table, they may be in text boxes that float over its blank cells: these are
 * marked as holding something.
 */
export const withFloatingFigures = (blocks: readonly (Paragraph | Grid)[]): (Paragraph | Grid)[] =>
  blocks.map((block, i) =>
    block.kind === 'grid' && (standsBeside(blocks.slice(0, i).reverse()) || standsBeside(blocks.slice(i + 1)))
      ? { ...block, rows: block.rows.map(marked) }
      : block,
  );

/** True where the nearest block that is not blank is a figure. */
function standsBeside(blocks: readonly (Paragraph | Grid)[]): boolean {
  const nearest = blocks.find((block) => block.kind === 'grid' || block.text.trim() !== '');
  return nearest?.kind === 'paragraph' && hasDigit(nearest.text) && isFigureLike(nearest.text);
}

/** A row, unless it is one of heads, with its blank cells marked. */
const marked = (row: readonly GridCell[]): readonly GridCell[] =>
  row.filter(({ text }) => LETTER.test(text)).length > 1
    ? row
    : row.map((cell) => (cell.text.trim() === '' ? { ...cell, text: PICTURE } : cell));
