import type { Place } from '../model.js';
import { fold, hasDigit } from '../text.js';
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
  const astray = (c: PrintedCell, i: number) => mustBeInPlace && !covers(c, entries[i] as Entry);
  const inRemarks = (c: PrintedCell, i: number) => c.figure && entries[i]?.to === null;
  // All its figures under heads that are not the form's, and what is the form's blank: they may be set beside their heads.
  const away = cells.some(inRemarks) && cells.every((c, i) => c.blank || inRemarks(c, i));
  if (cells.length === entries.length)
    return away || cells.some((c, i) => headless(c, i) || astray(c, i))
      ? entries.map(() => unsure(cells))
      : cells.map(sure);
  const first = entries[0];
  const last = entries.at(-1);
  if (first === undefined || last === undefined) return [];
  if (!geometric) return entries.map(() => unsure(cells));
  const inner = cells.filter((c) => !(c.blank && (c.end <= first.start || c.start >= last.end)));
  if (inner.length === entries.length)
    return inner.some(inRemarks) ? entries.map(() => unsure(cells)) : inner.map(sure);
  // A figure beside the heads: a blank in front may be the label's own column, or the first figure of a row that has one
  // too many at its end. And a row with fewer cells than heads, none of them merged, has lost one. Nothing tells which.
  const beside = inner.some((c) => !c.blank && !entries.some((e) => (e.to !== null || e.headed) && covers(c, e)));
  const merged = inner.some((c) => entries.filter((entry) => covers(c, entry)).length > 1);
  const bare = entries.some((entry) => entry.to !== null && !inner.some((c) => covers(c, entry)));
  if (beside || bare || (inner.length < entries.length && !merged)) return entries.map(() => unsure(cells));
  return entries.map((entry) => {
    const over = inner.filter((c) => covers(c, entry));
    const filled = over.filter((c) => !c.blank);
    const cell = filled[0] ?? over[0];
    if (cell === undefined) return null;
    const shared = entries.filter((other) => covers(cell, other)).length > 1;
    return {
      cell,
      certain: filled.every((c) => c.text === cell.text) && (cell.blank || !shared || !hasDigit(cell.text)),
    };
  });
}

/**
 * Places of figures, but of zeros, that several rows print in one merged cell: they are one row's, or all of theirs
 * together, and nothing tells which.
 * @param rows what each row prints under each entry
 */
export function sharedFigures(rows: readonly (readonly Printed[])[]): Set<Place> {
  const reachesDown = (p: Printed) => p !== null && !p.cell.own && /[1-9]/.test(fold(p.cell.text));
  const reaching = rows.flatMap((row) => row.filter(reachesDown).map((p) => (p as NonNullable<Printed>).cell.place));
  const rowsWith = (place: Place) => rows.filter((row) => row.some((p) => p?.cell.place === place));
  return new Set(reaching.filter((place) => rowsWith(place).length > 1));
}

/**
 * Blank cells that only fill rows up to one width: behind the figures where merged cells were left out, before them
 * where the label's columns were. They are dropped where all rows of a table agree on which it is; before them, where
 * all rows' figures then begin in one column, or a blank could be the first figure of a row that has one too many.
 * @param n how many figures a row has
 */
export function withoutPadding(rows: readonly (readonly PrintedCell[])[], n: number): (readonly PrintedCell[])[] {
  const long = rows.filter((cells) => cells.length > n);
  const behind = long.every((cells) => cells.slice(n).every((c) => c.blank));
  const begins = new Set(rows.filter((cells) => cells.length >= n).map((cells) => cells[cells.length - n]?.start));
  const before = begins.size < 2 && long.every((cells) => cells.slice(0, cells.length - n).every((c) => c.blank));
  if (behind === before) return [...rows];
  return rows.map((cells) => (cells.length <= n ? cells : behind ? cells.slice(0, n) : cells.slice(cells.length - n)));
}

/**
 * Rows to be counted: without padding, and without blanks that are only space. In running text an empty block may be
 * either; in a grid with positions of no use every blank is a cell, unless no row has as many cells as figures.
 * @param n how many figures a row has
 * @param grid the rows are those of a grid
 */
export function countable(
  rows: readonly (readonly PrintedCell[])[],
  n: number,
  grid: boolean,
): (readonly PrintedCell[])[] {
  const unpadded = withoutPadding(rows, n);
  if (grid && unpadded.some((cells) => cells.length === n)) return unpadded;
  return unpadded.map((cells) => {
    const printed = cells.filter((c) => !c.blank);
    return cells.length !== n && printed.length === n ? printed : cells;
  });
}

const covers = (c: PrintedCell, entry: Entry): boolean => c.start < entry.end && c.end > entry.start;

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
