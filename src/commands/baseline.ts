import { readFile } from 'node:fs/promises';
import { fingerprintOf, identityOf, printedOf } from '../index.js';
import { addressOf } from '../render/address.js';
import type { Checked } from '../render/result.js';
import { parseJson } from './config.js';
import type { HeldReport } from './held-report.js';
import { UsageError } from './io.js';

/** A known finding. The fingerprint finds it again; the rest is for the people who review the file. */
export interface Known {
  readonly report: string;
  readonly rule: string;
  readonly at: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly fingerprint: string;
}

/** What a baseline does to a run. */
export interface Comparison {
  /** The reports with the findings that are not known. */
  readonly checked: readonly Checked[];
  readonly known: number;
  /** Known findings of reports that were looked at, which are no longer there. */
  readonly gone: readonly Known[];
}

/** Takes out the known findings. A finding that is there twice must be known twice. */
export function compare(checked: readonly HeldReport[], baseline: readonly Known[]): Comparison {
  const left = new Map<string, Known[]>();
  for (const known of baseline) left.set(known.fingerprint, [...(left.get(known.fingerprint) ?? []), known]);
  const fresh = checked.map((entry) => {
    const { file, report, findings } = entry;
    return entry.with(findings.filter((f) => left.get(fingerprintOf(f, report, file))?.shift() === undefined));
  });
  const seen = reportsOf(checked);
  const unmatched = [...left.values()].flat();
  const count = (entries: readonly Checked[]) => entries.reduce((sum, { findings }) => sum + findings.length, 0);
  return {
    checked: fresh,
    known: count(checked) - count(fresh),
    gone: unmatched.filter(({ report }) => seen.has(report)).sort(order),
  };
}

/** The baseline after a run: its findings, and what was known of reports that it did not look at. */
export function updated(checked: readonly Checked[], baseline: readonly Known[]): Known[] {
  const seen = reportsOf(checked);
  const now = checked.flatMap(({ file, report, findings }) =>
    findings.map(
      (finding): Known => ({
        report: identityOf(report, file),
        rule: finding.rule,
        at: addressOf(finding),
        cells: printedOf(finding, report),
        fingerprint: fingerprintOf(finding, report, file),
      }),
    ),
  );
  return [...baseline.filter(({ report }) => !seen.has(report)), ...now].sort(order);
}

/** Both names of each report: one that could not be read is known by its file, and later by organ and year. */
const reportsOf = (checked: readonly Checked[]): ReadonlySet<string> =>
  new Set(checked.flatMap(({ file, report }) => [identityOf(report, file), identityOf(null, file)]));

const order = (a: Known, b: Known): number => {
  const key = ({ report, rule, at, fingerprint }: Known) => [report, rule, at, fingerprint].join('\n');
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
};

export const baselineText = (known: readonly Known[]): string =>
  `${JSON.stringify({ version: 1, findings: known }, null, 2)}\n`;

export interface Baseline {
  readonly file: string;
  readonly known: readonly Known[];
}

/** @param begin the file may be missing: this run will write it */
export async function readBaseline(file: string, begin: boolean): Promise<Baseline> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && begin) return { file, known: [] };
    const why = code === 'ENOENT' ? 'no such file; --update-baseline writes it' : `cannot be read (${code})`;
    throw new UsageError(`${file}: ${why}`);
  }
  const json = parseJson(text, file) as { version?: unknown; findings?: unknown } | null;
  const known: unknown = json?.findings;
  if (json?.version === 1 && Array.isArray(known) && known.every(isKnown)) return { file, known };
  throw new UsageError(`${file}: not a baseline of nianbao; --update-baseline writes one under a name of its own`);
}

const isKnown = (each: Partial<Known> | null): each is Known =>
  [each?.report, each?.rule, each?.at, each?.fingerprint].every((text) => typeof text === 'string');
