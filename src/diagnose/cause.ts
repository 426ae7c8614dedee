/** What would make an office, a typist or a scanner print one figure for another. */
import type { FormCell } from '../forms/index.js';
import type { Change, System } from './system.js';

/** Causes with a name, the likelier first: in this order explanations of equal size are listed. */
export const CAUSES = [
  'digits-swapped',
  'digit-wrong',
  'digit-dropped',
  'digit-doubled',
  'sign',
  'times-ten',
  'figures-exchanged',
  'total-not-updated',
  'carried-into-total',
  'moved-between-columns',
  'moved-between-rows',
  'line-left-out',
  'row-shifted',
  'rows-exchanged',
  'columns-exchanged',
  'moved-and-one-cell',
  'figure',
] as const;
export type Cause = (typeof CAUSES)[number];

const isTotal = ({ row, column }: FormCell): boolean => row.sumOf.length + column.sumOf.length > 0;

/** The cause of one wrong figure; `figure` when nothing speaks for another. */
function causeOfFigure(printed: number, wouldBe: number, total: boolean): Cause {
  if (printed === -wouldBe) return 'sign';
  const [wrong, right] = [String(printed), String(wouldBe)];
  if (wrong.length === right.length) {
    const differ = [...wrong].flatMap((digit, i) => (digit === right[i] ? [] : [i]));
    const [i = 0, j = 0] = differ;
    if (differ.length === 2 && j === i + 1 && wrong[i] === right[j] && wrong[j] === right[i]) return 'digits-swapped';
    // Any figure of one digit is another with its digit wrong: that would name nothing.
    if (differ.length === 1 && wrong.length > 1) return 'digit-wrong';
  }
  if (printed !== 0 && wouldBe !== 0 && (printed === wouldBe * 10 || printed * 10 === wouldBe)) return 'times-ten';
  if (wrong.length > 1 && right.length === wrong.length + 1 && dropsTo(right, wrong, false)) return 'digit-dropped';
  if (right.length + 1 === wrong.length && dropsTo(wrong, right, true)) return 'digit-doubled';
  return total ? 'total-not-updated' : 'figure';
}

/** True when `long` without one digit (with `doubled`: one that repeats its neighbour) is `short`. */
const dropsTo = (long: string, short: string, doubled: boolean): boolean =>
  [...long].some(
    (digit, i) => long.slice(0, i) + long.slice(i + 1) === short && (!doubled || (i > 0 && digit === long[i - 1])),
  );

/** The cause that explains all changes together: a pattern of two cells, or the weakest of their own causes. */
export function causeOf(system: System, changes: readonly Change[]): Cause {
  const [a, b] = changes;
  if (changes.length === 2 && a !== undefined && b !== undefined) {
    const pattern = causeOfPair(system, a, b);
    if (pattern !== undefined) return pattern;
  }
  return CAUSES[Math.max(...causesOf(system, changes))] as Cause;
}

/** Ranks of the changes' own causes. */
export const causesOf = ({ cells, values }: System, changes: readonly Change[]): number[] =>
  changes.map(({ cell, by }) => {
    const printed = values[cell] as number;
    return CAUSES.indexOf(causeOfFigure(printed, printed + by, isTotal(cells[cell] as FormCell)));
  });

function causeOfPair({ cells, values }: System, a: Change, b: Change): Cause | undefined {
  const [first, second] = [cells[a.cell] as FormCell, cells[b.cell] as FormCell];
  const [sameRow, sameColumn] = [first.row === second.row, first.column === second.column];
  if (!sameRow && !sameColumn) return undefined;
  const [one, other] = sameRow ? [first.column, second.column] : [first.row, second.row];
  const opposite = a.by === -b.by;
  if (opposite && (values[a.cell] as number) + a.by === values[b.cell]) return 'figures-exchanged';
  if (a.by === b.by && (one.sumOf.includes(other.id) || other.sumOf.includes(one.id))) return 'carried-into-total';
  if (opposite && one.sumOf.length + other.sumOf.length === 0)
    return sameRow ? 'moved-between-columns' : 'moved-between-rows';
  return undefined;
}
