import type { AnyNode, Element } from 'domhandler';
import { CELL_CLASS, type Display, isElement } from './visible.js';

/** A row of a table element: its cells, its number in the source, and how many rows of its group are left. */
export interface TableRow {
  readonly cells: readonly Element[];
  readonly row: number;
  readonly reach: number;
}

interface Group {
  /** 0 for a head, 1 for a body, 2 for a foot. */
  readonly order: number;
  readonly rows: { cells: Element[]; row: number }[];
}

const ORDER: Readonly<Record<string, number>> = { 'table-header-group': 0, 'table-footer-group': 2 };

/**
 * Rows of a table in the order in which they show: the head first, the foot last, wherever the source puts them.
 * Cells without a row and rows without a group are taken as a browser repairs them.
 * @returns the rows, and the captions, whose text belongs before the table
 */
export function rowsOf(table: Element, display: Display): { rows: TableRow[]; captions: Element[] } {
  const groups: Group[] = [];
  const captions: Element[] = [];
  let count = 0;
  const collect = (parent: Element, group: Group | undefined): void => {
    let current = group;
    let loose: Element[] | undefined;
    const body = (): Group => {
      if (current === undefined) {
        current = { order: 1, rows: [] };
        groups.push(current);
      }
      return current;
    };
    for (const node of parent.children) {
      if (!isElement(node)) continue;
      const shown = display.of(node);
      if (shown !== 'table-cell') loose = undefined;
      if (node.name === 'tr' || shown === 'table-row') count++;
      if (shown === 'none' || shown === 'table') continue;
      if (shown === 'table-caption') captions.push(node);
      else if (shown === 'table-row') {
        const cells = node.children.filter((child): child is Element => isCell(child, display));
        body().rows.push({ cells, row: count });
      } else if (shown === 'table-cell') {
        if (loose === undefined) {
          loose = [];
          body().rows.push({ cells: loose, row: ++count });
        }
        loose.push(node);
      } else if (shown.endsWith('-group')) {
        const own: Group = { order: ORDER[shown] ?? 1, rows: [] };
        groups.push(own);
        current = undefined;
        collect(node, own);
      } else collect(node, current);
    }
  };
  collect(table, undefined);
  const rows = groups
    .sort((a, b) => a.order - b.order)
    .flatMap(({ rows }) => rows.map((row, i) => ({ ...row, reach: rows.length - i })));
  return { rows, captions };
}

function isCell(node: AnyNode, display: Display): node is Element {
  if (!isElement(node)) return false;
  const shown = display.of(node);
  return shown === 'table-cell' || (shown !== 'none' && CELL_CLASS.test(node.attribs.class ?? ''));
}

/** True when a cell holds a table of several cells: then the outer table only lays out. */
export const holdsTable = (cell: Element, display: Display): boolean =>
  cell.children.some((child) => {
    if (!isElement(child) || display.of(child) === 'none') return false;
    if (child.name === 'table' && rowsOf(child, display).rows.flatMap((row) => row.cells).length > 1) return true;
    return holdsTable(child, display);
  });
