import type { TableId } from '../forms/index.js';
import type { Cell, Finding, Report } from '../model.js';

/**
 * The report that a finding is about, by what survives a new download or another format of the same report: its organ
 * and year; the file's name where the report prints them not.
 */
export const identityOf = (report: Report | null, file: string): string =>
  report !== null && report.organ !== '' && report.year !== null
    ? `${report.organ} ${report.year}`
    : file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');

/** What is printed in the cells of a finding, by cell id; the state stands for a cell that prints nothing. */
export function printedOf(finding: Finding, report: Report | null): Record<string, string> {
  const cellOf = (id: string) => report?.tables[id.split('.', 1)[0] as TableId]?.cells[id];
  const text = (cell: Cell | undefined) => cell?.printed.replace(/\s+/g, ' ').trim() || `(${cell?.state ?? ''})`;
  return Object.fromEntries(finding.cells.map((id) => [id, text(cellOf(id))]));
}

/**
 * Tells a finding from every other one and finds it again in a later run: a hash of the report's identity, the rule,
 * the place in the form and the figures printed there. Line numbers, severity, wording and language are left out:
 * a page laid out anew raises the same findings, and one changed figure makes it another finding.
 */
export function fingerprintOf(finding: Finding, report: Report | null, file: string): string {
  const { rule, table, row, column, args } = finding;
  // A figure that a sentence states is printed too, though in no cell; rules on the narrative name it `stated`.
  const parts = [identityOf(report, file), rule, table, row, column, printedOf(finding, report), args.stated ?? ''];
  return fnv1a64(JSON.stringify(parts));
}

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/** FNV-1a, 64 bits, as 16 hexadecimal digits: enough to tell findings apart, and the same in every JavaScript. */
export function fnv1a64(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
