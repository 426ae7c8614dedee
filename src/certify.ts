/** Which tables can be relied on without looking at the report. */
import { cellsOf, FORMS, TABLE_IDS, type TableId } from './forms/index.js';
import type { Report, TableReading } from './model.js';
import { blankTotalIds, evaluate, sumsOfReading } from './sums.js';

/** Why a table is not certified, each reason with a count of cells or sums. */
export const DOUBTS = [
  'not-found',
  'unreadable',
  'absent',
  'by-order',
  'blank-total',
  'unjudged-sum',
  'broken-sum',
] as const;
export interface Doubt {
  readonly code: (typeof DOUBTS)[number];
  readonly count: number;
}

/**
 * What keeps a table from being certified; nothing for a certified one. A table is certified when
 * - every cell was read, or is printed blank where the form has an addend (a blank total is a figure left out);
 * - the printed labels pinned every row and every column, each by the aligner's margin: no cell stands in its place
 *   only because of its position;
 * - every sum could be judged, and holds.
 *
 * What it cannot see:
 * - the proactive table has no sums: there, certified means read and pinned, and no more;
 * - a table of zeros, or of blanks, breaks no sum whatever was meant;
 * - two outcome rows or two kinds of applicant whose figures the office exchanged as a whole break no sum; labels pin
 *   only what stands beside what;
 * - in the tables of small bodies most figures are 0, 1 or 2: an error that cancels out is likelier there;
 * - an error that the office carried through all its totals is consistent, and certified.
 */
export function doubtsOf(table: TableReading): Doubt[] {
  if (!table.found) return [{ code: 'not-found', count: 1 }];
  const cells = Object.values(table.cells);
  const totals = new Set(
    cellsOf(FORMS[table.edition].tables[table.id])
      .filter(({ row, column }) => row.sumOf.length + column.sumOf.length > 0)
      .map(({ id }) => id),
  );
  const blank = blankTotalIds(table);
  const outcomes = sumsOfReading(table).map((sum) => evaluate(sum, table, blank).kind);
  const counts: Record<Doubt['code'], number> = {
    'not-found': 0,
    unreadable: cells.filter(({ state }) => state === 'unreadable').length,
    absent: cells.filter(({ state }) => state === 'absent').length,
    'by-order': cells.filter(({ by }) => by === 'order').length,
    'blank-total': cells.filter(({ id, state }) => state === 'blank' && totals.has(id)).length,
    'unjudged-sum': outcomes.filter((kind) => kind === 'unjudged').length,
    'broken-sum': outcomes.filter((kind) => kind === 'broken').length,
  };
  return DOUBTS.flatMap((code) => (counts[code] > 0 ? [{ code, count: counts[code] }] : []));
}

/** What outputs say of a report's tables. */
export interface Certificate {
  readonly certified: Readonly<Record<TableId, boolean>>;
  /** Why the others are not: every doubt with its table. */
  readonly uncertified: readonly ({ readonly table: TableId } & Doubt)[];
}

export function certify({ tables }: Pick<Report, 'tables'>): Certificate {
  const uncertified = TABLE_IDS.flatMap((table) => doubtsOf(tables[table]).map((doubt) => ({ table, ...doubt })));
  const certified = Object.fromEntries(TABLE_IDS.map((id) => [id, uncertified.every(({ table }) => table !== id)]));
  return { certified: certified as Record<TableId, boolean>, uncertified };
}
