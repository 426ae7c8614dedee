import { isFigureLike } from '../../text.js';
import { heightsOf, SAME_HEIGHT } from './continued.js';
import type { Layout, PageCell, PageItem, PageTable } from './page.js';

/** Fewer rows of figures at the same heights are chance. */
const LEAST_ROWS = 3;
const LETTER = /\p{L}/u;

/**
 * Tables with the columns for which a sheet had no room, and which a spreadsheet printed on pages of their own: they
 * have no labels, and their rows stand where those of the table's first columns do. All left halves may come first, or
 * the pages of each row of pages.
 */
export function withColumnsOver(pages: readonly Layout[]): Layout[] {
  const over = new Map<PageItem, PageTable[]>();
  const gone = new Set<PageItem>();
  const before: Shape[] = [];
  for (const { items } of pages) {
    const shapes = items
      .filter((item) => item.kind === 'table' && item.ruled)
      .map((item) => shapeOf(item as PageTable));
    for (const shape of shapes) {
      const beside = isWithoutLabels(shape) ? before.filter((first) => isBeside(first, shape)) : [];
      const fewest = Math.min(...beside.map(({ table }) => over.get(table)?.length ?? 0));
      const own = beside.find(({ table }) => (over.get(table)?.length ?? 0) === fewest)?.table;
      if (own === undefined) continue;
      over.set(own, [...(over.get(own) ?? []), shape.table]);
      gone.add(shape.table);
    }
    before.push(...shapes.filter(({ table }) => !gone.has(table)));
  }
  if (gone.size === 0) return [...pages];
  const withOver = (item: PageItem): PageItem => {
    const columns = over.get(item);
    return item.kind === 'line' || columns === undefined ? item : { ...item, over: columns };
  };
  return pages.map((page) => ({ ...page, items: page.items.filter((item) => !gone.has(item)).map(withOver) }));
}

/** A ruled table by its rows: where they begin and end, and what stands in each. */
interface Shape {
  readonly table: PageTable;
  readonly heights: readonly number[];
  readonly rows: readonly { readonly words: boolean; readonly figures: boolean }[];
  /** Words of the rows above all figures. */
  readonly heads: readonly string[];
}

function shapeOf(table: PageTable): Shape {
  const heights = heightsOf(table);
  const figures = table.cells.filter(isFigure);
  const words = table.cells.filter(isWords);
  const rows = heights.slice(1).map((end, i) => {
    const start = heights[i] as number;
    const isInRow = ({ box }: PageCell) => box.y0 < end - SAME_HEIGHT && box.y1 > start + SAME_HEIGHT;
    return { words: words.some(isInRow), figures: figures.some(isInRow) };
  });
  const first = heights[rows.findIndex((row) => row.figures)] ?? 0;
  const heads = words.filter(({ box }) => box.y1 < first + SAME_HEIGHT);
  return { table, heights, rows, heads: heads.map(({ text }) => text) };
}

const isWithoutLabels = ({ rows }: Shape): boolean =>
  rows.filter(({ figures }) => figures).length >= LEAST_ROWS && rows.every(({ figures, words }) => !figures || !words);

/**
 * True where rows of figures without labels stand at the heights of a table's last rows, with theirs, and have heads as
 * those do, of their own. Their heads may be merged otherwise.
 */
function isBeside(first: Shape, columns: Shape): boolean {
  const at = columns.heights.map((y) => first.heights.findIndex((own) => Math.abs(own - y) <= SAME_HEIGHT));
  return (
    at.at(-1) === first.rows.length &&
    columns.heads.length > 0 === first.heads.length > 1 &&
    !columns.heads.some((head) => first.heads.includes(head)) &&
    columns.rows.every(({ figures }, i) => {
      const [from, to] = [at[i] as number, at[i + 1] as number];
      return from >= 0 && to > from && (!figures || (to === from + 1 && first.rows[from]?.words === true));
    })
  );
}

const isFigure = ({ text }: PageCell): boolean => text !== '' && isFigureLike(text);
const isWords = ({ text }: PageCell): boolean => LETTER.test(text) && !isFigureLike(text);
