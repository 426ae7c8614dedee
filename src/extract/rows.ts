import { type Grid, type GridCell, type Paragraph, PICTURE, type Place } from '../model.js';
import { fold, isFigureLike } from '../text.js';
import { remembered } from './likeness.js';
import { withoutRowNumbers } from './row-numbers.js';

/** A printed cell as the aligner sees it. */
export interface PrintedCell {
  readonly text: string;
  readonly place: Place;
  /** Columns that it covers: start ≤ column < end. In running text, its position in the row. */
  readonly start: number;
  readonly end: number;
  /** False where it reaches down from a row above. */
  readonly own: boolean;
  readonly blank: boolean;
  /** Something that stands where a figure would: a figure, a mark for nothing, a picture. */
  readonly figure: boolean;
}

/** One printed row: all cells that cover it, left to right. */
export interface PrintedRow {
  readonly cells: readonly PrintedCell[];
  /** Index of its block in the document. */
  readonly block: number;
}

/** Rows that were printed together: one grid, or the running text of a document. */
export interface Source {
  readonly rows: readonly PrintedRow[];
  /** True when columns have positions, so that a cell's column is known without counting. */
  readonly geometric: boolean;
}

/** Longest line of running text that is taken for a label; the longest official label has 41 characters. */
const LONGEST_LABEL = 60;
const PAGE_NUMBER = /^(?:[-—–－―\s]*\d{1,3}[-—–－―\s]*[-—–－―]|第\s*\d+\s*页.*|\d+\s*\/\s*\d+\s*页?)$/;

/**
 * Signs without words, digits or others (#### of a column too narrow, ？, □): no label. Nor is the letter that looks like
 * 0. But several question marks are words in a lost encoding.
 */
const NO_WORDS = /^(?:(?!.*[?？]{2})[^\p{L}]+|[oOｏＯ])$/su;

/** Words of a label, though one of its characters is not known. */
const WORDS = /(?:\p{L}[^\p{L}]*){4}/u;

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

/** What a row says it is: each label it may be read as, with the index of the cell that ends the label. */
export interface Label {
  readonly text: string;
  readonly last: number;
  /** Under 1 where a label further right, or in more cells, would be the more natural reading. */
  readonly weight: number;
}

/** Of two labels in a row the right one is the row's own, the left one its group's. */
const GROUP_WEIGHT = 0.97;
const JOINED_WEIGHT = 0.99;

/** An answer kept with the row that it is about; every table, edition and layout asks for the same ones. */
function oncePerRow<T>(answer: (row: PrintedRow) => T): (row: PrintedRow) => T {
  const known = new WeakMap<PrintedRow, { answer: T }>();
  return (row) => {
    const kept = known.get(row) ?? { answer: answer(row) };
    known.set(row, kept);
    return kept.answer;
  };
}

export const labelsOf = oncePerRow((row): Label[] => {
  const words = (c: PrintedCell) => !c.blank && !c.figure;
  const first = row.cells.findIndex(words);
  if (first < 0) return [];
  const figure = row.cells.findIndex((c, i) => i > first && c.figure);
  const labels = row.cells
    .map((c, index) => ({ c, index }))
    .slice(first, figure < 0 ? undefined : figure)
    .filter(({ c }) => words(c) && c.text.length <= LONGEST_LABEL * 2);
  const lastOwn = labels.findLastIndex(({ c }) => c.own);
  return labels.flatMap(({ c, index }, i) => {
    const own = { text: c.text, last: index, weight: i < lastOwn || !c.own ? GROUP_WEIGHT : 1 };
    if (i === 0) return [own];
    const joined = (from: number) =>
      labels
        .slice(from, i + 1)
        .map((l) => l.c.text)
        .join('');
    const texts = i === 1 ? [joined(0)] : [joined(i - 1), joined(0)];
    return [own, ...texts.map((text) => ({ text, last: index, weight: own.weight * JOINED_WEIGHT }))];
  });
});

/** True for a row of words only: a head, a title, a group's name. */
export const isHead = oncePerRow(
  (row) =>
    row.cells.some((c) => c.own && !c.blank) && (row.cells.every((c) => c.blank || !c.figure) || isNumbering(row)),
);

/** True for a row with nothing of its own, most of which are words that reach down from above: a line cuts heads there. */
export function isInHead({ cells }: PrintedRow): boolean {
  const own = cells.filter((c) => c.own);
  const words = cells.filter((c) => !c.own && !c.blank && !c.figure);
  return own.every((c) => c.blank) && words.length >= own.length && words.length > 0;
}

/** A row that only numbers or letters the columns: 1 2 3 …, 甲 A B C …. */
export function isNumbering(row: PrintedRow): boolean {
  const texts = row.cells
    .filter((c) => !c.blank && c.own)
    .map((c) => fold(c.text).replace(/[\s()栏次]/g, ''))
    .filter((t) => t !== '');
  const marks = texts.filter((t) => !/^(?:[甲乙丙丁]|项目|行次?|序号)$/.test(t));
  if (marks.length < 3 || row.cells.filter((c) => c.own && c.blank).length > 1) return false;
  const letters = marks.every(
    (t, i) =>
      t.length === 1 &&
      t.toUpperCase().charCodeAt(0) === (marks[0] as string).toUpperCase().charCodeAt(0) + i &&
      /[A-Z]/i.test(t),
  );
  const numbers = marks.every((t, i) => /^\d+$/.test(t) && Number(t) === Number(marks[0]) + i) && Number(marks[0]) <= 2;
  return letters || numbers;
}

/** A row's cells right of its label. Words that reach down from above are a group's label with too long a rowspan. */
export const figureCells = (row: PrintedRow, label: number): PrintedCell[] =>
  row.cells.slice(label + 1).filter((c) => c.own || c.figure || c.blank);
