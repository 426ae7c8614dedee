import { isOneFigure } from './broken-figure.js';
import { linesOf, type TextLine } from './compose.js';
import { around, type Box, centreX, centreY, type Glyph, widthOf } from './marks.js';

/** What stands in the cells of a table that rules draw. */
export interface Filled {
  readonly boxes: readonly Box[];
  /** By cell. */
  readonly contents: readonly (readonly Glyph[])[];
}

/** A rule that cuts this share off a piece of text runs through it; less is a tight cell. */
const CUT = 0.25;
/** Ink of a character lies this share of its size inside its box, at the top and at the bottom. */
const INSET = 0.12;
/** Pieces of text that rules cut, and their share of all, from which the rules stand in the wrong place. */
const DISPLACED = 3;
const DISPLACED_SHARE = 0.04;
/** Two figures on a line are this far apart (ems); a wider gap than any between groups of three digits. */
const APART = 0.6;
/** Text nearer (ems) than this goes on. */
const TIGHT = 0.15;
const FIGURE = /^[-+−－＋\d,.，．０-９]$/;

/**
 * Reads a ruled table a second time, by the positions of its figures: which cells hold, or may hold, another figure
 * than the rules say. A figure belongs where it stands; a rule that runs through it, or two figures in one cell beside an
 * empty one, show that a rule is missing, or not where the office meant it.
 * @returns cells that cannot be read for certain
 */
export function contestedCells(filled: Filled): Set<number> {
  const { boxes, contents } = filled;
  const isFigures = contents.map((inside) => inside.every((g) => g.text === ' ' || FIGURE.test(g.text)));
  const cuts = cutPieces(filled);
  const contested = new Set<number>();
  const doubt = (cell: number) => {
    if (isFigures[cell]) contested.add(cell);
  };
  if (cuts.displaced) {
    for (let i = 0; i < boxes.length; i++) doubt(i);
    return contested;
  }
  for (const cell of cuts.cells) doubt(cell);
  const neighbours = (i: number, stacked: boolean) =>
    boxes.flatMap((b, k) => (contents[k]?.length === 0 && touch(b, boxes[i] as Box, stacked) ? [k] : []));
  const lines = contents.map((inside, i) => (isFigures[i] && inside.length > 1 ? linesOf(inside) : []));
  const broken = boxes.map(
    (_, i) => (lines[i] as TextLine[]).length > 1 && isBroken(lines[i] as TextLine[], i, filled),
  );
  // Where a rule is missing between two rows, figures stand in two lines everywhere.
  const isOneRow = (i: number) => {
    const row = boxes.flatMap((b, k) =>
      isFigures[k] && contents[k]?.length && sameRow(b, boxes[i] as Box) ? [k] : [],
    );
    const onOneLine = row.filter((k) => (lines[k] as TextLine[]).length < 2);
    return row.every((k) => broken[k] || onOneLine.includes(k)) && (onOneLine.length > 0 || row.length === 1);
  };
  lines.forEach((own, i) => {
    const stacked = own.length > 1 && !(broken[i] && isOneRow(i));
    const sideBySide = own.some(({ glyphs }) => hasGap(glyphs));
    if (!stacked && !sideBySide) return;
    for (const cell of [i, ...(stacked ? neighbours(i, true) : []), ...(sideBySide ? neighbours(i, false) : [])])
      doubt(cell);
  });
  return contested;
}

const touch = (a: Box, b: Box, stacked: boolean): boolean => {
  const [near, over] = stacked
    ? [Math.min(Math.abs(a.y0 - b.y1), Math.abs(a.y1 - b.y0)), Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)]
    : [Math.min(Math.abs(a.x0 - b.x1), Math.abs(a.x1 - b.x0)), Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)];
  return near < 1 && over > 1;
};

const sameRow = (a: Box, b: Box): boolean => Math.abs(a.y0 - b.y0) < 1 && Math.abs(a.y1 - b.y1) < 1;

const hasGap = (glyphs: readonly Glyph[]): boolean => {
  const ink = glyphs.filter((g) => g.text !== ' ').sort((a, b) => a.x0 - b.x0);
  return ink.slice(1).some((g, i) => g.x0 - (ink[i] as Glyph).x1 > APART * g.size);
};

/** True where lines of digits are one number: the next digit had no room on the line, as far as the column shows. */
function isBroken(lines: readonly TextLine[], cell: number, { boxes, contents }: Filled): boolean {
  const { x0, x1 } = boxes[cell] as Box;
  const widest = Math.max(
    ...boxes.map((b, i) =>
      i !== cell &&
      Math.abs(widthOf(b) - (x1 - x0)) < 1 &&
      (contents[i]?.length ?? 0) > 0 &&
      linesOf(contents[i] as Glyph[]).length === 1
        ? widthOf(around(contents[i] as Glyph[]))
        : 0,
    ),
  );
  return isOneFigure(lines, x1 - x0, widest);
}

/** Pieces of text through which the sides of their cell run, and the cells on both sides of these. */
function cutPieces({ boxes, contents }: Filled): { cells: Set<number>; displaced: boolean } {
  const cells = new Set<number>();
  const glyphs = contents.flatMap((inside, cell) => inside.flatMap((g) => (g.text === ' ' ? [] : [{ g, cell }])));
  const pieces = piecesOf(glyphs);
  let cut = 0;
  for (const piece of pieces) {
    const box = inkOf(piece.map(({ g }) => g));
    const cell = piece[piece.length >> 1]?.cell as number;
    const own = boxes[cell] as Box;
    const [w, h] = [box.x1 - box.x0, box.y1 - box.y0];
    const across = Math.max(own.x0 - box.x0, box.x1 - own.x1);
    const down = Math.max(own.y0 - box.y0, box.y1 - own.y1);
    // Text that has no room in its cell runs over at its sides; a line of words, with the others of its cell.
    const isFigure = piece.every(({ g }) => FIGURE.test(g.text));
    const all = isFigure ? h : heightOf(around(contents[cell] as Glyph[]));
    const isCut =
      (across > CUT * Math.min(w, piece[0]?.g.size ?? w) && w < widthOf(own)) ||
      (down > CUT * h && all < heightOf(own));
    if (!isCut) continue;
    cut++;
    if (!isFigure) continue;
    boxes.forEach((b, i) => {
      const [ox, oy] = [
        Math.min(b.x1, box.x1) - Math.max(b.x0, box.x0),
        Math.min(b.y1, box.y1) - Math.max(b.y0, box.y0),
      ];
      if (ox > 0.5 && oy > 0.5) cells.add(i);
    });
  }
  return { cells, displaced: cut >= DISPLACED && cut > pieces.length * DISPLACED_SHARE };
}

const heightOf = ({ y0, y1 }: Box): number => y1 - y0;

const inkOf = (glyphs: readonly Glyph[]): Box => {
  const box = around(glyphs);
  const inset = INSET * (glyphs[0]?.size ?? 0);
  return { ...box, y0: box.y0 + inset, y1: box.y1 - inset };
};

/** Text drawn by one operation, cut where it stands apart. */
function piecesOf(glyphs: readonly { g: Glyph; cell: number }[]): { g: Glyph; cell: number }[][] {
  const pieces: { g: Glyph; cell: number }[][] = [];
  for (const item of glyphs.toSorted((a, b) => a.g.order - b.g.order || a.g.x0 - b.g.x0)) {
    const last = pieces.at(-1)?.at(-1)?.g;
    const { g } = item;
    const goesOn =
      last !== undefined &&
      last.order === g.order &&
      g.x0 - last.x1 < TIGHT * g.size &&
      centreX(g) > centreX(last) &&
      Math.abs(centreY(g) - centreY(last)) < 0.3 * g.size;
    if (goesOn) pieces.at(-1)?.push(item);
    else pieces.push([item]);
  }
  return pieces;
}
