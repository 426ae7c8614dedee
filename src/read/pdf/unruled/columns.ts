import { around, centreX, widthOf } from '../marks.js';
import type { Band } from './bands.js';
import { beginnings, cutBetween, stacksOf } from './heads.js';
import type { Piece } from './pieces.js';
import { trailingColumns } from './trailing-figures.js';

/** A column of figures: where its figures stand, and what stands over it. */
export interface Column {
  readonly from: number;
  readonly to: number;
  readonly head: readonly Piece[];
}

/**
 * The columns of a band: figures one under the other, paired with the heads. A head without figures is a blank column,
 * but only when every other head stands over its figures.
 * @returns undefined where heads and figures cannot be paired for certain
 */
export function columnsOf(
  band: Band,
  labels: readonly Piece[],
): { columns: Column[]; certain: boolean; heads: readonly Piece[] } {
  const spans: { from: number; to: number }[] = [];
  for (const row of band.body)
    for (const { box } of row.figures) {
      const over = spans.filter((c) => box.x0 < c.to && box.x1 > c.from);
      const from = Math.min(box.x0, ...over.map((c) => c.from));
      const to = Math.max(box.x1, ...over.map((c) => c.to));
      for (const c of over) spans.splice(spans.indexOf(c), 1);
      spans.push({ from, to });
    }
  spans.sort((a, b) => a.from - b.from);
  const whole = band.heads.flatMap((row) => row.pieces);
  const pieces = whole.flatMap((p) => cutBetween(p, spans, beginnings(p, whole, spans)));
  // The corner's words have their middle over the labels, however far one of these reaches; labels of other bands that
  // reach over these figures have other columns.
  const end = spans[0]?.from ?? Infinity;
  const own = labels.filter((p) => p.box.x1 <= end);
  const all = stacksOf(pieces, spans, captionsOf(band));
  const stacks = all.filter(
    (stack) => !stack.some(({ box }) => centreX(box) < end && own.some((p) => box.x0 < p.box.x1 && box.x1 > p.box.x0)),
  );
  const corner = own.length > 0 && stacks.length === all.length;
  const boxes = stacks.map((stack) => around(stack.map((p) => p.box)));
  const over = spans.map((span) => boxes.flatMap((b, i) => (b.x0 < span.to && b.x1 > span.from ? [i] : [])));
  const headOf = (i: number | undefined) => (i === undefined ? [] : (stacks[i] ?? []));
  if (stacks.length === spans.length) {
    // As many heads as columns, but one that stands over another's figures: some are no heads, some were not found.
    const inPlace = over.every((list, k) => list.length === 0 || list.includes(k));
    if (inPlace) return { columns: spans.map((s, i) => ({ ...s, head: headOf(i) })), certain: true, heads: pieces };
  }
  const single = over.every((list) => list.length === 1) && new Set(over.flat()).size === spans.length;
  if (stacks.length > spans.length && single) {
    const paired = new Map(over.map(([i], k) => [i, k]));
    const columns = boxes.map((b, i) => {
      const span = spans[paired.get(i) ?? -1];
      return { from: Math.min(b.x0, span?.from ?? b.x0), to: Math.max(b.x1, span?.to ?? b.x1), head: headOf(i) };
    });
    return { columns, certain: true, heads: pieces };
  }
  const figures = band.body.flatMap((row) => row.figures.map((f) => f.box));
  const trailing = trailingColumns(spans, figures, stacks, corner, band.ends);
  if (trailing !== undefined) return { columns: trailing, certain: true, heads: pieces };
  return {
    columns: spans.map((s, i) => ({ ...s, head: over[i]?.length === 1 ? headOf(over[i]?.[0]) : [] })),
    certain: stacks.length === 0,
    heads: pieces,
  };
}

/** Words alone on a line, in the middle of the table (give or take an em) and longer than any head under them. */
function captionsOf({ heads, box }: Band): Set<Piece> {
  const captions = heads.flatMap(({ pieces: [piece, ...others] }, i) => {
    const below = heads[i + 1]?.pieces;
    if (piece === undefined || others.length > 0 || below === undefined) return [];
    const isCentred = Math.abs(centreX(piece.box) - centreX(box)) < (piece.glyphs[0]?.size ?? 10);
    return isCentred && below.every((p) => widthOf(p.box) < widthOf(piece.box)) ? [piece] : [];
  });
  return new Set(captions);
}
