import { PICTURE } from '../../model.js';
import { byHeight } from './heights.js';
import { centreX, type Glyph, type Rule } from './marks.js';

/** Lines drawn with text begin and end as it does, to this (points); the sides of a cell keep off its text. */
const SAME_END = 0.7;
/** Characters of words that fill their line stand this far (ems) from each other, at most. */
const WIDEST_GAP = 3;
/** Where a line is drawn with text, in ems over the bottom of its characters: under it, or through its middle. */
const UNDER = { from: -0.35, to: 0.25 };
const THROUGH = { from: 0.25, to: 0.75 };

/**
 * Tells lines drawn with text from the rules of a table: one as long as the characters over it underlines them; one
 * through their middle strikes them out, and what is struck out is not what the page says.
 * @param across the page's lines from left to right
 */
export function withoutDecoration(
  glyphs: readonly Glyph[],
  across: readonly Rule[],
): { readonly glyphs: Glyph[]; readonly rules: Rule[] } {
  if (across.length === 0) return { glyphs: [...glyphs], rules: [] };
  const between = byHeight(glyphs, (g) => g.y1);
  const largest = glyphs.reduce((size, g) => Math.max(size, g.size), 0);
  const struck = new Set<Glyph>();
  const rules = across.filter((rule) => {
    const { at, from, to } = rule;
    const near = between(at + UNDER.from * largest, at + THROUGH.to * largest).filter(
      (g) => centreX(g) > from && centreX(g) < to,
    );
    const within = (band: typeof UNDER) =>
      near.filter((g) => g.y1 - at >= band.from * g.size && g.y1 - at < band.to * g.size);
    const through = within(THROUGH);
    if (isAsLongAs(rule, through)) for (const glyph of through) struck.add(glyph);
    return !isAsLongAs(rule, through) && !isAsLongAs(rule, within(UNDER));
  });
  if (struck.size === 0) return { glyphs: [...glyphs], rules };
  return { glyphs: glyphs.map((g) => (struck.has(g) && g.text !== ' ' ? { ...g, text: PICTURE } : g)), rules };
}

/** True for a line that begins and ends with characters none of which is far from the next. */
function isAsLongAs({ from, to }: Rule, glyphs: readonly Glyph[]): boolean {
  let end = from;
  for (const { x0, x1, size } of glyphs.toSorted((a, b) => a.x0 - b.x0)) {
    if (x0 - end > (end === from ? SAME_END : WIDEST_GAP * size)) return false;
    end = Math.max(end, x1);
  }
  return glyphs.length > 0 && glyphs.every((g) => g.x0 >= from - SAME_END) && Math.abs(end - to) <= SAME_END;
}
