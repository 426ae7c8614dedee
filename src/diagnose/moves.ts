/** Figures booked under the wrong applicants: the one pattern that explains many broken balances by one event. */
import type { Balance, Line } from '../forms/index.js';
import type { Cause } from './cause.js';
import type { Change, Equation, System, Term } from './system.js';

export interface Pattern {
  readonly cause: Cause;
  readonly changes: readonly Change[];
}

/** Everything that the patterns need to know of a table that is one block of rows and columns with balances. */
export interface Block {
  readonly system: System;
  readonly broken: readonly number[];
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly balances: readonly Balance[];
  /** Index of the cell, or undefined for one that no judged sum needs: it cannot be part of a proof. */
  readonly at: (row: Line, column: Line) => number | undefined;
}

/** Fewest columns of a move: one between two columns changes two cells, and the search has found it. */
const LEAST_MOVED = 3;

/**
 * Figures of one row booked under the wrong applicants: the balances are off by amounts that add to zero, so that the
 * balance of 总计 and every total hold (Hebei 2020). No typing error does that.
 * @param beside a change made before: what it leaves of the balances is what the move must explain
 */
export function moves(block: Block, beside: readonly Change[]): Pattern[] {
  const { system, rows, columns, balances, at } = block;
  const booked = new Set(balances.flatMap(({ left, right }) => [...left, ...right]));
  return rows.flatMap((row): Pattern[] => {
    if (!booked.has(row.id) || row.sumOf.length > 0) return [];
    const moved = columns.flatMap((column): Change[] => {
      const cell = column.sumOf.length > 0 ? undefined : at(row, column);
      const term = cell === undefined ? undefined : balanceTerm(system, cell);
      if (cell === undefined || term === undefined) return [];
      const before = beside
        .flatMap((change) => (system.terms[change.cell] as readonly Term[]).map((t) => ({ ...t, by: change.by })))
        .filter(({ equation }) => equation === term.equation)
        .reduce((sum, { sign, by }) => sum + sign * by, 0);
      const rest = (system.equations[term.equation] as Equation).residual + before;
      return rest === 0 ? [] : [{ cell, by: -rest * term.sign }];
    });
    const cancels = moved.reduce((sum, { by }) => sum + by, 0) === 0;
    return cancels && moved.length >= LEAST_MOVED ? [{ cause: 'moved-between-columns', changes: moved }] : [];
  });
}

const balanceTerm = ({ terms, equations }: System, cell: number): Term | undefined =>
  (terms[cell] as readonly Term[]).find(({ equation }) => (equations[equation] as Equation).sum.kind === 'balance');

/** A move and one more wrong cell. What stands broken beside the balances tells the cell and by how much it is off. */
export function movesBesideOneCell(block: Block): Pattern[] {
  const { system, broken } = block;
  const total = block.columns.find((column) => column.sumOf.length > 0);
  const telling = broken.filter((equation) => {
    const { sum } = system.equations[equation] as Equation;
    return sum.kind !== 'balance' || sum.column === total?.id;
  });
  const [first] = telling;
  if (first === undefined) return [];
  const { cells, residual } = system.equations[first] as Equation;
  return cells.flatMap((cell) => {
    const own = system.terms[cell] as readonly Term[];
    if (!telling.every((equation) => own.some((term) => term.equation === equation))) return [];
    const sign = own.find((term) => term.equation === first)?.sign ?? 1;
    const change = { cell, by: -residual * sign };
    return moves(block, [change]).map(
      ({ changes }): Pattern => ({ cause: 'moved-and-one-cell', changes: together([change, ...changes]) }),
    );
  });
}

/** Changes of one cell added up. */
function together(changes: readonly Change[]): Change[] {
  const sums = new Map<number, number>();
  for (const { cell, by } of changes) sums.set(cell, (sums.get(cell) ?? 0) + by);
  return [...sums].flatMap(([cell, by]) => (by === 0 ? [] : [{ cell, by }]));
}

/** Patterns without those that come to the same changes. */
export const distinct = (patterns: readonly Pattern[]): Pattern[] => [
  ...new Map(
    patterns.map((pattern) => [
      pattern.changes
        .map(({ cell, by }) => `${cell} ${by}`)
        .sort()
        .join(),
      pattern,
    ]),
  ).values(),
];
