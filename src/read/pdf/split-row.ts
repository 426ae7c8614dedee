import { isFigureLike } from '../../text.js';
import type { PageCell, PageTable } from './fill.js';

/** Cells of two pages are in the same column when their sides agree to this (points). */
const SAME_EDGE = 3;
/** How a row's label begins on the form; what does not begin so, at the top of a page, may be the rest of one. */
const NUMBERED = /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d))/;

/**
 * Puts a row together that a page break cuts in two: a numbered label begins above, goes on below without a number,
 * and the figures stand in one half only.
 * @returns both parts; the second has lost its first row when that was the rest of the first part's last
 */
export function joinSplitRow(above: PageTable, below: PageTable): [PageTable, PageTable] {
  const bottom = Math.max(...above.cells.map((c) => c.box.y1));
  const top = Math.min(...below.cells.map((c) => c.box.y0));
  const upper = above.cells.filter((c) => c.box.y1 > bottom - 1);
  const lower = below.cells.filter((c) => c.box.y0 < top + 1).sort((a, b) => a.box.x0 - b.box.x0);
  const shift = above.box.x0 - below.box.x0;
  const pairs = lower.flatMap((cell): { cell: PageCell; over: PageCell }[] => {
    const over = upper.find(
      (u) =>
        Math.abs(u.box.x0 - cell.box.x0 - shift) <= SAME_EDGE && Math.abs(u.box.x1 - cell.box.x1 - shift) <= SAME_EDGE,
    );
    return over === undefined ? [] : [{ cell, over }];
  });
  const end = Math.min(...lower.map((c) => c.box.y1));
  const isWords = (text: string) => text !== '' && !isFigureLike(text);
  const label = pairs.findLastIndex(({ cell, over }) => isWords(over.text) && (cell.text === '' || isWords(cell.text)));
  const own = pairs[label];
  const figures = pairs.slice(label + 1);
  if (own === undefined || figures.length === 0 || lower.at(-1) !== pairs.at(-1)?.cell) return [above, below];
  const filled = (half: 'cell' | 'over') => figures.some((pair) => pair[half].text !== '');
  // Every cell right of the label must be in the row, and the row must end before the next begins.
  const right = lower.filter((c) => c.box.x0 >= own.cell.box.x1 - 1);
  const whole = right.length === figures.length && [own.cell, ...right].every((c) => c.box.y1 < end + 1);
  const continuesLabel = NUMBERED.test(own.over.text) && !NUMBERED.test(own.cell.text);
  const oneHalf = filled('over') ? !filled('cell') && own.cell.text !== '' : filled('cell');
  if (!whole || !continuesLabel || !oneHalf) return [above, below];
  const joined = new Map(
    [own, ...figures].map(({ cell, over }) => [
      over,
      { ...over, text: [over.text, cell.text].filter((t) => t !== '').join('\n') },
    ]),
  );
  const gone = new Set([own, ...figures].map(({ cell }) => cell));
  return [
    { ...above, cells: above.cells.map((c) => joined.get(c) ?? c) },
    { ...below, cells: below.cells.filter((c) => !gone.has(c)) },
  ];
}
