import type { PaintedRule } from './guides.js';
import type { Box, Drawing, Fill } from './marks.js';
import { applyX, applyY, intersect, type Matrix } from './matrix.js';
import { GAP } from './rules.js';
import { isRule, isShape, type Point, RULE_WIDTH } from './shapes.js';
import { StrokedLetters } from './strokes.js';

/** Lightness from which ink on white paper does not show, or only as a watermark. */
export const PALE = 0.82;
/** A slope up to this (points over the whole line) still counts as straight. */
const STRAIGHT = 0.8;
/** Lines on the very edge of their clip, give or take this (points), are drawn. */
const ON_EDGE = 0.5;

/** Parts of a curve up to this (points) round the corner of a box; longer ones go round a figure, and are no rules. */
const CORNER = 1.8;

/** Codes of pdf.js 5 in the numbers of a path. */
const [MOVE, LINE, CURVE, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4];

/** Parts of a path in page coordinates. */
export function subpaths(numbers: ArrayLike<number>, ctm: Matrix): Point[][] {
  const parts: Point[][] = [];
  let current: Point[] = [];
  const point = (i: number): Point => {
    const [x, y] = [numbers[i] as number, numbers[i + 1] as number];
    return { x: applyX(ctm, x, y), y: applyY(ctm, x, y) };
  };
  const curved = (i: number): Point => ({ ...point(i), curved: true });
  for (let i = 0; i < numbers.length; ) {
    const code = numbers[i++];
    if (code === MOVE) {
      current = [point(i)];
      parts.push(current);
      i += 2;
    } else if (code === LINE) {
      current.push(point(i));
      i += 2;
    } else if (code === CURVE) {
      current.push(curved(i), curved(i + 2), curved(i + 4));
      i += 6;
    } else if (code === QUADRATIC) {
      current.push(curved(i), curved(i + 2));
      i += 4;
    } else if (code === CLOSE) {
      if (current[0] !== undefined) current.push(current[0]);
    } else break;
  }
  return parts;
}

export const boxOf = (points: readonly Point[]): Box => {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  return { x0, y0, x1, y1 };
};

/** What may still become longer. */
type Drawn<T> = { -readonly [K in keyof T]: T[K] };

/** Collects the rules and areas that paths paint, cut by the clip. */
export class PathCollector {
  readonly horizontal: Drawn<PaintedRule>[] = [];
  readonly vertical: Drawn<PaintedRule>[] = [];
  readonly fills: Fill[] = [];
  readonly drawings: Drawing[] = [];
  private readonly letters = new StrokedLetters();

  stroke(parts: readonly Point[][], width: number, clip: Box, light: number): void {
    if (width > RULE_WIDTH * 2) {
      // A bar drawn as a thick line.
      for (const part of parts) {
        const box = boxOf(part);
        const half = width / 2;
        this.area({ x0: box.x0 - half, y0: box.y0 - half, x1: box.x1 + half, y1: box.y1 + half }, clip, -1, false, 1);
      }
      return;
    }
    for (const part of parts) {
      if (part.length > 2 && isShape(part)) this.drawing(boxOf(part), clip, true);
      else if (part.length === 2)
        for (const letter of this.letters.add(part[0] as Point, part[1] as Point)) this.drawing(letter, clip, true);
      for (let i = 1; i < part.length; i++) {
        const [a, b] = [part[i - 1] as Point, part[i] as Point];
        const [dx, dy] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
        if ((b.curved && dx + dy > CORNER) || (dx > STRAIGHT && dy > STRAIGHT)) continue;
        const [x0, y0] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
        this.thin({ x0, y0, x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) }, clip, light);
      }
    }
  }

  fill(parts: readonly Point[][], clip: Box, order: number, opaque: boolean, light: number): void {
    const large: Box[] = [];
    for (const part of parts) {
      const box = boxOf(part);
      const letter = isShape(part) && !isRule(box);
      if (letter && light < PALE) this.drawing(box, clip);
      if (Math.min(box.x1 - box.x0, box.y1 - box.y0) > RULE_WIDTH) large.push(box);
      else if (!letter) this.thin(box, clip, light);
    }
    const frame = large.length === 2 ? frameOf(large as [Box, Box]) : undefined;
    if (frame !== undefined) for (const side of frame) this.thin(side, clip, light);
    else for (const box of large) this.area(box, clip, order, opaque, light);
  }

  /** A letter may be drawn so. */
  drawing(box: Box, clip: Box, lines = false): void {
    const cut = intersect(box, clip);
    if (cut.x1 > cut.x0 && cut.y1 > cut.y0 && !isRule(cut)) this.drawings.push({ ...cut, lines });
  }

  private area(box: Box, clip: Box, order: number, opaque: boolean, light: number): void {
    const cut = intersect(box, clip);
    const [w, h] = [cut.x1 - cut.x0, cut.y1 - cut.y0];
    if (w < 0 || h < 0) return;
    if (Math.min(w, h) <= RULE_WIDTH) this.thin(cut, clip, light);
    else this.fills.push({ ...cut, order, opaque, light });
  }

  /** A thin box, or one without any width, as a rule along its longer side; a dot may belong to either direction. */
  private thin(box: Box, clip: Box, light: number): void {
    // A page may be ruled by thousands of dots: no boxes are made for them.
    const [x0, x1] = [Math.max(box.x0, clip.x0 - ON_EDGE), Math.min(box.x1, clip.x1 + ON_EDGE)];
    const [y0, y1] = [Math.max(box.y0, clip.y0 - ON_EDGE), Math.min(box.y1, clip.y1 + ON_EDGE)];
    const [w, h] = [x1 - x0, y1 - y0];
    if (w < 0 || h < 0 || w + h === 0) return;
    const dot = Math.max(w, h) <= RULE_WIDTH;
    const across = (dot || w >= h) && !goesOn(this.horizontal.at(-1), (y0 + y1) / 2, x0, x1, light);
    const down = (dot || h > w) && !goesOn(this.vertical.at(-1), (x0 + x1) / 2, y0, y1, light);
    // The next dot of a line belongs to no other.
    if (dot && across !== down) return;
    if (across) this.horizontal.push({ at: (y0 + y1) / 2, from: x0, to: x1, light });
    if (down) this.vertical.push({ at: (x0 + x1) / 2, from: y0, to: y1, light });
  }
}

/** Makes the line before longer by a piece that goes on with it; a page may have thousands of such pieces. */
function goesOn(last: Drawn<PaintedRule> | undefined, at: number, from: number, to: number, light: number): boolean {
  if (last === undefined || last.at !== at || last.light !== light) return false;
  if (from > last.to + GAP || to < last.from - GAP) return false;
  last.from = Math.min(last.from, from);
  last.to = Math.max(last.to, to);
  return true;
}

/** Two boxes, one just inside the other, are a frame painted as an area with a hole. */
function frameOf([a, b]: readonly [Box, Box]): Box[] | undefined {
  const [out, inn] = a.x0 <= b.x0 ? [a, b] : [b, a];
  const widths = [inn.x0 - out.x0, inn.y0 - out.y0, out.x1 - inn.x1, out.y1 - inn.y1];
  if (widths.some((w) => w < 0 || w > RULE_WIDTH)) return undefined;
  return [
    { ...out, x1: inn.x0 },
    { ...out, x0: inn.x1 },
    { ...out, y1: inn.y0 },
    { ...out, y0: inn.y1 },
  ];
}
