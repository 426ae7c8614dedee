import { isFigureLike } from '../../text.js';
import { quarter, type TextLine } from './compose.js';
import { centreY } from './marks.js';
import { FIGURE_GAP } from './unruled/pieces.js';

/**
 * True for a line that is one piece of words, whatever stands beside it. A page of such lines holds no figure, so no
 * table: it costs no more than its text. False says nothing.
 */
export function isProse({ glyphs }: TextLine): boolean {
  const [first] = glyphs;
  if (first === undefined || first.vertical || quarter(first.angle) !== 0) return false;
  const y = centreY(first);
  let text = '';
  let end = first.x0;
  for (const glyph of glyphs) {
    if (centreY(glyph) !== y || glyph.size !== first.size || glyph.x0 - end >= FIGURE_GAP * glyph.size) return false;
    text += glyph.text;
    end = glyph.x1;
  }
  return !isFigureLike(text);
}
