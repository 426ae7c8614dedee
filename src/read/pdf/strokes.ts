import type { Box } from './marks.js';
import type { Point } from './shapes.js';

/** A straight line of a pen, with how far it goes to the right and down. */
interface Stroke extends Box {
  readonly right: number;
  readonly down: number;
}

/** Lines nearer than this (points) meet. */
const MEET = 0.6;
/** Lines that turn less than this (degrees) go on: parts of a ring, or of one long line. */
const TURN = 20;
/** Lines longer than this (points) are no parts of a letter. */
const LONGEST = 40;
/** A letter has this many lines, at most, drawn one after the other. */
const MOST = 4;
/** A line that leaves an axis by more than this (its rise on the other's length) is slanted: four degrees. */
const LEVEL = 0.07;
const NONE: readonly never[] = [];

/**
 * Letters that a pen draws line by line: a slanted line, and one that meets it at an angle. A single line is a mark for
 * nothing, or goes through a cell.
 */
export class StrokedLetters {
  private readonly last: Stroke[] = [];

  /** @returns the boxes of what the next line makes with those before it */
  add(a: Point, b: Point): readonly Box[] {
    const { last } = this;
    const stroke = strokeOf(a, b);
    const { x0, x1, y0, y1 } = stroke;
    if (x1 - x0 > LONGEST || y1 - y0 > LONGEST) {
      last.length = 0;
      return NONE;
    }
    const isPart = (other: Stroke) =>
      (isSlanted(stroke) || isSlanted(other)) && meets(stroke, other) && turn(stroke, other) >= TURN;
    const parts = isSlanted(stroke) || last.some(isSlanted) ? last.filter(isPart) : NONE;
    last.push(stroke);
    if (last.length > MOST) last.shift();
    return parts.map((other) => ({
      x0: Math.min(x0, other.x0),
      y0: Math.min(y0, other.y0),
      x1: Math.max(x1, other.x1),
      y1: Math.max(y1, other.y1),
    }));
  }
}

const strokeOf = (a: Point, b: Point): Stroke => ({
  x0: Math.min(a.x, b.x),
  y0: Math.min(a.y, b.y),
  x1: Math.max(a.x, b.x),
  y1: Math.max(a.y, b.y),
  right: b.x - a.x,
  down: b.y - a.y,
});

const isSlanted = ({ right, down }: Stroke): boolean =>
  Math.abs(down) > LEVEL * Math.abs(right) && Math.abs(right) > LEVEL * Math.abs(down);

const meets = (a: Box, b: Box): boolean =>
  a.x0 <= b.x1 + MEET && b.x0 <= a.x1 + MEET && a.y0 <= b.y1 + MEET && b.y0 <= a.y1 + MEET;

/** Degrees by which the directions of two lines differ, 0 to 90. */
function turn(a: Stroke, b: Stroke): number {
  const between = Math.abs(slopeOf(a) - slopeOf(b));
  return Math.min(between, 180 - between);
}

const slopeOf = ({ right, down }: Stroke): number => (Math.atan(down / (right || Number.MIN_VALUE)) * 180) / Math.PI;
