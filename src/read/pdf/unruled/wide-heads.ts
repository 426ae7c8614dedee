import { linesOf } from '../compose.js';
import { around, type Box, centreX, centreY, type Glyph } from '../marks.js';
import { LINE_PITCH, type Piece } from './pieces.js';
import { middleOf, overlaps, type Span, spanOf } from './span.js';

/** So many letters alone on a line of heads are those of heads set wide; every head has more than one. */
const LEAST = 3;
const ONE_LETTER = /^\p{Script=Han}$/u;
/** Heads and figures set alike begin, end or have their middle this near (points) to each other. */
const ALIKE = 2;

export const isOneLetter = (pieces: readonly Piece[]): boolean => ONE_LETTER.test(pieces.map((p) => p.text).join(''));

/** How figures are set in their cells, and heads as them: where both are, and which column a letter belongs to. */
interface Way {
  readonly of: (span: Span) => number;
  readonly own: (box: Box) => number;
  readonly isOver: (letter: Box, at: number, next: number, before: number) => boolean;
}

const WAYS: readonly Way[] = [
  {
    of: middleOf,
    own: centreX,
    isOver: (letter, at, next, before) => centreX(letter) < (at + next) / 2 && centreX(letter) >= (before + at) / 2,
  },
  {
    of: ({ to }) => to,
    own: ({ x1 }) => x1,
    isOver: ({ x1 }, at, _, before) => x1 <= at + ALIKE && x1 > before + ALIKE,
  },
  {
    of: ({ from }) => from,
    own: ({ x0 }) => x0,
    isOver: ({ x0 }, at, next) => x0 >= at - ALIKE && x0 < next - ALIKE,
  },
];

/**
 * A line of heads whose letters stand apart from each other (商 业 企 over 业), put together over the figures as which each
 * head is set.
 * @param pieces from left to right
 * @param heads all of the band
 * @returns the pieces as they are where letters cannot be told to be one column's
 */
export function withWideHeads(
  pieces: readonly Piece[],
  heads: readonly Piece[],
  spans: readonly Span[],
): readonly Piece[] {
  const letters = pieces.filter((p) => isOneLetter([p]));
  if (letters.length < LEAST) return pieces;
  const { x0, x1 } = around(letters.map((p) => p.box));
  const wide = pieces.filter(({ box }) => box.x0 >= x0 && box.x1 <= x1);
  const glyphs = wide.flatMap((p) => p.glyphs).filter((g) => g.text !== ' ');
  for (const { of, own, isOver } of WAYS) {
    const at = spans.map(of);
    const over = at.map((x, i) => glyphs.filter((g) => isOver(g, x, at[i + 1] ?? Infinity, at[i - 1] ?? -Infinity)));
    // The last letters of heads stand alone on their line, each under its own.
    const isAlike = (head: readonly Glyph[], i: number) =>
      head.length === 0 ||
      (head.length > 1 && !areLast(head, heads) && Math.abs(own(around(head)) - (at[i] as number)) < ALIKE);
    if (over.flat().length < glyphs.length || !over.every(isAlike)) continue;
    const joined = over.flatMap((head) => linesOf(head)).map((line): Piece => ({ ...line, figure: false }));
    return [...pieces.filter((p) => !wide.includes(p)), ...joined].sort((a, b) => a.box.x0 - b.box.x0);
  }
  return pieces;
}

/** True for letters right under different words. */
function areLast(letters: readonly Glyph[], heads: readonly Piece[]): boolean {
  const above = letters.flatMap((letter) => {
    const isAbove = ({ box }: Piece) => {
      const step = centreY(letter) - centreY(box);
      return step > letter.size / 2 && step < LINE_PITCH * letter.size && overlaps(box, spanOf(letter));
    };
    return heads.find(isAbove) ?? [];
  });
  return new Set(above).size > 1;
}
