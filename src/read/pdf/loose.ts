import { joinCutRows } from './cut-rows.js';
import { inOrder, type Layout, type PageItem } from './layout.js';
import { tablesWithoutRules } from './unruled/index.js';

/** The pages with the tables that only the positions of text show. */
export function withLooseTables(pages: readonly Layout[]): Layout[] {
  const read: Layout[] = [];
  for (const page of pages) read.push(withTables(page, read.at(-1)?.items.at(-1)));
  return joinCutRows(read);
}

function withTables(layout: Layout, above: PageItem | undefined): Layout {
  if (layout.prose) return layout;
  const lines = layout.items.filter((item) => item.kind === 'line');
  const tables = layout.items.filter((item) => item.kind === 'table');
  const [first] = layout.items;
  const isNext =
    above?.kind === 'table' && !above.ruled && first?.kind === 'line' && above.pose.turns === first.pose.turns;
  const open = isNext && layout.page <= above.page + 1 ? above : undefined;
  return { ...layout, items: inOrder([...tables, ...tablesWithoutRules(lines, layout.stops, open)]) };
}
