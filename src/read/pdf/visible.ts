import { PICTURE } from '../../model.js';
import type { FontTrust } from './characters.js';
import type { Fill, Glyph } from './marks.js';
import type { Font, FontGlyph } from './text-state.js';

/** A glyph as it was drawn, before it is known what is drawn over it later and whether its font is to be trusted. */
export interface Shown {
  readonly glyph: Glyph;
  readonly pale: boolean;
  readonly font: Font;
  readonly from: FontGlyph;
  /** True where the next character of the same string is not shown. */
  cut: boolean;
}

export const DIGIT = /^[\d０-９]$/;

/** The glyphs that a reader of the page sees; those whose characters are not known are pictures. */
export function visibleGlyphs(
  shown: readonly Shown[],
  fills: readonly Fill[],
  trust: FontTrust,
): { readonly glyphs: Glyph[]; readonly undecodable: number } {
  // White on white does not show; white on a dark band does.
  const onDark = (g: Glyph) =>
    fills.some(
      (f) => f.dark && f.order < g.order && f.x0 <= g.x0 + 1 && g.x1 <= f.x1 + 1 && f.y0 <= g.y1 && g.y0 <= f.y1,
    );
  const covers = fills.filter((f) => f.opaque && f.order >= 0);
  const isCovered = (g: Glyph) =>
    covers.some((f) => f.order > g.order && f.x0 <= g.x0 && g.x1 <= f.x1 && f.y0 <= g.y0 + 1 && g.y1 - 1 <= f.y1);
  let undecodable = 0;
  const glyphs: Glyph[] = [];
  for (const { font, glyph, from, pale, cut } of shown) {
    if ((pale && !onDark(glyph)) || isCovered(glyph)) continue;
    if (cut && DIGIT.test(glyph.text)) glyphs.push({ ...glyph, text: PICTURE });
    else if (trust.trusts(font, from)) {
      if (glyph.text !== '') glyphs.push(glyph);
    } else if (glyph.text === ' ' && from.unicode !== ' ' && from.originalCharCode <= 0xff) {
      // A tab or a line feed is no lost character.
      glyphs.push(glyph);
    } else {
      undecodable++;
      glyphs.push({ ...glyph, text: PICTURE });
    }
  }
  return { glyphs, undecodable };
}
