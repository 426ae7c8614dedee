import { TABLE_IDS, type TableId } from '../forms/index.js';
import type { Cell, Report, TableReading } from '../model.js';
import { evaluate, figureOf, sumsOfReading } from '../sums.js';

/** One of the reports that a summary adds up. */
export interface Part {
  /** How messages call it: its organ, or its file. */
  readonly name: string;
  readonly report: Report;
}

/** A cell in which the summary is not the sum of its parts. */
export interface Difference {
  readonly table: TableId;
  readonly cell: Cell;
  readonly summary: number;
  readonly sum: number;
}

/** The figure of a report's cell. */
export const figureIn = (report: Report, id: string): number | undefined =>
  figureOf(report.tables[id.slice(0, id.indexOf('.')) as TableId].cells[id]);

/** How many sums of the table that hold a cell are broken, were the cell's figure another. */
function brokenWith(table: TableReading, id: string, value: number): number {
  const cell = table.cells[id];
  if (cell === undefined) return 0;
  const patched = { ...table, cells: { ...table.cells, [id]: { ...cell, state: 'read' as const, value } } };
  return sumsOfReading(patched).filter(
    (sum) => [...sum.left, ...sum.right].includes(id) && evaluate(sum, patched).kind === 'broken',
  ).length;
}

/** True when the change mends sums that the report itself breaks, and breaks none. */
const mends = (report: Report, { table, cell }: Difference, value: number): boolean => {
  const printed = figureIn(report, cell.id);
  const reading = report.tables[table];
  return (
    printed !== undefined && brokenWith(reading, cell.id, printed) > 0 && brokenWith(reading, cell.id, value) === 0
  );
};

/** True when one slip of the hand makes one figure of the other: neighbouring digits swapped, a digit dropped or doubled. */
function isSlip(printed: number, meant: number): boolean {
  const [a, b] = [String(printed), String(meant)];
  if (a.length === b.length)
    return [...a].some((_, i) => i > 0 && a.slice(0, i - 1) + a[i] + a[i - 1] + a.slice(i + 1) === b && a !== b);
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return (
    short.length > 1 &&
    long.length === short.length + 1 &&
    [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
  );
}

/** Which report's change explains a difference; undefined when none does, or several do alike. */
export function explain(
  difference: Difference,
  summary: Report,
  parts: readonly Part[],
): { name: string; printed: number; meant: number; cause: 'sums' | 'slip' } | undefined {
  const { cell, sum, summary: whole } = difference;
  const change = whole - sum;
  const candidates = [
    ...parts.map(({ name, report }) => ({ name, report, change })),
    { name: '', report: summary, change: -change },
  ].flatMap(({ name, report, change }) => {
    const printed = figureIn(report, cell.id);
    const meant = printed === undefined ? -1 : printed + change;
    return printed === undefined || meant < 0 ? [] : [{ name, report, printed, meant }];
  });
  const bySums = candidates.filter((c) => mends(c.report, difference, c.meant));
  const bySlip = candidates.filter((c) => isSlip(c.printed, c.meant));
  const [found, cause] =
    bySums.length === 1
      ? [bySums[0], 'sums' as const]
      : [bySlip.length === 1 && bySums.length === 0 ? bySlip[0] : undefined, 'slip' as const];
  return found === undefined ? undefined : { name: found.name, printed: found.printed, meant: found.meant, cause };
}

/** A part that the summary leaves out, or counts twice: all differences are its own figures. */
export function wholePart(
  differences: readonly Difference[],
  compared: readonly string[],
  parts: readonly Part[],
): { name: string; cause: 'left-out' | 'twice' } | undefined {
  const changes = new Map(differences.map((d) => [d.cell.id, d.summary - d.sum]));
  for (const { name, report } of parts)
    for (const [cause, sign] of [
      ['left-out', -1],
      ['twice', 1],
    ] as const)
      if (compared.every((id) => near(changes.get(id) ?? 0, sign * (figureIn(report, id) ?? 0))))
        return { name, cause };
  return undefined;
}

/** Sums of amounts carry the dust of binary fractions. */
export const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

/**
 * True when the differences are themselves the figures of a report: none negative, and every sum of the form holds on
 * them. Then a part was not given.
 */
export function looksLikeMissingPart(differences: readonly Difference[], summary: Report): boolean {
  if (differences.length < 2 || differences.some((d) => d.summary < d.sum)) return false;
  const changes = new Map(differences.map((d) => [d.cell.id, d.summary - d.sum]));
  return TABLE_IDS.every((id) => {
    const table = summary.tables[id];
    const cells = Object.fromEntries(
      Object.values(table.cells).map((cell) => [
        cell.id,
        { ...cell, state: 'read' as const, value: changes.get(cell.id) ?? 0 },
      ]),
    );
    const left = { ...table, cells };
    return sumsOfReading(left).every((sum) => evaluate(sum, left).kind === 'holds');
  });
}
