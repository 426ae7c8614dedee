import { addressOf, type FormTable, type Line } from '../forms/index.js';
import { PICTURE, type Place } from '../model.js';
import type { Reading } from './fragment.js';
import type { Located } from './locate.js';
import type { Orphan } from './orphans.js';

/**
 * Rows and cells that were not found beside others of which it is not certain what they are: they may be part of what was
 * not understood, so nobody can say that the report lacks them. A row is missing between two that were read for certain;
 * a column, where most rows under its heads were; a cell, where the rest of its row was.
 */
export function doubtsOf({ readings }: Located, form: FormTable): Orphan[] {
  const all = form.blocks.flatMap(({ rows, columns }) => rows.map((row) => rowOf(row, columns, readings)));
  const isDoubtful = ({ doubt }: Row) => doubt !== undefined;
  const missing = all.flatMap((row, i): Orphan[] => {
    if (row.found.length > 0) return [];
    const beside = [all.slice(0, i).findLast(isFound), all.slice(i + 1).find(isFound)];
    const doubt = beside.find((other) => other?.doubt !== undefined)?.doubt;
    return doubt === undefined ? [] : [{ printed: '', place: doubt, line: row.line }];
  });
  const parts = form.blocks.flatMap(({ rows, columns }) => {
    const own = all.filter((row) => isFound(row) && rows.includes(row.line));
    const isUnclear = own.filter(isDoubtful).length * 2 >= own.length;
    return columns.flatMap((column) => {
      const lacking = own.filter(({ found }) => !found.includes(column));
      const told = lacking.length === own.length && !isUnclear ? [] : isUnclear ? lacking : lacking.filter(isDoubtful);
      const place = own.find(isDoubtful)?.doubt;
      return told.flatMap(({ line, doubt = place }): Orphan[] =>
        doubt === undefined ? [] : [{ printed: '', place: doubt, line, column }],
      );
    });
  });
  return [...missing, ...parts];
}

/** A row of the form as far as it was found. */
interface Row {
  readonly line: Line;
  /** The columns of which something stands in it. */
  readonly found: readonly Line[];
  /** Where something stands of which it is not certain what it is, or where it belongs. */
  readonly doubt: Place | undefined;
}

function rowOf(line: Line, columns: readonly Line[], readings: ReadonlyMap<string, Reading>): Row {
  const printed = columns.flatMap((column) => {
    const own = readings.get(addressOf(line, column))?.printed ?? null;
    return own === null ? [] : [{ column, ...own }];
  });
  const doubt = printed.find(({ certain, cell }) => !certain || cell.text.includes(PICTURE))?.cell.place;
  return { line, found: printed.map(({ column }) => column), doubt };
}

const isFound = ({ found }: Row): boolean => found.length > 0;
