import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Finding, type Language, type Part, type Report, rollup } from '../index.js';
import { type Checked, summarise } from '../render/result.js';
import { extractFiles } from './files.js';
import { type Io, STATUS, UsageError } from './io.js';
import { render, type VALIDATE_FORMATS, writeWhole } from './output.js';

export interface RollupOptions {
  readonly format?: (typeof VALIDATE_FORMATS)[number];
  readonly output?: string;
  /** File that names the bodies that must be there, one a line. */
  readonly parts?: string;
  readonly lang: Language;
}

/** `nianbao rollup SUMMARY PART…`: the summary against the sum of its parts, cell by cell. */
export async function rollupCommand(
  summaryName: string,
  partNames: readonly string[],
  options: RollupOptions,
  io: Io,
): Promise<number> {
  const status = { code: STATUS.ok as number };
  const broken: Checked[] = [];
  const read = async (names: readonly string[]): Promise<{ file: string; report: Report }[]> => {
    const found: { file: string; report: Report }[] = [];
    for await (const { file, reports, problems } of extractFiles(names, io, status)) {
      if (problems.length > 0) broken.push({ file, index: 0, report: null, findings: problems });
      for (const report of reports) found.push({ file, report });
    }
    return found;
  };
  const [summary] = await read([summaryName]);
  const parts = await read(partNames);
  const listed = options.parts === undefined ? [] : await readNames(options.parts);
  const checked: Checked[] = [...broken];
  if (summary !== undefined) {
    // A folder of parts may hold the summary itself.
    const others: Part[] = parts
      .filter(({ file }) => file === '-' || resolve(file) !== resolve(summaryName))
      .map(({ file, report }) => ({ name: report.organ || file, report }));
    if (others.length === 0 && broken.length === 0)
      throw new UsageError(
        'rollup: none of the parts is a report besides the summary; name the reports that it adds up',
      );
    // A sum over parts that could not all be read says nothing of the summary.
    const whole = broken.length === 0 && status.code === STATUS.ok;
    const findings: Finding[] = rollup(summary.report, others, listed).filter(
      ({ rule }) => whole || rule === 'rollup/unread',
    );
    if (!whole) io.stderr.write('rollup: not compared, since parts could not be read\n');
    checked.push({ file: summary.file, index: 1, report: summary.report, findings });
  }
  const format = options.format ?? (options.output?.endsWith('.json') ? 'json' : 'text');
  const text = await render(checked, format, options, io);
  if (options.output === undefined) io.stdout.write(text);
  else await writeWhole(options.output, text);
  return Math.max(status.code, summarise(checked).valid ? STATUS.ok : STATUS.findings);
}

/** Names one a line; blank lines and those that begin with # are none. */
async function readNames(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(error.code === 'ENOENT' ? `${file}: no such file` : `${file}: cannot be read (${error.code})`);
  });
  const names = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (names.length === 0) throw new UsageError(`${file}: names no bodies; write one a line`);
  return names;
}
