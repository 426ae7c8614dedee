/**
 * Single events that put many cells wrong at once. They are looked for only where no one or two cells explain the sums,
 * and are told only when undoing the event leaves counts everywhere and makes every judged sum hold: that is the
 * evidence. An event counts as one, however many cells it puts wrong; other sets of as many cells are not looked for.
 * Exchanges that break no sum (two outcomes, two kinds of applicant) are told only where the narrative shows them.
 */
import { FORMS, type Line } from '../forms/index.js';
import type { TableReading } from '../model.js';
import { exchanges } from './exchanges.js';
import { shifts, wholeLines } from './lines.js';
import { type Block, distinct, moves, movesBesideOneCell, type Pattern } from './moves.js';
import { mends, type System, type Term } from './system.js';

/**
 * @returns the events, one each, that explain the broken sums; when there is none, the moves together with one wrong
 *   cell that do
 */
export function patternsOf(table: TableReading, system: System, broken: readonly number[]): Pattern[] {
  const form = FORMS[table.edition].tables[table.id];
  const [grid] = form.blocks;
  // Where rows share no sum (the disputes), every broken one is a puzzle of one cell.
  if (grid === undefined || form.balances.length === 0) return [];
  const at = (row: Line, column: Line) => {
    const cell = system.indexOf.get(`${table.id}.${row.id}.${column.id}`) as number;
    return (system.terms[cell] as readonly Term[]).length > 0 ? cell : undefined;
  };
  const block: Block = { system, broken, rows: grid.rows, columns: grid.columns, balances: form.balances, at };
  const proved = (patterns: Pattern[]) =>
    patterns.filter(({ changes }) => changes.length > 0 && mends(system, broken, changes));
  const single = proved([...moves(block, []), ...wholeLines(block), ...shifts(block), ...exchanges(block)]);
  return single.length > 0 ? single : distinct(proved(movesBesideOneCell(block)));
}
