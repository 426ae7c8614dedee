import { type Grid, type GridCell, type Paragraph, PICTURE, type Place } from '../model.js';
import { remembered } from '../remembered.js';
import { isFigureLike } from '../text.js';
import { withoutRowNumbers } from './row-numbers.js';
import { LONGEST_LABEL, type PrintedCell, type PrintedRow, type Source } from './rows.js';

/**
 * Signs without words, digits or others (#### of a column too narrow, ？, □): no label. Nor is the letter that looks like
 * 0. But several question marks are words in a lost encoding.
 */
const NO_WORDS = /^(?:(?!.*[?？]{2})[^\p{L}]+|[oOｏＯ])$/su;

/** Words of a label, though one of its characters is not known; with a digit, a figure may have three letters: 万余元. */
const WORDS = /(?:\p{L}[^\p{L}]*){4}|^(?:[^\p{L}\p{Nd}]*\p{L}){3}\P{Nd}*$/u;

const standsForFigure = remembered(
  (text) => isFigureLike(text) || (text.includes(PICTURE) && !WORDS.test(text)) || NO_WORDS.test(text),
);

const cell = (text: string, place: Place, start: number, end: number, own: boolean): PrintedCell => {
  const blank = text.trim() === '';
  return { text, place, start, end, own, blank, figure: !blank && standsForFigure(text) };
};

/** The rows of a grid, each with the cells that reach into it from above. */
export function gridSource(printed: Grid, block: number): Source {
  const grid = withoutRowNumbers(printed);
  let reaching: { cell: GridCell; printed: PrintedCell }[] = [];
  const rows = grid.rows.map((own, row): PrintedRow => {
    reaching = reaching.filter(({ cell: { row: first, rowSpan } }) => first + rowSpan > row);
    const cells = reaching.map(({ printed }) => ({ ...printed, own: false }));
    for (const from of own) {
      const printed = cell(from.text, from.place, from.column, from.column + from.columnSpan, true);
      cells.push(printed);
      if (from.rowSpan > 1) reaching.push({ cell: from, printed });
    }
    return { cells: cells.sort((a, b) => a.start - b.start), block };
  });
  return { rows, geometric: true };
}

const PAGE_NUMBER = /^(?:[-—–－―\s]*\d{1,3}[-—–－―\s]*[-—–－―]|第\s*\d+\s*页.*|\d+\s*\/\s*\d+\s*页?)$/;

/** A line between the rows of a table made of characters. */
const RULE = /^[\s|+:=─-╿-]*(?:---|===|[─-╿]{3})[\s|+:=─-╿-]*$/;

/**
 * Running text as rows: a line with words begins a row, lines of figures continue it. So one cell a line, one row a
 * line, and cells divided by tabs or wide spaces all come out the same.
 */
export function flowSource(paragraphs: readonly { paragraph: Paragraph; block: number }[]): Source {
  const rows: { cells: PrintedCell[]; block: number }[] = [];
  for (const { paragraph, block } of paragraphs) {
    for (const line of paragraph.text.split('\n')) {
      if (PAGE_NUMBER.test(line.trim()) || RULE.test(line)) continue;
      const row = rows.at(-1);
      const add = (cells: PrintedCell[], texts: string[]) => {
        for (const text of texts) cells.push(cell(text, paragraph.place, cells.length, cells.length + 1, true));
      };
      const texts = cellsOfLine(line);
      if (row !== undefined && texts.every((text) => text === '' || isFigureLike(text))) add(row.cells, texts);
      else {
        const cells: PrintedCell[] = [];
        add(cells, texts);
        rows.push({ cells, block });
      }
    }
  }
  return { rows, geometric: false };
}

/** A label that runs into the first figure of its row: 规章0. */
const GLUED = /^(.*[^\d\s.,，+−－-])([+−－-]?\d[\d,，.]*(?:亿元|万元|元|件)?)$/;

/** What draws the sides of cells in running text; where a line has them, blanks beside them divide nothing. */
const SIDES = /[|│┃║]/;

/** Cuts a line into its cells: at drawn sides or at tabs and wide spaces, and between the figures that end it. */
function cellsOfLine(line: string): string[] {
  if (line.length > LONGEST_LABEL * 3) return [line];
  const pieces = SIDES.test(line)
    ? line.replace(/^\s*[|│┃║]|[|│┃║]\s*$/g, '').split(SIDES)
    : line.split(/\t|[ \u00A0\u3000]{2,}|\u3000/);
  const parts = pieces.map((part) => part.trim());
  return parts.flatMap((part) => {
    if (isFigureLike(part)) return [part];
    const words = part.split(/\s+/);
    let first = words.length;
    while (first > 0 && isFigureLike(words[first - 1] as string)) first--;
    const label = words.slice(0, first).join(' ');
    const [, own = '', figure = ''] = GLUED.exec(label) ?? [];
    const labels = label === '' ? [] : figure === '' ? [label] : [own, figure];
    return [...labels, ...words.slice(first)];
  });
}
