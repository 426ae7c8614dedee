import { PICTURE } from '../../model.js';
import { isFigureLike } from '../../text.js';
import type { PageCell, PageTable } from './fill.js';
import { inOrder, type Layout } from './layout.js';
import { tablesWithoutRules } from './unruled/index.js';

/** The page with the tables that only the positions of text show. */
export function withLooseTables(layout: Layout): Layout {
  if (layout.prose) return layout;
  const lines = layout.items.filter((item) => item.kind === 'line');
  const tables = layout.items.filter((item) => item.kind === 'table');
  const items = inOrder([...tables, ...tablesWithoutRules(lines, layout.stops)]);
  return {
    ...layout,
    items: items.map((item, i) =>
      item.kind === 'line' || item.ruled || (i > 0 && i < items.length - 1)
        ? item
        : withDoubtfulEdges(item, i === 0, i === items.length - 1),
    ),
  };
}

/** A blank row where a page begins or ends may have its figures on the other page: no rule shows that it is whole. */
function withDoubtfulEdges(table: PageTable, first: boolean, last: boolean): PageTable {
  const top = Math.min(...table.cells.map((c) => c.box.y0));
  const bottom = Math.max(...table.cells.map((c) => c.box.y1));
  const edges = [
    first ? table.cells.filter((c) => c.box.y0 < top + 1) : [],
    last ? table.cells.filter((c) => c.box.y1 > bottom - 1) : [],
  ];
  // Words at the right end are heads.
  const isBlankRow = (row: readonly PageCell[]) =>
    row.some((c) => c.text !== '') &&
    row.every((c) => c.text === '' || !isFigureLike(c.text)) &&
    row.toSorted((a, b) => a.box.x0 - b.box.x0).at(-1)?.text === '';
  const doubtful = new Set(edges.filter(isBlankRow).flatMap((row) => row.filter((c) => c.text === '')));
  return { ...table, cells: table.cells.map((c) => (doubtful.has(c) ? { ...c, text: PICTURE } : c)) };
}
