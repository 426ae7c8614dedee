/** The sums of a table, evaluated on what was read of it: the rules and the diagnosis judge alike. */
import { FORMS, type Sum, sumsOf } from './forms/index.js';
import type { Cell, TableReading } from './model.js';

/** What a sum comes to on a report. */
export type Outcome =
  | { readonly kind: 'holds' | 'broken'; readonly left: number; readonly right: number }
  /** Not judged: a cell could not be read or is not printed (our reading), or a total was left blank (a finding of its own). */
  | { readonly kind: 'unjudged' };

const sums = new Map<string, Sum[]>();

/** Every sum of a table, by its edition. */
export const sumsOfReading = (table: Pick<TableReading, 'id' | 'edition'>): readonly Sum[] => {
  const key = `${table.edition}.${table.id}`;
  let list = sums.get(key);
  if (list === undefined) {
    list = sumsOf(FORMS[table.edition].tables[table.id]);
    sums.set(key, list);
  }
  return list;
};

/** What findings and explanations call a sum: its rule and the line it runs along, `requests/balance:natural_person`. */
export const sumId = ({ table, kind, row, column }: Sum): string =>
  `${table}/${kind}:${kind === 'row-total' ? row : column}`;

/** The sums of a table that a rule checks. */
export const sumsFor = (table: TableReading, kind: Sum['kind']): Sum[] =>
  sumsOfReading(table).filter((sum) => sum.kind === kind);

/**
 * Totals that an office left blank though their addends are not all zero. Blank is not zero: no sum that needs such a
 * cell can be judged.
 */
export function blankTotals(table: TableReading): { sum: Sum; cell: Cell; addends: number }[] {
  const found = new Map<string, { sum: Sum; cell: Cell; addends: number }>();
  for (const sum of sumsOfReading(table)) {
    if (sum.kind === 'balance') continue;
    const cell = table.cells[sum.right[0] as string] as Cell;
    if (cell.state !== 'blank' || found.has(cell.id)) continue;
    const addends = sum.left.reduce((total, id) => total + (table.cells[id]?.value ?? 0), 0);
    const filled = sum.left.some((id) => (table.cells[id]?.value ?? 0) !== 0);
    if (filled) found.set(cell.id, { sum, cell, addends });
  }
  return [...found.values()];
}

/** Ids of the totals that were left blank. */
export const blankTotalIds = (table: TableReading): ReadonlySet<string> =>
  new Set(blankTotals(table).map(({ cell }) => cell.id));

/** A figure that can be added up: what was read, and a blank as none; undefined where it is not known. */
export const figureOf = (cell: Cell | undefined): number | undefined =>
  cell?.state === 'read' ? (cell.value as number) : cell?.state === 'blank' ? 0 : undefined;

/** Evaluates a sum. A blank addend counts as 0 (offices leave out zeros); a blank total only where its addends do. */
export function evaluate(sum: Sum, table: TableReading, blank = blankTotalIds(table)): Outcome {
  const ids = [...sum.left, ...sum.right];
  if (!ids.every((id) => figureOf(table.cells[id]) !== undefined && !blank.has(id))) return { kind: 'unjudged' };
  const side = (side: readonly string[]) => side.reduce((total, id) => total + (table.cells[id]?.value ?? 0), 0);
  const [left, right] = [side(sum.left), side(sum.right)];
  return { kind: left === right ? 'holds' : 'broken', left, right };
}

/** How many sums of a table could not be judged. */
export function unjudged(table: TableReading): number {
  const blank = blankTotalIds(table);
  return sumsOfReading(table).filter((sum) => evaluate(sum, table, blank).kind === 'unjudged').length;
}

/** Label of a row or column of a table, as printed on the form. */
export function lineLabel(table: Pick<TableReading, 'id' | 'edition'>, axis: 'row' | 'column', id: string): string {
  for (const block of FORMS[table.edition].tables[table.id].blocks) {
    const line = (axis === 'row' ? block.rows : block.columns).find((l) => l.id === id);
    if (line !== undefined) return line.label;
  }
  return id;
}
