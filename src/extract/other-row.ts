import { EDITIONS, FORMS, type FormTable } from '../forms/index.js';
import { likenesses } from './likeness.js';
import { figureCells, type PrintedRow, type Source } from './rows.js';
import type { Found } from './rows-by-label.js';

/** Likeness at which a label right of a row's own names another row. */
const NAMED = 0.8;

/**
 * True where the label by which a row was found is only its group's: the next one names a row of another edition. The
 * newer form divides what was one row of the older, 其他处理, into a group of three.
 */
export function isOtherRow(source: Source, form: FormTable, own: Found): boolean {
  const [next] = figureCells(source.rows[own.row] as PrintedRow, own.label);
  if (next === undefined || next.blank || next.figure) return false;
  const others = EDITIONS.map((edition) => FORMS[edition].tables[form.id]).filter((other) => other !== form);
  return others.some(({ blocks }) => blocks.some(({ rows }) => likenesses(next.text, rows).some((l) => l >= NAMED)));
}
