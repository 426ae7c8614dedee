import { isOfSize, type TextLine } from './compose.js';
import { centreY, type Glyph, widthOf } from './marks.js';

/** Space (points) that cells keep free on each side, at most. */
const PADDING = 8;
/** From line to line (ems) of one number that is broken over two, at most. */
const PITCH = 1.8;

/**
 * True where lines of digits, one under the other in a narrow cell, are one number: on no line was there room for the
 * digit with which the next begins, as far as the column shows.
 * @param width of the cell
 * @param widest line that stands in such a cell
 */
export const isOneFigure = (lines: readonly TextLine[], width: number, widest: number): boolean =>
  lines.slice(1).every((line, i) => {
    const above = lines[i] as TextLine;
    const next = line.glyphs[0] as Glyph;
    const needed = widthOf(above.box) + widthOf(next);
    return (
      // What is printed over a table, a page's number for one, is set in another size.
      isOfSize(next, above.glyphs.at(-1) as Glyph) &&
      centreY(line.box) - centreY(above.box) < PITCH * next.size &&
      needed + 2 * PADDING > width &&
      needed > widest
    );
  });
