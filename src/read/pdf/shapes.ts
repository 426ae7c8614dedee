import type { Box } from './marks.js';

/** Sides up to this width (points) make a painted box a rule: Word's thickest usual border has 3 pt. */
export const RULE_WIDTH = 3.2;
/** A side goes along an axis when it leaves it by no more than this (points). */
const ALONG = 0.2;
/** Share of its height that the narrowest letter is wide. */
const NARROWEST = 0.25;

export interface Point {
  readonly x: number;
  readonly y: number;
  /** True for the end of a curve, and for what bends it: no line leads there. */
  readonly curved?: true;
}

/** True for a box that is a line, or a dot of one; a narrow letter such as 1 is not. */
export function isRule({ x0, y0, x1, y1 }: Box): boolean {
  const [thin, long] = [Math.min(x1 - x0, y1 - y0), Math.max(x1 - x0, y1 - y0)];
  return thin <= RULE_WIDTH && (long <= RULE_WIDTH || thin < long * NARROWEST);
}

/** True for an outline that does not run along the axes. */
export const isShape = (part: readonly Point[]): boolean =>
  part.some((b, i) => {
    const a = part[i - 1];
    return b.curved || (a !== undefined && Math.abs(a.x - b.x) > ALONG && Math.abs(a.y - b.y) > ALONG);
  });
