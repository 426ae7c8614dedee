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
export function doubtfulGaps({ readings }: Located, { blocks }: FormTable): Orphan[] {
  const all = blocks.flatMap(({ rows, columns }) => rows.map((row) => rowOf(row, columns, readings)));
  const rows = all.flatMap(({ line, found }, i): Orphan[] => {
    if (found.length > 0) return [];
    const beside = [all.slice(0, i).findLast(isFound), all.slice(i + 1).find(isFound)];
    const place = beside.find((other) => other?.doubt !== undefined)?.doubt;
    return place === undefined ? [] : [{ printed: '', place, line }];
  });
  const cells = blocks.flatMap((block) => {
    const own = all.filter((row) => isFound(row) && block.rows.includes(row.line));
    const doubtful = own.filter(({ doubt }) => doubt !== undefined);
    const place = doubtful[0]?.doubt;
    if (place === undefined) return [];
    const isUnclear = doubtful.length * 2 >= own.length;
    return block.columns.flatMap((column) => {
      if (!isUnclear && own.every(({ found }) => !found.includes(column))) return [];
      const lacking = (isUnclear ? own : doubtful).filter(({ found }) => !found.includes(column));
      return lacking.map(({ line, doubt = place }): Orphan => ({ printed: '', place: doubt, line, column }));
    });
  });
  return [...rows, ...cells];
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
