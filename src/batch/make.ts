import { EXPORTERS } from '../export/index.js';
import {
  documentFinding,
  documentUnreadable,
  type Extraction,
  extract,
  type Finding,
  messageOf,
  Unreadable,
  validate,
} from '../index.js';
import { organKey } from '../validate/organ.js';
import { packReport } from './packed-report.js';
import type { CheckedReport, Outcome, Product } from './task.js';

/** The product of a file. */
export async function make(bytes: Uint8Array, product: Product, password: string | undefined): Promise<Outcome> {
  // pdf.js takes the bytes away, and the cache's key has been made by now.
  return outcomeOf(await extract(bytes, password === undefined ? {} : { password }), product);
}

/** The product of a file whose bytes could not be had: the system refuses it, or its archive is damaged. */
export function cannotOpen(error: unknown, product: Product): Promise<Outcome> {
  if (error instanceof Unreadable)
    return unread(documentFinding(documentUnreadable, { reason: error.reason, ...error.args }), product);
  const detail = (error as NodeJS.ErrnoException).code ?? 'error';
  return unread(documentFinding(documentUnreadable, { reason: 'io', detail }), product);
}

/** The product of a file of which no reading came back. */
export const unread = (problem: Finding, product: Product): Promise<Outcome> =>
  outcomeOf({ reports: [], problems: [problem] }, product);

async function outcomeOf(extraction: Extraction, product: Product): Promise<Outcome> {
  const { reports, problems } = extraction;
  return { reports: reports.length, problems, content: await contentOf(extraction, product) };
}

async function contentOf({ reports, problems }: Extraction, product: Product): Promise<unknown> {
  if (product.kind === 'check')
    return reports.map(
      (report): CheckedReport => ({
        body: organKey(report.organ),
        report: packReport(report),
        findings: validate(report),
      }),
    );
  const told = (finding: Finding) => ({ ...finding, message: messageOf(finding, product.language) });
  const exporter = await EXPORTERS[product.format]();
  return exporter.content(
    { reports, findings: (report) => validate(report).map(told), problems: problems.map(told) },
    product.options,
  );
}
