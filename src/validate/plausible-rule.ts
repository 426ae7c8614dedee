import { cellsOf, FORMS } from '../forms/index.js';
import type { Report, Severity, TableReading } from '../model.js';
import { lineLabel } from '../sums.js';
import type { Raised } from './rule.js';

/** The figures of one row of 第二十条 by column; undefined where a cell is not printed or could not be read. */
export type RowFigures = (column: string) => number | undefined;

/** Looks at every row of the 第二十条 table; a blank is not compared with anything. */
export function* eachRow(
  report: Report,
  look: (row: string, figure: RowFigures) => { columns: string[]; args: Raised['args']; severity?: Severity } | null,
): Iterable<Raised> {
  const table: TableReading = report.tables.proactive;
  const rows = new Set(cellsOf(FORMS[table.edition].tables.proactive).map(({ row }) => row.id));
  for (const row of rows) {
    const seen = look(row, (column) => table.cells[`proactive.${row}.${column}`]?.value ?? undefined);
    if (seen === null) continue;
    const [column = ''] = seen.columns;
    yield {
      table: 'proactive',
      row,
      column,
      cells: seen.columns.map((c) => `proactive.${row}.${c}`),
      args: { line: lineLabel(table, 'row', row), ...seen.args },
      ...(seen.severity === undefined ? {} : { severity: seen.severity }),
    };
  }
}
