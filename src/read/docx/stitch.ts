import type { Grid, Paragraph } from '../../model.js';
import { joined } from '../joined.js';

/** What stands between the parts of a table that an office divided: nothing, or 续表. */
const BETWEEN = /^[\s（(]*(?:续(?:上?表|前表)?[\s）)]*)?$/;

/**
 * Tables put together that follow one another with as many columns and nothing between: parts of one on two pages.
 * One that begins like the one above has heads of its own.
 */
export function stitched(blocks: readonly (Paragraph | Grid)[]): (Paragraph | Grid)[] {
  const whole: (Paragraph | Grid)[] = [];
  let parts: Grid[] = [];
  let between: Paragraph[] = [];
  const flush = () => {
    if (parts.length > 0) whole.push(joined(parts));
    whole.push(...between);
    [parts, between] = [[], []];
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph' && BETWEEN.test(block.text)) between.push(block);
    else if (block.kind === 'paragraph') {
      flush();
      whole.push(block);
    } else {
      const [first] = parts;
      if (first === undefined || !goesOn(first, block)) flush();
      parts.push(block);
      between = [];
    }
  }
  flush();
  return whole;
}

const goesOn = (first: Grid, part: Grid): boolean =>
  widthOf(first) === widthOf(part) && startOf(first) !== startOf(part);
const startOf = ({ rows }: Grid): string => (rows[0] ?? []).map((cell) => cell.text).join('\t');
const widthOf = ({ rows }: Grid): number =>
  rows.reduce((width, cells) => cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), width), 0);
