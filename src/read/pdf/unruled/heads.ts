import { linesOf, sizeOf } from '../compose.js';
import { isHeadName } from '../form-names.js';
import { around, type Box, centreY, type Glyph, isBeside, median } from '../marks.js';
import { cutWhere, LINE_PITCH, type Piece, SAME_EDGE } from './pieces.js';
import { middleOf, overlaps, type Span, spanOf } from './span.js';
import { drawnApart } from './touching.js';

/** A gap (ems) between the heads of two columns; characters of one head touch. */
const HEAD_GAP = 0.15;
/** A head stands over the middle of its figures, give or take this (points). */
const CENTRED = 1.5;
/** Characters of a head, at least: of a group's head, single ones stand over columns by chance. */
const LEAST_HEAD = 2;
/** Heads of columns begin within this many lines over the figures, but for what stands alone over those of one column. */
const LOWEST_HEADS = 5;

/**
 * Where the heads begin that touch each other in one piece, or nearly do: each begins or ends as its figures, or stands
 * over their middle, all of them, or has a gap before it. Above the lowest line each must be drawn by itself, as a group's
 * head is not.
 */
export function beginnings(
  piece: Piece,
  heads: readonly Piece[],
  spans: readonly Span[],
  tracking: number,
): readonly Glyph[] {
  const under = (span: Span) => overlaps(piece.box, span);
  const isLowest = !heads.some(({ box }) => box.y0 >= piece.box.y1 && under(spanOf(box)));
  const starts = drawnApart(piece.glyphs).map(([first]) => first);
  const own = spans.filter(under);
  const at = own.flatMap(({ from }) => piece.glyphs.find((g) => Math.abs(g.x0 - from) < SAME_EDGE) ?? []);
  const words = wordsOf(piece.glyphs, tracking);
  const begin = words.map(([first]) => first as Glyph);
  const centred = centredStarts(piece.glyphs, own);
  // Where gaps divide a piece, half of one head may stand over the middle of figures by chance.
  const isAtWords = words.length === 1 || centred.every((g) => begin.includes(g));
  if (isAtWords && centred.length > (isLowest ? 1 : 2)) return centred;
  const isAligned = at.length === own.length && Math.abs((at[0]?.x0 ?? Infinity) - piece.box.x0) < SAME_EDGE;
  const isApart = (begin: readonly Glyph[]) => own.length > 1 && (isLowest || begin.every((g) => starts.includes(g)));
  if (isAligned && isApart(at)) return at;
  // With more words than columns, the first are the corner's.
  const afterEnds = words.length > own.length ? [] : startsAfterEnds(piece.glyphs, own);
  if (afterEnds.length > 0 && isApart(afterEnds)) return afterEnds;
  return words.every((word) => word.length >= LEAST_HEAD) && isApart(begin) ? begin : [];
}

/** Characters from left to right that touch, those of a head set wide each by itself. */
const wordsOf = (glyphs: readonly Glyph[], tracking: number): Glyph[][] =>
  cutWhere(
    glyphs.filter((g) => g.text !== ' '),
    (before, glyph) => glyph.x0 - before.x1 - tracking >= HEAD_GAP * glyph.size,
  );

/** Where the heads begin that each stand over the middle of one column's figures, and fill the piece together. */
function centredStarts(glyphs: readonly Glyph[], spans: readonly Span[]): Glyph[] {
  const starts: Glyph[] = [];
  let rest = glyphs.toSorted((a, b) => a.x0 - b.x0);
  for (const span of spans) {
    const [first] = rest;
    if (first === undefined) return [];
    const end = rest.findIndex((g) => Math.abs((first.x0 + g.x1) / 2 - middleOf(span)) < CENTRED);
    if (end < LEAST_HEAD - 1) return [];
    starts.push(first);
    rest = rest.slice(end + 1);
  }
  return rest.length === 0 ? starts : [];
}

/** Where the heads begin that each end where one column's figures do, and fill the piece together. */
function startsAfterEnds(glyphs: readonly Glyph[], spans: readonly Span[]): Glyph[] {
  const letters = glyphs.filter((g) => g.text !== ' ').toSorted((a, b) => a.x0 - b.x0);
  const ends = spans.flatMap(({ to }) => {
    const at = letters.findIndex((g) => Math.abs(g.x1 - to) < SAME_EDGE);
    return at < 0 ? [] : [at];
  });
  if (ends.length < spans.length || ends.at(-1) !== letters.length - 1) return [];
  return [0, ...ends.slice(0, -1).map((at) => at + 1)].map((at) => letters[at] as Glyph);
}

/** How far (points) the letters of a table's words are set from each other; mostly they touch. */
export const trackingOf = (words: readonly Piece[]): number =>
  Math.max(
    0,
    median(
      words.flatMap(({ glyphs }) => {
        const letters = glyphs.filter((g) => g.text !== ' ').toSorted((a, b) => a.x0 - b.x0);
        return letters.slice(1).map((g, i) => g.x0 - (letters[i] as Glyph).x1);
      }),
    ),
  );

/** Heads that touch or nearly do are cut where one begins, or where a gap lies before a column or about halfway to it. */
export function cutBetween(piece: Piece, spans: readonly Span[], starts: readonly Glyph[], tracking: number): Piece[] {
  const parts = cutWhere(piece.glyphs, (before, glyph) => {
    if (starts.includes(glyph)) return true;
    if (glyph.x0 - before.x1 - tracking <= HEAD_GAP * glyph.size) return false;
    const x = (before.x1 + glyph.x0) / 2;
    return spans.slice(1).some((span, k) => {
      const [a, b] = [middleOf(spans[k] as Span), middleOf(span)];
      return Math.abs(x - (a + b) / 2) < (b - a) * 0.35 || Math.abs(glyph.x0 - span.from) < HEAD_GAP * glyph.size;
    });
  });
  return parts.length < 2
    ? [piece]
    : parts.flatMap((part) => linesOf(part)).map((line) => ({ ...line, figure: false }));
}

/**
 * The last lines of two heads that touch are cut where the first lines over them, which do not, begin, end or have their
 * middle; a column that is left blank has no figures that would show where.
 * @param heads all lines of heads
 */
export function cutUnder(piece: Piece, heads: readonly Piece[], tracking: number): Piece[] {
  const height = LINE_PITCH * sizeOf(piece);
  const over = heads
    .map(({ box }) => box)
    .filter((box) => centreY(box) < piece.box.y0 && centreY(piece.box) - centreY(box) < height)
    .map(spanOf)
    .filter((span) => overlaps(piece.box, span))
    .sort((a, b) => a.from - b.from);
  return over.length < 2 ? [piece] : cutBetween(piece, over, beginnings(piece, heads, over, tracking), tracking);
}

/** What the lines of a head say together. */
export const textOf = (stack: readonly Piece[]): string => stack.map((p) => p.text).join('');

/** True for heads two of which stand beside each other: they are those of two columns. */
export const holdsTwo = (stack: readonly Piece[]): boolean =>
  stack.some((p) => stack.some((q) => p.box.x1 <= q.box.x0 && isBeside(p.box, q.box)));

/** True for what stands over the figures of several columns: a head stands in the cell of its own. */
const isOverSeveral = ({ box }: Piece, spans: readonly Span[]): boolean =>
  spans.filter((span) => overlaps(box, span)).length > 1;

/** True for a group's name between the columns of the group: it stands over the middle of heads that are all lower. */
function isInMiddle(box: Box, heads: readonly Box[]): boolean {
  let right = heads.findIndex(({ x0 }) => x0 >= box.x1);
  for (let left = right - 1; left >= 0 && right < heads.length; ) {
    const [first, last] = [heads[left] as Box, heads[right] as Box];
    if (first.y0 < box.y1 || last.y0 < box.y1) return false;
    const off = first.x0 + last.x1 - box.x0 - box.x1;
    if (Math.abs(off) < 2 * CENTRED) return true;
    if (off > 0) left--;
    else right++;
  }
  return false;
}

/**
 * Heads by column, from the lowest level up: a piece over one stack belongs to it, one over several names a group.
 * @param captions pieces that name no column
 */
export function stacksOf(heads: readonly Piece[], spans: readonly Span[], captions: ReadonlySet<Piece>): Piece[][] {
  const pieces = heads.filter((p) => !captions.has(p)).sort((a, b) => b.box.y1 - a.box.y1);
  const bottom = pieces[0]?.box.y1 ?? 0;
  const stacks: Piece[][] = [];
  for (const piece of pieces) {
    const over = stacks.filter((stack) => stack.some(({ box }) => piece.box.x0 < box.x1 && piece.box.x1 > box.x0));
    const size = sizeOf(piece);
    const [stack] = over;
    if (stack === undefined) {
      const isLow = bottom - piece.box.y1 < LOWEST_HEADS * size;
      const isOverOne = spans.filter((span) => overlaps(piece.box, span)).length === 1;
      if (isLow || isOverOne) stacks.push([piece]);
    } else if (over.length === 1 && !isOverSeveral(piece, spans)) {
      const last = stack.at(-1) as Piece;
      if (centreY(last.box) - centreY(piece.box) < LINE_PITCH * size) stack.push(piece);
    }
  }
  const sorted = stacks
    .map((stack) => stack.toSorted((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0))
    .sort((a, b) => (a[0] as Piece).box.x0 - (b[0] as Piece).box.x0);
  const boxes = sorted.map((stack) => around(stack.map((p) => p.box)));
  return sorted.filter((stack, i) => isHeadName(textOf(stack)) || !isInMiddle(boxes[i] as Box, boxes.toSpliced(i, 1)));
}
