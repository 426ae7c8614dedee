import type { Line } from '../forms/index.js';
import { likenesses } from './likeness.js';
import { isNumbering, type Label, type PrintedRow, type Source } from './rows.js';
import { EXACT, type Found, OWN } from './rows-by-label.js';
import type { View, ViewBlock } from './views.js';

/** Likeness under which a label that only its position identifies is too far from the form's to be trusted. */
const LEAST_IN_ORDER = 0.3;

/**
 * Rows whose label is lost or garbled: where as many rows of figures stand between two identified rows as the form has
 * lines there, they are these lines (published tables always keep the official order).
 */
export function fillInOrder(
  source: Source,
  labels: readonly (readonly Label[])[],
  view: View,
  found: readonly Found[],
): Found[] {
  const { lines, blockOf } = view;
  const at = found.map((f) => lines.findIndex((line, j) => line === f.line && blockOf[j] === f.block));
  const width = mode(found.map((f) => (source.rows[f.row] as PrintedRow).cells.length - f.label));
  const filled: Found[] = [];
  found.forEach((f, i) => {
    filled.push(f);
    const next = found[i + 1];
    if (next === undefined) return;
    const first = (at[i] as number) + 1;
    const missing = lines.slice(first, at[i + 1]);
    if (missing.length === 0) return;
    if (blockOf.slice(first, at[i + 1]).some((block) => block !== f.block && block !== next.block)) return;
    const between = Array.from({ length: next.from - f.row - 1 }, (_, k) => f.row + 1 + k).filter((k) => {
      const { cells } = source.rows[k] as PrintedRow;
      return (
        cells.some((c) => c.figure) &&
        cells.filter((c) => c.figure || c.blank).length >= width - 1 &&
        !isNumbering({ cells, block: 0 })
      );
    });
    if (between.length !== missing.length) return;
    const candidates = between.map((row, k): Found => {
      const j = first + k;
      const own = (labels[row] as readonly Label[]).filter(({ weight }) => weight > OWN);
      const likes = own.map(({ text }) => likenesses(text, lines));
      const like = Math.max(0, ...likes.map((to) => to[j] as number));
      // A label that is another line's is not a garbled one.
      const foreign = likes.some((to) => to.some((l, other) => lines[other] !== lines[j] && l >= EXACT));
      const { cells } = source.rows[row] as PrintedRow;
      const label = own.at(-1)?.last ?? cells.length - width;
      return {
        line: lines[j] as Line,
        block: blockOf[j] as ViewBlock,
        from: row,
        row,
        label,
        likeness: like,
        by: 'order',
        certain: own.length === 0 || (like >= LEAST_IN_ORDER && !foreign),
      };
    });
    filled.push(...candidates.filter((c) => c.certain));
  });
  return filled;
}

const mode = (values: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
};
