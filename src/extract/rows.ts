import { PICTURE, type Place } from '../model.js';
import { fold } from '../text.js';

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
export const LONGEST_LABEL = 60;

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

/** True for a row of words only: a head, a title, a group's name. Of its words some may be lost. */
export const isHead = oncePerRow((row) => {
  const own = row.cells.filter((c) => c.own && !c.blank);
  const figures = row.cells.filter((c) => !c.blank && c.figure);
  const areLost = figures.every((c) => c.text === PICTURE) && own.length > 2 * figures.length;
  return own.length > 0 && (areLost || isNumbering(row));
});

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
