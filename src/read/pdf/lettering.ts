import { type Box, isIn } from './marks.js';
import { boxOf } from './paths.js';
import { isShape, type Point } from './shapes.js';
import type { Shown } from './visible.js';

/** How far (ems) the outline of a letter reaches out of the place that its font gives it. */
const SLACK = 0.2;
/** As many letters as one line of text has: an outline follows the letters that it goes round. */
const MOST = 200;

/**
 * True for the outlines of letters that were just written: a pen that goes round them makes them bold (PDF 32000-1,
 * 9.3.6, as programs write it out that know no such text). They are neither lines of a table nor struck out.
 * @param parts of one path
 * @param shown the text before it, in the order of drawing
 */
export function goesRoundLetters(parts: readonly (readonly Point[])[], shown: readonly Shown[]): boolean {
  // A page may have thousands of lines that are no outlines.
  if (!parts.some(isShape)) return false;
  const outlines = parts.filter((part) => part.length > 1);
  return outlines.every(isClosed) && outlines.every((part) => isOnLetter(boxOf(part), shown));
}

function isOnLetter(box: Box, shown: readonly Shown[]): boolean {
  for (let i = shown.length - 1; i >= 0 && i >= shown.length - MOST; i--) {
    const { glyph } = shown[i] as Shown;
    if (glyph.text !== ' ' && isIn(box, glyph, SLACK * glyph.size)) return true;
  }
  return false;
}

const isClosed = (part: readonly Point[]): boolean => {
  const [first, last] = [part[0], part.at(-1)];
  return first !== undefined && last !== undefined && part.length > 3 && first.x === last.x && first.y === last.y;
};
