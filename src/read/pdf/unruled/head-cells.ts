import { PICTURE } from '../../../model.js';
import { type Box, centreX } from '../marks.js';
import type { PageCell } from '../page.js';
import { LABEL_NUMBER } from '../signs.js';
import type { Column } from './columns.js';
import type { Piece } from './pieces.js';
import { overlaps } from './span.js';

/**
 * Heads over the columns: wrapped lines put together, the lowest level in one row, wider ones in rows above.
 * @returns the cells, and where the heads end
 */
export function headCells(
  pieces: readonly Piece[],
  columns: readonly Column[],
  bounds: readonly number[],
  box: Box,
  { labelled, certain }: { readonly labelled: boolean; readonly certain: boolean },
): { cells: PageCell[]; bottom: number } {
  if (pieces.length === 0) return { cells: [], bottom: box.y0 };
  const cells: PageCell[] = [];
  const bottom = Math.max(...pieces.map((p) => p.box.y1)) + 0.5;
  const start = bounds[0] as number;
  const used = new Set(columns.flatMap((column) => column.head));
  const tops = [...used].map((p) => p.box.y0);
  const lowTop = tops.length === 0 ? bottom - 1 : Math.min(...tops) - 0.5;
  const upper = pieces.filter((p) => !used.has(p) && p.box.x1 > start + 1);
  const levels = [...new Set(upper.map((p) => Math.round(p.box.y0)))].sort((a, b) => a - b);
  levels.forEach((level, l) => {
    const y1 = (levels[l + 1] ?? Math.max(lowTop, level + 5.5) + 0.4) - 0.4;
    for (const p of upper.filter((q) => Math.round(q.box.y0) === level)) {
      const over = columns.flatMap((o, c) => (overlaps(p.box, o) ? [c] : []));
      const inside = bounds.findLastIndex((x) => x <= centreX(p.box));
      const from = over[0] ?? Math.max(0, Math.min(inside, columns.length - 1));
      const to = over.at(-1) ?? from;
      cells.push({
        box: { x0: bounds[from] as number, x1: bounds[to + 1] as number, y0: level - 0.4, y1 },
        text: p.text,
      });
    }
  });
  const low = levels.length === 0 ? box.y0 : Math.max(lowTop, (levels.at(-1) as number) + 5.5);
  // A numbered label among the heads, wherever it stands: lines of the first row's, perhaps, or of a row without figures.
  const own = labelled ? pieces.filter((p) => !used.has(p) && p.box.x1 <= start + 1) : [];
  const none = pieces.some((p) => LABEL_NUMBER.test(p.text)) ? PICTURE : '';
  if (labelled) {
    cells.push({ box: { x0: box.x0, x1: start, y0: low, y1: bottom }, text: own.map((p) => p.text).join('\n') });
  }
  columns.forEach(({ head }, c) => {
    // Where heads and figures could not be paired, nobody knows which column has none.
    if (head.length === 0 && !certain) return;
    cells.push({
      box: { x0: bounds[c] as number, x1: bounds[c + 1] as number, y0: low, y1: bottom },
      text: head.length === 0 ? none : head.map((p) => p.text).join('\n'),
    });
  });
  return { cells, bottom };
}
