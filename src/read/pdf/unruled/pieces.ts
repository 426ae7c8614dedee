import { PICTURE } from '../../../model.js';
import { isFigureLike } from '../../../text.js';
import { linesOf, type TextLine } from '../compose.js';
import { byHeight } from '../heights.js';
import { around, type Box, centreX, centreY, type Glyph, isOn } from '../marks.js';

/** A gap (ems) between pieces of a line that stand in different columns. */
const COLUMN_GAP = 0.55;
/** A gap (ems) between two figures; the digits of one stand closer. No pieces stand nearer to each other. */
export const FIGURE_GAP = 0.35;
/** Figures that begin or end this near (points) to the same line down stand in one column. */
export const SAME_EDGE = 1;
/** The first line of a figure whose digits a narrow cell breaks after a comma. */
const BEGINS_FIGURE = /^\d{1,3}(?:[,，]\d{3})*[,，]\d{0,2}$/;
const PART_OF_FIGURE = /^[\d０-９.,，+○〇零无/\\—–-]$/;
/** Digits of one number stand as far apart as each other, give or take this (ems). */
const UNEVEN = 0.12;
const DIGIT = /[\d０-９]/;
/** Lines of one wrapped label or head are nearer (ems, from line to line) than lines of two. */
export const LINE_PITCH = 1.7;

/** Text of one column in one line. */
export interface Piece extends TextLine {
  readonly figure: boolean;
}

export function piecesOf(glyphs: readonly Glyph[]): Piece[] {
  // A line was put together with some tolerance; a table's rows may stand closer than that.
  const levels: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => centreY(a) - centreY(b))) {
    const last = levels.at(-1)?.[0];
    if (last !== undefined && Math.abs(centreY(last) - centreY(glyph)) < 0.25 * glyph.size) levels.at(-1)?.push(glyph);
    else levels.push([glyph]);
  }
  return levels.flatMap((level) => {
    const parts = cutWhere(level, (before, glyph) => {
      const apart = DIGIT.test(before.text) && DIGIT.test(glyph.text) ? FIGURE_GAP : COLUMN_GAP;
      return glyph.x0 - before.x1 >= apart * glyph.size;
    });
    return parts.flatMap((part) => linesOf(part)).map((line): Piece => ({ ...line, figure: isFigure(line.text) }));
  });
}

/** Glyphs from left to right, cut wherever one is apart from that before it. */
export function cutWhere(glyphs: readonly Glyph[], isApart: (before: Glyph, glyph: Glyph) => boolean): Glyph[][] {
  const parts: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.x0 - b.x0)) {
    const before = parts.at(-1)?.at(-1);
    if (before === undefined || isApart(before, glyph)) parts.push([glyph]);
    else parts.at(-1)?.push(glyph);
  }
  return parts;
}

/** True for pieces that begin at the same place, or have the same middle: they are set as one column. */
export const isAligned = (a: Piece, b: Piece): boolean =>
  Math.abs(a.box.x0 - b.box.x0) < SAME_EDGE || Math.abs(centreX(a.box) - centreX(b.box)) < SAME_EDGE;

/** Tells what is printed in a box, without its spaces; what it has told of a box it knows. */
export type PiecesIn = (box: Box) => readonly Piece[];

export function piecesReader(glyphs: readonly Glyph[]): PiecesIn {
  const between = byHeight(glyphs.filter((g) => g.text !== ' '));
  const known = new Map<Box, Piece[]>();
  return (box) => {
    const pieces = known.get(box) ?? piecesOf(between(box.y0, box.y1).filter((g) => isOn(g, box)));
    known.set(box, pieces);
    return pieces;
  };
}

const isFigure = (text: string): boolean => isFigureLike(text) || BEGINS_FIGURE.test(text);

/** Labels that run into the first figure of their row are cut where figures of other rows begin or end. */
export function withoutGlue(pieces: readonly Piece[]): Piece[] {
  const figures = pieces.filter((p) => p.figure && DIGIT.test(p.text)).map((p) => p.box);
  const glued = new Map(pieces.flatMap((p) => (p.figure ? [] : cutFigure(p).map((cut) => [p, cut] as const))));
  const apart = [...glued.values()].flatMap((cut) => (cut.apart ? [around(cut.figure)] : []));
  const begins = (other: Box, box: Box) => Math.abs(other.x0 - box.x0) < SAME_EDGE;
  // Two figures, or one and the head over it; or as many that stand as much apart from their labels.
  const inColumn = (box: Box) => {
    const own = figures.filter((f) => begins(f, box) || Math.abs(f.x1 - box.x1) < SAME_EDGE).length;
    const beginning = pieces.filter((p) => begins(p.box, box)).length;
    const others = apart.filter((other) => begins(other, box)).length;
    return own >= 2 || (own === 1 && beginning >= 2) || (others >= 2 && beginning >= 1);
  };
  return pieces.flatMap((piece) => {
    const cut = glued.get(piece);
    if (cut === undefined || !inColumn(around(cut.figure))) return [piece];
    const { label, figure } = cut;
    const rest = isTorn(label, figure) ? PICTURE : '';
    return [
      ...linesOf(label).map((line): Piece => ({ ...line, figure: isFigureLike(line.text) })),
      ...linesOf(figure).map((line): Piece => ({ ...line, text: line.text + rest, figure: true })),
    ];
  });
}

/** A piece's label and the figure at its end, if it ends in one, and whether a gap parts them. */
function cutFigure({ glyphs }: Piece): { label: readonly Glyph[]; figure: readonly Glyph[]; apart: boolean }[] {
  const sorted = glyphs.toSorted((a, b) => a.x0 - b.x0);
  const end = sorted.findLastIndex((g) => !PART_OF_FIGURE.test(g.text)) + 1;
  if (end === 0 || end === sorted.length) return [];
  const [label, figure] = [sorted.slice(0, end), sorted.slice(end)];
  if (isHyphen(label, figure)) return [];
  const [last, first] = [label.at(-1), figure[0]] as [Glyph, Glyph];
  return [{ label, figure, apart: DIGIT.test(first.text) && first.x0 - last.x1 > FIGURE_GAP * first.size }];
}

/** True for a sign that was drawn together with the label after which it stands: where its line breaks, and for no figure. */
const isHyphen = (label: readonly Glyph[], [sign, ...others]: readonly Glyph[]): boolean =>
  sign?.text === '-' && others.length === 0 && sign.order === label.at(-1)?.order;

/** True where a label is printed over the first digits of the figure after it: one of its digits touches the figure. */
const isTorn = (label: readonly Glyph[], [first]: readonly Glyph[]): boolean =>
  first !== undefined && label.some((g) => DIGIT.test(g.text) && Math.abs(first.x0 - g.x1) < FIGURE_GAP * g.size);

/** True where digits stand apart at one place more than at others: perhaps two figures. */
export function isUneven(glyphs: readonly Glyph[]): boolean {
  const digits = glyphs.filter((g) => g.text !== ' ').sort((a, b) => a.x0 - b.x0);
  const gaps = digits.slice(1).flatMap((g, i) => {
    const before = digits[i] as Glyph;
    return DIGIT.test(g.text) && DIGIT.test(before.text) ? [(g.x0 - before.x1) / g.size] : [];
  });
  return Math.max(...gaps) - Math.min(0, ...gaps) > UNEVEN && new Set(digits.map((g) => g.order)).size > 1;
}
