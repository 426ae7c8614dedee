import type { TextLine } from './compose.js';
import type { Layout, PageItem, PageLine } from './layout.js';

/** Share of the page's height at its top and bottom in which page numbers and running heads stand. */
const MARGIN = 0.085;
/** Page numbers may stand closer to the text than running heads. */
const NUMBER_MARGIN = 0.13;
/** Words or marks that only a page number has round it. */
const MARKED_NUMBER =
  /^(?:[-—–－―─·][-—–－―─\s·]*\d{1,4}[-—–－―─\s·]*|\d{1,4}[-—–－―─\s·]*[-—–－―─·]|第\s*\d{1,4}\s*页?|第?\s*\d{1,4}\s*页?\s*[,，/／共]\s*(?:共\s*)?\d{0,4}\s*页?|\d{1,4}\s*页|Page\s*\d+.*)$/i;
const BARE_NUMBER = /^\d{1,4}$/;
const LETTER = /\p{L}/u;
/** Figures of a row, after its label: a running head has at most a year and a page. */
const ROW_OF_FIGURES = /(?:[\s\u3000]+[\d.,，]+){3}$/;
/** How far (points) a running head or page number may stand from where it stood on the page before. */
const SAME_PLACE = 4;

/** A line in a margin, and the page it is on, counted as they are read. */
interface Margin {
  readonly line: PageLine;
  readonly at: number;
}

/** Pages without their numbers and running heads. A running head's first printing stays: it may be the title. */
export function withoutFurniture(pages: readonly Layout[]): Layout[] {
  const margins = pages.flatMap((page, at) =>
    page.items.flatMap((item): Margin[] => (inMargin(item, page, NUMBER_MARGIN) ? [{ line: item, at }] : [])),
  );
  const bare = margins.filter(({ line, at }) => BARE_NUMBER.test(line.text.trim()) && isOutermost(line, pages[at]));
  const heads = new Map<string, Margin[]>();
  for (const margin of margins)
    if (isHeadLike(margin.line, pages[margin.at] as Layout)) {
      const key = keyOf(margin.line.text);
      heads.set(key, [...(heads.get(key) ?? []), margin]);
    }
  const gone = new Set<PageItem>();
  for (const margin of margins)
    if (MARKED_NUMBER.test(margin.line.text.trim()) || countsPages(margin, bare)) gone.add(margin.line);
  for (const printings of heads.values())
    for (const margin of printings) if (isRepeated(margin, printings)) gone.add(margin.line);
  return pages.map((page) => ({ ...page, items: page.items.filter((item) => !gone.has(item)) }));
}

/** True for a line that may be a page's number by its words and place; the other pages must bear a bare number out. */
export function isPageNumber({ text, box }: TextLine, height: number): boolean {
  const words = text.trim();
  return isNearEdge(box, height, NUMBER_MARGIN) && (MARKED_NUMBER.test(words) || BARE_NUMBER.test(words));
}

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

const keyOf = (text: string): string => text.replace(/\d+/g, '#').replace(/\s/g, '');

/** Printed at the same place of the page before, or again and again; two reports of one layout agree now and then. */
const isRepeated = ({ line, at }: Margin, printings: readonly Margin[]): boolean => {
  const same = printings.filter((other) => Math.abs(other.line.box.y0 - line.box.y0) < SAME_PLACE);
  const before = same.filter((other) => other.at < at);
  return (
    before.some((other) => at - other.at === 1) || (same.length > 2 && before.some((other) => at - other.at === 2))
  );
};
