import { hasDigit, isFigureLike } from '../../text.js';
import type { CleanPage } from './clean.js';
import type { Box } from './marks.js';

/** A cell that ends this near (points) to the edge of the page goes on beyond it, as far as anyone knows. */
const AT_EDGE = 1;

/** True for a cell of which the right or left side of the page may leave but a part, beside its figure. */
export const isCutOff = ({ x0, x1 }: Box, { width }: Pick<CleanPage, 'width'>): boolean =>
  x0 < AT_EDGE || x1 > width - AT_EDGE;

/** The cells beside figures in the last column of a table that no side closes and no head names: it is cut off. */
export function cutColumn(cells: readonly Box[], texts: readonly string[]): Box[] {
  const from = Math.max(...cells.map((cell) => cell.x0));
  if (cells.some((cell, i) => cell.x0 === from && texts[i] !== '')) return [];
  const rows = new Set(
    cells.flatMap((cell, i) => (hasDigit(texts[i] as string) && isFigureLike(texts[i] as string) ? [cell.y0] : [])),
  );
  return cells.filter((cell) => cell.x0 === from && rows.has(cell.y0));
}
