/** Two rows or two columns printed in each other's place, as the sums or the narrative show it. */
import { FORMS, type Line } from '../forms/index.js';
import type { Finding, TableReading } from '../model.js';
import { figureOf } from '../sums.js';
import type { Cause } from './cause.js';
import type { Pattern } from './moves.js';
import { type Change, mends, type System } from './system.js';

/** Rows and columns among which an exchange is looked for. */
export interface Lines {
  readonly system: System;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** Index of the cell; undefined for one that can be part of no proof, and then neither can its lines. */
  readonly at: (row: Line, column: Line) => number | undefined;
}

/** Every exchange of two rows or two columns; one that changes no figure has no changes. */
export function exchanges({ system, rows, columns, at }: Lines): Pattern[] {
  const swapped = (one: (number | undefined)[], other: (number | undefined)[], cause: Cause): Pattern[] => {
    const changes = one.flatMap((a, i): (Change | undefined)[] => {
      const b = other[i];
      if (a === undefined || b === undefined) return [undefined];
      const by = (system.values[b] as number) - (system.values[a] as number);
      return by === 0
        ? []
        : [
            { cell: a, by },
            { cell: b, by: -by },
          ];
    });
    return changes.every((change) => change !== undefined) ? [{ cause, changes }] : [];
  };
  const pairs = <T>(items: readonly T[]) => items.flatMap((a, i) => items.slice(i + 1).map((b) => [a, b] as const));
  const lineOf = (row: Line) => columns.map((column) => at(row, column));
  const stackOf = (column: Line) => rows.map((row) => at(row, column));
  return [
    ...pairs(rows.map(lineOf)).flatMap(([a, b]) => swapped(a, b, 'rows-exchanged')),
    ...pairs(columns.map(stackOf)).flatMap(([a, b]) => swapped(a, b, 'columns-exchanged')),
  ];
}

/** An exchange, and the findings of the narrative that show it. */
export interface StatedExchange extends Pattern {
  readonly explains: readonly string[];
}

/** One sentence may have the wrong figure; two that give the figures the other way round tell of the table. */
const LEAST_STATED = 2;

/**
 * Exchanges that break no sum, shown by the text: undoing one makes two or more cells what the narrative states, makes
 * none of the others that it contradicts another figure still, and keeps every sum.
 */
export function statedExchanges(
  table: TableReading,
  system: System,
  findings: readonly Finding[],
): readonly StatedExchange[] {
  const stated = new Map(
    findings
      .filter((f) => f.rule.startsWith('narrative/') && f.args.scope === 'own' && f.args.would_be !== undefined)
      .flatMap((f) => (f.cells.length === 1 ? [[system.indexOf.get(f.cells[0] as string), f] as const] : [])),
  );
  if (stated.size < LEAST_STATED) return [];
  const readAt = (row: Line, column: Line) => {
    const id = `${table.id}.${row.id}.${column.id}`;
    return figureOf(table.cells[id]) === undefined ? undefined : system.indexOf.get(id);
  };
  return FORMS[table.edition].tables[table.id].blocks
    .flatMap(({ rows, columns }) => exchanges({ system, rows, columns, at: readAt }))
    .flatMap(({ cause, changes }) => {
      const told = changes.flatMap(({ cell, by }) => {
        const finding = stated.get(cell);
        return finding === undefined
          ? []
          : [{ finding, holds: finding.args.would_be === (system.values[cell] ?? 0) + by }];
      });
      const shown = told.length >= LEAST_STATED && told.every(({ holds }) => holds) && mends(system, [], changes);
      const explains = told.map(({ finding }) => `${finding.rule}:${finding.row}.${finding.column}`);
      return shown ? [{ cause, changes, explains }] : [];
    });
}
