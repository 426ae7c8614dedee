import { sizeOf } from '../compose.js';
import { centreY } from '../marks.js';
import { CONTRAST } from './blank-rows.js';
import { isAligned, LINE_PITCH } from './pieces.js';
import type { Row } from './rows.js';

/** Lines of one label are as far from each other as any two of them, give or take this (ems). */
const UNEVEN = 0.1;

/**
 * How many rows under the heads are the rest of the head over the labels: lines of words alone, one under the other as
 * close as that head's own, with more space after them than between them.
 */
export function linesOfCorner(heads: readonly Row[], body: readonly Row[]): number {
  let above = heads.at(-1)?.pieces[0];
  let pitch: number | undefined;
  for (const [count, { pieces, figures }] of body.entries()) {
    const [piece] = pieces;
    if (above === undefined || piece === undefined || piece.figure || !isAligned(above, piece)) return 0;
    const size = sizeOf(piece);
    const step = centreY(piece.box) - centreY(above.box);
    if (pitch !== undefined && pitch <= step * CONTRAST) return count;
    const goesOn = pitch === undefined ? step < LINE_PITCH * size : Math.abs(step - pitch) < UNEVEN * size;
    if (!goesOn || figures.length > 0 || pieces.length > 1) return 0;
    [above, pitch] = [piece, step];
  }
  return 0;
}
