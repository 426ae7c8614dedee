import type { Rule } from './marks.js';

/** Rules nearer to each other than this (points, across) are one: double lines, the two borders of separate cells. */
export const SAME_LINE = 3.2;
/** Pieces with a gap up to this (points, along) are one line: dashes, dots, segments. No table row is this low. */
export const GAP = 4.5;
/** Merged lines shorter than this are dots, underlines of a character, parts of a drawing. */
export const SHORTEST = 6;
/** The shortest that strikes a single digit out. */
export const SHORTEST_STROKE = 3.5;
/** Lines of a page that are looked at; more make a drawing, not a table. */
const MOST = 3000;

/**
 * Puts collinear pieces together.
 * @param shortest length of a line that is more than a dot
 * @returns lines in order of position, each with its whole extent
 */
export function mergeRules(pieces: readonly Rule[], shortest = SHORTEST): Rule[] {
  const sorted = pieces.toSorted((a, b) => a.at - b.at);
  const merged: Rule[] = [];
  for (let i = 0; i < sorted.length; ) {
    const group = [sorted[i] as Rule];
    const first = group[0] as Rule;
    // A chain of near lines may not wander: a group is no wider than a thick border.
    for (i++; i < sorted.length; i++) {
      const next = sorted[i] as Rule;
      if (next.at - first.at > 1) break;
      group.push(next);
    }
    merged.push(...mergeCollinear(group));
  }
  const long = merged.filter((rule) => rule.to - rule.from >= shortest);
  return long.length <= MOST
    ? long
    : long
        .toSorted((a, b) => b.to - b.from - (a.to - a.from))
        .slice(0, MOST)
        .sort((a, b) => a.at - b.at);
}

function mergeCollinear(group: readonly Rule[]): Rule[] {
  const pieces = group.toSorted((a, b) => a.from - b.from);
  const lines: { at: number; from: number; to: number; weight: number }[] = [];
  for (const { at, from, to } of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && from - last.to <= GAP) {
      const length = to - from;
      last.at = (last.at * last.weight + at * length) / (last.weight + length || 1);
      last.weight += length;
      last.to = Math.max(last.to, to);
    } else lines.push({ at, from, to, weight: to - from });
  }
  return lines;
}

/** Positions nearer than `tolerance` to the one before become one, their mean. */
export function cluster(values: readonly number[], tolerance = SAME_LINE): number[] {
  const sorted = new Float64Array(values).sort();
  const centres: number[] = [];
  for (let i = 0; i < sorted.length; ) {
    const start = i;
    let sum = 0;
    while (
      i < sorted.length &&
      (sorted[i] as number) - (sorted[Math.max(start, i - 1)] as number) <= tolerance &&
      (sorted[i] as number) - (sorted[start] as number) <= tolerance * 1.5
    )
      sum += sorted[i++] as number;
    centres.push(sum / (i - start));
  }
  return centres;
}

/** Index of the position nearest to a value. */
export function nearest(positions: readonly number[], value: number): number {
  let best = 0;
  for (let i = 1; i < positions.length; i++)
    if (Math.abs((positions[i] as number) - value) < Math.abs((positions[best] as number) - value)) best = i;
  return best;
}
