import type { FormTable } from '../forms/index.js';
import { PICTURE } from '../model.js';
import { labelWords, likenesses } from './likeness.js';
import type { Found } from './rows-by-label.js';
import { isNumbering, labelsOf, type PrintedRow, type Source } from './rows.js';

/**
 * True where the row below is no row of its own but holds figures: beside the rest of the label above, or beside a
 * block's caption. They may be the rest of the figures above, which are then not certain.
 * @param found rows of the same table
 */
export function hasLeftoverBelow(source: Source, form: FormTable, own: Found, found: readonly Found[]): boolean {
  const row = source.rows[own.row] as PrintedRow;
  const below = source.rows[own.row + 1];
  if (below === undefined || found.some((f) => f.from <= own.row + 1 && own.row + 1 <= f.row)) return false;
  if (isNumbering(below) || !below.cells.some((c) => c.own && c.figure && c.text !== PICTURE)) return false;
  const rest = labelsOf(below).at(-1)?.text;
  if (rest === undefined) return false;
  const isCaption = form.blocks.some(({ title }) => title !== '' && labelWords(title) === labelWords(rest));
  const label = row.cells[own.label]?.text ?? '';
  const { rows } = own.block;
  const like = (text: string) => likenesses(text, rows)[rows.indexOf(own.line)] as number;
  return isCaption || (like(label + rest) > like(label) && like(rest) < like(label + rest));
}
