import type { GridCell } from '../../model.js';

/** A cell as written in the source: its text and what it asks to span. */
export interface SourceCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly cell: number;
}
export interface SourceRow {
  readonly cells: readonly SourceCell[];
  /** Rows left in its row group, itself included: what rowspan=0 reaches and what no rowspan passes. */
  readonly reach: number;
  readonly row: number;
}

/** HTML caps colspan at 1000; a form has under 40 columns, so larger claims are mistakes that would only cost time. */
const MAX_COLUMNS = 100;

/**
 * Lays source rows out as a browser does (HTML standard, "forming a table"): a cell takes the first free slot of its
 * row and may overlap a cell that reaches down from above further right; rowspans end with their row group.
 */
export function layOut(rows: readonly SourceRow[], table: number): GridCell[][] {
  // occupied[c]: first row in which column c is free again.
  const occupied: number[] = [];
  return rows.map((source, row) => {
    let column = 0;
    return source.cells.map((cell): GridCell => {
      while ((occupied[column] ?? 0) > row) column++;
      const columnSpan = cell.columnSpan >= 1 && cell.columnSpan <= MAX_COLUMNS ? cell.columnSpan : 1;
      const rowSpan = cell.rowSpan === 0 ? source.reach : Math.min(Math.max(cell.rowSpan, 1), source.reach);
      for (let c = column; c < column + columnSpan; c++) occupied[c] = Math.max(occupied[c] ?? 0, row + rowSpan);
      const laid = {
        text: cell.text,
        row,
        column,
        rowSpan,
        columnSpan,
        place: { table, row: source.row, cell: cell.cell },
      };
      column += columnSpan;
      return laid;
    });
  });
}
