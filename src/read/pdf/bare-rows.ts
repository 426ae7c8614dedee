import { type Grid, type GridCell, PICTURE, pageOf, withoutPictures } from '../../model.js';
import { hasDigit, isFigureLike } from '../../text.js';
import { isPageNumber } from './margins.js';
import { centreX } from './marks.js';
import type { PageCell, PageItem, PageTable } from './page.js';
import { LABEL_NUMBER } from './signs.js';

/** Lines of one cell stand no further apart (ems) than this. */
const LEADING = 2;
const DIGITS = /^\p{Nd}[\p{Nd}\s]*$/u;

/**
 * Marks figures under which others stand that have no label, in some columns only: the last digits of numbers that
 * narrow cells break may be set too far below to show it, or over the page.
 */
export function withDoubtfulRests(grid: Grid): Grid {
  const doubtful = new Set<GridCell>();
  grid.rows.slice(1).forEach((row, r) => {
    const above = grid.rows[r] as readonly GridCell[];
    const rests = row.filter(isFigure);
    const figures = above.filter(isFigure);
    if (rests.length === 0 || rests.length >= figures.length || hasLabel(row, above)) return;
    const pairs = rests.map((rest) =>
      figures.find((c) => c.column === rest.column && c.columnSpan === rest.columnSpan),
    );
    if (pairs.includes(undefined) || countsPage(rests, grid.rows[r + 2])) return;
    for (const cell of [...rests, ...pairs]) doubtful.add(cell as GridCell);
  });
  if (doubtful.size === 0) return grid;
  const mark = (cell: GridCell) => (doubtful.has(cell) ? { ...cell, text: cell.text + PICTURE } : cell);
  return { ...grid, rows: grid.rows.map((row) => row.map(mark)) };
}

/**
 * The last row of a table without rules when the next line holds but digits below its figures: these may end there.
 * @param line what stands below on the page; the number of the page ends none
 * @param height of the page
 */
export function withDoubtfulLast(table: PageTable, line: PageItem, height: number): PageTable {
  if (table.ruled || line.kind !== 'line' || line.page !== table.page || !DIGITS.test(line.text)) return table;
  if (isPageNumber(line, height)) return table;
  const bottom = Math.max(...table.cells.map((c) => c.box.y1));
  const size = line.glyphs[0]?.size ?? 0;
  if (line.box.y0 - bottom > LEADING * size) return table;
  const isAbove = ({ box, text }: PageCell) =>
    box.y1 > bottom - 1 && hasDigit(text) && line.glyphs.some((g) => centreX(g) > box.x0 && centreX(g) < box.x1);
  return { ...table, cells: table.cells.map((c) => (isAbove(c) ? { ...c, text: c.text + PICTURE } : c)) };
}

/** True for a single figure that ends its page and counts it. */
const countsPage = ([only, ...others]: readonly GridCell[], next: readonly GridCell[] | undefined): boolean =>
  others.length === 0 &&
  only !== undefined &&
  pageOf(only.place) === Number(only.text) &&
  pageOf(next?.[0]?.place) !== pageOf(only.place);

const isFigure = ({ text }: GridCell): boolean => hasDigit(text) && isFigureLike(withoutPictures(text));
const isNumbered = ({ text }: GridCell): boolean => LABEL_NUMBER.test(text);
const isWords = ({ text }: GridCell): boolean => withoutPictures(text) !== '' && !isFigureLike(withoutPictures(text));

/** True for a row with a label of its own: words with a number, or some below a label that has none either. */
function hasLabel(row: readonly GridCell[], above: readonly GridCell[]): boolean {
  const words = row.filter(isWords);
  return words.some(isNumbered) || (words.length > 0 && !above.some(isNumbered));
}
