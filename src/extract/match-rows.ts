import type { Line } from '../forms/index.js';
import { align } from './align.js';
import { likeness } from './likeness.js';
import { figureCells, isNumbering, type Label, type PrintedRow, type Source } from './rows.js';
import type { View, ViewBlock } from './views.js';

/** Least likeness of a row's label, and what its alignment must be better than the next best by. */
const LEAST = 0.5;
const MARGIN = 0.08;
/** Likeness under which a label that only its position identifies is too far from the form's to be trusted. */
const LEAST_IN_ORDER = 0.3;
/** Likeness at which a label is printed as it should be, and the weight of a row's own label (not its group's). */
const EXACT = 0.97;
const OWN = 0.98;
/** Lines over which a label may be broken in running text. */
const MOST_LINES = 4;

/** A printed row found to be a row of the form. */
export interface Found {
  readonly line: Line;
  readonly block: ViewBlock;
  /** First printed row of its label, and the one that holds its figures. */
  readonly from: number;
  readonly row: number;
  /** Index of the cell that ends its label. */
  readonly label: number;
  readonly likeness: number;
  readonly by: 'label' | 'order';
  readonly certain: boolean;
}

/** The rows of the form that a source prints in a layout, in order: first by label, then those between by position. */
export const matchRows = (source: Source, labels: readonly (readonly Label[])[], view: View): Found[] =>
  fillInOrder(source, labels, view, outOfOrder(source, labels, view, findRows(source, labels, view)));

function findRows(source: Source, labels: readonly (readonly Label[])[], view: View): Found[] {
  const lines = view.blocks.flatMap((block) => block.rows.map((line) => ({ line, block })));
  const { rows } = source;
  const holdsFigures = rows.map((row) => row.cells.some((c) => c.figure));
  // A label with nothing right of it, or with nothing but words, heads a group or a column, not a row of figures.
  const usable = rows.map((row, i) =>
    (labels[i] as readonly Label[]).filter(({ last }) => {
      const figures = figureCells(row, last);
      return figures.length > 0 && (holdsFigures[i] || figures.every((c) => c.blank));
    }),
  );
  // A row whose own label is exactly some line's is that line's row and no other's.
  const named = usable.map((own) =>
    lines.filter(({ line }) => own.some(({ text, weight }) => weight > OWN && likeness(text, line) >= EXACT)),
  );
  const best = (row: number, line: Line): { likeness: number; label: number } => {
    let top = { likeness: 0, label: -1 };
    const owners = named[row] as typeof lines;
    if (owners.length > 0 && !owners.some((owner) => owner.line === line)) return top;
    for (const { text, last, weight } of usable[row] as readonly Label[]) {
      const score = likeness(text, line) * weight;
      if (score > top.likeness || (score === top.likeness && last > top.label)) top = { likeness: score, label: last };
    }
    return top;
  };
  const anchor = (from: number, count: number): number => {
    for (let i = from; i < from + count; i++) if (holdsFigures[i]) return i;
    return from;
  };
  const evaluate = (from: number, count: number, j: number): { likeness: number; label: number } | undefined => {
    const { line } = lines[j] as (typeof lines)[number];
    const row = anchor(from, count);
    if (count === 1) return best(row, line);
    const part = Array.from({ length: count }, (_, i) => from + i);
    if (!holdsFigures[row] || part.some((i) => i !== row && holdsFigures[i])) return undefined;
    if (part.some((i) => (labels[i] as readonly Label[]).length === 0)) return undefined;
    const own = labels[row] as readonly Label[];
    const text = part.map((i) => (labels[i] as readonly Label[]).at(-1)?.text ?? '').join('');
    return { likeness: likeness(text, line) * 0.99 ** (count - 1), label: own.at(-1)?.last ?? 0 };
  };
  return align({
    printed: rows.length,
    lines: lines.length,
    join: source.geometric ? 1 : MOST_LINES,
    anchor,
    score: (from, count, j) => {
      const l = evaluate(from, count, j)?.likeness ?? 0;
      return l >= LEAST ? l - LEAST + 0.02 : -Infinity;
    },
  }).map((match): Found => {
    const { line, block } = lines[match.to] as (typeof lines)[number];
    const { likeness = 0, label = 0 } = evaluate(match.from, match.count, match.to) ?? {};
    const row = anchor(match.from, match.count);
    return { line, block, from: match.from, row, label, likeness, by: 'label', certain: match.margin >= MARGIN };
  });
}

/**
 * Rows that stand elsewhere than on the form: where their order leaves lines open, labels that are printed as they
 * should be, once, are believed.
 */
function outOfOrder(
  source: Source,
  labels: readonly (readonly Label[])[],
  view: View,
  found: readonly Found[],
): Found[] {
  const kept = found.filter((f) => f.certain);
  const lines = view.blocks.flatMap((block) => block.rows.map((line) => ({ line, block })));
  const open = lines.filter(({ line, block }) => !kept.some((f) => f.line === line && f.block === block));
  const free = source.rows.map((_, row) => row).filter((row) => !kept.some((f) => f.from <= row && row <= f.row));
  if (open.length === 0 || !source.geometric) return [...found];
  const exact = (row: number, line: Line): Label | undefined => {
    const figures = (last: number) => figureCells(source.rows[row] as PrintedRow, last);
    return (labels[row] as readonly Label[]).find(
      ({ text, last, weight }) => weight > OWN && likeness(text, line) >= EXACT && figures(last).some((c) => c.figure),
    );
  };
  const moved = open.flatMap(({ line, block }): Found[] => {
    const rows = free.filter((row) => exact(row, line) !== undefined);
    const [row] = rows;
    if (row === undefined || rows.length > 1) return [];
    const label = exact(row, line) as Label;
    return [{ line, block, from: row, row, label: label.last, likeness: 1, by: 'label', certain: true }];
  });
  const settled = (f: Found) => moved.some((m) => m.row === f.row || m.line === f.line);
  return [...found.filter((f) => f.certain || !settled(f)), ...moved].sort((a, b) => a.row - b.row);
}

/**
 * Rows whose label is lost or garbled: where as many rows of figures stand between two identified rows as the form has
 * lines there, they are these lines (published tables always keep the official order).
 */
function fillInOrder(
  source: Source,
  labels: readonly (readonly Label[])[],
  view: View,
  found: readonly Found[],
): Found[] {
  const lines = view.blocks.flatMap((block) => block.rows.map((line) => ({ line, block })));
  const indexOf = (f: Found) => lines.findIndex(({ line, block }) => line === f.line && block === f.block);
  const width = mode(found.map((f) => (source.rows[f.row] as PrintedRow).cells.length - f.label));
  const filled: Found[] = [];
  found.forEach((f, i) => {
    filled.push(f);
    const next = found[i + 1];
    if (next === undefined) return;
    const missing = lines.slice(indexOf(f) + 1, indexOf(next));
    if (missing.length === 0 || missing.some(({ block }) => block !== f.block && block !== next.block)) return;
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
      const { line, block } = missing[k] as (typeof missing)[number];
      const own = (labels[row] as readonly Label[]).filter(({ weight }) => weight > OWN);
      const like = Math.max(0, ...own.map(({ text }) => likeness(text, line)));
      // A label that is another line's is not a garbled one.
      const foreign = own.some(({ text }) =>
        lines.some((other) => other.line !== line && likeness(text, other.line) >= EXACT),
      );
      const { cells } = source.rows[row] as PrintedRow;
      const label = own.at(-1)?.last ?? cells.length - width;
      return {
        line,
        block,
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
