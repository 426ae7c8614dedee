import { type Grid, type GridCell, type Paragraph, PICTURE } from '../../model.js';
import { hasDigit, isFigureLike } from '../../text.js';

const LETTER = /\p{L}/u;

/**
 * Where figures stand alone before or after a table, they may be in text boxes that float over its blank cells: these are
 * marked as holding something.
 */
export function withFloatingFigures(blocks: readonly (Paragraph | Grid)[]): (Paragraph | Grid)[] {
  const shown = blocks.filter((block) => block.kind === 'grid' || block.text.trim() !== '');
  const beside = new Set(shown.filter((_, i) => [shown[i - 1], shown[i + 1]].some(isFigure)));
  return blocks.map((block) =>
    block.kind === 'grid' && beside.has(block) ? { ...block, rows: block.rows.map(marked) } : block,
  );
}

const isFigure = (block: Paragraph | Grid | undefined): boolean =>
  block?.kind === 'paragraph' && hasDigit(block.text) && isFigureLike(block.text);

/** A row, unless it is one of heads, with its blank cells marked. */
const marked = (row: readonly GridCell[]): readonly GridCell[] =>
  row.filter(({ text }) => LETTER.test(text)).length > 1
    ? row
    : row.map((cell) => (cell.text.trim() === '' ? { ...cell, text: PICTURE } : cell));
