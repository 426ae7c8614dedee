import { centreX, centreY, type Glyph, type PageMarks, type Rule } from './marks.js';

const [LEFT, RIGHT, UP, DOWN] = [1, 2, 4, 8];
const ACROSS = LEFT + RIGHT;
const ALONG = UP + DOWN;

/** Which box-drawing characters (Unicode, U+2500–2570) have which arms: the last of each run of them. */
const RUNS: readonly (readonly [lasts: string, arms: number])[] = [
  ['━┅┉╍═', ACROSS],
  ['┃┇┋╏║', ALONG],
  ['┏╔╭', RIGHT + DOWN],
  ['┓╗╮', LEFT + DOWN],
  ['┗╚╰', RIGHT + UP],
  ['┛╝╯', LEFT + UP],
  ['┣╠', RIGHT + ALONG],
  ['┫╣', LEFT + ALONG],
  ['┳╦', ACROSS + DOWN],
  ['┻╩', ACROSS + UP],
  ['╋╬', ACROSS + ALONG],
];
const ARMS = RUNS.flatMap(([lasts, arms]) => [...lasts].map((last) => ({ last, arms }))).sort((a, b) =>
  a.last < b.last ? -1 : 1,
);
const isBoxDrawing = (text: string): boolean => text >= '─' && text <= '╰' && text.length === 1;
const armsOf = (text: string): number => (isBoxDrawing(text) ? (ARMS.find(({ last }) => text <= last)?.arms ?? 0) : 0);

/** Fewest corners and crossings of a frame; without, such a character is a dash. */
const FRAME = 4;
/** Lines of writing stand apart, and with them the pieces of the lines down: so much (ems) they reach further. */
const REACH = 0.5;
/** Pieces of a line across touch (ems). */
const TOUCH = 0.2;

/** A page whose frames are made of characters (┌─┬─┐), with rules in their place. */
export function withBoxesRuled(page: PageMarks): PageMarks {
  const pieces = page.glyphs
    .filter((g) => g.angle === 0 && armsOf(g.text) > 0)
    .sort((a, b) => a.y1 - b.y1 || a.x0 - b.x0);
  if (pieces.filter(({ text }) => ![ACROSS, ALONG].includes(armsOf(text))).length < FRAME) return page;
  // A dash for nothing stands alone in its cell.
  const isOfLine = (g: Glyph, i: number) =>
    armsOf(g.text) !== ACROSS || touches(pieces[i - 1], g) || touches(g, pieces[i + 1]);
  const own = new Set(pieces.filter(isOfLine));
  const horizontal: Rule[] = [...page.horizontal];
  const vertical: Rule[] = [...page.vertical];
  for (const glyph of own) {
    const arms = armsOf(glyph.text);
    const [x, y] = [centreX(glyph), centreY(glyph)];
    const reach = REACH * glyph.size;
    const [left, right] = [arms & LEFT ? glyph.x0 : x, arms & RIGHT ? glyph.x1 : x];
    const [top, bottom] = [arms & UP ? glyph.y0 - reach : y, arms & DOWN ? glyph.y1 + reach : y];
    if (left < right) horizontal.push({ at: y, from: left, to: right });
    if (top < bottom) vertical.push({ at: x, from: top, to: bottom });
  }
  return { ...page, horizontal, vertical, glyphs: page.glyphs.filter((g) => !own.has(g)) };
}

const touches = (a: Glyph | undefined, b: Glyph | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  Math.abs(a.y1 - b.y1) < TOUCH * a.size &&
  Math.abs(b.x0 - a.x1) < TOUCH * a.size;
