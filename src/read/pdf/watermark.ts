import { type Glyph, median, meets } from './marks.js';

/** Text this many times the usual size may lie over or under the page, not on it: titles have up to twice. */
const HUGE = 3.2;
/** Letters of a title over a table in small print; no watermark has so few that stand clear of all else. */
const TITLE = 80;

/** Glyphs without those of a size in which one lies over or under others: a watermark's, not a title's. */
export function withoutWatermark(glyphs: readonly Glyph[]): Glyph[] {
  const sizes = glyphs.filter((g) => g.text !== ' ').map((g) => g.size);
  const largest = median(sizes, 10) * HUGE;
  const huge = glyphs.filter((g) => g.size > largest && g.text !== ' ');
  const over = (a: Glyph) => glyphs.some((b) => b.size <= largest && b.text !== ' ' && meets(a, b));
  const gone = new Set(huge.length > TITLE ? huge.map((g) => g.size) : huge.filter(over).map((g) => g.size));
  return glyphs.filter((g) => g.size <= largest || !gone.has(g.size));
}
