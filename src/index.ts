import { extractReports } from './extract/index.js';
import type { Report } from './model.js';
import { read } from './read/index.js';

export async function extract(bytes: Uint8Array): Promise<Report[]> {
  const reports = extractReports(await read(bytes));
  if (reports.length > 0 && reports.every((r) => Object.values(r.tables).every((t) => t.found && Object.values(t.cells).every((c) => c.state === 'read' || c.state === 'blank')))) return reports;
  return reports;
}
