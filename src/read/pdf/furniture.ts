import { sizeOf } from './compose.js';
import { hasSameColumns, mayContinue } from './continued.js';
import { isListed } from './listed.js';
import { isBareNumber, isHeadOrFoot, isMarginal, isMarkedNumber, mayStandBetween } from './margins.js';
import type { Layout, PageItem, PageLine } from './page.js';
import { piecesOf } from './unruled/pieces.js';

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
    page.items.flatMap((item): Margin[] => (isMarginal(item, page) ? [{ line: item, at }] : [])),
  );
  const bare = margins.filter(
    ({ line, at }) => isBareNumber(line) && isOutermost(line, pages[at]) && !isListed(line, pages[at] as Layout),
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
  const { box } = item;
  const [label, ...figures] = piecesOf(item.glyphs);
  const gap = Math.max(box.y0 - table.box.y1, table.box.y0 - box.y1);
  const size = sizeOf(item);
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
  isHeadOrFoot(line, page) && LETTER.test(line.text) && !ROW_OF_FIGURES.test(line.text);

const keyOf = (text: string): string => text.replace(/\p{Nd}+/gu, '#').replace(/\s/g, '');

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
