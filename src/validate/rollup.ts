import { TABLE_IDS } from '../forms/index.js';
import type { Finding, Report } from '../model.js';
import { lineLabel } from '../sums.js';
import { documentFinding } from './document.js';
import { organKey } from './organ.js';
import {
  type Difference,
  explain,
  figureIn,
  looksLikeMissingPart,
  near,
  type Part,
  wholePart,
} from './rollup-explain.js';
import { callRoll } from './rollup-names.js';
import { rollupCell, rollupPart, rollupUnread } from './rollup-rules.js';

export type { Part } from './rollup-explain.js';
export { rollupCell, rollupPart, rollupUnread } from './rollup-rules.js';

/**
 * Compares a summary report with the sum of its parts, cell by cell.
 * @param listed names of the bodies that must be there; without a list a missing one is told but cannot be named
 * @returns findings about the summary, in the order of the form; a cell that any report leaves unread is not judged
 */
export function rollup(summary: Report, given: readonly Part[], listed: readonly string[] = []): Finding[] {
  const { parts, findings } = usable(summary, given);
  const roll = callRoll(listed, listed.length === 0 ? [] : given.map(({ name }) => name));
  for (const part of roll.missing) findings.push(documentFinding(rollupPart, { part, reason: 'not-given' }));
  for (const part of roll.unlisted) findings.push(documentFinding(rollupPart, { part, reason: 'not-listed' }));
  // A summary is no sum of nothing.
  if (parts.length === 0) return findings;
  const compared: string[] = [];
  const differences: Difference[] = [];
  const unread = new Map<string, Set<string>>();
  for (const table of TABLE_IDS)
    for (const cell of Object.values(summary.tables[table].cells)) {
      const figures = parts.map((part) => ({ part, value: figureIn(part.report, cell.id) }));
      const whole = figureIn(summary, cell.id);
      const lost = figures.filter((f) => f.value === undefined).map((f) => f.part.name);
      if (whole === undefined || lost.length > 0) {
        unread.set(cell.id, new Set(whole === undefined ? [summary.organ, ...lost] : lost));
        continue;
      }
      compared.push(cell.id);
      const sum = Number(figures.reduce((total, f) => total + (f.value as number), 0).toFixed(6));
      if (!near(whole, sum)) differences.push({ table, cell, summary: whole, sum });
    }
  const one = differences.length === 0 ? undefined : wholePart(differences, compared, parts);
  if (one !== undefined) findings.push(documentFinding(rollupPart, { part: one.name, reason: one.cause }));
  else if (roll.missing.length === 0 && looksLikeMissingPart(differences, summary))
    findings.push(documentFinding(rollupPart, { part: '', reason: 'missing' }));
  const names = [...new Set([...unread.values()].flatMap((set) => [...set]))];
  return [
    ...differences.map((d) => cellFinding(d, summary, parts)),
    ...findings,
    ...(unread.size > 0 ? [documentFinding(rollupUnread, { count: unread.size, parts: names.join(', ') })] : []),
  ];
}

/** Parts of the summary's year, each once. */
function usable(summary: Report, given: readonly Part[]): { parts: Part[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const parts = given.filter(({ name, report }) => {
    const { organ, year } = report;
    if (summary.year !== null && year !== null && year !== summary.year) {
      findings.push(documentFinding(rollupPart, { part: name, reason: 'year', year }));
      return false;
    }
    // The office and its government may both be parts; only the same name twice is one too many.
    const key = organ === '' ? '' : `${organKey(organ)} ${/办公室$|办公厅$/.test(organ)}`;
    const twice = key !== '' && seen.has(key);
    seen.add(key);
    if (twice) findings.push(documentFinding(rollupPart, { part: name, reason: 'duplicate' }));
    return !twice;
  });
  return { parts, findings };
}

function cellFinding(difference: Difference, summary: Report, parts: readonly Part[]): Finding {
  const { table, cell, sum } = difference;
  const reading = summary.tables[table];
  const found = explain(difference, summary, parts);
  return {
    rule: rollupCell.id,
    severity: rollupCell.severity,
    table,
    row: cell.row,
    column: cell.column,
    cells: [cell.id],
    args: {
      line: `${lineLabel(reading, 'row', cell.row)} · ${lineLabel(reading, 'column', cell.column)}`,
      summary: difference.summary,
      sum,
      difference: Number((difference.summary - sum).toFixed(6)),
      ...(found === undefined
        ? {}
        : { part: found.name, printed: found.printed, meant: found.meant, cause: found.cause }),
    },
  };
}
