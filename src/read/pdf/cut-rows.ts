import { PICTURE, withoutPictures } from '../../model.js';
import { isFigureLike } from '../../text.js';
import { isGroupName } from './form-names.js';
import { isMarginal } from './margins.js';
import { around } from './marks.js';
import type { Layout, PageCell, PageItem, PageTable } from './page.js';
import { follows, isFirst, isNumbered } from './signs.js';

const LETTER = /\p{L}{2}/u;

/** One row of a table without rules. */
interface Row {
  readonly label: string;
  readonly labels: readonly PageCell[];
  readonly figures: readonly PageCell[];
  /** How many figures stand in it. */
  readonly count: number;
  readonly blank: boolean;
  /** True where words stand over the columns of figures. */
  readonly isHead: boolean;
}

/**
 * Pages on which the rows that page breaks cut are put together, of tables that no rules divide. A blank row at a page's
 * edge is doubtful unless the labels leave no room for its figures on the other page.
 */
export function joinCutRows(pages: readonly Layout[]): Layout[] {
  const items = pages.map((page) => [...page.items]);
  for (let i = 1; i < items.length; i++) {
    const [page, next] = [items[i - 1] as PageItem[], items[i] as PageItem[]];
    // What is printed at the edge of a page besides is passed.
    const end = page.findLastIndex((item) => !isMarginal(item, pages[i - 1] as Layout));
    const start = next.findIndex((item) => !isMarginal(item, pages[i] as Layout));
    const [above, below] = [page[end], next[start]];
    const [upper, lower] = settled(above, below) ?? [doubtfulAt('y1', above), doubtfulAt('y0', below)];
    if (above !== undefined) page.splice(end, 1, ...upper);
    if (below !== undefined) next.splice(start, 1, ...lower);
  }
  return pages.map((page, i) => ({ ...page, items: items[i] as PageItem[] }));
}

/** Both parts of a table, where it is certain which figures belong to the rows between which the page ends. */
function settled(above?: PageItem, below?: PageItem): [PageItem[], PageItem[]] | undefined {
  if (above?.kind !== 'table' || below?.kind !== 'table' || above.ruled || below.ruled) return undefined;
  const [before, last] = rowsOf(above).slice(-2);
  const rows = rowsOf(below);
  // Heads that every page repeats stand between its edge and the rest of a row.
  if (!below.goesOn && !rows.some((row) => row.isHead)) return undefined;
  const [first, after] = below.goesOn ? rows : rows.filter((row) => !row.isHead);
  if (before === undefined || last === undefined || first === undefined) return undefined;
  // Figures without a label of their own: no row but the next has its label after the last one's. A figure alone may be
  // the page's number.
  const isLabel = first.blank && (follows(before.label, first.label) || (last.label === '' && isFirst(first.label)));
  if (above.bare && last.count > 1 && before.count > 0 && isNumbered(before.label) && isLabel)
    return [[withLabel(above, last, first)], without(below, first)];
  // The rest of a label: no other row stands between two that are numbered one after the other.
  const isNext = after !== undefined && (follows(last.label, after.label) || isFirst(after.label));
  if (
    isNumbered(last.label) &&
    last.count > 0 &&
    first.blank &&
    first.label !== '' &&
    !isNumbered(first.label) &&
    isNext
  )
    return [[withRest(above, last, first.label)], without(below, first)];
  // A label with its own figures, and the first of the next group under it.
  const isNextGroup = isNumbered(last.label) && last.count > 0 && isFirst(first.label);
  return follows(last.label, first.label) || isNextGroup ? [[above], [below]] : undefined;
}

function rowsOf({ cells, columns }: PageTable): Row[] {
  const labelEnd = (columns?.bounds[0] ?? -Infinity) + 0.5;
  const rows: PageCell[][] = [];
  for (const cell of cells.toSorted((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0)) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && cell.box.y0 < row[0].box.y0 + 1) row.push(cell);
    else rows.push([cell]);
  }
  return rows.map((row) => {
    const labels = row.filter((c) => c.box.x1 < labelEnd);
    const figures = row.filter((c) => c.box.x1 >= labelEnd);
    const count = figures.filter((c) => withoutPictures(c.text) !== '').length;
    const label = labels.findLast((c) => c.text !== '')?.text ?? '';
    const isHead = figures.some((c) => LETTER.test(c.text));
    return { label, labels, figures, count, blank: figures.every((c) => c.text === ''), isHead };
  });
}

/** The table with the label of another row beside the figures of one, in place of what stood there. */
function withLabel(table: PageTable, row: Row, { labels }: Row): PageTable {
  const { y0, y1 } = around(row.figures.map((c) => c.box));
  const moved = labels.map((c) => ({ ...c, box: { ...c.box, y0, y1 } }));
  return { ...table, cells: [...table.cells.filter((c) => !row.labels.includes(c)), ...moved] };
}

function withRest(table: PageTable, { labels }: Row, rest: string): PageTable {
  const label = labels.findLast((c) => c.text !== '');
  return { ...table, cells: table.cells.map((c) => (c === label ? { ...c, text: `${c.text}\n${rest}` } : c)) };
}

function without(table: PageTable, { labels, figures }: Row): PageTable[] {
  const cells = table.cells.filter((c) => !labels.includes(c) && !figures.includes(c));
  return cells.length === 0 ? [] : [{ ...table, cells }];
}

/**
 * A blank row where a page begins or ends may have its figures on the other page: no rule shows that it is whole. What
 * stands between it and the edge without a number may be a running head that was taken for a row.
 */
function doubtfulAt(edge: 'y0' | 'y1', item: PageItem | undefined): PageItem[] {
  if (item?.kind !== 'table' || item.ruled) return item === undefined ? [] : [item];
  const doubtful = new Set<PageCell>();
  const away = (c: PageCell) => (edge === 'y0' ? c.box.y0 : -c.box.y1);
  let rest = item.cells.toSorted((a, b) => away(a) - away(b));
  while (rest[0] !== undefined) {
    const end = away(rest[0]);
    const row = rest.filter((c) => away(c) < end + 1);
    if (!isBlankRow(row)) {
      // Heads that every page repeats stand between its edge and the rest of a row.
      if (edge === 'y1' || doubtful.size > 0 || row.some((c) => c.text !== '' && isFigureLike(c.text))) break;
      rest = rest.slice(row.length);
      continue;
    }
    // A group has no figures, and what it stands under is whole.
    if (row.some((c) => isGroupName(c.text))) break;
    for (const cell of row) doubtful.add(cell);
    if (row.some((c) => isNumbered(c.text))) break;
    rest = rest.slice(row.length);
  }
  const mark = (c: PageCell) => (doubtful.has(c) && c.text === '' ? { ...c, text: PICTURE } : c);
  return [{ ...item, cells: item.cells.map(mark) }];
}

/** True for a row that holds a label and no figure, seen or not; words at the right end are heads. */
const isBlankRow = (row: readonly PageCell[]): boolean =>
  row.some((c) => c.text !== '') &&
  row.every((c) => withoutPictures(c.text) === '' || !isFigureLike(c.text)) &&
  withoutPictures(row.toSorted((a, b) => a.box.x0 - b.box.x0).at(-1)?.text ?? '') === '';
