import type { Box, PageMarks, Rule } from './marks.js';

/**
 * Pages without those that are the page before once more, as a scanner's or a printer's software puts them in twice.
 * Two pages of one report are never the same in every character, place and line.
 */
export async function* withoutReprints(pages: AsyncIterable<PageMarks>): AsyncGenerator<PageMarks> {
  let before: PageMarks | undefined;
  for await (const page of pages) {
    if (before !== undefined && isSame(page, before)) continue;
    before = page;
    yield page;
  }
}

/** What pictures show, or characters that the file does not tell, may differ where all that is known is the same. */
const isKnown = ({ glyphs, pictures, undecodable, hidden }: PageMarks): boolean =>
  glyphs.length > 0 && pictures === 0 && undecodable === 0 && hidden === 0;

const isSame = (a: PageMarks, b: PageMarks): boolean =>
  isKnown(a) &&
  isKnown(b) &&
  a.width === b.width &&
  a.height === b.height &&
  areAll(a.glyphs, b.glyphs, (x, y) => x.text === y.text && isSameBox(x, y)) &&
  areAll(a.horizontal, b.horizontal, isSameRule) &&
  areAll(a.vertical, b.vertical, isSameRule) &&
  areAll(a.fills, b.fills, isSameBox) &&
  areAll(a.drawings, b.drawings, isSameBox);

const areAll = <T>(a: readonly T[], b: readonly T[], isEqual: (x: T, y: T) => boolean): boolean =>
  a.length === b.length && a.every((x, i) => isEqual(x, b[i] as T));

const isSameBox = (a: Box, b: Box): boolean => a.x0 === b.x0 && a.y0 === b.y0 && a.x1 === b.x1 && a.y1 === b.y1;
const isSameRule = (a: Rule, b: Rule): boolean => a.at === b.at && a.from === b.from && a.to === b.to;
