import { sizeOf } from '../compose.js';
import { centreX, centreY } from '../marks.js';
import { LINE_PITCH, type Piece, SAME_EDGE } from './pieces.js';

const LETTER = /^\p{L}$/u;

/** Labels set one character under the other: 无 is a letter of 无法提供 where another follows below, and no figure. */
export function withUprightLabels(pieces: readonly Piece[]): Piece[] {
  const letters = pieces.filter((p) => !p.figure && LETTER.test(p.text));
  const goesOn = ({ box, glyphs }: Piece) =>
    letters.some((p) => {
      const step = centreY(p.box) - centreY(box);
      return step > 0 && step < LINE_PITCH * sizeOf({ glyphs }) && Math.abs(centreX(p.box) - centreX(box)) < SAME_EDGE;
    });
  return pieces.map((p) => (p.figure && LETTER.test(p.text) && goesOn(p) ? { ...p, figure: false } : p));
}
