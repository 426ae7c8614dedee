import { PICTURE } from '../../model.js';
import { hasDigit, isFigureLike } from '../../text.js';
import { SAME_SIDE } from './continued.js';
import type { PageCell, PageItem, PageTable } from './page.js';
import { LABEL_NUMBER } from './signs.js';

const FIGURE_LINE = /^\s*\p{Nd}+\s*$/mu;

/** A cell at the bottom of a page and the one below it on the next. */
interface Pair {
  readonly over: PageCell;
  readonly cell: PageCell;
}

/**
 * Puts a row together that a page break cuts in two: its figures stand in one half only, and either its label is
 * numbered above and goes on below, or no line is drawn between the halves.
 * @returns both parts; the second has lost its first row when that was the rest of the first part's last
 */
export function joinSplitRow(above: PageTable, below: PageTable): [PageTable, PageTable] {
  const bottom = Math.max(...above.cells.map((c) => c.box.y1));
  const top = Math.min(...below.cells.map((c) => c.box.y0));
  const upper = above.cells.filter((c) => c.box.y1 > bottom - 1);
  const lower = below.cells.filter((c) => c.box.y0 < top + 1).sort((a, b) => a.box.x0 - b.box.x0);
  const shift = above.box.x0 - below.box.x0;
  const pairs = lower.flatMap((cell): Pair[] => {
    const over = upper.find(
      (u) =>
        Math.abs(u.box.x0 - cell.box.x0 - shift) <= SAME_SIDE && Math.abs(u.box.x1 - cell.box.x1 - shift) <= SAME_SIDE,
    );
    return over === undefined ? [] : [{ cell, over }];
  });
  const row = splitRow(pairs, lower, above.openBelow, below.openAbove);
  if (row.length === 0) return [above, below];
  const joined = new Map(
    row.map(({ cell, over }) => [over, { ...over, text: [over.text, cell.text].filter((t) => t !== '').join('\n') }]),
  );
  const gone = new Set(row.map(({ cell }) => cell));
  return [
    { ...above, cells: above.cells.map((c) => joined.get(c) ?? c) },
    { ...below, cells: below.cells.filter((c) => !gone.has(c)) },
  ];
}

/** The cells of the row that is cut; none where two rows meet. */
function splitRow(pairs: readonly Pair[], lower: readonly PageCell[], openAbove: boolean, openBelow: boolean): Pair[] {
  const isWords = (text: string) => text !== '' && !isFigureLike(text);
  const label = pairs.findLastIndex(
    ({ cell, over }) =>
      (isWords(over.text) || isWords(cell.text)) && [cell, over].every((c) => c.text === '' || isWords(c.text)),
  );
  // Words with a figure below them are no label: a running head printed over the row.
  if (pairs.slice(0, label + 1).some(({ cell, over }) => FIGURE_LINE.test(cell.text) || FIGURE_LINE.test(over.text)))
    return [];
  const row = pairs.slice(Math.max(0, label));
  const own = label < 0 ? undefined : row[0];
  const figures = own === undefined ? row : row.slice(1);
  if (figures.length === 0 || lower.at(-1) !== pairs.at(-1)?.cell) return [];
  // Every cell right of the label must be in the row, and the row must end before the next begins.
  const start = figures[0]?.cell.box.x0 ?? 0;
  const right = lower.filter((c) => c.box.x0 >= start - 1);
  const end = Math.min(...row.map(({ cell }) => cell.box.y1));
  if (right.length !== figures.length || row.some(({ cell }) => cell.box.y1 > end + 1)) return [];
  const filled = (half: 'cell' | 'over') => figures.some((pair) => pair[half].text !== '');
  if (filled('over') && filled('cell')) return [];
  const wordsBelow = own !== undefined && own.cell.text !== '';
  const wordsAbove = own !== undefined && own.over.text !== '';
  if (openAbove && openBelow) return row;
  if (!filled('over') && !filled('cell')) return [];
  if ((openAbove || openBelow) && !(wordsAbove && wordsBelow)) return row;
  // The label stands in one half and all figures in the other, as where both are set in the middle of the row's height.
  if (own !== undefined && (filled('over') ? wordsBelow && !wordsAbove : wordsAbove && !wordsBelow)) return row;
  const continuesLabel =
    wordsAbove && wordsBelow && LABEL_NUMBER.test(own.over.text) && !LABEL_NUMBER.test(own.cell.text);
  return continuesLabel ? row : [];
}

/** Figures, and a unit that a narrow cell put on its own line. */
const NO_LABEL = /^(?:[件宗个次]|[万亿]?元)?$/;
const isBare = (text: string): boolean => NO_LABEL.test(text) || isFigureLike(text);

/**
 * The last row of a table without rules may go on over the page: when the next page begins with figures that have no
 * label, or but the rest of a numbered one, nothing tells what of them belongs to it.
 * @param next what the next page begins with
 */
export function withDoubtfulEnd(table: PageTable, next: PageItem): PageTable {
  const bottom = Math.max(...table.cells.map((c) => c.box.y1));
  const isNumbered = table.cells.some((c) => c.box.y1 > bottom - 1 && LABEL_NUMBER.test(c.text));
  if (table.ruled || !(beginsBare(next) || (isNumbered && beginsWithRest(next)))) return table;
  const isOpen = ({ box, text }: PageCell) => box.y1 > bottom - 1 && (text === '' || isBare(text));
  return { ...table, cells: table.cells.map((c) => (isOpen(c) ? { ...c, text: c.text + PICTURE } : c)) };
}

/** True for a table whose first row holds figures, and words that no number begins. */
function beginsWithRest(item: PageItem): boolean {
  if (item.kind === 'line' || item.ruled) return false;
  const top = Math.min(...item.cells.map((c) => c.box.y0));
  const row = item.cells.filter((c) => c.box.y0 < top + 1);
  return row.some((c) => hasDigit(c.text) && isBare(c.text)) && row.every((c) => !LABEL_NUMBER.test(c.text));
}

function beginsBare(item: PageItem): boolean {
  if (item.kind === 'line') return item.text.split(/\s+/).every(isBare);
  const top = Math.min(...item.cells.map((c) => c.box.y0));
  return !item.ruled && item.cells.every((c) => c.box.y0 > top + 1 || c.text.split('\n').every(isBare));
}
