import { hasDigit } from '../text.js';
import { UNREADABLE_WORDS } from './printed-words.js';
import { figureCells, type PrintedRow } from './rows.js';

/** Digits that belong in a label: its numbers, dates, periods, and the articles of a law. */
const NUMBERS = /第\s*\p{Nd}+|[(（]?\p{Nd}+\s*[.．、,，:：)）年月日天个条款项号]|^\s*\p{Nd}{1,2}(?!\p{Nd})/gmu;
const WITHIN = /\p{Nd}\s*\p{L}/u;

/**
 * True where a figure stands in a row's label: printed over its words, or beside them where the row is out of place. Other
 * figures of the row may be cut, or stand in wrong columns. What only follows the label may be a note's number, unless
 * a cell of the row holds none.
 * @param label index of the cell that ends the label
 */
export function swallowsFigure(row: PrintedRow, label: number): boolean {
  const texts = row.cells.slice(0, label + 1).map((c) => (c.own ? c.text.replace(NUMBERS, '') : ''));
  // What cannot be read among the words of the row's own label may be a digit.
  const mayHoldOne = texts.some(hasDigit) || UNREADABLE_WORDS.test(texts.at(-1) ?? '');
  return (
    texts.some((text) => WITHIN.test(text)) || (mayHoldOne && figureCells(row, label).some((c) => !hasDigit(c.text)))
  );
}
