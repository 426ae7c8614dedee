/**
 * Which cells are to blame for broken sums. The totals and balances of a form are an error-correcting code: every cell
 * breaks its own set of sums, so the sums that are broken tell the cell, and the differences tell the figure.
 *
 * The question — the fewest changed cells that make every sum hold — is error localisation as Fellegi and Holt posed it
 * (A Systematic Approach to Automatic Edit and Imputation, JASA 71, 1976). Naming simple causes follows Scholtus
 * (Automatic Correction of Simple Typing Errors in Numerical Data with Balance Edits, Statistics Netherlands, 2009). R's
 * `errorlocate` and `deductive` do the same for statistical offices. Unlike these, nothing is picked among equals, and
 * nothing is changed: an explanation is a suggestion to look at the report (promise 3).
 *
 * The smallest explanation need not be the true one: a wrong figure that the office carried through all its totals shows
 * only in the balances, and is explained there.
 */
import { TABLE_IDS } from '../forms/index.js';
import type { Finding, Report, TableReading } from '../model.js';
import { CAUSES, type Cause, causeOf, causesOf } from './cause.js';
import { statedExchanges } from './exchanges.js';
import { patternsOf } from './patterns.js';
import { oneCell, twoCells } from './search.js';
import { brokenParts, type Change, type Equation, type System, systemOf } from './system.js';

export { CAUSES, type Cause } from './cause.js';

export interface ChangedCell {
  /** `requests.new.natural_person` */
  readonly cell: string;
  /** The figure as read; null for a blank cell, which the sums count as 0. */
  readonly printed: number | null;
  readonly would_be: number;
}

/** One way to mend broken sums. */
export interface Explanation {
  readonly cells: readonly ChangedCell[];
  readonly cause: Cause;
  /**
   * The broken sums that it mends, or the findings of the narrative that show it (`narrative/outcomes:granted.total`).
   * Explanations of the same are rivals, those of different ones add up.
   */
  readonly explains: readonly string[];
}

export interface Diagnosis {
  /** All explanations of the smallest size, the likelier cause first. */
  readonly explanations: readonly Explanation[];
  /**
   * Broken sums for which three or more cells would have to change and no named pattern fits, or two cells of which the
   * sums tell only what they come to together.
   */
  readonly unexplained: readonly string[];
}

/**
 * Explains the broken sums of a report. Sums over cells that could not be read are not looked at (promise 2).
 * @param findings what the rules found: those of the narrative show exchanges that break no sum
 */
export function diagnose(report: Report, findings: readonly Finding[] = []): Diagnosis {
  const parts = TABLE_IDS.map((id) => diagnoseTable(report.tables[id], findings));
  return {
    explanations: parts.flatMap(({ explanations }) => explanations),
    unexplained: parts.flatMap(({ unexplained }) => unexplained),
  };
}

function diagnoseTable(table: TableReading, findings: readonly Finding[]): Diagnosis {
  const system = systemOf(table);
  const explanations: Explanation[] = [];
  const unexplained: string[] = [];
  for (const broken of brokenParts(system)) {
    const explains = broken.map((equation) => (system.equations[equation] as Equation).id);
    const found = smallest(table, system, broken);
    if (found.length === 0) unexplained.push(...explains);
    for (const { changes, cause } of found)
      explanations.push({ cells: changes.map((change) => changedCell(table, system, change)), cause, explains });
  }
  for (const { changes, cause, explains } of statedExchanges(table, system, findings))
    explanations.push({ cells: changes.map((change) => changedCell(table, system, change)), cause, explains });
  return { explanations, unexplained };
}

interface Found {
  readonly changes: readonly Change[];
  readonly cause: Cause;
}

/** All explanations of the smallest size: one cell, two cells, or one event of many cells. */
function smallest(table: TableReading, system: System, broken: readonly number[]): Found[] {
  for (const search of [oneCell, twoCells]) {
    const found = search(system, broken).map((changes) => ({ changes, cause: causeOf(system, changes) }));
    if (found.length > 0) return ranked(system, found);
  }
  return ranked(system, patternsOf(table, system, broken));
}

/** By cause; then fewer cells; then the causes of the single cells; then as printed. */
function ranked(system: System, found: readonly Found[]): Found[] {
  return found
    .map((one) => ({
      one,
      keys: [
        CAUSES.indexOf(one.cause),
        one.changes.length,
        causesOf(system, one.changes).reduce((sum, rank) => sum + rank, 0),
        one.changes[0]?.cell ?? 0,
      ],
    }))
    .sort((a, b) => a.keys.map((key, i) => key - (b.keys[i] as number)).find((order) => order !== 0) ?? 0)
    .map(({ one }) => one);
}

function changedCell(table: TableReading, system: System, { cell, by }: Change): ChangedCell {
  const { id } = system.cells[cell] as { id: string };
  return { cell: id, printed: table.cells[id]?.value ?? null, would_be: (system.values[cell] as number) + by };
}
