import { type Box, centreX } from '../marks.js';
import type { Column } from './columns.js';
import type { Row } from './rows.js';
import { overlaps } from './span.js';

/** Columns of the last rows of a page, in which the table may go on over the page. */
export interface CarriedColumns {
  readonly columns: readonly Column[];
  /** By column, what stands in it: its figures, or where it has none its head. */
  readonly contents: readonly (readonly Box[])[];
  readonly bounds: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Figures of one column begin, end or have their middle this near (points) to the same line, on every page. */
const SAME_LINE = 1.5;

/**
 * The columns of a band as the next page may need them.
 * @param above the columns in which the band itself went on
 */
export function toCarry(
  columns: readonly Column[],
  bounds: readonly number[],
  box: Box,
  rows: readonly Row[],
  above?: CarriedColumns,
): CarriedColumns {
  const figures = rows.flatMap((row) => row.figures.map((f) => f.box));
  const contents = columns.map((column, c) => {
    const own = figures.filter((figure) => overlaps(figure, column));
    return own.length > 0 ? own : (above?.contents[c] ?? column.head.map((p) => p.box));
  });
  return { columns, contents, bounds, from: box.x0, to: box.x1 };
}

/**
 * The columns of the page before, where the figures of these rows stand in them: each in one, set as the others there.
 * @returns undefined where any does not
 */
export function goingOn({ columns, contents }: CarriedColumns, rows: readonly Row[]): Column[] | undefined {
  const own: Box[][] = columns.map(() => []);
  for (const { figures } of rows) {
    const taken = new Set<number>();
    for (const { box } of figures) {
      const [at, ...others] = columns.flatMap((column, c) => (overlaps(box, column) ? [c] : []));
      if (at === undefined || others.length > 0 || taken.has(at) || !isSetAs(box, contents[at] ?? [])) return undefined;
      taken.add(at);
      own[at]?.push(box);
    }
  }
  return columns.map((column, c) => ({
    ...column,
    from: Math.min(column.from, ...(own[c] as Box[]).map((box) => box.x0)),
    to: Math.max(column.to, ...(own[c] as Box[]).map((box) => box.x1)),
  }));
}

const isSetAs = (box: Box, others: readonly Box[]): boolean =>
  others.some((other) =>
    [box.x0 - other.x0, box.x1 - other.x1, centreX(box) - centreX(other)].some((off) => Math.abs(off) < SAME_LINE),
  );
