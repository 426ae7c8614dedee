import type { Box } from './marks.js';
import type { Point } from './shapes.js';

/** A straight line of a pen. */
interface Stroke extends Box {
  /** Degrees from the left to the right, from −90 to 90. */
  readonly slope: number;
}

/** Lines nearer than this (points) meet. */
const MEET = 0.6;
/** Lines that turn less than this (degrees) go on: parts of a ring, or of one long line. */
const TURN = 20;
/** Lines longer than this (points) are no parts of a letter. */
const LONGEST = 40;
/** A letter has this many lines, at most, drawn one after the other. */
const MOST = 4;
/** A line that leaves an axis by more than this (degrees) is slanted. */
const LEVEL = 4;

/**
 * Letters that a pen draws line by line: a slanted line, and one that meets it at an angle. A single line is a mark for
 * nothing, or goes through a cell.
 */
export class StrokedLetters {
  private last: Stroke[] = [];

  /** @returns the boxes of what the next line makes with those before it */
  add(a: Point, b: Point): Box[] {
    const stroke = strokeOf(a, b);
    const { x0, x1, y0, y1 } = stroke;
    if (x1 - x0 > LONGEST || y1 - y0 > LONGEST) {
      this.last = [];
      return [];
    }
    const parts = this.last.filter(
      (other) => (isSlanted(stroke) || isSlanted(other)) && meets(stroke, other) && turn(stroke, other) >= TURN,
    );
    this.last = [...this.last.slice(1 - MOST), stroke];
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
  slope: (Math.atan((b.y - a.y) / (b.x - a.x || Number.MIN_VALUE)) * 180) / Math.PI,
});

const isSlanted = ({ slope }: Stroke): boolean => Math.abs(slope) > LEVEL && Math.abs(slope) < 90 - LEVEL;

const meets = (a: Box, b: Box): boolean =>
  a.x0 <= b.x1 + MEET && b.x0 <= a.x1 + MEET && a.y0 <= b.y1 + MEET && b.y0 <= a.y1 + MEET;

function turn(a: Stroke, b: Stroke): number {
  const between = Math.abs(a.slope - b.slope);
  return Math.min(between, 180 - between);
}
