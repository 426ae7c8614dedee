import { moveLine } from './carried-heads.js';
import { mayContinue } from './continued.js';
import { withHeadsOver } from './heads-over.js';
import { isPageNumber } from './margins.js';
import type { Layout, PageItem } from './page.js';

/** Heads of so many columns, a label's and a figure's, are told by the table that goes on under them. */
const LEAST = 2;

/**
 * Heads at the end of a page under a ruled table whose lines a page break leaves out: they are put over the first row of
 * its rest on the next page, where there is one over every cell and figures stand in that row.
 */
export function withHeadsBefore(pages: readonly Layout[]): Layout[] {
  const headed = [...pages];
  for (let i = 0; i + 1 < headed.length; i++) {
    const [page, next] = [headed[i] as Layout, headed[i + 1] as Layout];
    const at = page.items.findLastIndex((item) => item.kind === 'table');
    const [above, table] = [page.items[at], next.items[0]];
    const lines = page.items
      .slice(at + 1)
      .filter((item) => item.kind === 'line')
      .filter((line) => !isPageNumber(line, page.height));
    const last = lines.at(-1);
    if (above?.kind !== 'table' || table?.kind !== 'table' || last === undefined || !mayContinue(above, table))
      continue;
    const moved = lines.map((line) => moveLine(line, table.box.y0 - last.box.y1));
    const over = withHeadsOver([table], moved, LEAST);
    const heads = new Set<PageItem>(lines.filter((_, k) => !over.lines.includes(moved[k] as (typeof moved)[number])));
    headed[i] = { ...page, items: page.items.filter((item) => !heads.has(item)) };
    headed[i + 1] = { ...next, items: [...over.tables, ...next.items.slice(1)] };
  }
  return headed;
}
