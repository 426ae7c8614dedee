import { certify } from '../certify.js';
import type { Finding, Report } from '../model.js';

/**
 * One report with its findings, or a file of which none could be made. Among many the report is made when it is asked
 * for, so that renderers ask once and hold what they print.
 */
export interface Checked {
  readonly file: string;
  /** Counts the reports of the file, from 1; 0 for a file without. */
  readonly index: number;
  readonly report: Report | null;
  readonly findings: readonly Finding[];
}

/** Counts for a verdict. */
export interface Summary {
  /** No error; false where there was nothing to check. */
  readonly valid: boolean;
  readonly files: number;
  readonly reports: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Files of which no report could be made. */
  readonly unreadable: number;
  /** Tables of the reports, three each, and how many of them are certified. */
  readonly tables: number;
  readonly certified: number;
}

export function summarise(checked: readonly Checked[]): Summary {
  const count = (severity: Finding['severity']) =>
    checked.flatMap((c) => c.findings).filter((f) => f.severity === severity).length;
  const errors = count('error');
  const withReport = checked.filter(({ index }) => index > 0);
  const tables = withReport.flatMap(({ report }) => (report === null ? [] : Object.values(certify(report).certified)));
  return {
    valid: errors === 0 && checked.length > 0,
    files: new Set(checked.map((c) => c.file)).size,
    reports: withReport.length,
    errors,
    warnings: count('warning'),
    notes: count('note'),
    unreadable: checked.length - withReport.length,
    tables: tables.length,
    certified: tables.filter(Boolean).length,
  };
}
