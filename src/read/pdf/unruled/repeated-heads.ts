import { isAligned, type Piece } from './pieces.js';
import type { Row } from './rows.js';

const isHead = ({ pieces, figures }: Row): boolean => pieces.length > 1 && figures.length === 0;

/**
 * True for heads that begin with the same words (信息内容), each over the labels of a band of its own: further left than
 * the next head of both. 结果维持 of two groups stands further right in the second.
 */
function areAlike(a: Row, b: Row): boolean {
  if (!isHead(a) || !isHead(b)) return false;
  const [[corner, first], [other, next]] = [a.pieces, b.pieces] as [[Piece, Piece], [Piece, Piece]];
  return corner.text === other.text && corner.box.x1 < next.box.x0 && other.box.x1 < first.box.x0;
}

/** True for heads that the table has elsewhere too, not on the line above or below. */
function isTwice(row: Row, table: readonly Row[]): boolean {
  const at = table.indexOf(row);
  return table.some((other, i) => Math.abs(i - at) > 1 && areAlike(row, other));
}

/** The words that stand over the labels of more than one band of a table. */
export const cornersOf = (table: readonly Row[]): ReadonlySet<string> =>
  new Set(table.flatMap((row) => (isTwice(row, table) ? (row.pieces[0]?.text ?? []) : [])));

/** True for heads that begin as others further up do, not lines of the same ones: between stand the blank rows of these. */
export const isRepeated = (row: Row, heads: readonly Row[]): boolean =>
  heads.slice(0, -1).some((other) => areAlike(row, other));

/**
 * True for a label alone under heads that the table has more than once: a blank row.
 * @param heads those of its band
 * @param table the lines of the table
 */
export function isBlankUnder(row: Row, heads: readonly Row[], table: readonly Row[]): boolean {
  const over = heads.findLast(isHead);
  const [label, ...others] = row.pieces;
  if (over === undefined || label === undefined || label.figure || others.length > 0) return false;
  const [corner, first] = over.pieces as [Piece, Piece];
  if (label.box.x1 >= first.box.x0 || !isTwice(over, table)) return false;
  const labels = table.filter(({ figures }) => figures.length > 0).flatMap(({ pieces }) => pieces.slice(0, 1));
  return [corner, ...labels].some((p) => !p.figure && isAligned(label, p));
}

/**
 * How many lines under a table are one more band of it, in which all rows are blank: heads as it has before, what stands
 * over them, and labels.
 * @param below what stands under the table, from top to bottom
 */
export function blankBand(table: readonly Row[], below: readonly Row[]): number {
  const at = below.findIndex((row) => table.some((other) => areAlike(row, other)));
  if (at < 0 || below.slice(0, at).some((row) => row.figures.length > 0)) return 0;
  const whole = [...table, ...below];
  const heads = below.slice(0, at + 1);
  const labels = below.slice(at + 1).findIndex((row) => !isBlankUnder(row, heads, whole));
  const count = labels < 0 ? below.length - at - 1 : labels;
  return count === 0 ? 0 : at + 1 + count;
}
