import type { Line } from '../forms/index.js';
import { PICTURE, pageOf } from '../model.js';
import { align } from './align.js';
import { keyOf, likenesses } from './likeness.js';
import { figureCells, type Label, type PrintedRow, type Source } from './rows.js';
import type { View, ViewBlock } from './views.js';

/** Least likeness of a row's label, and what its alignment must be better than the next best by. */
const LEAST = 0.5;
const MARGIN = 0.08;
/** Likeness at which a label is printed as it should be, and the weight of a row's own label (not its group's). */
export const EXACT = 0.97;
export const OWN = 0.98;
/** Likeness of a label that damage, not meaning, tells from a line's. */
const RESEMBLES = 0.8;
/** Lines over which a label may be broken in running text, and rows over which a page break cuts one. */
const MOST_LINES = 4;
const MOST_HALVES = 2;

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

/** Rows whose labels stand in the form's order. */
export function rowsByLabel(source: Source, labels: readonly (readonly Label[])[], { lines, blockOf }: View): Found[] {
  const { rows } = source;
  const holdsFigures = rows.map((row) => row.cells.some((c) => c.figure));
  const best = rows.map((row, i) =>
    bestLabels(
      (labels[i] as readonly Label[]).filter(({ last }) => carries(row, last, holdsFigures[i] as boolean)),
      lines,
    ),
  );
  leaveToOfficial(best, labels, lines);
  if (source.geometric) leaveToNamed(best.map(({ likeness }) => likeness));
  // A blank row beside a page break is marked where its figures may stand on the other page.
  const mayBeBlank = rows.map((row) => row.cells.filter((c) => c.figure).every((c) => c.text === PICTURE));
  const rowsFrom = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);
  const anchor = (from: number, count: number): number => {
    const part = rowsFrom(from, count);
    return part.find((i) => !mayBeBlank[i]) ?? part.find((i) => holdsFigures[i]) ?? from;
  };
  const pages = rows.map(({ cells }) => pageOf(cells.find((c) => c.own)?.place));
  const isCut = (from: number) => (pages[from] ?? pages[from + 1]) !== (pages[from + 1] ?? pages[from]);
  const likenessOf = (from: number, count: number, j: number): number => {
    if (count === 1) return best[from]?.likeness[j] ?? 0;
    if (source.geometric && !isCut(from)) return 0;
    const row = anchor(from, count);
    const part = rowsFrom(from, count);
    const isFree = (i: number) => !holdsFigures[i] || (source.geometric && mayBeBlank[i]);
    if (!holdsFigures[row] || part.some((i) => i !== row && !isFree(i))) return 0;
    if (part.some((i) => (labels[i] as readonly Label[]).length === 0)) return 0;
    const text = part.map((i) => (labels[i] as readonly Label[]).at(-1)?.text ?? '').join('');
    const like = likenesses(text, lines)[j] as number;
    // What stands below a row in the table may be another: only a label that is whole is put together.
    return source.geometric && like < EXACT ? 0 : like * 0.99 ** (count - 1);
  };
  return align({
    printed: rows.length,
    lines: lines.length,
    join: !source.geometric ? MOST_LINES : rows.some((_, i) => isCut(i)) ? MOST_HALVES : 1,
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

/** Where a row has its official label, others that could mean the same (小计 of a group, 总计) are the office's own. */
function leaveToOfficial(
  best: readonly { readonly likeness: number[] }[],
  labels: readonly (readonly Label[])[],
  lines: readonly Line[],
): void {
  const own = labels.map((row) => row.filter(({ weight }) => weight > OWN).map(({ text }) => keyOf(text)));
  lines.forEach(({ label, aliases }, j) => {
    const official = keyOf(label);
    const others = aliases.map(keyOf);
    if (own.some((keys) => keys.includes(official)))
      best.forEach(({ likeness }, i) => {
        const keys = own[i] as readonly string[];
        if (!keys.includes(official) && keys.some((key) => others.includes(key))) likeness[j] = 0;
      });
  });
}

/** Where a line of the form is printed by its own name, rows that merely resemble it are others. */
function leaveToNamed(likenesses: readonly number[][]): void {
  const named = (likenesses[0] ?? []).map((_, j) => likenesses.some((own) => (own[j] as number) >= EXACT));
  for (const own of likenesses)
    own.forEach((like, j) => {
      if (named[j] && like < RESEMBLES) own[j] = 0;
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
