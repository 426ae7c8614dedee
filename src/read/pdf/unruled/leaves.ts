import { linesOf, sizeOf, type TextLine } from '../compose.js';
import { beginsRow } from '../form-names.js';
import { around, centreY, type Glyph } from '../marks.js';
import { isAligned, type Piece } from './pieces.js';

/** Labels that begin this near (points) to the same line down stand in one column. */
const SAME_COLUMN = 1;
/** A gap (ems) that is no gap between words, where a number begins after it. */
const BEFORE_NUMBER = 0.08;
/** Numbers from which what begins at the same place is their column. */
const COLUMN = 3;
/** How labels are numbered on the form that stand beside that of their group; not 第二十条第（一）项. */
const ROW_NUMBER = /^(?:\p{Nd}{1,2}[.．、](?!\p{Nd})|[（(][一二三四五六七八九十]{1,3}[）)](?!项))/u;
/** Lines of one label stand at most this far (ems) from each other; what else begins at the same place is further. */
const FURTHEST_LINE = 2.4;

/**
 * Labels of a group that run into those of its rows, cut where these begin: at a number, in the lines below it, and where
 * the numbers of others stand.
 */
export function cutLabels(pieces: readonly Piece[]): Piece[] {
  const numbered = pieces.filter((p) => ROW_NUMBER.test(p.text));
  const cuts: { readonly left: Piece; readonly right: Piece }[] = [];
  const isCutAt = (piece: Piece, glyphs: readonly Glyph[], i: number): boolean => {
    const { x0, size } = glyphs[i] as Glyph;
    const isNumber = ROW_NUMBER.test(
      glyphs
        .slice(i)
        .map((g) => g.text)
        .join(''),
    );
    const isApart = x0 - (glyphs[i - 1] as Glyph).x1 > BEFORE_NUMBER * size;
    const beginsColumn = numbered.filter(({ box }) => isSame(box.x0, x0)).length;
    if (isNumber) return isApart || beginsColumn > 0;
    if (isApart && beginsColumn >= COLUMN) return true;
    return cuts.some(({ left, right }) => isUnder(piece, left) && isSame(right.box.x0, x0));
  };
  return pieces
    .toSorted((a, b) => centreY(a.box) - centreY(b.box))
    .flatMap((piece) => {
      if (piece.figure) return [piece];
      const glyphs = piece.glyphs.toSorted((a, b) => a.x0 - b.x0);
      const at = glyphs.findIndex((_, i) => i > 0 && isCutAt(piece, glyphs, i));
      if (at < 0) return [piece];
      const [left, right] = [glyphs.slice(0, at), glyphs.slice(at)].map(pieceOf) as [Piece, Piece];
      cuts.push({ left, right });
      return [left, right];
    });
}

const pieceOf = (glyphs: readonly Glyph[]): Piece => ({ ...(linesOf(glyphs)[0] as TextLine), figure: false });

const isSame = (a: number, b: number): boolean => Math.abs(a - b) < SAME_COLUMN;

/** True for the next line of a label that begins where this does. */
const isUnder = ({ box, glyphs }: Piece, { box: above }: Piece): boolean =>
  isSame(box.x0, above.x0) && centreY(box) - centreY(above) < FURTHEST_LINE * sizeOf({ glyphs });

/**
 * The labels of the rows themselves, without those of their groups: words that have a row's own label beside them,
 * between them and the figures; the other lines of the same words; and words that stand as these do, left of the labels
 * above and below.
 */
export function leavesOf(labels: readonly Piece[]): Piece[] {
  // By piece, where the labels of its rows begin.
  const groups = new Map<Piece, number>();
  for (const piece of labels) {
    const x = rowsBeside(piece, labels);
    if (Number.isFinite(x)) groups.set(piece, x);
  }
  const seeds = [...groups.keys()];
  for (const piece of labels) {
    const x = rowsAround(piece, labels);
    if (piece.box.x1 <= x && seeds.some((seed) => isAligned(seed, piece))) groups.set(piece, groups.get(piece) ?? x);
  }
  // From line to line, until no more are found.
  for (const [piece, x] of groups)
    for (const other of labels)
      if (!groups.has(other) && areOneLabel(piece, other) && other.box.x1 <= x) groups.set(other, x);
  return labels.filter((piece) => !groups.has(piece));
}

/** Where the labels begin that stand right of a piece, at its height. */
function rowsBeside({ box }: Piece, labels: readonly Piece[]): number {
  const beside = labels.filter((other) => {
    const overlap = Math.min(box.y1, other.box.y1) - Math.max(box.y0, other.box.y0);
    return other.box.x0 >= box.x1 && overlap > 0.2 * (box.y1 - box.y0);
  });
  return beside.length === 0 ? Infinity : around(beside.map((p) => p.box)).x0;
}

/** Where the labels next above and next below a piece begin, other lines of its own words left aside. */
function rowsAround(piece: Piece, labels: readonly Piece[]): number {
  const y = centreY(piece.box);
  const others = labels.filter((other) => other !== piece && !areOneLabel(piece, other));
  const above = others.filter(({ box }) => centreY(box) <= y);
  const below = others.filter(({ box }) => centreY(box) > y);
  if (above.length === 0 || below.length === 0) return -Infinity;
  const next = [
    above.reduce((a, b) => (centreY(b.box) > centreY(a.box) ? b : a)),
    below.reduce((a, b) => (centreY(b.box) < centreY(a.box) ? b : a)),
  ];
  return Math.min(...next.map(({ box }) => box.x0));
}

/** True for neighbouring lines of one label. */
function areOneLabel(a: Piece, b: Piece): boolean {
  const step = centreY(b.box) - centreY(a.box);
  const lower = step > 0 ? b : a;
  return (
    Math.abs(step) < FURTHEST_LINE * Math.max(a.glyphs[0]?.size ?? 0, b.glyphs[0]?.size ?? 0) &&
    !beginsRow(lower.text) &&
    isAligned(a, b)
  );
}
