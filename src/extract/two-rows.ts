import type { FormTable } from '../forms/index.js';
import { keyOf } from './likeness.js';
import type { PrintedRow } from './rows.js';

/** Shortest name that says by itself which row is meant: 规章 or 其他 stand inside other names. */
const LEAST_NAME = 4;

/**
 * True where a row's label names several rows of the form in full: an office wrote them into one row of cells, with their
 * figures below one another.
 * @param label index of the cell that ends the label
 */
export function namesTwoRows(row: PrintedRow, label: number, { blocks }: FormTable): boolean {
  const text = keyOf(row.cells[label]?.text ?? '');
  const names = blocks
    .flatMap(({ rows }) => rows.map((line) => keyOf(line.label)))
    .filter((name) => name.length >= LEAST_NAME && name.length < text.length && text.includes(name));
  return new Set(names).size > 1;
}
