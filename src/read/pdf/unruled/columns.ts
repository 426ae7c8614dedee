import { sizeOf } from '../compose.js';
import { isColumnName, mayNameColumn } from '../form-names.js';
import { around, type Box, centreX, widthOf } from '../marks.js';
import type { Band } from './bands.js';
import { columnsOfForm } from './form-columns.js';
import { beginnings, cutBetween, cutUnder, holdsTwo, stacksOf, textOf, trackingOf } from './heads.js';
import { headsOfSpans, type Side, sideOf } from './pairings.js';
import { type Piece, SAME_EDGE } from './pieces.js';
import { overlaps, type Span } from './span.js';
import { mayStandBeside, trailingColumns } from './trailing-figures.js';
import { isOneLetter, withWideHeads } from './wide-heads.js';

/** Heads under a caption, at least, with that over the labels. */
const LEAST_HEADS = 2;

/** So many heads of one letter, without figures under them, are parts of heads set wide. */
const WIDE_SET = 2;

/** A column of figures: where its figures stand, and what stands over it. */
export interface Column extends Span {
  readonly head: readonly Piece[];
}

/** The columns of a band. */
export interface BandColumns {
  readonly columns: readonly Column[];
  /** True where each has its head for certain. */
  readonly certain: boolean;
  readonly heads: readonly Piece[];
  /** Those of them that are known to stand over the labels. */
  readonly corner: readonly Piece[];
  /** Where figures stand that do not stand under their heads. */
  readonly side?: Side | undefined;
}

/**
 * The columns of a band: figures one under the other, paired with the heads. A head without figures is a blank column.
 * @param labels those of the whole table
 * @param corners words that stand over labels, whatever else they stand over
 * @param side where the figures of the table stand that do not stand under their heads, if other bands show it
 */
export function columnsOf(
  band: Band,
  labels: readonly Piece[],
  corners: ReadonlySet<string>,
  side?: Side,
): BandColumns {
  const spans: Span[] = [];
  for (const row of band.body)
    for (const { box } of row.figures) {
      const over = spans.filter((c) => overlaps(box, c));
      const from = Math.min(box.x0, ...over.map((c) => c.from));
      const to = Math.max(box.x1, ...over.map((c) => c.to));
      for (const c of over) spans.splice(spans.indexOf(c), 1);
      spans.push({ from, to });
    }
  spans.sort((a, b) => a.from - b.from);
  const whole = band.heads.flatMap((row) => row.pieces);
  const tracking = trackingOf([...labels, ...whole]);
  const cut = (p: Piece) => cutBetween(p, spans, beginnings(p, whole, spans, tracking), tracking);
  const lines = band.heads.map((row) => row.pieces.flatMap(cut));
  const cutLines = lines.flat();
  const under = (p: Piece) => cutUnder(p, cutLines, tracking);
  const pieces = lines.flatMap((own) => withWideHeads(own.flatMap(under), whole, spans));
  // The corner's words have their middle over the labels, however far one of these reaches; labels of other bands that
  // reach over these figures have other columns.
  const end = spans[0]?.from ?? Infinity;
  const left = labels.filter((p) => p.box.x1 <= end);
  const inBand = new Set(band.body.flatMap((row) => row.pieces));
  const own = left.some((p) => inBand.has(p)) ? left.filter((p) => inBand.has(p)) : left;
  const all = stacksOf(pieces, spans, captionsOf(band));
  const isOverLabels = ({ box }: Piece) =>
    centreX(box) < end && own.some((p) => box.x0 < p.box.x1 && box.x1 > p.box.x0);
  const [first = [], ...others] = all;
  const hasCorner = isCorner(first, others, corners);
  const known = hasCorner && first.every(({ box }) => box.x1 <= end) ? first : [];
  const stacks = all.filter((stack) => stack !== known && !stack.some(isOverLabels));
  // The corner's words end before the figures: what reaches over these too is two heads that touch.
  const isTouching =
    all.some((stack) => stack.some((p) => isOverLabels(p) && p.box.x1 > end + SAME_EDGE)) || all.some(holdsTwo);
  const corner = own.length > 0 && stacks.length === all.length;
  const boxes = stacks.map((stack) => around(stack.map((p) => p.box)));
  const over = spans.map((span) => boxes.flatMap((b, i) => (overlaps(b, span) ? [i] : [])));
  const headOf = (i: number | undefined) => (i === undefined ? [] : (stacks[i] ?? []));
  const mayBeCorner = corner && (boxes[0]?.x1 ?? Infinity) <= end;
  const paired = stacks.length > 0 ? headsOfSpans(boxes, spans, mayBeCorner, side) : undefined;
  const isBlank = (i: number) => !over.some((own) => own.includes(i));
  const isWideSet = stacks.filter((stack, i) => isOneLetter(stack) && isBlank(i)).length >= WIDE_SET;
  const given = { heads: pieces, corner: known };
  const asTheyStand = {
    columns: spans.map((s, i) => ({ ...s, head: over[i]?.length === 1 ? headOf(over[i]?.[0]) : [] })),
    certain: stacks.length === 0,
    ...given,
  };
  if (isWideSet) return asTheyStand;
  if (isTouching) return columnsOfForm(band, spans, stacks) ?? { ...asTheyStand, certain: false };
  if (paired !== undefined && !mayStandBeside(spans, boxes, band.ends)) {
    const columns = boxes.map(({ x0, x1 }, i) => {
      const { from, to } = spans[paired.indexOf(i)] ?? { from: x0, to: x1 };
      // The head of a blank column shows where it is; under others their figures do.
      return stacks.length === spans.length
        ? { from, to, head: headOf(i) }
        : { from: Math.min(x0, from), to: Math.max(x1, to), head: headOf(i) };
    });
    const own = paired.map((i, k) => ({ head: boxes[i] as Box, figures: spans[k] as Column }));
    return { columns, certain: true, ...given, side: sideOf(own) };
  }
  const figures = band.body.flatMap((row) => row.figures.map((f) => f.box));
  const trailing = trailingColumns(spans, figures, stacks, corner, band.ends);
  const certain = trailing ?? (hasCorner ? columnsOfHeads(band, spans, others) : undefined);
  if (certain !== undefined) return { columns: certain, certain: true, ...given };
  return columnsOfForm(band, spans, stacks) ?? asTheyStand;
}

/** True for words over the labels: those of other bands too, or what stands besides the names of columns and is none. */
const isCorner = (
  stack: readonly Piece[],
  others: readonly (readonly Piece[])[],
  corners: ReadonlySet<string>,
): boolean =>
  corners.has(textOf(stack)) ||
  (others.length > 0 && !mayNameColumn(textOf(stack)) && others.every((other) => isColumnName(textOf(other))));

/**
 * As many columns as heads: each has its own, wherever in their cells both are set. What stands further right than heads
 * and all other figures is no part of the table.
 * @param stacks the heads, but for that of the labels
 * @returns undefined where that is not so
 */
function columnsOfHeads(
  { heads, body, ends }: Band,
  spans: readonly Span[],
  stacks: readonly (readonly Piece[])[],
): Column[] | undefined {
  if (stacks.length !== spans.length) return undefined;
  const ownEnds = body.flatMap((row) => row.figures.at(-1)?.box.x1 ?? []);
  const edge = Math.max(...heads.map((row) => row.box.x1), ...ends.filter((x) => !ownEnds.includes(x)));
  if (spans.some(({ to }) => to >= edge + SAME_EDGE)) return undefined;
  return spans.map((span, i) => ({ ...span, head: stacks[i] ?? [] }));
}

/**
 * Words alone on the first line, and longer than any head under them in the middle of the table (give or take an em), or
 * else set as no head under them is: of a head's lines two begin or end at one place or have one middle.
 */
function captionsOf({ heads: [first, ...others], box }: Band): Set<Piece> {
  const [piece, ...beside] = first?.pieces ?? [];
  const below = others.flatMap((row) => row.pieces);
  if (piece === undefined || beside.length > 0 || below.length < LEAST_HEADS) return new Set();
  const isNear = (a: number, b: number, by: number) => Math.abs(a - b) < by;
  const isCentred = isNear(centreX(piece.box), centreX(box), sizeOf(piece));
  const isLongest = others[0]?.pieces.every((p) => widthOf(p.box) < widthOf(piece.box));
  const isSetAs = (head: Box) =>
    isNear(head.x0, piece.box.x0, SAME_EDGE) ||
    isNear(head.x1, piece.box.x1, SAME_EDGE) ||
    isNear(centreX(head), centreX(piece.box), SAME_EDGE);
  return new Set((isCentred && isLongest) || !below.some((p) => isSetAs(p.box)) ? [piece] : []);
}
