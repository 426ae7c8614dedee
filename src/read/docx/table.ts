import { child, settingOf, type XmlElement } from './xml.js';

/** A cell with the columns and rows that it covers. */
interface Cell {
  readonly element: XmlElement;
  columnSpan: number;
  rowSpan: number;
}

/** Columns that a cell or a gap may cover; a form has under 40. */
const MAX_COLUMNS = 100;

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
  const open = new Map<number, Cell>();
  const rows = within(table, 'w:tr')
    .filter((row) => child(child(row, 'w:trPr'), 'w:del') === undefined)
    .map((row) => {
      const before = count(child(child(row, 'w:trPr'), 'w:gridBefore'));
      let column = before;
      const cells = sideBySide(within(row, 'w:tc')).filter((cell) => {
        const at = column;
        column += cell.columnSpan;
        const merged = merging(cell.element, 'w:vMerge');
        const above = open.get(at);
        if (merged === 'continue' && above !== undefined) {
          above.rowSpan++;
          return false;
        }
        if (merged === undefined) open.delete(at);
        else open.set(at, cell);
        return true;
      });
      return { before, cells };
    });
  const html = rows.map(
    ({ before, cells }) =>
      `<tr>${before > 0 ? `<td colspan="${before}"></td>` : ''}${cells
        .map(
          ({ element, columnSpan, rowSpan }) =>
            `<td colspan="${columnSpan}" rowspan="${rowSpan}">${contentOf(element)}</td>`,
        )
        .join('')}</tr>`,
  );
  return `<table>${html.join('')}</table>`;
}

/** The cells of a row; those that old programs merge with the one before (hMerge) are no cells of their own. */
function sideBySide(elements: readonly XmlElement[]): Cell[] {
  const cells: Cell[] = [];
  for (const element of elements) {
    const own = child(element, 'w:tcPr');
    if (child(own, 'w:cellDel') !== undefined) continue;
    const columnSpan = Math.max(1, count(child(own, 'w:gridSpan')));
    const before = cells.at(-1);
    if (merging(element, 'w:hMerge') === 'continue' && before !== undefined) before.columnSpan += columnSpan;
    else cells.push({ element, columnSpan, rowSpan: 1 });
  }
  return cells;
}

/** Whether a cell begins a merged one or continues it; merging that is tracked as a change counts as done. */
function merging(cell: XmlElement, name: 'w:vMerge' | 'w:hMerge'): 'restart' | 'continue' | undefined {
  const own = child(cell, 'w:tcPr');
  const merge = child(own, name);
  if (merge !== undefined) return settingOf(merge) === 'restart' ? 'restart' : 'continue';
  const tracked = child(own, 'w:cellMerge')?.attributes[name];
  return tracked === undefined ? undefined : tracked === 'rest' ? 'restart' : 'continue';
}
