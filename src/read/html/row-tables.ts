import type { Grid, Paragraph } from '../../model.js';
import { joined } from '../joined.js';

/** Fewest tables of one row below one another that are the rows of one table. */
const LEAST_ROWS = 3;

/** Puts the rows together that a page prints each in a table of its own, with nothing between. */
export function rowTablesJoined(blocks: readonly (Paragraph | Grid)[]): (Paragraph | Grid)[] {
  const whole: (Paragraph | Grid)[] = [];
  let run: Grid[] = [];
  const flush = () => {
    whole.push(...(run.length < LEAST_ROWS ? run : [joined(run)]));
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === 'grid' && block.rows.length === 1) run.push(block);
    else {
      flush();
      whole.push(block);
    }
  }
  flush();
  return whole;
}
