import { around, type Box, centreX, isBeside } from '../marks.js';
import type { Column } from './columns.js';
import { type Piece, SAME_EDGE } from './pieces.js';
import type { Span } from './span.js';

/** A head, and where it stands. */
interface Head {
  readonly head: readonly Piece[];
  readonly box: Box;
}

/**
 * The columns of figures that stand further right in their cells than the heads, as where figures end at the right and
 * heads stand in the middle: each reaches from where the one before ends to where its own figures do. That figures are
 * set so shows the last of all, which stands right of every head; set otherwise it would have none.
 * @param figures boxes of the figures
 * @param stacks the heads of columns
 * @param corner true where what stands over the labels is one of these
 * @param ends where the rows of the whole table end
 * @returns undefined where figures and heads are not set so, or some figures have no head
 */
export function trailingColumns(
  spans: readonly Span[],
  figures: readonly Box[],
  stacks: readonly (readonly Piece[])[],
  corner: boolean,
  ends: readonly number[],
): Column[] | undefined {
  const isShared = hasSharedEnd(spans, ends);
  if (ends.length > 1 && !isShared) return undefined;
  // A word that reaches over the end of a column names a group.
  const heads = withoutCaptions(stacks.map((head): Head => ({ head, box: around(head.map((p) => p.box)) }))).filter(
    ({ box }) => !spans.some(({ to }) => box.x0 < to - SAME_EDGE && box.x1 > to + SAME_EDGE),
  );
  const end = Math.max(...heads.map(({ box }) => box.x1));
  if (figures.every(({ x0 }) => x0 < end)) return undefined;
  const columns: Column[] = [];
  const offsets: number[] = [];
  let hasBlank = false;
  for (const [i, { from, to }] of spans.entries()) {
    const start = spans[i - 1]?.to ?? -Infinity;
    const within = heads.filter(({ box }) => centreX(box) > start && centreX(box) < to);
    const own = i === 0 && corner ? within.slice(1) : within;
    if (own.length === 0) return undefined;
    hasBlank ||= own.length > 1;
    offsets.push(to - centreX((own.at(-1) as Head).box));
    for (const [k, { head, box }] of own.entries()) {
      const before = columns.at(-1)?.to ?? -Infinity;
      const isLast = k === own.length - 1;
      columns.push({
        from: Math.max(before, Math.min(isLast ? from : box.x0, box.x0)),
        to: isLast ? to : box.x1,
        head,
      });
    }
  }
  // Heads without figures are those of blank columns, where other rows or equal distances show how the table is set.
  const isEven = offsets.length > 1 && Math.max(...offsets) - Math.min(...offsets) < SAME_EDGE;
  return hasBlank && !isShared && !isEven ? undefined : columns;
}

/** True where the last figures of several rows end at one place; a number beside the table, as a page's, ends at its own. */
const hasSharedEnd = (spans: readonly Span[], ends: readonly number[]): boolean =>
  ends.filter((end) => Math.abs(end - (spans.at(-1)?.to ?? Infinity)) < SAME_EDGE).length > 1;

/** True where the last figures stand beside all heads and may be none of the table. */
export const mayStandBeside = (spans: readonly Span[], heads: readonly Box[], ends: readonly number[]): boolean =>
  heads.every(({ x1 }) => x1 <= (spans.at(-1)?.from ?? -Infinity)) && ends.length > 1 && !hasSharedEnd(spans, ends);

/** Heads without what stands alone over the others: a caption. */
const withoutCaptions = (heads: readonly Head[]): Head[] =>
  heads.filter(
    ({ box }) =>
      !heads.some((other) => other.box.y0 >= box.y1) ||
      heads.some((other) => other.box !== box && isBeside(other.box, box)),
  );
