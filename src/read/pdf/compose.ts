import { PICTURE } from '../../model.js';
import { superscript } from '../raised.js';
import { around, type Box, centreX, centreY, type Glyph } from './marks.js';
import { mapBox } from './matrix.js';
import { uprighted } from './pose.js';
import { DIGIT } from './visible.js';

/** One line of writing. */
export interface TextLine {
  readonly text: string;
  readonly box: Box;
  readonly glyphs: readonly Glyph[];
}

/** The size of a line's letters (points), by the first of them; a usual one where there is none. */
export const sizeOf = (line: Pick<TextLine, 'glyphs'> | undefined): number => line?.glyphs[0]?.size ?? 10;

/** Glyphs whose middles differ by less than this (ems, across the line) stand on one line. */
const SAME_LINE = 0.5;
/** A gap (ems) from which words, or figures, are apart; figures of one number stand closer. */
const WORD_GAP = 0.4;
/** A printed space counts when it really opens a gap: some producers put spaces under the digits of a number. */
const SPACE_GAP = 0.12;
/** A character this much smaller (share of the line's; browsers set 5/6) and this much higher (ems) is raised: a footnote mark. */
const RAISED_SIZE = 0.85;
const RAISED_BY = 0.2;
/** Digits of one number have the same size (share of it) and stand on the same line (ems), give or take this. */
const SAME_SIZE = 0.04;
const SAME_BASE = 0.12;
/** Drawing operations between the digits of one number, at most, where each is set for itself. */
const NEXT = 20;

/** The lines of writing that glyphs form, in reading order. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  const turned = glyphs.filter((g) => g.angle !== 0 && g.text !== ' ' && quarter(g.angle) !== 0);
  if (turned.length > 0) {
    const upright = glyphs.filter((g) => quarter(g.angle) === 0);
    return [...linesOf(upright), ...turnedLines(turned)].sort((a, b) => a.box.y0 - b.box.y0);
  }
  const vertical = glyphs.filter((g) => g.vertical && g.text !== ' ');
  if (vertical.length > 0) {
    const rest = glyphs.filter((g) => !g.vertical);
    return [...linesOf(rest), ...verticalLines(vertical)].sort((a, b) => a.box.y0 - b.box.y0);
  }
  return intoLines(glyphs).map(lineOf);
}

/** Quarter turns of a direction in degrees, 0 to 3; 0 for slanted text, which is dropped before. */
export const quarter = (angle: number): number => ((Math.round(angle / 90) % 4) + 4) % 4;

/** A line while its glyphs are gathered; its height is that of its largest glyph. */
interface OpenLine {
  y: number;
  size: number;
  readonly glyphs: Glyph[];
}

function intoLines(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = glyphs.toSorted((a, b) => centreY(a) - centreY(b));
  const lines: OpenLine[] = [];
  for (const glyph of sorted) {
    const y = centreY(glyph);
    const line = lineAt(lines, y, glyph.size);
    if (line === undefined) lines.push({ y, size: glyph.size, glyphs: [glyph] });
    else {
      line.glyphs.push(glyph);
      if (glyph.size > line.size) {
        line.size = glyph.size;
        line.y = y;
      }
    }
  }
  return lines.map((line) => line.glyphs).filter((line) => line.some((g) => g.text !== ' '));
}

/** The line at a height. The last few are enough to look at: glyphs come from top to bottom. */
function lineAt(lines: readonly OpenLine[], y: number, size: number): OpenLine | undefined {
  for (let i = Math.max(0, lines.length - 4); i < lines.length; i++) {
    const line = lines[i] as OpenLine;
    if (Math.abs(line.y - y) < SAME_LINE * Math.max(line.size, size)) return line;
  }
  return undefined;
}

function lineOf(glyphs: readonly Glyph[]): TextLine {
  const sorted = glyphs.toSorted((a, b) => a.x0 - b.x0 || a.order - b.order);
  const ink = sorted.filter((g) => g.text !== ' ');
  const size = ink.reduce((most, g) => Math.max(most, g.size), 0);
  const base = ink.reduce((low, g) => (g.size > size * RAISED_SIZE ? Math.max(low, g.y1) : low), -Infinity);
  const isRaised = (g: Glyph) => g.size <= size * RAISED_SIZE && base - g.y1 > RAISED_BY * size;
  let text = '';
  let previous: Glyph | undefined;
  let space = false;
  for (const glyph of sorted) {
    if (glyph.text === ' ') {
      space = true;
      continue;
    }
    if (previous !== undefined) {
      const gap = (glyph.x0 - previous.x1) / Math.max(glyph.size, previous.size);
      if (gap > WORD_GAP || (space && gap > SPACE_GAP)) text += ' ';
      else if (!isRaised(glyph) && !isRaised(previous) && areUnlike(previous, glyph)) text += PICTURE;
    }
    text += isRaised(glyph) ? superscript(glyph.text) : glyph.text;
    previous = glyph;
    space = false;
  }
  return { text, box: around(ink), glyphs: ink };
}

/** True for digits that touch but were not printed as one number: a page's number over a row, a stamp over a table. */
const areUnlike = (a: Glyph, b: Glyph): boolean =>
  DIGIT.test(a.text) &&
  DIGIT.test(b.text) &&
  Math.abs(a.order - b.order) > NEXT &&
  (!isOfSize(a, b) || Math.abs(a.y1 - b.y1) > SAME_BASE * b.size);

/** Whether a character has the size of another. */
export const isOfSize = (a: Glyph, b: Glyph): boolean => Math.abs(a.size - b.size) <= SAME_SIZE * b.size;

/** Text set in a vertical writing mode: columns from right to left, each from top to bottom. */
function verticalLines(glyphs: readonly Glyph[]): TextLine[] {
  const columns: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => centreX(b) - centreX(a))) {
    const last = columns.at(-1)?.[0];
    if (last !== undefined && Math.abs(centreX(last) - centreX(glyph)) < SAME_LINE * glyph.size)
      columns.at(-1)?.push(glyph);
    else columns.push([glyph]);
  }
  const sorted = columns.map((column) => column.toSorted((a, b) => a.y0 - b.y0));
  const text = sorted.map((column) => column.map((g) => g.text).join('')).join('');
  return [{ text, box: around(glyphs), glyphs }];
}

/** Text turned by a quarter inside an upright page: read as if the page were turned back. */
function turnedLines(glyphs: readonly Glyph[]): TextLine[] {
  const turns = quarter(glyphs[0]?.angle ?? 0);
  const upright = uprighted(turns, 0, 0);
  const turned = ({ x0, y0, x1, y1 }: Box): Box => mapBox(upright, x0, y0, x1, y1);
  const lines = linesOf(
    glyphs.filter((g) => quarter(g.angle) === turns).map((g) => ({ ...g, ...turned(g), angle: 0 })),
  );
  return [{ text: lines.map((line) => line.text).join(''), box: around(glyphs), glyphs }];
}

/** The text of a cell: its lines, broken as printed. */
export const textOf = (glyphs: readonly Glyph[]): string =>
  linesOf(glyphs)
    .map((line) => line.text)
    .join('\n');
