import { child, elementsOf, settingOf, type XmlElement } from './xml.js';

/** A cell with the columns and rows that it covers; without an element where a row begins or goes on later. */
interface Cell {
  readonly element: XmlElement | undefined;
  column: number;
  columnSpan: number;
  rowSpan: number;
}

/** Columns that a cell or a gap may cover; a form has under 40. */
const MAX_COLUMNS = 100;
/** A column this much narrower than the mean one is no column, but lines that were to meet. */
const SLIVER = 1 / 8;

const count = (element: XmlElement | undefined): number =>
  Math.min(MAX_COLUMNS, Math.max(0, Number.parseInt(settingOf(element) ?? '0', 10) || 0));

/**
 * A table of Word as HTML.
 * @param within elements of a kind, also those inside content controls and insertions
 * @param contentOf what a cell shows
 */
export function tableOf(
  table: XmlElement,
  within: (parent: XmlElement, name: string) => XmlElement[],
  contentOf: (cell: XmlElement) => string,
): string {
  const widths = elementsOf(child(table, 'w:tblGrid'))
    .filter(({ name }) => name === 'w:gridCol')
    .map(({ attributes }) => Number(attributes['w:w'] ?? 0));
  const rows = within(table, 'w:tr')
    .filter((row) => child(child(row, 'w:trPr'), 'w:del') === undefined)
    .map((row) => cellsOf(row, within(row, 'w:tc'), widths));
  const columns = dropSlivers(rows, widths);
  const html = mergedDown(rows, columns).map((cells) => {
    const written = cells.map(
      ({ element, columnSpan, rowSpan }) =>
        `<td colspan="${columnSpan}" rowspan="${rowSpan}">${element === undefined ? '' : contentOf(element)}</td>`,
    );
    return `<tr>${written.join('')}</tr>`;
  });
  return `<table>${html.join('')}</table>`;
}

/**
 * The cells of a row; those that old programs merge with the one before (hMerge) are no cells of their own.
 * @param elements the row's cells
 * @param widths of the table's columns
 */
function cellsOf(row: XmlElement, elements: readonly XmlElement[], widths: readonly number[]): Cell[] {
  const gap = (name: string) => count(child(child(row, 'w:trPr'), name));
  const [before, after] = [gap('w:gridBefore'), gap('w:gridAfter')];
  const cells: Cell[] = before > 0 ? [{ element: undefined, column: 0, columnSpan: before, rowSpan: 1 }] : [];
  let column = before;
  for (const element of elements) {
    const own = child(element, 'w:tcPr');
    if (child(own, 'w:cellDel') !== undefined) continue;
    const columnSpan = Math.max(1, count(child(own, 'w:gridSpan')));
    const last = cells.at(-1);
    if (merging(element, 'w:hMerge') === 'continue' && last !== undefined) last.columnSpan += columnSpan;
    else cells.push({ element, column, columnSpan, rowSpan: 1 });
    column += columnSpan;
  }
  const last = cells.at(-1);
  const widthOf = (from: number, to: number) => widths.slice(from, to).reduce((sum, width) => sum + width, 0);
  // Rows that do not end in one line leave less out than a cell.
  if (last !== undefined && widthOf(column, column + after) < widthOf(last.column, column)) last.columnSpan += after;
  else if (after > 0) cells.push({ element: undefined, column, columnSpan: after, rowSpan: 1 });
  return cells;
}

/**
 * Takes columns out that only lie between lines which were to meet: tables drawn by hand, or converted, have them.
 * @param widths of the table's columns
 * @returns how many columns are left
 */
function dropSlivers(rows: readonly (readonly Cell[])[], widths: readonly number[]): number {
  const some = widths.slice(0, MAX_COLUMNS);
  const mean = some.reduce((sum, width) => sum + width, 0) / some.length;
  const slivers = some.flatMap((width, column) => (width < mean * SLIVER ? [column] : []));
  const sliversIn = ({ column, columnSpan }: Cell) =>
    slivers.filter((sliver) => column <= sliver && sliver < column + columnSpan).length;
  // A cell of its own there shows that the widths are not meant; a gap shows that a row ends before or behind the others.
  if (rows.some((cells) => cells.some((cell) => cell.element && sliversIn(cell) === cell.columnSpan)))
    return widths.length;
  for (const cell of rows.flat()) {
    const [inside, before] = [sliversIn(cell), slivers.filter((sliver) => sliver < cell.column).length];
    cell.columnSpan -= inside;
    cell.column -= before;
  }
  return widths.length - slivers.length;
}

/**
 * The cells that stand in each row; those that continue one of the row right above only lengthen it.
 * @param columns of the table: in a row that has more, cells that continue none and hold nothing are a program's mistake
 */
function mergedDown(rows: readonly (readonly Cell[])[], columns: number): Cell[][] {
  let above = new Map<number, Cell>();
  return rows.map((cells) => {
    const open = new Map<number, Cell>();
    let tooMany = columns > 0 ? cells.reduce((sum, cell) => sum + cell.columnSpan, 0) - columns : 0;
    let left = 0;
    const own = cells.filter((cell) => {
      cell.column -= left;
      const merged = cell.element && merging(cell.element, 'w:vMerge');
      const start = merged === 'continue' ? above.get(cell.column) : undefined;
      if (merged === 'continue' && start === undefined && tooMany > 0 && !holdsRun(cell.element)) {
        left += cell.columnSpan;
        tooMany -= cell.columnSpan;
        return false;
      }
      if (merged !== undefined) open.set(cell.column, start ?? cell);
      if (start !== undefined) start.rowSpan++;
      return start === undefined && cell.columnSpan > 0;
    });
    above = open;
    return own;
  });
}

const holdsRun = (element: XmlElement | undefined): boolean =>
  elementsOf(element).some((e) => e.name === 'w:r' || holdsRun(e));

/** Whether a cell begins a merged one or continues it; merging that is tracked as a change counts as done. */
function merging(cell: XmlElement, name: 'w:vMerge' | 'w:hMerge'): 'restart' | 'continue' | undefined {
  const own = child(cell, 'w:tcPr');
  const merge = child(own, name);
  if (merge !== undefined) return settingOf(merge) === 'restart' ? 'restart' : 'continue';
  const tracked = child(own, 'w:cellMerge')?.attributes[name];
  return tracked === undefined ? undefined : tracked === 'rest' ? 'restart' : 'continue';
}
