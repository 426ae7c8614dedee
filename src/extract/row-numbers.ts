import type { Grid, GridCell } from '../model.js';

/** Fewest rows by whose numbers a count is told from figures. */
const LEAST = 4;
const LETTERS = /^[A-Z]{1,2}$/;

/**
 * A grid without what a spreadsheet prints beside its rows and over its columns: a number before every row, the heads
 * too, which begins anew on each sheet, and a row of letters.
 */
export function withoutRowNumbers(grid: Grid): Grid {
  const numbers = grid.rows.map(numberOf);
  const counted = numbers.filter((n) => n > 0).length;
  const isCount = numbers.every((n, i) => {
    const before = numbers[i - 1] ?? 0;
    return n === 0 || n === before + 1 || (n === 1 && before > 1);
  });
  if (counted < LEAST || !isCount) return grid;
  const rest = (row: readonly GridCell[]) => row.slice(1).map((cell) => ({ ...cell, column: cell.column - 1 }));
  return { ...grid, rows: grid.rows.map((row, i) => (numbers[i] === 0 ? [] : rest(row))) };
}

/** The number before a row; 0 for a row of letters under which the numbers begin, NaN for any other. */
function numberOf([first, ...others]: readonly GridCell[]): number {
  if (first?.column !== 0 || first.rowSpan > 1 || first.columnSpan > 1) return Number.NaN;
  const text = first.text.trim();
  if (text === '' && others.every((cell) => LETTERS.test(cell.text.trim()))) return 0;
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : Number.NaN;
}
