import type { FormTable } from '../forms/index.js';
import { PICTURE } from '../model.js';
import { hasDigit } from '../text.js';
import { labelWords, likenesses } from './likeness.js';
import { isNumbering, labelsOf, type PrintedCell, type PrintedRow, type Source } from './rows.js';
import type { Found } from './rows-by-label.js';

/**
 * True where the row below is no row of its own but holds figures: beside the rest of the label above, beside a block's
 * caption, or beside cells of the row above. They may belong to the figures above, which are then not certain.
 * @param found rows of the same table
 */
export function hasLeftoverBelow(source: Source, form: FormTable, own: Found, found: readonly Found[]): boolean {
  const row = source.rows[own.row] as PrintedRow;
  const below = source.rows[own.row + 1];
  if (below === undefined || found.some((f) => f.from <= own.row + 1 && own.row + 1 <= f.row)) return false;
  if (isNumbering(below) || !below.cells.some((c) => c.own && c.figure && c.text !== PICTURE)) return false;
  const rest = labelsOf(below).at(-1)?.text;
  // Other cells of the row, from its label on, reach down into it: a line that is none, or a cell that was split, cuts
  // some of them. The cell of its group reaches over several rows.
  const reaching = new Set(row.cells.slice(own.label).flatMap((c) => (c.own ? [c.place] : [])));
  const isSameRow = below.cells.some((c) => !c.own && reaching.has(c.place));
  if (rest === undefined) return isSameRow;
  const isCaption = form.blocks.some(({ title }) => title !== '' && labelWords(title) === labelWords(rest));
  const label = row.cells[own.label]?.text ?? '';
  const { rows } = own.block;
  const like = (text: string) => likenesses(text, rows)[rows.indexOf(own.line)] as number;
  return isCaption || (like(label + rest) > like(label) && like(rest) < like(label + rest));
}

/**
 * True for a row left blank beside figures without a label, which may be its own: set a little higher or lower, they were
 * taken for a row of themselves.
 * @param figures the row's own cells
 * @param found rows of the same table
 */
export function isBesideFigures(
  source: Source,
  own: Found,
  figures: readonly PrintedCell[],
  found: readonly Found[],
): boolean {
  if (!figures.every((c) => c.blank)) return false;
  return [own.from - 1, own.row + 1].some((at) => {
    const row = source.rows[at];
    if (row === undefined || found.some((f) => f.from <= at && at <= f.row)) return false;
    return labelsOf(row).length === 0 && row.cells.some((c) => c.own && hasDigit(c.text));
  });
}
