import { isFigureLike } from '../../text.js';
import { linesOf, type TextLine } from './compose.js';
import { isPageNumber } from './margins.js';
import { around, type Box, centreX, type Glyph, type PageMarks } from './marks.js';
import { isProse } from './prose.js';

/** The empty strip between two pages printed side by side. */
export interface Gutter {
  readonly at: number;
  /** True where both sides have rows of the same labels: two reports beside each other, not two pages of one. */
  readonly parallel: boolean;
}

/** Least width (points) of the strip, less where the sheet's middle runs down in it as between columns of text. */
const LEAST = 14;
const LEAST_IN_MIDDLE = 7;
/** How far (share of the text's width) it lies from the middle at most. */
const OFF_MIDDLE = 0.15;
/** Lines of running text that fill a side, at least. */
const LINES = 3;
const FILLED = 0.8;
/** Lines of a page without rules, at least, and the share of them that begin with words: figures belong to labels beside. */
const PAGE_LINES = 8;
const WORDED = 0.6;
const WORDS = /\p{Script=Han}{2}/u;
/** Rows whose labels stand on both sides, at least; a table without rules has its labels on one side. */
const SAME_LABELS = 2;

/**
 * Looks for two pages printed side by side: an empty strip from top to bottom, with a table that rules draw or lines of
 * words on each side of it, or with rows of the same labels on both.
 * @param tables boxes of the tables that rules draw
 * @param glyphs all of the page
 * @param rest those that stand in no such table
 * @param page its size
 */
export function gutterOf(
  tables: readonly Box[],
  glyphs: readonly Glyph[],
  rest: readonly Glyph[],
  { width, height }: Pick<PageMarks, 'width' | 'height'>,
): Gutter | undefined {
  const lines = linesOf(rest).filter((line) => !isPageNumber(line, height));
  const boxes = [...tables, ...lines.flatMap((line) => line.glyphs)].sort((a, b) => a.x0 - b.x0);
  const [first, ...others] = boxes;
  if (first === undefined) return undefined;
  const all = around(boxes);
  const middle = (all.x0 + all.x1) / 2;
  const found: { readonly at: number; readonly away: number }[] = [];
  let reach = first.x1;
  for (const box of others) {
    const at = (box.x0 + reach) / 2;
    const away = Math.max(0, reach - width / 2, width / 2 - box.x0);
    if (
      box.x0 - reach >= (away === 0 ? LEAST_IN_MIDDLE : LEAST) &&
      Math.abs(at - middle) < (all.x1 - all.x0) * OFF_MIDDLE
    )
      found.push({ at: away === 0 ? width / 2 : at, away });
    reach = Math.max(reach, box.x1);
  }
  // Pages meet in the middle of their sheet; other strips may part the columns of a table.
  const strips = found.sort((a, b) => a.away - b.away).map(({ at }) => at);
  const sides = (at: number) =>
    [(box: Box) => centreX(box) < at, (box: Box) => centreX(box) >= at].map((isIn) => ({
      tables: tables.filter(isIn),
      rest: rest.filter(isIn),
    }));
  const at =
    strips.find((strip) => sides(strip).every((side) => side.tables.length > 0 || isPageOfText(side.rest))) ??
    strips.find((strip) => hasSameLabels(glyphs, strip));
  return at === undefined ? undefined : { at, parallel: hasSameLabels(glyphs, at) };
}

/** True for several lines of words that fill their column, and for many that begin with words. */
function isPageOfText(glyphs: readonly Glyph[]): boolean {
  const lines = linesOf(glyphs);
  const { x0, x1 } = around(lines.map((line) => line.box));
  const isFull = (line: TextLine) => line.box.x1 - line.box.x0 > (x1 - x0) * FILLED;
  const worded = lines.filter(({ text }) => WORDS.test(text) && !isFigureLike(text.split(' ', 1)[0] as string)).length;
  return (
    lines.filter((line) => isFull(line) && isProse(line)).length >= LINES ||
    (lines.length >= PAGE_LINES && worded >= lines.length * WORDED)
  );
}

/** True where rows of figures have the same labels on both sides. */
function hasSameLabels(glyphs: readonly Glyph[], at: number): boolean {
  const [left, right] = [glyphs.filter((g) => centreX(g) < at), glyphs.filter((g) => centreX(g) >= at)].map(labelsOf);
  if (left === undefined || right === undefined) return false;
  const same = [...left].filter((label) => right.has(label)).length;
  return same >= SAME_LABELS && same * 2 >= Math.min(left.size, right.size);
}

/** What stands before the figures of a row. */
function labelsOf(side: readonly Glyph[]): Set<string> {
  const labels = linesOf(side).flatMap(({ text }) => {
    const words = text.split(' ');
    const first = words.findIndex((word) => isFigureLike(word));
    return first <= 0 ? [] : [words.slice(0, first).join('')];
  });
  return new Set(labels);
}
