import { PICTURE } from '../../model.js';
import { withoutArcs } from './arcs.js';
import { quarter } from './compose.js';
import { withoutLineNumbers } from './line-numbers.js';
import type { Box, Glyph, PageMarks, Rule } from './marks.js';
import { IDENTITY, mapBox, multiply } from './matrix.js';
import { withoutOverprinted } from './overprinted.js';
import { isLevel, type Pose, uprighted } from './pose.js';
import { DIGIT } from './visible.js';
import { withoutWatermark } from './watermark.js';

/** A page turned so that its text runs from left to right, without watermarks and double strokes. */
export interface CleanPage extends PageMarks {
  readonly pose: Pose;
}

/** Two equal characters nearer than this (ems) are one, drawn twice to look bold or shaded. */
const TWICE = 0.2;
/** Nearer than this (points) at any size: a letter larger than the page must not have all of the page looked through. */
const NEAREST = 100;

export function clean(marks: PageMarks): CleanPage {
  const page = turned(marks);
  return { ...page, glyphs: withoutLineNumbers(page.glyphs) };
}

function turned(marks: PageMarks): CleanPage {
  const straight = withoutArcs(marks.glyphs).filter(isLevel);
  const plain = withoutWatermark(straight.filter((g) => g.size > 0.5));
  const turns = mainDirection(plain);
  const glyphs = withoutOverprinted(withoutDoubles(plain));
  const { width, height, askew = IDENTITY } = marks;
  if (turns === 0) return { ...marks, glyphs, pose: { turns, back: marks.askew } };
  const upright = uprighted(turns, width, height);
  const turn = ({ x0, y0, x1, y1 }: Box): Box => mapBox(upright, x0, y0, x1, y1);
  const [across, down] = turns === 2 ? [width, height] : [height, width];
  const pose = { turns, back: multiply(askew, uprighted(4 - turns, across, down)) };
  const along = ({ at, from, to }: Rule, horizontal: boolean): { rule: Rule; horizontal: boolean } => {
    const box = turn(horizontal ? { x0: from, x1: to, y0: at, y1: at } : { x0: at, x1: at, y0: from, y1: to });
    const flat = box.x1 - box.x0 >= box.y1 - box.y0;
    return {
      horizontal: flat,
      rule: flat ? { at: box.y0, from: box.x0, to: box.x1 } : { at: box.x0, from: box.y0, to: box.y1 },
    };
  };
  const rules = [...marks.horizontal.map((r) => along(r, true)), ...marks.vertical.map((r) => along(r, false))];
  return {
    ...marks,
    width: across,
    height: down,
    pose,
    glyphs: glyphs.map((g) => ({ ...g, ...turn(g), angle: g.angle - turns * 90 })),
    horizontal: rules.filter((r) => r.horizontal).map((r) => r.rule),
    vertical: rules.filter((r) => !r.horizontal).map((r) => r.rule),
    fills: marks.fills.map((f) => ({ ...f, ...turn(f) })),
    drawings: marks.drawings.map((d) => ({ ...d, ...turn(d) })),
  };
}

/** The direction of most of the text, in quarter turns. */
function mainDirection(glyphs: readonly Glyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { angle, vertical } of glyphs) {
    const turns = quarter(angle);
    if (!vertical) counts[turns] = (counts[turns] as number) + 1;
  }
  const most = counts.indexOf(Math.max(...counts));
  return (counts[most] as number) > (counts[0] as number) * 1.5 ? most : 0;
}

/** Squares (points) into which a page is divided to find what stands near, and how many lists hold them all. */
const SQUARE = 8;
const LISTS = 4096;
const squareOf = (v: number): number => Math.floor(v / SQUARE);
const listOf = (column: number, row: number): number => (column * 31 + row * 101) & (LISTS - 1);

/** Glyphs drawn twice as one; two figures drawn over each other as what nobody can read. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  // Of each list the last glyph, and for each glyph the one before it in its list.
  const last = new Int32Array(LISTS).fill(-1);
  const before = new Int32Array(glyphs.length);
  const overprinted = new Set<Glyph>();
  const isDouble = (glyph: Glyph): boolean => {
    const { x0, y0, size } = glyph;
    const near = Math.min(TWICE * size, NEAREST);
    const limit = Math.min(near, Math.max(0.3, (glyph.x1 - x0) * 0.45));
    const [right, bottom] = [squareOf(x0 + near), squareOf(y0 + near)];
    for (let column = squareOf(x0 - near); column <= right; column++)
      for (let row = squareOf(y0 - near); row <= bottom; row++)
        for (let i = last[listOf(column, row)] as number; i >= 0; i = before[i] as number) {
          const other = kept[i] as Glyph;
          if (
            Math.abs(other.x0 - x0) >= limit ||
            Math.abs(other.y0 - y0) >= near ||
            Math.abs(other.size - size) >= near
          )
            continue;
          if (other.text === glyph.text) return true;
          if (DIGIT.test(glyph.text) && DIGIT.test(other.text)) overprinted.add(other).add(glyph);
        }
    return false;
  };
  for (const glyph of glyphs) {
    if (isDouble(glyph)) continue;
    const list = listOf(squareOf(glyph.x0), squareOf(glyph.y0));
    before[kept.length] = last[list] as number;
    last[list] = kept.length;
    kept.push(glyph);
  }
  return overprinted.size === 0 ? kept : kept.map((g) => (overprinted.has(g) ? { ...g, text: PICTURE } : g));
}
