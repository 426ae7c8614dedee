import type { Line } from '../forms/index.js';
import { compact, hasDigit } from '../text.js';
import { UNREADABLE_WORDS } from './printed-words.js';
import { figureCells, type PrintedRow } from './rows.js';

/** Digits that belong in a label: its numbers, dates, periods, and the articles of a law. */
const NUMBERS = /第\s*\p{Nd}+|[(（]?\p{Nd}+\s*[.．、,，:：)）年月日天个条款项号]|^\s*\p{Nd}{1,2}(?!\p{Nd})/gmu;
const WITHIN = /\p{Nd}\s*\p{L}/u;

/**
 * True where a figure stands in a row's label: printed over its words, or beside them where the row is out of place. Other
 * figures of the row may be cut, or stand in wrong columns. What only follows the label may be a note's number, unless
 * a cell of the row holds none; and what stands where the form has another character may be that one, misprinted.
 * @param label index of the cell that ends the label
 * @param line the line of the form that it was taken for
 */
export function swallowsFigure(row: PrintedRow, label: number, line: Line): boolean {
  const cells = row.cells.slice(0, label + 1).map((c) => (c.own ? c.text : ''));
  const texts = cells.map((text) => text.replace(NUMBERS, ''));
  const labels = [line.label, ...line.path];
  // What cannot be read among the words of the row's own label may be a digit.
  const mayHoldOne = texts.some(hasDigit) || UNREADABLE_WORDS.test(texts.at(-1) ?? '');
  return (
    texts.some((text, i) => WITHIN.test(text) && !labels.some((own) => isMisprinted(cells[i] as string, own))) ||
    (mayHoldOne && figureCells(row, label).some((c) => !hasDigit(c.text)))
  );
}

/** True for a label with as many characters as the form's, more than half of them the same, each digit of that in its place. */
function isMisprinted(text: string, label: string): boolean {
  const [printed, own] = [compact(text), compact(label)];
  if (printed.length !== own.length) return false;
  const same = [...own].filter((char, i) => char === printed.charAt(i));
  return same.length * 2 > own.length && same.filter(hasDigit).length === [...own].filter(hasDigit).length;
}
