import type { Entry } from './columns.js';
import type { Printed } from './values.js';

/** A column of the form that was not found, and the printed column that may be it; both as indices. */
export interface HiddenColumn {
  readonly to: number;
  readonly entry: number;
}

/** True for a printed column whose head may be a part of another's; 小计 and 备注 are the office's own. */
const isUnnamed = (entry: Entry | undefined): boolean => entry !== undefined && entry.to === null && entry.torn;

/**
 * Columns of the form that were not found, where the heads between those found before and after them name no column: a
 * head read in pieces may be theirs, so nobody can say that the report lacks them.
 * @param entries printed columns from left to right
 * @param count of the form's columns
 */
export function hiddenColumns(entries: readonly Entry[], count: number): HiddenColumn[] {
  const isFound = (to: number) => entries.some((entry) => entry.to === to);
  return Array.from({ length: count }, (_, to) => to).flatMap((to) => {
    if (isFound(to)) return [];
    const before = entries.findLastIndex((entry) => entry.to !== null && entry.to < to);
    const after = entries.findIndex((entry) => entry.to !== null && entry.to > to);
    const entry = before < 0 || after < 0 ? -1 : entries.findIndex((e, i) => before < i && i < after && isUnnamed(e));
    return entry < 0 ? [] : [{ to, entry }];
  });
}

/**
 * Columns of the form, as indices of entries, in which no row prints anything, though a printed column beside them that
 * none of the form's names has figures: these may be theirs, their head read in pieces.
 * @param rows what each row prints under each entry
 */
export function emptiedColumns(entries: readonly Entry[], rows: readonly (readonly Printed[])[]): Set<number> {
  const isEmpty = (k: number) => rows.every((row) => row[k]?.cell.blank !== false);
  const hasFigures = (k: number) => rows.some((row) => row[k]?.cell.blank === false && row[k]?.cell.figure);
  const unnamed = (k: number, step: number): number[] =>
    isUnnamed(entries[k + step]) ? [k + step, ...unnamed(k + step, step)] : [];
  const isEmptied = ({ to }: Entry, k: number) =>
    to !== null && isEmpty(k) && [...unnamed(k, -1), ...unnamed(k, 1)].some(hasFigures);
  return new Set(entries.flatMap((entry, k) => (isEmptied(entry, k) ? [k] : [])));
}
