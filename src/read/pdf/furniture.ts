import type { TextLine } from './compose.js';
import { hasSameColumns, mayContinue } from './continued.js';
import type { Layout, PageItem, PageLine } from './layout.js';
import { isListed } from './listed.js';
import type { Glyph } from './marks.js';
import { piecesOf } from './unruled/pieces.js';

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
/** Figures of a row, after its label: a running head has at most a year and a page. */
const ROW_OF_FIGURES = /(?:[\s\u3000]+[\p{Nd}.,，]+){3}$/u;
/** How far (points) a running head or page number may stand from where it stood on the page before. */
const SAME_PLACE = 4;

/** A line in a margin, and the page it is on, counted as they are read. */
interface Margin {
  readonly line: PageLine;
  readonly at: number;
}

/**
 * Pages without their numbers and running heads and feet. A running head's first printing stays: it may be the title,
 * which no foot is.
 */
export function withoutFurniture(pages: readonly Layout[]): Layout[] {
  const margins = pages.flatMap((page, at) =>
    page.items.flatMap((item): Margin[] => (inMargin(item, page, NUMBER_MARGIN) ? [{ line: item, at }] : [])),
  );
  const bare = margins.filter(
    ({ line, at }) =>
      BARE_NUMBER.test(line.text.trim()) && isOutermost(line, pages[at]) && !isListed(line, pages[at] as Layout),
  );
  const heads = new Map<string, Margin[]>();
  for (const margin of margins)
    if (isHeadLike(margin.line, pages[margin.at] as Layout)) {
      const key = keyOf(margin.line.text);
      heads.set(key, [...(heads.get(key) ?? []), margin]);
    }
  const gone = new Set<PageItem>();
  for (const margin of margins) if (isMarkedNumber(margin.line) || countsPages(margin, bare)) gone.add(margin.line);
  for (const printings of heads.values())
    for (const margin of printings)
      if (isRepeated(margin, printings) || isFirstFoot(margin, printings, pages[margin.at])) gone.add(margin.line);
  const without = pages.map((page) => ({ ...page, items: page.items.filter((item) => !gone.has(item)) }));
  /** By page, whether its last table goes on over the next one. */
  const cut = without.slice(1).map((next, at) => isCut(without[at] as Layout, next));
  return without.map((page, at) => withoutBreaks(page, cut[at - 1] ?? false, cut[at] ?? false));
}

/** A page without the lines in its margins, other on each page, that stand between two parts of one table. */
function withoutBreaks(page: Layout, cutAbove: boolean, cutBelow: boolean): Layout {
  if (!cutAbove && !cutBelow) return page;
  const from = cutAbove ? page.items.findIndex((item) => item.kind === 'table') : 0;
  const to = cutBelow ? page.items.findLastIndex((item) => item.kind === 'table') + 1 : page.items.length;
  const ends = [...(cutAbove ? [page.items[from]] : []), ...(cutBelow ? [page.items[to - 1]] : [])];
  const isRow = (item: PageItem) => ends.some((table) => isRowBeside(item, table));
  return { ...page, items: page.items.filter((item, i) => (i >= from && i < to) || isRow(item)) };
}

/** True for a label and figures right under a table, or over it: its last row, or first, which no line closes there. */
function isRowBeside(item: PageItem, table: PageItem | undefined): boolean {
  if (item.kind !== 'line' || table?.kind !== 'table') return false;
  const { box, glyphs } = item;
  const [label, ...figures] = piecesOf(glyphs);
  const gap = Math.max(box.y0 - table.box.y1, table.box.y0 - box.y1);
  const size = glyphs[0]?.size ?? 0;
  return (
    gap > -size / 4 &&
    gap < size &&
    box.x0 >= table.box.x0 &&
    box.x1 <= table.box.x1 &&
    label?.figure === false &&
    figures.length > 0 &&
    figures.every((piece) => piece.figure)
  );
}

/** True for a line where page numbers and running heads stand. */
export const isMarginal = (item: PageItem, page: Layout): boolean => inMargin(item, page, NUMBER_MARGIN);
const bare = (text: string): string => text.replace(/\s/g, '');

/** True for a line that a table may have printed between its parts on two pages: what margins hold, a word that says so. */
const mayStandBetween = (item: PageItem, page: Layout): boolean =>
  item.kind === 'line' && !HEADING.test(item.text) && (isMarginal(item, page) || CONTINUED.test(bare(item.text)));

/** The last item of a page, what may be printed under a table that goes on aside. */
export const lastItem = (page: Layout | undefined): PageItem | undefined => page?.items[lastOf(page)];

/** Where the last item of a page is, what may be printed under a table that goes on aside; -1 where there is none. */
export const lastOf = (page: Layout): number => page.items.findLastIndex((item) => !mayStandBetween(item, page));

/** True where nothing but what the margins hold, or a word that says so, parts a table from its rest on the next page. */
function isCut(page: Layout, next: Layout): boolean {
  const above = page.items.findLastIndex((item) => item.kind === 'table');
  const below = next.items.findIndex((item) => item.kind === 'table');
  const [part, rest] = [page.items[above], next.items[below]];
  if (part?.kind !== 'table' || rest?.kind !== 'table') return false;
  return (
    page.items.slice(above + 1).every((item) => mayStandBetween(item, page)) &&
    next.items.slice(0, below).every((item) => mayStandBetween(item, next)) &&
    mayContinue(part, rest) &&
    hasSameColumns(part, rest)
  );
}

/** True for a line that may be a page's number by its words and place; the other pages must bear a bare number out. */
export const isPageNumber = (line: TextLine, height: number): boolean =>
  isMarginalBox(line.box, height) && (isMarkedNumber(line) || BARE_NUMBER.test(line.text.trim()));

function isMarkedNumber({ text, glyphs }: TextLine): boolean {
  const words = text.trim();
  const isNear = ({ x0, size }: Glyph, i: number) => x0 - (glyphs[i - 1]?.x1 ?? x0) < NEAR * size;
  return MARKED_NUMBER.test(words) && (LETTER.test(words) || glyphs.every(isNear));
}

/** True for a box where page numbers stand. */
export const isMarginalBox = (box: TextLine['box'], height: number): boolean => isNearEdge(box, height, NUMBER_MARGIN);

const isNearEdge = ({ y0, y1 }: TextLine['box'], height: number, share: number): boolean =>
  y1 < height * share || y0 > height * (1 - share);

const inMargin = (item: PageItem, { height }: Layout, share: number): item is PageLine =>
  item.kind === 'line' && isNearEdge(item.box, height, share);

const isOutermost = ({ box }: PageLine, page: Layout | undefined): boolean => {
  const others = page?.items.filter((item) => item.box !== box) ?? [];
  return others.every((item) => item.box.y1 < box.y0) || others.every((item) => item.box.y0 > box.y1);
};

/** A number without any mark is a page's when it is the page's, or goes up with the pages: else it is a figure. */
const countsPages = ({ line, at }: Margin, bare: readonly Margin[]): boolean =>
  bare.some((own) => own.line === line) &&
  (Number(line.text) === at + 1 ||
    bare.some(
      (other) =>
        other.at !== at &&
        Number(other.line.text) - other.at === Number(line.text) - at &&
        Math.abs(other.line.box.y0 - line.box.y0) < SAME_PLACE,
    ));

const isHeadLike = (line: PageLine, page: Layout): boolean =>
  inMargin(line, page, MARGIN) && LETTER.test(line.text) && !ROW_OF_FIGURES.test(line.text);

const keyOf = (text: string): string => bare(text.replace(/\p{Nd}+/gu, '#'));

/** Printed at the same place of the page before, or again and again; two reports of one layout agree now and then. */
const isRepeated = ({ line, at }: Margin, printings: readonly Margin[]): boolean => {
  const same = printings.filter((other) => Math.abs(other.line.box.y0 - line.box.y0) < SAME_PLACE);
  const before = same.filter((other) => other.at < at);
  return (
    before.some((other) => at - other.at === 1) || (same.length > 2 && before.some((other) => at - other.at === 2))
  );
};

/** True for the first printing of what the foot of the next page repeats. */
const isFirstFoot = ({ line, at }: Margin, printings: readonly Margin[], page: Layout | undefined): boolean =>
  line.box.y0 > (page?.height ?? Infinity) / 2 &&
  printings.some((other) => other.at === at + 1 && Math.abs(other.line.box.y0 - line.box.y0) < SAME_PLACE);
