import { type Box, centreX } from '../marks.js';
import { SAME_EDGE } from './pieces.js';
import { overlaps, type Span } from './span.js';

/** Share of the heads of a table; those of its outer columns, 自然人 and 总计, may stand over five of seven. */
const NEARLY_ALL = 0.75;

/** Columns of one width, at least, before that shows how their figures are set. */
const LEAST_EVEN = 3;

/** Figures set as their heads are begin, end or have their middle this near (points) to where these do; others do by chance. */
const EXACT = 0.3;

/** Where figures stand that do not stand under their heads: further left or right in their cells. */
export type Side = 'before' | 'after';

/**
 * Which head each column of figures has. Both stand in one cell, and cells do not reach into each other; figures are set
 * alike in all of them.
 * @param heads from left to right
 * @param spans from where to where the figures of a column reach, from left to right
 * @param corner true where the first head may be that of the labels
 * @param side where the figures of the table stand, if other rows show it
 * @returns by column of figures the index of its head; undefined where there is none, or more than one way
 */
export function headsOfSpans(
  heads: readonly Box[],
  spans: readonly Span[],
  corner: boolean,
  side?: Side,
): readonly number[] | undefined {
  const all = heads.map((_, i) => i);
  const alone = all.filter((i) => !mayBeGroup(heads[i] as Box, heads, spans));
  const ways = (own: readonly number[], to?: Side) =>
    (corner ? [own, own.filter((i) => i > 0)] : [own]).flatMap((some) => {
      const boxes = some.map((i) => heads[i] as Box);
      return pairingsOf(boxes, spans, to).map((pairing) => pairing.map((k) => some[k] as number));
    });
  const sides: readonly Side[] = side === undefined ? ['before', 'after'] : [side];
  const alike = (own: readonly number[]) => sides.flatMap((to) => ways(own, to));
  const likely = alike(all);
  // Without those over them, the lowest heads may be as many as the columns.
  const lowest = heads
    .map(({ y1 }) => all.filter((i) => (heads[i] as Box).y0 >= y1))
    .filter((own) => own.length === spans.length);
  const found = [...(likely.length > 0 ? likely : ways(all)), ...alike(alone), ...lowest.flatMap(alike)];
  // Figures that begin or end as their heads do, or have one middle with them, in every column, are set so; and so are
  // those at one side of columns of one width, over the middle of which the heads stand.
  const asSet = found.filter(
    (pairing) =>
      Math.max(...setAlike(pairing, heads, spans, SAME_EDGE)) === spans.length || areEven(pairing, heads, spans),
  );
  const [first, ...others] = asSet.length > 0 ? asSet : found.filter((pairing) => !hasStray(pairing, heads, spans));
  return others.some((pairing) => pairing.some((head, k) => head !== first?.[k])) ? undefined : first;
}

/** Where the figures stand that do not stand under their heads; undefined where all do, or some left and some right. */
export function sideOf(columns: readonly { readonly head: Box; readonly figures: Span }[]): Side | undefined {
  const sides = columns.flatMap(({ head, figures }): Side[] =>
    figures.to <= head.x0 ? ['before'] : figures.from >= head.x1 ? ['after'] : [],
  );
  return new Set(sides).size === 1 ? sides[0] : undefined;
}

/** How many columns' figures are set as their heads are: to the left, to the right and in the middle. */
function setAlike(pairing: readonly number[], heads: readonly Box[], spans: readonly Span[], by: number): number[] {
  const offsets = pairing.map((head, k) => {
    const [{ x0, x1 }, { from, to }] = [heads[head] as Box, spans[k] as Span];
    return [from - x0, to - x1, (from + to - x0 - x1) / 2];
  });
  return [0, 1, 2].map((way) => offsets.filter((own) => Math.abs(own[way] as number) < by).length);
}

/** True where all figures begin, or all end, as far from the middle of their heads. */
function areEven(pairing: readonly number[], heads: readonly Box[], spans: readonly Span[]): boolean {
  const offsets = pairing.map((head, k) => {
    const [{ from, to }, middle] = [spans[k] as Span, centreX(heads[head] as Box)];
    return [from - middle, to - middle] as const;
  });
  const isEven = (own: readonly number[]) => Math.max(...own) - Math.min(...own) < SAME_EDGE;
  return pairing.length >= LEAST_EVEN && (isEven(offsets.map(([from]) => from)) || isEven(offsets.map(([, to]) => to)));
}

/**
 * True where most figures are set as their heads are, and others stand beside theirs: these may have lost their head, and
 * taken that of a blank column. Where no head is left over, only figures under the middle of theirs show that, for those
 * that begin where a long head does may do so by chance.
 */
function hasStray(pairing: readonly number[], heads: readonly Box[], spans: readonly Span[]): boolean {
  const [left, right, middle] = setAlike(pairing, heads, spans, EXACT) as [number, number, number];
  const alike = spans.length < heads.length ? Math.max(left, right, middle) : middle;
  return (
    alike * 2 > spans.length &&
    pairing.some((head, k) => {
      const [{ x0, x1 }, { from, to }] = [heads[head] as Box, spans[k] as Span];
      return from >= x1 || to <= x0;
    })
  );
}

/**
 * True for a head that may name a group: over nearly all others, or over the lowest line of heads where it stands over no
 * figures, or over more than those of one column.
 */
function mayBeGroup(head: Box, heads: readonly Box[], spans: readonly Span[]): boolean {
  const below = heads.filter(({ y0 }) => y0 >= head.y1);
  if (below.length > heads.length * NEARLY_ALL) return true;
  const lowest = heads.reduce((a, b) => (b.y1 > a.y1 ? b : a));
  const over = spans.filter((span) => overlaps(head, span));
  const reachesOver = over.some(({ to }) => head.x0 < to - SAME_EDGE && head.x1 > to + SAME_EDGE);
  return head.y1 < lowest.y0 && (over.length !== 1 || reachesOver);
}

/** The first two ways to pair heads and figures, from left to right. */
function pairingsOf(heads: readonly Box[], spans: readonly Span[], side?: Side): number[][] {
  const found: number[][] = [];
  // From where nothing was found nothing will be: without this, tables of very many columns would take for ever.
  const futile = new Set<string>();
  const pair = (head: number, end: number, paired: readonly number[]): void => {
    const [box, span] = [heads[head], spans[paired.length]];
    const state = `${head} ${paired.length} ${end}`;
    if (found.length > 1 || heads.length - head < spans.length - paired.length || futile.has(state)) return;
    if (box === undefined) {
      if (span === undefined) found.push([...paired]);
      return;
    }
    const before = found.length;
    if (span !== undefined && (side === undefined || isOnSide(box, span, side))) {
      if (Math.min(box.x0, span.from) > end - SAME_EDGE) pair(head + 1, Math.max(box.x1, span.to), [...paired, head]);
    }
    if (box.x0 > end - SAME_EDGE && (span === undefined || span.to > box.x0)) pair(head + 1, box.x1, paired);
    if (found.length === before) futile.add(state);
  };
  pair(0, -Infinity, []);
  return found;
}

/** True for figures under their head, and for those on one side of it. */
const isOnSide = ({ x0, x1 }: Box, { from, to }: Span, side: Side): boolean =>
  (from < x1 && to > x0) || (side === 'after' ? from >= x1 : to <= x0);
