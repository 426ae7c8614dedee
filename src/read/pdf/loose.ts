import { joinCutRows } from './cut-rows.js';
import { lastItem, lastOf } from './margins.js';
import { inOrder, type Layout, type PageItem } from './page.js';
import { tablesWithoutRules } from './unruled/index.js';

/** The pages with the tables that only the positions of text show. */
export function withLooseTables(pages: readonly Layout[]): Layout[] {
  const read: Layout[] = [];
  for (const page of pages) {
    const before = read.at(-1);
    const next = withTables(page, before);
    if (before === undefined || !goesOn(next)) read.push(next);
    else read.splice(-1, 1, ...withFootBelow(before, next));
  }
  return joinCutRows(read);
}

const goesOn = ({ items: [first] }: Layout): boolean => first?.kind === 'table' && first.goesOn === true;

/** Two pages over which a table goes on, what is printed under its first part put under the second. */
function withFootBelow(page: Layout, next: Layout): [Layout, Layout] {
  const end = lastOf(page) + 1;
  const [first, ...others] = next.items as [PageItem, ...PageItem[]];
  return [
    { ...page, items: page.items.slice(0, end) },
    { ...next, items: [first, ...page.items.slice(end), ...others] },
  ];
}

function withTables(layout: Layout, before: Layout | undefined): Layout {
  if (layout.prose) return layout;
  const lines = layout.items.filter((item) => item.kind === 'line');
  const tables = layout.items.filter((item) => item.kind === 'table');
  const [first] = layout.items;
  const above = lastItem(before);
  const isNext =
    above?.kind === 'table' && !above.ruled && first?.kind === 'line' && isSameWidth(layout, before as Layout);
  const open = isNext && layout.page <= above.page + 1 ? above : undefined;
  return { ...layout, items: inOrder([...tables, ...tablesWithoutRules(lines, layout.across, open)]) };
}

const isSameWidth = (a: Layout, b: Layout): boolean => Math.abs(a.width - b.width) < 1;
