import { PICTURE } from '../../model.js';
import { byHeight } from './heights.js';
import { type Glyph, isOn } from './marks.js';
import { DIGIT } from './visible.js';

const LETTER = /\p{L}/u;
/** Letters of a stamp are larger than the figures of a table, by this much at least. */
const LARGER = 1.25;

/**
 * Glyphs without the words of a stamp that was put over figures, which stand in no cell. Digits that its letters cover are what
 * nobody can read; those whose upper or lower half shows are read.
 */
export function withoutOverprinted(glyphs: readonly Glyph[]): readonly Glyph[] {
  const between = byHeight(glyphs.filter((g) => DIGIT.test(g.text)));
  const lost = new Set<Glyph>();
  const stamps = new Set<number>();
  for (const letter of glyphs) {
    if (!LETTER.test(letter.text)) continue;
    for (const digit of between(letter.y0, letter.y1)) {
      if (letter.order < digit.order || letter.size < digit.size * LARGER || !isOn(digit, letter)) continue;
      stamps.add(letter.order);
      if (digit.y0 > letter.y0 && digit.y1 < letter.y1) lost.add(digit);
    }
  }
  if (stamps.size === 0) return glyphs;
  return glyphs.flatMap((g) => (lost.has(g) ? [{ ...g, text: PICTURE }] : stamps.has(g.order) ? [] : [g]));
}
