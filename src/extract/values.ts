import type { Entry } from './columns.js';
import type { PrintedCell } from './rows.js';

/** What a row prints under one column: a cell; a cell that cannot be told; or null where nothing is printed. */
export type Printed = { readonly cell: PrintedCell; readonly certain: boolean } | null;

/**
 * Gives each printed column its cell of a row. Counting goes first: real pages divide head and data rows of one table
 * differently, and then a cell's place in the row is right where its grid column is not. Only when the counts differ
 * do positions decide, and what they leave open is not certain.
 * @param cells the row's cells right of its label
 * @returns one answer for each entry
 */
export function cellsByEntry(cells: readonly PrintedCell[], entries: readonly Entry[], geometric: boolean): Printed[] {
  const sure = (cell: PrintedCell): Printed => ({ cell, certain: true });
  if (cells.length === entries.length) return cells.map(sure);
  const first = entries[0];
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return [];
  if (!geometric) {
    // In running text an empty block may be a blank cell or only space between blocks.
    const printed = cells.filter((c) => !c.blank);
    if (printed.length === entries.length) return printed.map(sure);
    return entries.map(() => unsure(cells));
  }
  const inner = cells.filter((c) => !(c.blank && (c.end <= first.start || c.start >= last.end)));
  if (inner.length === entries.length) return inner.map(sure);
  const under = (c: PrintedCell) => entries.some((entry) => c.start < entry.end && c.end > entry.start);
  if (!inner.every((c) => c.blank || under(c))) {
    // Figures stand beside the heads, so positions mean nothing here. Blanks in front are the label's own columns.
    const figures = cells.slice(cells.findIndex((c) => !c.blank));
    return figures.length === entries.length ? figures.map(sure) : entries.map(() => unsure(cells));
  }
  // A row that ends early has lost a cell, and nothing tells which.
  const needed = entries.findLast((entry) => entry.to !== null) ?? last;
  if ((inner.at(-1)?.end ?? 0) < needed.end && inner.length < entries.length) return entries.map(() => unsure(cells));
  return entries.map((entry) => {
    const over = inner.filter((c) => c.start < entry.end && c.end > entry.start);
    const filled = over.filter((c) => !c.blank);
    const cell = filled[0] ?? over[0];
    if (cell === undefined) return null;
    const shared = entries.filter((other) => cell.start < other.end && cell.end > other.start).length > 1;
    return {
      cell,
      certain: filled.every((c) => c.text === cell.text) && (cell.blank || !shared || !/\d/.test(cell.text)),
    };
  });
}

/**
 * Blank cells that only fill rows up to one width: behind the figures where merged cells were left out, before them
 * where the label's columns were. They are dropped where all rows of a table agree on which it is.
 * @param n how many figures a row has
 */
export function withoutPadding(rows: readonly (readonly PrintedCell[])[], n: number): (readonly PrintedCell[])[] {
  const long = rows.filter((cells) => cells.length > n);
  const behind = long.every((cells) => cells.slice(n).every((c) => c.blank));
  const before = long.every((cells) => cells.slice(0, cells.length - n).every((c) => c.blank));
  if (behind === before) return [...rows];
  return rows.map((cells) => (cells.length <= n ? cells : behind ? cells.slice(0, n) : cells.slice(cells.length - n)));
}

function unsure(cells: readonly PrintedCell[]): Printed {
  const first = cells[0];
  if (first === undefined) return null;
  return {
    cell: {
      ...first,
      text: cells
        .map((c) => c.text)
        .join(' ')
        .trim(),
      blank: false,
    },
    certain: false,
  };
}
