import { PICTURE } from '../../model.js';
import { byHeight } from './heights.js';
import { type Glyph, isOn } from './marks.js';
import { DIGIT } from './visible.js';

const LETTER = /\p{L}/u;

/** Glyphs with digits under a letter, as of a stamp, as what nobody can read: a part of their number may be elsewhere. */
export function withoutOverprinted(glyphs: readonly Glyph[]): readonly Glyph[] {
  const between = byHeight(glyphs.filter((g) => DIGIT.test(g.text)));
  const lost = new Set(
    glyphs.flatMap((letter) =>
      LETTER.test(letter.text) ? between(letter.y0, letter.y1).filter((digit) => isOn(digit, letter)) : [],
    ),
  );
  return lost.size === 0 ? glyphs : glyphs.map((g) => (lost.has(g) ? { ...g, text: PICTURE } : g));
}
