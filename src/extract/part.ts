import type { Line, Measure } from '../forms/index.js';
import { readFigure } from '../text.js';
import { type ColumnMap, columnsFromHeads, LEAST_HEADS } from './columns.js';
import { columnsInOrder } from './columns-in-order.js';
import { labelWords, likenesses } from './likeness.js';
import { figureCells, isHead, type PrintedCell, type PrintedRow, type Source } from './rows.js';
import type { Found } from './rows-by-label.js';
import { withoutPadding } from './values.js';
import type { View, ViewBlock } from './views.js';

/** The printed rows of one block of the form, with the columns that stand over them. */
export interface Part {
  readonly block: ViewBlock;
  readonly map: ColumnMap;
  readonly members: readonly Found[];
  /** True where the positions of cells tell their columns; else only their count and order do. */
  readonly positions: boolean;
  /** True where the columns found cannot be all that the figures stand under; none of them is certain then. */
  readonly doubtful: boolean;
}

/** Likeness at which running text names a column. */
const NAMED = 0.8;

/**
 * Finds the heads of each block of which rows were found.
 * @param inherited column maps of the part of the table that came before, for a continuation without heads
 * @returns the blocks whose columns are known; rows under foreign heads are no part of the form
 */
export const plainParts = (
  source: Source,
  view: View,
  found: readonly Found[],
  inherited: ReadonlyMap<ViewBlock, ColumnMap>,
): Part[] =>
  view.blocks.flatMap((block): Part[] => {
    const members = found.filter((f) => f.block === block);
    const top = members[0];
    if (top === undefined) return [];
    const above = found.filter((f) => f.row < top.from && f.block !== block).at(-1);
    const over = source.rows.slice(above ? above.row + 1 : 0, top.from).filter(isHead);
    // Heads that stand below the first row head it all the same. A row of the form that was left blank is none, but
    // where a table goes on its figures may be elsewhere.
    const isBlank = (row: PrintedRow) => !inherited.has(block) && found.some((f) => source.rows[f.row] === row);
    const isOther = (row: PrintedRow) => isHead(row) && !isBlank(row);
    const heads = over.length > 0 ? over : source.rows.slice(top.row, members.at(-1)?.row).filter(isOther);
    const figures = members.map((m) => figureCells(source.rows[m.row] as PrintedRow, m.label));
    const byPlace = source.geometric ? columnsOfGrid(heads, block, figures, inherited.get(block)) : undefined;
    if (source.geometric && byPlace === undefined) return [];
    const counted = withoutPadding(figures, block.columns.length);
    const byCount = columnsGoingOn(heads, counted, inherited.get(block)) ?? columnsOfText(heads, block, counted);
    // Heads that do not stand over the figures, or of which fewer are found in place than are named: merged cells were
    // left out and rows filled up, so that only count and order tell the columns.
    const inPlace =
      byPlace !== undefined &&
      (byCount === undefined || (fits(byPlace, figures) && byPlace.matched >= byCount.matched));
    const map = inPlace ? byPlace : byCount;
    if (map === undefined) return [];
    // Heads out of the form's order, or read without their places, are an office's choice or a broken page: the printed
    // totals tell.
    const n = map.entries.length;
    const shown = (cells: readonly PrintedCell[]) => (cells.length === n ? cells : cells.filter((c) => !c.blank));
    let disproved = false;
    if (map.irregular || !inPlace) {
      const rows = inPlace ? figures : withoutPadding(figures, n).map(shown);
      const [under, asOnForm] = [adding(rows, columnsUnder(map, block)), adding(figures, block.columns)];
      disproved = !under.most || under.rows < asOnForm.rows;
      if (disproved && asOnForm.most)
        return [{ block, map: columnsInOrder(block.columns, 0), members, positions: false, doubtful: false }];
    }
    return [{ block, map, members, positions: inPlace, doubtful: disproved || headsLost(map, block, figures) }];
  });

/** True when rows hold as many figures as the form has columns, and fewer heads stand over them: some were lost. */
const headsLost = (map: ColumnMap, block: ViewBlock, figures: readonly (readonly PrintedCell[])[]): boolean => {
  const n = block.columns.length;
  const full = figures.filter((cells) => cells.length === n).length;
  return map.matched < n && map.entries.length !== n && full * 2 > figures.length;
};

/** The form's columns in the order in which their heads are printed. */
const columnsUnder = ({ entries }: ColumnMap, block: ViewBlock): Line[] =>
  entries.flatMap(({ to }) => (to === null ? [] : (block.columns[to] ?? [])));

/** First column in which figures stand. */
const labelEndOf = (figures: readonly (readonly PrintedCell[])[]): number =>
  Math.min(...figures.map((cells) => cells.find((c) => c.figure)?.start ?? cells[0]?.start ?? Infinity));

/** True when no head of a column stands over the labels, or when every row has a cell for each head. */
const fits = ({ entries }: ColumnMap, figures: readonly (readonly PrintedCell[])[]): boolean =>
  entries.every((entry) => entry.to === null || entry.start >= labelEndOf(figures)) ||
  figures.every((cells) => cells.length === entries.length);

/** How many rows have as many cells, or as many that are not blank. */
const counting = (figures: readonly (readonly PrintedCell[])[], n: number): number =>
  figures.filter((cells) => cells.length === n || cells.filter((c) => !c.blank).length === n).length;

function columnsOfGrid(
  heads: readonly PrintedRow[],
  block: ViewBlock,
  figures: readonly (readonly PrintedCell[])[],
  inherited: ColumnMap | undefined,
): ColumnMap | undefined {
  const map = columnsFromHeads(heads, block.columns, labelEndOf(figures));
  if (map !== undefined && (map.matched >= block.columns.length * LEAST_HEADS || isPartOfColumns(map, figures)))
    return map;
  // Heads that name other columns make it another table; words left of all figures are the labels of blank rows.
  const isOver = (c: PrintedCell) => !c.blank && c.end > labelEndOf(figures);
  if (heads.some((row) => row.cells.filter((c) => !c.blank).length > 1 && row.cells.some(isOver))) return undefined;
  if (inherited !== undefined && counting(figures, inherited.entries.length) > 0) return inherited;
  // Without any heads the number of figures must be the form's.
  const whole = block.rows.length > 2 && figures.length > block.rows.length / 2;
  return whole && counting(figures, block.columns.length) === figures.length && adding(figures, block.columns).most
    ? columnsInOrder(block.columns, 0)
    : undefined;
}

/**
 * True for heads that are all the form's, though few, and have a figure each in every row: an office divided the table
 * between its columns. Heads of the whole table of which some are lost would leave gaps.
 */
const isPartOfColumns = ({ entries, matched }: ColumnMap, figures: readonly (readonly PrintedCell[])[]): boolean =>
  matched > 1 &&
  matched === entries.length &&
  entries.every(({ to }, i) => to === (entries[0]?.to ?? 0) + i) &&
  counting(figures, matched) === figures.length;

/**
 * Whether the printed totals bear out that figures stand in an order of columns: how many rows add up to theirs, and
 * whether most do, those counted that have none.
 */
function adding(figures: readonly (readonly PrintedCell[])[], columns: readonly Line[]) {
  const total = columns.findIndex((column) => column.sumOf.length > 0);
  if (total < 0) return { rows: 0, most: true };
  const value = (c: PrintedCell | undefined) => readFigure(c?.text ?? '', COUNT).value ?? 0;
  const sum = (cells: readonly PrintedCell[]) =>
    columns.reduce((sum, column, i) => sum + (columns[total]?.sumOf.includes(column.id) ? value(cells[i]) : 0), 0);
  const printed = figures.filter((cells) => cells[total]?.blank === false);
  const rows = printed.filter((cells) => sum(cells) === value(cells[total])).length;
  return { rows, most: (rows + figures.length - printed.length) * 2 > figures.length };
}

/** The columns of the part before, where without heads every row goes on with a figure for each, wherever they stand. */
const columnsGoingOn = (
  heads: readonly PrintedRow[],
  figures: readonly (readonly PrintedCell[])[],
  inherited: ColumnMap | undefined,
): ColumnMap | undefined =>
  heads.length === 0 &&
  inherited?.entries.every(({ to }) => to !== null) &&
  counting(figures, inherited.entries.length) === figures.length
    ? inherited
    : undefined;

const COUNT: Measure = { kind: 'count' };

function columnsOfText(
  heads: readonly PrintedRow[],
  block: ViewBlock,
  figures: readonly (readonly PrintedCell[])[],
): ColumnMap | undefined {
  if (counting(figures, block.columns.length) * 2 < figures.length) return undefined;
  const texts = heads.flatMap((row) => row.cells.map((c) => c.text));
  const words = labelWords(texts.join(''));
  const likes = texts.flatMap((text, i) =>
    [text, text + (texts[i + 1] ?? '')].map((label) => likenesses(label, block.columns)),
  );
  const named = block.columns.filter(
    ({ label }, j) => words.includes(labelWords(label)) || likes.some((like) => (like[j] as number) > NAMED),
  ).length;
  // A lone figure after a lone label is no evidence of a table, nor are rows without heads that have other numbers of
  // figures: those of another table.
  const alike = block.columns.length > 1 && counting(figures, block.columns.length) === figures.length;
  return alike || named > 0 ? columnsInOrder(block.columns, named, texts) : undefined;
}
