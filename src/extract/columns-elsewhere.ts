import type { FormTable } from '../forms/index.js';
import type { Document, Place } from '../model.js';
import { likenesses } from './likeness.js';
import { NAMED, type Orphan } from './orphans.js';
import { labelsOf, type PrintedRow } from './rows.js';
import { gridSource } from './sources.js';

/** Heads of one block, and rows of figures under them, from which a grid is a part of its table. */
const LEAST = 2;

/**
 * Columns whose heads stand over rows of figures without labels, in a grid of which nothing was read: a sheet wider than
 * its page is printed in parts, and nobody can say that the report lacks the columns of the second one.
 * @param from first block of the report
 * @param to the block after its last
 * @param taken places of what the tables of the document were read from
 */
export function columnsElsewhere(
  { blocks }: Document,
  [from, to]: readonly [number, number],
  form: FormTable,
  taken: ReadonlySet<Place>,
): Orphan[] {
  return blocks.slice(from, to).flatMap((block, i): Orphan[] => {
    if (block.kind !== 'grid') return [];
    const { rows } = gridSource(block, from + i);
    const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.own));
    if (cells.some(({ place }) => taken.has(place)) || rows.filter(isBare).length < LEAST) return [];
    return form.blocks.flatMap(({ columns }) => {
      const heads = cells.flatMap(({ text, place }) => {
        const likes = likenesses(text, columns);
        return columns.flatMap((column, k) => ((likes[k] as number) >= NAMED ? [{ column, place }] : []));
      });
      const named = heads.map(({ column, place }): Orphan => ({ printed: '', place, line: undefined, column }));
      return new Set(heads.map(({ column }) => column)).size < LEAST ? [] : named;
    });
  });
}

/** A row of figures without a label. */
const isBare = (row: PrintedRow): boolean => labelsOf(row).length === 0 && row.cells.some((c) => c.own && c.figure);
