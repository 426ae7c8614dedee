import type { Line } from '../forms/index.js';
import { PICTURE } from '../model.js';
import { unitOf } from '../text.js';
import { align } from './align.js';
import { keyOf, labelWords, likenesses, namesSeveral } from './likeness.js';
import type { PrintedCell, PrintedRow } from './rows.js';

/** One printed column of figures under a head. */
export interface Entry {
  readonly start: number;
  readonly end: number;
  /** Index of the form's column, or null for a column of the office's own (备注). */
  readonly to: number | null;
  /** Unit that the head names, '' for none. */
  readonly unit: string;
  /** True where a head of its own stands over it, whatever it says, and not only one that it shares with others. */
  readonly headed: boolean;
  /** True for a head that names nothing of the office's own: all its characters are those of the form's labels. */
  readonly torn: boolean;
  /** What identified the column: its label, or only its position among the others. */
  readonly by: 'label' | 'order';
}

/** Which printed columns are which columns of the form. */
export interface ColumnMap {
  readonly entries: readonly Entry[];
  /** Columns of the form found by their label. */
  readonly matched: number;
  /** Sum of the likenesses of the labels found. */
  readonly quality: number;
  /** True where heads are out of order or repeated, so that counting cells is not enough: they must stand in place. */
  readonly irregular: boolean;
}

/** Least likeness at which a head can be a column of the form. */
const LEAST = 0.5;
const EXACT = 0.95;
/** By how much a column's alignment must beat the best one without it. */
const MARGIN = 0.04;
/** Share of a table's heads that must be found before rows under them are believed. */
export const LEAST_HEADS = 0.5;
/** What it is worth that the heads above name the form's group (行政复议 over 结果维持), and what it costs when not. */
const GROUP = 0.2;

/**
 * Finds the form's columns in head rows: every grid column has a stack of head cells over it; neighbours under the
 * same stack (one merged cell, or its text repeated) are one printed column; the sequence of these is aligned with the form's.
 * @param labelEnd first grid column that holds figures in the rows below
 * @returns undefined when the heads are not this block's
 */
export function columnsFromHeads(
  heads: readonly PrintedRow[],
  lines: readonly Line[],
  labelEnd: number,
): ColumnMap | undefined {
  const stacks = stacksOf(heads, labelEnd);
  if (stacks.length === 0) return undefined;
  const grouped = lines.some((line) => lines.some((other) => other !== line && other.label === line.label));
  const groups = grouped ? lines.map((line) => labelWords(line.path.at(-1) ?? '')) : [];
  const several = stacks.map(({ cells }) => cells.some((c) => namesSeveral(c.text, lines)));
  const best = stacks.map(({ cells }, i) => (several[i] ? lines.map(() => 0) : stackLikeness(cells, lines, groups)));
  if (!grouped) leaveToOfficial(stacks, best, lines);
  const matches = align({
    printed: stacks.length,
    lines: lines.length,
    join: 1,
    score: (i, _, j) => {
      const s = (best[i] as number[])[j] as number;
      return s >= LEAST ? s - LEAST + 0.05 : -Infinity;
    },
  });
  // Columns in another order than the form's (总计 first) are believed only when every label is there as it should be.
  const exact = lines.map((_, j) => best.flatMap((row, i) => ((row[j] as number) >= EXACT ? [i] : [])));
  const order = exact.flat();
  const reordered =
    exact.every((found) => found.length === 1) &&
    new Set(order).size === lines.length &&
    order.some((i, j) => j > 0 && i < (order[j - 1] as number));
  const candidates = reordered
    ? exact.map((found, to) => ({ from: found[0] as number, to, margin: Infinity }))
    : // Labels that several columns share are told apart by their groups; where those are lost, so is the column.
      matches.filter((match) => match.margin >= MARGIN);
  const firstMatched = Math.min(...candidates.map((match) => match.from));
  const firstFigures = stacks.findIndex((stack) => stack.start >= labelEnd);
  const first = firstFigures < 0 ? firstMatched : Math.min(firstMatched, firstFigures);
  const printed = stacks.slice(first);
  // Where there are as many columns as the form has, a head that stands under another's place must say so exactly:
  // damaged characters make one label look like its neighbour's.
  const asMany = printed.length === lines.length;
  const certain = EXACT + (grouped ? GROUP : 0);
  const pairs = candidates.filter(
    ({ from, to }) =>
      reordered || !asMany || from - first === to || ((best[from] as number[])[to] as number) >= certain,
  );
  if (pairs.length === 0) return undefined;
  const to = new Map(pairs.map((match) => [match.from, match.to]));
  // With as many printed columns as the form has, position settles those whose label is lost or garbled, not those
  // that read like another column's.
  const inOrder = asMany && pairs.every((match) => match.from - first === match.to);
  const isGarbled = (likes: readonly number[], own: number) =>
    likes.every((like, j) => j === own || like < LEAST || like <= (likes[own] as number));
  const settled = (i: number) => inOrder && !several[first + i] && isGarbled(best[first + i] as number[], i);
  const characters = new Set(lines.flatMap(({ label }) => [...labelWords(label)]));
  const entries = printed.map(
    ({ start, end, cells }, i): Entry => ({
      start,
      end,
      to: to.get(first + i) ?? (settled(i) ? i : null),
      unit: unitOf(cells.at(-1)?.text ?? ''),
      headed: cells.some((c) => start <= c.start && c.end <= end),
      torn: [...labelWords(cells.at(-1)?.text ?? '')].every((c) => characters.has(c) || c === PICTURE),
      by: to.has(first + i) ? 'label' : 'order',
    }),
  );
  const quality = pairs.reduce((sum, { from, to }) => sum + ((best[from] as number[])[to] as number), 0);
  const repeated = printed.some(
    ({ start, end, cells }) => cells.at(-1) !== undefined && (cells.at(-1) as PrintedCell).end < end && start < end - 1,
  );
  return { entries, matched: pairs.length, quality, irregular: reordered || repeated };
}

/** Where a column has its official head, others that could mean the same (小计 beside 总计) are the office's own. */
function leaveToOfficial(stacks: readonly Stack[], best: readonly number[][], lines: readonly Line[]): void {
  const heads = stacks.map(({ cells }) => keyOf(cells.at(-1)?.text ?? ''));
  lines.forEach(({ label }, j) => {
    const official = keyOf(label);
    if (heads.includes(official))
      best.forEach((likes, i) => {
        if (heads[i] !== official) likes[j] = 0;
      });
  });
}

interface Stack {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly PrintedCell[];
}

/** The heads over each printed column; where none stand over the first column of figures, it is no label for that. */
function stacksOf(heads: readonly PrintedRow[], labelEnd: number): Stack[] {
  // A title over the whole table may reach further than its columns do.
  const several = heads.filter((row) => row.cells.length > 1);
  const width = Math.max(0, ...(several.length > 0 ? several : heads).flatMap((row) => row.cells.map((c) => c.end)));
  const stacks: { start: number; end: number; cells: PrintedCell[] }[] = [];
  for (let column = 0; column < width; column++) {
    const cells = heads.flatMap((row) =>
      row.cells.filter((c) => c.own && c.start <= column && column < c.end && !c.blank),
    );
    const last = stacks.at(-1);
    if (
      last !== undefined &&
      (column !== labelEnd || cells.length > 0) &&
      ((last.cells.length === cells.length &&
        cells.every((c, i) => c === last.cells[i] || (c.text === last.cells[i]?.text && c.text !== PICTURE))) ||
        isAstride(last.cells, cells))
    )
      last.end++;
    else stacks.push({ start: column, end: column + 1, cells });
  }
  return stacks;
}

/**
 * True for the stacks over two columns that one head covers at the edge of two groups, each of which goes on beyond it:
 * a merged cell that a program wrote a column too wide. It is one printed column, of the group in which it begins.
 */
function isAstride(left: readonly PrintedCell[], right: readonly PrintedCell[]): boolean {
  const head = right.at(-1);
  return (
    head !== undefined &&
    head === left.at(-1) &&
    left.slice(0, -1).every((c) => c.start < head.start) &&
    right.slice(0, -1).every((c) => c.end > head.end)
  );
}

/**
 * How much a stack of heads resembles each column: its best cell, or two above one another read as one label (商业 over
 * 企业).
 */
function stackLikeness(cells: readonly PrintedCell[], lines: readonly Line[], groups: readonly string[]): number[] {
  const best = lines.map(() => 0);
  const take = (text: string, weight: number) =>
    likenesses(text, lines).forEach((like, j) => {
      best[j] = Math.max(best[j] as number, like * weight);
    });
  cells.forEach(({ text }, i) => {
    // The lowest head names the column; a higher one may when rows of letters or numbers follow it.
    const weight = 1 - (cells.length - 1 - i) * 0.02;
    take(text, weight);
    const above = cells[i - 1];
    if (above !== undefined) take(above.text + text, weight * 0.99);
  });
  const above = cells.slice(0, -1).map((c) => labelWords(c.text));
  // The lowest head that names a group: one over all columns may name several.
  const named = above.findLast((text) => groups.some((group) => text.includes(group)));
  return best.map((like, j) => {
    const group = groups[j];
    if (group === undefined || like < LEAST) return like;
    if (named !== undefined) return named.includes(group) ? like + GROUP : 0;
    return like - (above.length > 0 ? GROUP : 0);
  });
}
