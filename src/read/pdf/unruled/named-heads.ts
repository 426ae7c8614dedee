import { linesOf } from '../compose.js';
import { namesBegin } from '../form-names.js';
import type { Piece } from './pieces.js';

/** Cuts heads that touch each other, or the words in the corner, by their names. */
export const cutNamedHeads = (pieces: readonly Piece[]): Piece[] =>
  pieces.flatMap((piece) => {
    if (piece.figure) return [piece];
    const glyphs = piece.glyphs.filter((g) => g.text !== ' ').toSorted((a, b) => a.x0 - b.x0);
    const begin = namesBegin(glyphs.map((g) => g.text));
    if (begin.length === 0) return [piece];
    return [0, ...begin].flatMap((from, i) =>
      linesOf(glyphs.slice(from, begin[i])).map((line): Piece => ({ ...line, figure: false })),
    );
  });
