import { expect, it } from 'vitest';
import { FontTrust } from '../src/read/pdf/characters.js';
import type { Font, FontGlyph } from '../src/read/pdf/text-state.js';

it('believes no space of a font in which many characters are said to be one', () => {
  const space = (code: number) => ({ unicode: ' ', originalCharCode: code }) as FontGlyph;
  const spacesOf = (codes: readonly number[]) => {
    const [font, trust] = [{} as Font, new FontTrust()];
    for (const code of codes) trust.sawSpace(font, space(code));
    return codes.map((code) => trust.trusts(font, space(code)));
  };
  expect(spacesOf([3, 121])).toEqual([true, true]);
  expect(spacesOf([1, 6, 8, 11, 16])).toEqual([false, false, false, false, false]);
});

it('believes a small font that holds dashes joined to one character', () => {
  const [font, trust] = [{} as Font, new FontTrust()];
  const glyphs = [...'、⸺⸺⸺'].map((unicode, i) => ({ unicode, originalCharCode: 80 + i }) as FontGlyph);
  for (const glyph of glyphs) trust.saw(font, glyph);
  expect(glyphs.map((glyph) => trust.trusts(font, glyph))).toEqual([true, true, true, true]);
});

it('believes a tab only of a font whose codes are characters', () => {
  const tabAfter = (text: string) => {
    const [font, trust] = [{} as Font, new FontTrust()];
    for (const unicode of text) trust.saw(font, { unicode, originalCharCode: unicode.charCodeAt(0) } as FontGlyph);
    return trust.isBlank(font, { unicode: '\t', originalCharCode: 9 } as FontGlyph);
  };
  expect(tabAfter('2023')).toBe(true);
  expect(tabAfter('\u0003\u0005\u000B')).toBe(false);
});
