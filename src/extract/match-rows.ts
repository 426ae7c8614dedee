import type { Line } from '../forms/index.js';
import { align } from './align.js';
import { likenesses } from './likeness.js';
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

function findRows(source: Source, labels: readonly (readonly Label[])[], { lines, blockOf }: View): Found[] {
  const { rows } = source;
  const holdsFigures = rows.map((row) => row.cells.some((c) => c.figure));
  const best = rows.map((row, i) =>
    bestLabels(
      (labels[i] as readonly Label[]).filter(({ last }) => carries(row, last, holdsFigures[i] as boolean)),
      lines,
    ),
  );
  const anchor = (from: number, count: number): number => {
    for (let i = from; i < from + count; i++) if (holdsFigures[i]) return i;
    return from;
  };
  const likenessOf = (from: number, count: number, j: number): number => {
    if (count === 1) return best[from]?.likeness[j] ?? 0;
    const row = anchor(from, count);
    const part = Array.from({ length: count }, (_, i) => from + i);
    if (!holdsFigures[row] || part.some((i) => i !== row && holdsFigures[i])) return 0;
    if (part.some((i) => (labels[i] as readonly Label[]).length === 0)) return 0;
    const text = part.map((i) => (labels[i] as readonly Label[]).at(-1)?.text ?? '').join('');
    return (likenesses(text, lines)[j] as number) * 0.99 ** (count - 1);
  };
  return align({
    printed: rows.length,
    lines: lines.length,
    join: source.geometric ? 1 : MOST_LINES,
    anchor,
    score: (from, count, j) => {
      const l = likenessOf(from, count, j);
      return l >= LEAST ? l - LEAST + 0.02 : -Infinity;
    },
  }).map(({ from, count, to, margin }): Found => {
    const row = anchor(from, count);
    const label = count === 1 ? best[row]?.label[to] : labels[row]?.at(-1)?.last;
    return {
      line: lines[to] as Line,
      block: blockOf[to] as ViewBlock,
      from,
      row,
      label: label ?? 0,
      likeness: likenessOf(from, count, to),
      by: 'label',
      certain: margin >= MARGIN,
    };
  });
}

/** A label with nothing right of it, or with nothing but words, heads a group or a column, not a row of figures. */
function carries(row: PrintedRow, label: number, holdsFigures: boolean): boolean {
  const figures = figureCells(row, label);
  return figures.length > 0 && (holdsFigures || figures.every((c) => c.blank));
}

/** By line of the form: how much the row's best label resembles it, and the index of the cell that ends that label. */
function bestLabels(labels: readonly Label[], lines: readonly Line[]): { likeness: number[]; label: number[] } {
  const likeness = lines.map(() => 0);
  const label = lines.map(() => -1);
  const named = new Set<number>();
  for (const { text, last, weight } of labels) {
    const like = likenesses(text, lines);
    for (let j = 0; j < lines.length; j++) {
      if (weight > OWN && (like[j] as number) >= EXACT) named.add(j);
      const score = (like[j] as number) * weight;
      const top = likeness[j] as number;
      if (score < top || (score === top && last <= (label[j] as number))) continue;
      likeness[j] = score;
      label[j] = last;
    }
  }
  // A row whose own label is exactly some line's is that line's row and no other's.
  if (named.size > 0) for (let j = 0; j < lines.length; j++) if (!named.has(j)) likeness[j] = 0;
  return { likeness, label };
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
