import type { ColumnMap, Entry } from './columns.js';
import type { PrintedCell } from './rows.js';

const LETTER = /\p{L}/u;

/** What a row prints under one column: a cell; a cell that cannot be told; or null where nothing is printed. */
export type Printed = { readonly cell: PrintedCell; readonly certain: boolean } | null;

/**
 * Gives each printed column its cell of a row. Counting goes first: real pages divide head and data rows of one table
 * differently, and then a cell's place in the row is right where its grid column is not. Only when the counts differ
 * do positions decide, and what they leave open is not certain.
 * @param cells the row's cells right of its label
 * @param map the columns over them
 * @param geometric positions tell columns
 * @returns one answer for each entry
 */
export function cellsByEntry(cells: readonly PrintedCell[], map: ColumnMap, geometric: boolean): Printed[] {
  const { entries } = map;
  const sure = (cell: PrintedCell): Printed => ({ cell, certain: true });
  // A figure under no head: a head was lost, and those after it stand over the wrong cells.
  const headless = (c: PrintedCell, i: number) => !c.blank && entries[i]?.to === null && !entries[i]?.headed;
  // Words among the figures may be the rest of a label; then as many cells as heads is chance, unless they are in place.
  const isWords = (c: PrintedCell, i: number) =>
    !c.blank && !c.figure && LETTER.test(c.text) && entries[i]?.to !== null;
  const mustBeInPlace = geometric && (map.irregular || cells.some(isWords));
  const astray = (c: PrintedCell, i: number) => {
    const entry = entries[i] as Entry;
    return mustBeInPlace && !(c.start < entry.end && c.end > entry.start);
  };
  if (cells.length === entries.length)
    return cells.some((c, i) => headless(c, i) || astray(c, i)) ? entries.map(() => unsure(cells)) : cells.map(sure);
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
  const inRemarks = (c: PrintedCell, i: number) => c.figure && entries[i]?.to === null;
  if (inner.length === entries.length)
    return inner.some(inRemarks) ? entries.map(() => unsure(cells)) : inner.map(sure);
  const under = (c: PrintedCell) => entries.some((entry) => c.start < entry.end && c.end > entry.start);
  if (!inner.every((c) => c.blank || under(c))) {
    // Figures stand beside the heads, so positions mean nothing here. Blanks in front are the label's own columns, unless
    // it is words that stand behind the figures.
    const figures = cells.slice(cells.findIndex((c) => !c.blank));
    const isRow = figures.length === entries.length && !(cells[0]?.blank && cells.some(isWords));
    return isRow ? figures.map(sure) : entries.map(() => unsure(cells));
  }
  // A row with fewer cells than heads, none of them merged, has lost one, and nothing tells which.
  const covers = (c: PrintedCell, entry: Entry) => c.start < entry.end && c.end > entry.start;
  const merged = inner.some((c) => entries.filter((entry) => covers(c, entry)).length > 1);
  const bare = entries.some((entry) => entry.to !== null && !inner.some((c) => covers(c, entry)));
  if (bare || (inner.length < entries.length && !merged)) return entries.map(() => unsure(cells));
  return entries.map((entry) => {
    const over = inner.filter((c) => covers(c, entry));
    const filled = over.filter((c) => !c.blank);
    const cell = filled[0] ?? over[0];
    if (cell === undefined) return null;
    const shared = entries.filter((other) => covers(cell, other)).length > 1;
    return {
      cell,
      certain: filled.every((c) => c.text === cell.text) && (cell.blank || !shared || !/\p{Nd}/u.test(cell.text)),
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
