import { PICTURE } from '../../model.js';
import type { Filled } from './contested.js';
import { byHeight } from './heights.js';
import { type Box, centreY, type Drawing, type Glyph, isIn, isOn, median, meets, type Rule } from './marks.js';

/** A drawing may stand this far (points) outside its cell. */
const SLACK = 1.5;
/** A drawing that leaves less than this (points) of its cell free is its background. */
const FREE = 2.5;
/** Height (ems) from which a drawing may be a figure, and up to which one outside a cell may. */
const LEAST = 0.55;
const MOST = 3;
/** Lines down from this height (points) on are no letters, nor are those that go along this share of their cell. */
const TALLEST = 40;
const SIDE = 0.85;
/** How far (ems) over or under the middle of a figure a line of its label is: the label may have two. */
const REACH = 0.8;
const WORDS = /\p{L}/u;

/**
 * Cells in which something is drawn where a figure, or a part of one, would stand: outlines of digits, or pictures of
 * them, are no text, and no blank either. What lies under text is its background.
 * @returns cells that cannot be read for certain
 */
export function drawnCells({ boxes, contents }: Filled, drawings: readonly Drawing[]): Set<number> {
  const drawn = new Set<number>();
  const filled: number[] = [];
  let isBackground = false;
  const least = drawings.length === 0 ? 0 : LEAST * emOf(contents.flat());
  for (const drawing of drawings) {
    if (drawing.y1 - drawing.y0 < least) continue;
    const cell = boxes.findIndex((box) => isIn(drawing, box, SLACK));
    if (cell < 0 && !drawing.lines) for (const empty of emptyUnder(drawing, boxes, contents)) drawn.add(empty);
    const ink = inkOf(contents[cell]);
    if (cell < 0 || ink.some((g) => WORDS.test(g.text))) continue;
    const fills = isIn(boxes[cell] as Box, drawing, FREE);
    const under = ink.some((g) => isOn(g, drawing));
    if (fills && under) isBackground = true;
    else if (fills && !drawing.lines) filled.push(cell);
    else if (!fills && !under) drawn.add(cell);
  }
  // Where some cells show that they have a picture behind their figure, the others have it behind nothing.
  if (!isBackground) for (const cell of filled) drawn.add(cell);
  return drawn;
}

/**
 * Empty cells whose middle lies under a drawing that reaches over several: the figures of a row, or of a table, may be
 * one picture. Where text is seen on it, it is their background.
 */
function emptyUnder(drawing: Drawing, boxes: Filled['boxes'], contents: Filled['contents']): number[] {
  const empty = boxes.flatMap((box, i) => (isOn(box, drawing) && inkOf(contents[i]).length === 0 ? [i] : []));
  const isText = (box: Box, i: number) => meets(box, drawing) && inkOf(contents[i]).some((g) => isOn(g, drawing));
  return empty.length === 0 || boxes.some(isText) ? [] : empty;
}

/**
 * Empty cells in which a line down stands free, as a 1 that is drawn. One that is as high as its cell is a side of it, and
 * two of the same height are the sides of a form field.
 */
export function uprightCells({ boxes, contents }: Filled, upright: readonly Rule[]): number[] {
  const least = LEAST * emOf(contents.flat());
  const short = upright.filter(({ from, to }) => to - from >= least && to - from < TALLEST);
  return short.flatMap((line): number[] => {
    const { at, from, to } = line;
    const cell = boxes.findIndex(
      ({ x0, y0, x1, y1 }) => at > x0 + FREE && at < x1 - FREE && from > y0 - SLACK && to < y1 + SLACK,
    );
    const { y0, y1 } = boxes[cell] ?? { y0: from, y1: to };
    if (to - from > (y1 - y0) * SIDE || inkOf(contents[cell]).length > 0) return [];
    const isFrame = short.some(
      (other) =>
        Math.abs(other.at - at) > to - from && Math.abs(other.from - from) < SLACK && Math.abs(other.to - to) < SLACK,
    );
    return isFrame ? [] : [cell];
  });
}

const inkOf = (glyphs: readonly Glyph[] = []): Glyph[] => glyphs.filter((g) => g.text !== ' ');

/**
 * Drawings as large as letters that stand on a line of text, after its first words: where no rules tell the cells, a
 * figure may stand there. What stands before a line is its bullet.
 */
export function drawnLetters(glyphs: readonly Glyph[], drawings: readonly Drawing[]): Glyph[] {
  if (drawings.length === 0) return [];
  const size = emOf(glyphs);
  const between = byHeight(glyphs.filter((g) => g.text !== ' '));
  return drawings.flatMap((drawing): Glyph[] => {
    const height = drawing.y1 - drawing.y0;
    if (height < LEAST * size || height > MOST * size) return [];
    const line = between(centreY(drawing) - REACH * size, centreY(drawing) + REACH * size);
    if (line.some((glyph) => isOn(glyph, drawing))) return [];
    const isAfter = line.some((glyph) => glyph.x1 < drawing.x0 + SLACK);
    const { x0, y0, x1, y1 } = drawing;
    return isAfter ? [{ ...{ x0, y0, x1, y1 }, text: PICTURE, size, angle: 0, vertical: false, order: -1 }] : [];
  });
}

const emOf = (glyphs: readonly Glyph[]): number =>
  median(
    glyphs.map((g) => g.size),
    10,
  );
