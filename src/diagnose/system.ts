/** The sums of one table as linear equations over its cells, with what each comes to as printed. */
import { cellsOf, FORMS, type FormCell, type Sum } from '../forms/index.js';
import type { TableReading } from '../model.js';
import { blankTotalIds, evaluate, sumId, sumsOfReading } from '../sums.js';

/** A cell's part in an equation: +1 among the addends, −1 among what they should come to. */
export interface Term {
  readonly equation: number;
  readonly sign: 1 | -1;
}

export interface Equation {
  /** `requests/balance:natural_person` */
  readonly id: string;
  readonly sum: Sum;
  /** Indices of its cells. */
  readonly cells: readonly number[];
  /** Addends less what they should come to, as printed; 0 when it holds. */
  readonly residual: number;
}

/** A table as the search sees it. Sums that cannot be judged are not in it: nobody is accused on a bad reading. */
export interface System {
  readonly cells: readonly FormCell[];
  /** Printed figures by cell; a blank cell counts as 0. */
  readonly values: readonly number[];
  readonly equations: readonly Equation[];
  /** By cell: its part in the judged equations. Empty for a cell that no judged sum holds to anything. */
  readonly terms: readonly (readonly Term[])[];
  /** Index of a cell, by id. */
  readonly indexOf: ReadonlyMap<string, number>;
}

export function systemOf(table: TableReading): System {
  const cells = cellsOf(FORMS[table.edition].tables[table.id]);
  const indexOf = new Map(cells.map(({ id }, i) => [id, i]));
  const values = cells.map(({ id }) => table.cells[id]?.value ?? 0);
  const terms: Term[][] = cells.map(() => []);
  const equations: Equation[] = [];
  const blank = blankTotalIds(table);
  for (const sum of sumsOfReading(table)) {
    const outcome = evaluate(sum, table, blank);
    if (outcome.kind === 'unjudged') continue;
    const equation = equations.length;
    const add = (ids: readonly string[], sign: 1 | -1) =>
      ids.map((id) => {
        const cell = indexOf.get(id) as number;
        (terms[cell] as Term[]).push({ equation, sign });
        return cell;
      });
    const members = [...add(sum.left, 1), ...add(sum.right, -1)];
    equations.push({ id: sumId(sum), sum, cells: members, residual: outcome.left - outcome.right });
  }
  return { cells, values, equations, terms, indexOf };
}

/** A figure changed: `by` is added to what is printed. */
export interface Change {
  readonly cell: number;
  readonly by: number;
}

/** A figure of the form counts something: what a cell would be has to be a count. */
export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** True when the changes leave counts in their cells, mend each broken equation, and break none. */
export function mends({ values, equations, terms }: System, broken: readonly number[], changes: readonly Change[]) {
  const after = new Map<number, number>();
  for (const { cell, by } of changes) {
    if (by === 0 || !isCount((values[cell] as number) + by)) return false;
    for (const { equation, sign } of terms[cell] as readonly Term[])
      after.set(equation, (after.get(equation) ?? (equations[equation] as Equation).residual) + sign * by);
  }
  return broken.every((equation) => after.get(equation) === 0) && [...after.values()].every((rest) => rest === 0);
}

/** Broken equations, those in one list that are linked by cells in common: each list is a puzzle of its own. */
export function brokenParts({ equations, terms }: System): number[][] {
  const part = equations.map((_, i) => i);
  const root = (i: number): number => (part[i] === i ? i : root(part[i] as number));
  for (const [first, ...others] of terms)
    if (first !== undefined) for (const { equation } of others) part[root(equation)] = root(first.equation);
  const parts = new Map<number, number[]>();
  equations.forEach(({ residual }, i) => {
    if (residual !== 0) parts.set(root(i), [...(parts.get(root(i)) ?? []), i]);
  });
  return [...parts.values()];
}
