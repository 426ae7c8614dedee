import type { TextLine } from './compose.js';
import type { Box, Glyph } from './marks.js';
import type { Layout, PageItem, PageLine } from './page.js';

/** Share of the page's height at its top and bottom in which page numbers and running heads stand. */
const MARGIN = 0.085;
/** Page numbers may stand closer to the text than running heads. */
const NUMBER_MARGIN = 0.13;
/** Words or marks that only a page number has round it, the marks of a side in one. */
const MARKED_NUMBER =
  /^(?:[-—–－―─·]+\s*\p{Nd}{1,4}\s*[-—–－―─·]*|\p{Nd}{1,4}\s*[-—–－―─·]+|第\s*\p{Nd}{1,4}\s*页?|第?\s*\p{Nd}{1,4}\s*页?\s*[,，/／共]\s*(?:共\s*)?\p{Nd}{0,4}\s*页?|\p{Nd}{1,4}\s*页|Page\s*\p{Nd}+.*)$/iu;
/** Marks stand as near (ems) to the number; further away they are the blank cells of a row. */
const NEAR = 2;
const BARE_NUMBER = /^\p{Nd}{1,4}$/u;
/** What offices print over the rest of a table. */
const CONTINUED = /^[（(]?(?:续表|续上表|接上表|接上页|表.{0,6}续)[）)]?$/;
/** 二、 opens a section, a title another report. */
const HEADING = /^\s*[一二三四五六七八九十]{1,3}[、.．]|报告/;
const LETTER = /\p{L}/u;

const isNearEdge = ({ y0, y1 }: Box, height: number, share: number): boolean =>
  y1 < height * share || y0 > height * (1 - share);

/** True for a box where page numbers stand. */
export const isMarginalBox = (box: Box, height: number): boolean => isNearEdge(box, height, NUMBER_MARGIN);

/** True for a line where page numbers stand. */
export const isMarginal = (item: PageItem, { height }: Layout): item is PageLine =>
  item.kind === 'line' && isMarginalBox(item.box, height);

/** True for a line where running heads stand. */
export const isHeadOrFoot = ({ box }: PageLine, { height }: Layout): boolean => isNearEdge(box, height, MARGIN);

/** True for a line that may be a page's number by its words and place; the other pages must bear a bare number out. */
export const isPageNumber = (line: TextLine, height: number): boolean =>
  isMarginalBox(line.box, height) && (isMarkedNumber(line) || isBareNumber(line));

/** True for a number without any mark. */
export const isBareNumber = ({ text }: TextLine): boolean => BARE_NUMBER.test(text.trim());

/** True for a number with words or marks round it that only a page number has. */
export function isMarkedNumber({ text, glyphs }: TextLine): boolean {
  const words = text.trim();
  const isNear = ({ x0, size }: Glyph, i: number) => x0 - (glyphs[i - 1]?.x1 ?? x0) < NEAR * size;
  return MARKED_NUMBER.test(words) && (LETTER.test(words) || glyphs.every(isNear));
}

/** True for a line that a table may have printed between its parts on two pages: what margins hold, a word that says so. */
export const mayStandBetween = (item: PageItem, page: Layout): boolean =>
  item.kind === 'line' &&
  !HEADING.test(item.text) &&
  (CONTINUED.test(item.text.replace(/\s/g, '')) || isMarginal(item, page));

/** Where the last item of a page is, what may be printed under a table that goes on aside; -1 where there is none. */
export const lastOf = (page: Layout): number => page.items.findLastIndex((item) => !mayStandBetween(item, page));

/** That item. */
export const lastItem = (page: Layout | undefined): PageItem | undefined => page?.items[lastOf(page)];
