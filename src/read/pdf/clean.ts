import { quarter, turnBack } from './compose.js';
import { type Glyph, median, type PageMarks, type Rule } from './marks.js';

/** A page turned so that its text runs from left to right, without watermarks and double strokes. */
export interface CleanPage extends PageMarks {
  /** Quarter turns (clockwise) by which the page was printed; its boxes are turned back by as many. */
  readonly turns: number;
}

/** Text slanted more than this (degrees) off the axes is a watermark or a stamp. */
const SLANT = 6;
/** Text this many times the usual size lies over or under the page, not on it: titles have up to twice. */
const HUGE = 3.2;
/** Two equal characters nearer than this (ems) are one, drawn twice to look bold or shaded. */
const TWICE = 0.2;

export function clean(marks: PageMarks): CleanPage {
  const straight = marks.glyphs.filter(({ angle }) => Math.abs(angle - Math.round(angle / 90) * 90) <= SLANT);
  const usual = median(
    straight.filter((g) => g.text !== ' ').map((g) => g.size),
    10,
  );
  const plain = straight.filter((g) => g.size <= usual * HUGE && g.size > 0.5);
  const turns = mainDirection(plain);
  const glyphs = withoutDoubles(plain);
  if (turns === 0) return { ...marks, glyphs, turns };
  const along = ({ at, from, to }: Rule, horizontal: boolean): { rule: Rule; horizontal: boolean } => {
    const box = turnBack(
      horizontal ? { x0: from, x1: to, y0: at, y1: at } : { x0: at, x1: at, y0: from, y1: to },
      turns,
    );
    const flat = box.x1 - box.x0 >= box.y1 - box.y0;
    return {
      horizontal: flat,
      rule: flat ? { at: box.y0, from: box.x0, to: box.x1 } : { at: box.x0, from: box.y0, to: box.y1 },
    };
  };
  const rules = [...marks.horizontal.map((r) => along(r, true)), ...marks.vertical.map((r) => along(r, false))];
  return {
    ...marks,
    turns,
    glyphs: glyphs.map((g) => ({ ...g, ...turnBack(g, turns), angle: g.angle - turns * 90 })),
    horizontal: rules.filter((r) => r.horizontal).map((r) => r.rule),
    vertical: rules.filter((r) => !r.horizontal).map((r) => r.rule),
    fills: marks.fills.map((f) => ({ ...f, ...turnBack(f, turns) })),
  };
}

/** The direction of most of the text, in quarter turns. */
function mainDirection(glyphs: readonly Glyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const g of glyphs) if (!g.vertical) counts[quarter(g.angle)] = (counts[quarter(g.angle)] as number) + 1;
  const most = counts.indexOf(Math.max(...counts));
  return (counts[most] as number) > (counts[0] as number) * 1.5 ? most : 0;
}

/** Squares (points) into which a page is divided to find what stands near. */
const SQUARE = 8;

function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const kept = new Map<number, Glyph[]>();
  const square = (v: number) => Math.floor(v / SQUARE);
  const keyOf = (column: number, row: number) => column * 65_536 + row;
  return glyphs.filter((glyph) => {
    const near = TWICE * glyph.size;
    const limit = Math.min(near, Math.max(0.3, (glyph.x1 - glyph.x0) * 0.45));
    for (let c = square(glyph.x0 - near); c <= square(glyph.x0 + near); c++)
      for (let r = square(glyph.y0 - near); r <= square(glyph.y0 + near); r++)
        for (const other of kept.get(keyOf(c, r)) ?? [])
          if (
            other.text === glyph.text &&
            Math.abs(other.x0 - glyph.x0) < limit &&
            Math.abs(other.y0 - glyph.y0) < near &&
            Math.abs(other.size - glyph.size) < near
          )
            return false;
    const key = keyOf(square(glyph.x0), square(glyph.y0));
    const list = kept.get(key);
    if (list === undefined) kept.set(key, [glyph]);
    else list.push(glyph);
    return true;
  });
}
