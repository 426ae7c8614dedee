import type { Grid, Paragraph } from '../../model.js';

/** What stands between the parts of a table that an office divided: nothing, or 续表. */
const BETWEEN = /^[\s（(]*(?:续(?:上?表|前表)?[\s）)]*)?$/;

/**
 * Tables put together that follow one another with as many columns and nothing between: parts of one on two pages.
 * One that begins like the one above has heads of its own.
 */
export function stitched(blocks: readonly (Paragraph | Grid)[]): (Paragraph | Grid)[] {
  const whole: (Paragraph | Grid)[] = [];
  let between: Paragraph[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph' && BETWEEN.test(block.text)) {
      between.push(block);
      continue;
    }
    const above = whole.at(-1);
    if (block.kind === 'grid' && above?.kind === 'grid' && goesOn(above, block))
      whole.splice(-1, 1, below(above, block));
    else whole.push(...between, block);
    between = [];
  }
  return [...whole, ...between];
}

const goesOn = (above: Grid, part: Grid): boolean =>
  widthOf(above) === widthOf(part) && startOf(above) !== startOf(part);
const startOf = ({ rows }: Grid): string => (rows[0] ?? []).map((cell) => cell.text).join('\t');
const widthOf = ({ rows }: Grid): number =>
  rows.reduce((width, cells) => cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), width), 0);

const below = ({ rows }: Grid, part: Grid): Grid => ({
  kind: 'grid',
  rows: [...rows, ...part.rows.map((cells) => cells.map((cell) => ({ ...cell, row: cell.row + rows.length })))],
});
