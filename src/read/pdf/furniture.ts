import type { TextLine } from './compose.js';
import type { Layout } from './layout.js';

/** Share of the page's height at its top and bottom in which page numbers and running heads stand. */
const MARGIN = 0.085;
/** Page numbers may stand closer to the text than running heads. */
const NUMBER_MARGIN = 0.13;
const PAGE_NUMBER =
  /^(?:[-—–－―─\s·]*\d{1,4}[-—–－―─\s·]*|第?\s*\d{1,4}\s*页?\s*[,，/／共]?\s*(?:共\s*)?\d{0,4}\s*页?|Page\s*\d+.*)$/i;
/** How far (points) a running head may stand from where it stood on the page before. */
const SAME_PLACE = 4;

/** Pages without their numbers and running heads. A running head's first printing stays: it may be the title. */
export function withoutFurniture(pages: readonly Layout[]): Layout[] {
  const seen = new Map<string, { page: number; y: number }[]>();
  const keyOf = (text: string) => text.replace(/\d+/g, '#').replace(/\s/g, '');
  for (const page of pages)
    for (const item of page.items)
      if (item.kind === 'line' && inMargin(item, page.height, MARGIN)) {
        const key = keyOf(item.text);
        seen.set(key, [...(seen.get(key) ?? []), { page: page.page, y: item.box.y0 }]);
      }
  return pages.map((page) => ({
    ...page,
    items: page.items.filter((item) => {
      if (item.kind !== 'line') return true;
      if (isPageNumber(item, page.height)) return false;
      if (!inMargin(item, page.height, MARGIN)) return true;
      return !seen
        .get(keyOf(item.text))
        ?.some((other) => other.page < page.page && Math.abs(other.y - item.box.y0) < SAME_PLACE);
    }),
  }));
}

/** @param height of the page */
export const isPageNumber = (line: TextLine, height: number): boolean =>
  inMargin(line, height, NUMBER_MARGIN) && PAGE_NUMBER.test(line.text.trim());

const inMargin = ({ box }: TextLine, height: number, share: number): boolean =>
  box.y1 < height * share || box.y0 > height * (1 - share);
