import { joinCutRows } from './cut-rows.js';
import { inOrder, type Layout } from './layout.js';
import { tablesWithoutRules } from './unruled/index.js';

/** The pages with the tables that only the positions of text show. */
export function withLooseTables(pages: readonly Layout[]): Layout[] {
  const read: Layout[] = [];
  for (const page of pages) read.push(withTables(page, read.at(-1)));
  return joinCutRows(read);
}

function withTables(layout: Layout, before: Layout | undefined): Layout {
  if (layout.prose) return layout;
  const lines = layout.items.filter((item) => item.kind === 'line');
  const tables = layout.items.filter((item) => item.kind === 'table');
  const [first] = layout.items;
  const above = before?.items.at(-1);
  const isNext =
    above?.kind === 'table' && !above.ruled && first?.kind === 'line' && isSameWidth(layout, before as Layout);
  const open = isNext && layout.page <= above.page + 1 ? above : undefined;
  return { ...layout, items: inOrder([...tables, ...tablesWithoutRules(lines, layout.stops, open)]) };
}

const isSameWidth = (a: Layout, b: Layout): boolean => Math.abs(a.width - b.width) < 1;
