import type { Line } from '../forms/index.js';
import { likenesses } from './likeness.js';
import { figureCells, type Label, type Source } from './rows.js';
import { EXACT, type Found, OWN } from './rows-by-label.js';
import type { View, ViewBlock } from './views.js';

/**
 * Rows that stand elsewhere than on the form: where their order leaves lines open, labels that are printed as they
 * should be, once, are believed.
 */
export function outOfOrder(
  source: Source,
  labels: readonly (readonly Label[])[],
  view: View,
  found: readonly Found[],
): Found[] {
  const kept = found.filter((f) => f.certain);
  const { lines, blockOf } = view;
  const open = [...lines.keys()].filter((j) => !kept.some((f) => f.line === lines[j] && f.block === blockOf[j]));
  if (open.length === 0 || !source.geometric) return [...found];
  const free = source.rows.flatMap((printed, row) => {
    if (kept.some((f) => f.from <= row && row <= f.row)) return [];
    return (labels[row] as readonly Label[])
      .filter(({ last, weight }) => weight > OWN && figureCells(printed, last).some((c) => c.figure))
      .map(({ text, last }) => ({ row, label: last, like: likenesses(text, lines) }));
  });
  const moved = open.flatMap((j): Found[] => {
    const exact = free.filter(({ like }) => (like[j] as number) >= EXACT);
    const [first] = exact;
    if (first === undefined || exact.some(({ row }) => row !== first.row)) return [];
    const { row, label } = first;
    const [line, block] = [lines[j] as Line, blockOf[j] as ViewBlock];
    return [{ line, block, from: row, row, label, likeness: 1, by: 'label', certain: true }];
  });
  const settled = (f: Found) => moved.some((m) => m.row === f.row || m.line === f.line);
  return [...found.filter((f) => f.certain || !settled(f)), ...moved].sort((a, b) => a.row - b.row);
}
