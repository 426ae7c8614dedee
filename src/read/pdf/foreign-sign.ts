import type { Glyph } from './marks.js';
import { DIGIT } from './visible.js';

const SIGN = /^[-−–—－―─+＋]$/;
const PART = /^[\d０-９,.，．\s]$/;

/**
 * True for a figure with a sign that was not drawn with it, or right before it: a dash of a page number printed over the
 * table, which makes 5 look like -5.
 * @param all what the page shows
 */
export function hasForeignSign(glyphs: readonly Glyph[], all: readonly Glyph[]): boolean {
  const signs = glyphs.filter((g) => SIGN.test(g.text));
  const digits = glyphs.filter((g) => DIGIT.test(g.text));
  if (digits.length === 0 || !glyphs.every((g) => PART.test(g.text) || SIGN.test(g.text))) return false;
  return signs.some((sign) => {
    const isAfter = (g: Glyph) => g.order > sign.order && g.text !== ' ';
    const next = all.reduce((least, g) => (isAfter(g) ? Math.min(least, g.order) : least), Infinity);
    return !digits.some(({ order }) => order === sign.order || order === next);
  });
}
