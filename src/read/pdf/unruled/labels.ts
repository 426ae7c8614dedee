import { beginsRow } from '../form-names.js';
import { type Box, centreY } from '../marks.js';
import type { PageCell } from '../page.js';
import type { Piece } from './pieces.js';

/** True for a label that a number or the name of a row begins: not for the rest of one. */
export const hasBeginning = (label: readonly Piece[]): boolean => {
  const leaf = (labelColumns(label).at(-1) ?? []).toSorted((a, b) => a.box.y0 - b.box.y0);
  return leaf[0] !== undefined && beginsRow(leaf[0].text);
};

/** Label pieces of a row by column: groups left, the row's own label right. */
export function labelColumns(pieces: readonly Piece[]): Piece[][] {
  const columns: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.box.x0 - b.box.x0)) {
    const last = columns.at(-1);
    const near = last?.some((p) => piece.box.x0 < p.box.x1) ?? false;
    if (near) last?.push(piece);
    else columns.push([piece]);
  }
  return columns;
}

/** Labels of one row: the leaf's, and left of it its group's, which stands in a column of its own. */
export function labelCells(pieces: readonly Piece[], box: Box): PageCell[] {
  const columns = labelColumns(pieces);
  if (columns.length === 0) return [{ box, text: '' }];
  return columns.map((column, i) => ({
    box: {
      ...box,
      x0: i === 0 ? box.x0 : Math.min(...column.map((p) => p.box.x0)),
      x1: columns[i + 1] === undefined ? box.x1 : Math.min(...(columns[i + 1] as Piece[]).map((p) => p.box.x0)),
    },
    text: column
      .toSorted((a, b) => centreY(a.box) - centreY(b.box))
      .map((p) => p.text)
      .join('\n'),
  }));
}
