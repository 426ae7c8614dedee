/** One row or column that went wrong as a whole: printed one cell off, left out, or totals that were not worked out anew. */
import type { Line } from '../forms/index.js';
import type { Lines } from './exchanges.js';
import type { Pattern } from './moves.js';
import type { Change, Equation, System, Term } from './system.js';

const sum = (figures: readonly number[]) => figures.reduce((a, b) => a + b, 0);

/**
 * A row printed one cell too far to the right or left. The figure pushed out is what the row's total makes it; where the
 * total kept its place, what the others leave of it.
 */
export function shifts({ system, rows, columns, at }: Lines): Pattern[] {
  const last = columns.length - 1;
  if ((columns[last] as Line).sumOf.length !== last) return [];
  return rows.flatMap((row) => {
    const cells = columns.map((column) => at(row, column));
    if (cells.some((cell) => cell === undefined)) return [];
    const printed = cells.map((cell) => system.values[cell as number] as number);
    const total = printed[last] as number;
    const [rest, short] = [printed.slice(1), printed.slice(0, last)];
    const [inner, outer] = [printed.slice(1, last), printed.slice(0, last - 1)];
    const should = [
      [...rest, sum(rest)],
      [(printed[last - 1] as number) - sum(outer), ...short],
      [...inner, total - sum(inner), total],
      [total - sum(outer), ...outer, total],
    ];
    return should.map((figures): Pattern => {
      const changes = cells.map((cell, i) => ({
        cell: cell as number,
        by: (figures[i] as number) - (printed[i] ?? 0),
      }));
      return { cause: 'row-shifted', changes: changes.filter(({ by }) => by !== 0) };
    });
  });
}

/**
 * A row or column of which nothing was filled in (上年结转 left at 0), and a row or column of totals: every figure that is
 * off is told by a sum that crosses the line.
 */
export function wholeLines({ system, rows, columns, at }: Lines): Pattern[] {
  const solved = (line: Line, cells: readonly (number | undefined)[]): Pattern[] => {
    const changes = cells.flatMap((cell): Change[] => {
      const by = cell === undefined ? 0 : missing(system, cell, cells);
      return by === 0 ? [] : [{ cell: cell as number, by }];
    });
    if (line.sumOf.length > 0) return [{ cause: 'total-not-updated', changes }];
    const empty = cells.every((cell) => cell === undefined || system.values[cell] === 0);
    return empty ? [{ cause: 'line-left-out', changes }] : [];
  };
  return [
    ...rows.flatMap((row) =>
      solved(
        row,
        columns.map((column) => at(row, column)),
      ),
    ),
    ...columns.flatMap((column) =>
      solved(
        column,
        rows.map((row) => at(row, column)),
      ),
    ),
  ];
}

/** What a cell's figure lacks by the first broken sum that holds no other cell of its line. */
function missing({ terms, equations }: System, cell: number, line: readonly (number | undefined)[]): number {
  const term = (terms[cell] as readonly Term[]).find(({ equation }) => {
    const { cells, residual } = equations[equation] as Equation;
    return residual !== 0 && cells.every((other) => other === cell || !line.includes(other));
  });
  return term === undefined ? 0 : -(equations[term.equation] as Equation).residual * term.sign;
}
