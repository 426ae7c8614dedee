import type { FormTable } from '../forms/index.js';
import { keyOf } from './likeness.js';
import type { PrintedRow } from './rows.js';
import type { Found } from './rows-by-label.js';

/** Shortest name that says by itself which row is meant: 规章 or 其他 stand inside other names. */
const LEAST_NAME = 4;

/**
 * True where a row's label names several rows of the form in full: an office wrote them into one row of cells, with their
 * figures below one another.
 * @param row the row as printed
 * @param found the line of the form that it was taken for
 */
export function namesTwoRows(row: PrintedRow, { label, line }: Found, { blocks }: FormTable): boolean {
  const text = keyOf(row.cells[label]?.text ?? '');
  if (text.length <= keyOf(line.label).length) return false;
  const names = blocks
    .flatMap(({ rows }) => rows.map((line) => keyOf(line.label)))
    .filter((name) => name.length >= LEAST_NAME && name.length < text.length && text.includes(name));
  return new Set(names).size > 1;
}
