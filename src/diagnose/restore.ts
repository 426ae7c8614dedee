/**
 * What the sums say of cells that could not be read, are not printed, or are totals left blank. R's `deductive` calls
 * it deductive imputation: a figure is told only where the sums leave no other. A suggestion: it never becomes a value.
 */
import type { TableReading } from '../model.js';
import { blankTotalIds, figureOf, sumId, sumsOfReading } from '../sums.js';
import { bounds } from './bounds.js';
import { type Row, reduced } from './elimination.js';
import { isCount } from './system.js';

export interface Suggestion {
  readonly cell: string;
  readonly would_be: number;
  /** The sums that hold the cell. */
  readonly from: readonly string[];
}

/**
 * Figures of the cells that the sums determine, given that figures are counts.
 * @returns in printed order; nothing for cells whose sums contradict each other
 */
export function restore(table: TableReading): Suggestion[] {
  if (!table.found) return [];
  const left = blankTotalIds(table);
  const isUnknown = (id: string) => left.has(id) || figureOf(table.cells[id]) === undefined;
  const sums = sumsOfReading(table).map((sum) => {
    const coefficients = new Map<string, number>();
    let known = 0;
    for (const [ids, sign] of [[sum.left, 1] as const, [sum.right, -1] as const])
      for (const id of ids)
        if (isUnknown(id)) coefficients.set(id, sign);
        else known += sign * (table.cells[id]?.value ?? 0);
    return { id: sumId(sum), row: { coefficients, sum: -known } satisfies Row };
  });
  const open = sums.filter(({ row }) => row.coefficients.size > 0);
  const found = new Map<string, number>();
  for (const part of linked(open.map(({ row }) => row))) for (const [id, value] of solve(part)) found.set(id, value);
  return Object.keys(table.cells).flatMap((cell) => {
    const would_be = found.get(cell);
    if (would_be === undefined) return [];
    return [{ cell, would_be, from: open.filter(({ row }) => row.coefficients.has(cell)).map(({ id }) => id) }];
  });
}

/** The unknowns that equations linked to each other determine: by elimination, and because none can be negative. */
function solve(rows: readonly Row[]): ReadonlyMap<string, number> {
  const all = reduced(rows);
  const none = new Map<string, number>();
  if (all.some(({ coefficients, sum }) => coefficients.size === 0 && sum !== 0)) return none;
  const between = bounds([...all, ...rows]);
  const found = new Map<string, number>();
  for (const [id, { least, most }] of between) {
    if (least > most) return none;
    if (least === most) found.set(id, least);
  }
  return [...found.values()].every(isCount) ? found : none;
}

/** Equations in lists of those that share unknowns. */
function linked(rows: readonly Row[]): Row[][] {
  let parts: { ids: Set<string>; rows: Row[] }[] = [];
  for (const row of rows) {
    const joined = { ids: new Set(row.coefficients.keys()), rows: [row] };
    const touches = (part: { ids: Set<string> }) => [...row.coefficients.keys()].some((id) => part.ids.has(id));
    for (const part of parts.filter(touches)) {
      for (const id of part.ids) joined.ids.add(id);
      joined.rows.push(...part.rows);
    }
    parts = [...parts.filter((part) => !touches(part)), joined];
  }
  return parts.map((part) => part.rows);
}
