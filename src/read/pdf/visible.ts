import { PICTURE } from '../../model.js';
import type { FontTrust } from './characters.js';
import { byHeight } from './heights.js';
import { type Box, type Fill, type Glyph, isOn } from './marks.js';
import { PALE } from './paths.js';
import type { Font, FontGlyph } from './text-state.js';

/** A glyph as it was drawn, before it is known what is drawn over it later and whether its font is to be trusted. */
export interface Shown {
  readonly glyph: Glyph;
  readonly pale: boolean;
  readonly font: Font;
  readonly from: FontGlyph;
  /** True where the next character of the same string is not shown, or where nobody knows what is. */
  cut: boolean;
}

/** Something that hides what was drawn before it. */
export interface Cover extends Box {
  readonly order: number;
  /** What is seen in the place of a hidden character: a blank, something else, or the page as a picture. */
  readonly shows: 'paper' | 'ink' | 'page';
}

export const DIGIT = /^[\d０-９]$/;
/** Digits, and what stands among and before them. */
const FIGURE = /^[\d０-９.,，．+＋\-－−–]$/;
/** Lightness under which an area shows white letters. */
const DARK = 0.6;

/** What a reader of the page sees of its text. */
export interface Visible {
  /** Those whose characters are not known, or not to be seen, are pictures. */
  readonly glyphs: Glyph[];
  readonly undecodable: number;
  /** Glyphs under a picture of the page. */
  readonly hidden: number;
}

/** The glyphs that a reader of the page sees. */
export function visibleGlyphs(
  shown: readonly Shown[],
  fills: readonly Fill[],
  pictures: readonly Cover[],
  trust: FontTrust,
): Visible {
  // White on white does not show; white on a dark band does.
  const onDark = (g: Glyph) =>
    fills.some(
      (f) =>
        f.light < DARK && f.order < g.order && f.x0 <= g.x0 + 1 && g.x1 <= f.x1 + 1 && f.y0 <= g.y1 && g.y0 <= f.y1,
    );
  const covers = [
    ...pictures,
    ...fills
      .filter((f) => f.opaque && f.order >= 0)
      .map((f): Cover => ({ ...f, shows: f.light < PALE ? 'ink' : 'paper' })),
  ].sort((a, b) => b.order - a.order);
  /** The uppermost of those that hide a glyph. */
  const coverOf = (g: Glyph) =>
    covers.find((c) => c.order > g.order && c.x0 <= g.x0 && g.x1 <= c.x1 && c.y0 <= g.y0 + 1 && g.y1 - 1 <= c.y1);
  let undecodable = 0;
  const glyphs: Glyph[] = [];
  const painted: Glyph[] = [];
  const underPage: Glyph[] = [];
  for (const { font, glyph, from, pale, cut } of shown) {
    if (pale && !onDark(glyph)) continue;
    const cover = coverOf(glyph);
    if (cover !== undefined) {
      if (cover.shows === 'page') underPage.push(glyph);
      else if (cover.shows === 'ink' && glyph.text.trim() !== '') painted.push(glyph);
    } else if (cut && FIGURE.test(glyph.text)) glyphs.push({ ...glyph, text: PICTURE });
    else if (trust.trusts(font, from)) {
      if (glyph.text !== '') glyphs.push(glyph);
    } else if (glyph.text === ' ' && trust.isBlank(font, from)) {
      glyphs.push(glyph);
    } else {
      undecodable++;
      glyphs.push({ ...glyph, text: PICTURE });
    }
  }
  // A picture of the page hides most of it; a smaller one may show other figures than those that it hides.
  const isPage = underPage.length > glyphs.length;
  if (!isPage) painted.push(...underPage.filter((g) => DIGIT.test(g.text)));
  // What was painted over and written again is read.
  const between = byHeight(painted.length === 0 ? [] : glyphs);
  const lost = painted.filter((glyph) => !between(glyph.y0, glyph.y1).some((g) => isOn(g, glyph)));
  return {
    glyphs: [...glyphs, ...lost.map((glyph) => ({ ...glyph, text: PICTURE }))],
    undecodable,
    hidden: isPage ? underPage.length : 0,
  };
}
