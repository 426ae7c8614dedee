import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Finding, type Language, type Part, type Report, rollup } from '../index.js';
import { version } from '../package.js';
import { decode } from '../read/decode.js';
import { RENDERERS } from '../render/index.js';
import { type Checked, summarise } from '../render/result.js';
import { BATCH_DEFAULTS } from './batch-options.js';
import { readChecked } from './check.js';
import { checkOutputs } from './check-outputs.js';
import { findingsFormatOf } from './findings-format.js';
import { cannotRead, type Io, STATUS, UsageError, wantsColour } from './io.js';
import { writeWhole } from './output.js';
import { nothingTold } from './tell.js';

export interface RollupOptions {
  readonly format?: 'text' | 'json';
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
  const format = options.format ?? findingsFormatOf(options.output, ['text', 'json']);
  const told = nothingTold();
  const outputs = [options.output];
  if (options.parts !== undefined) checkOutputs(outputs, [options.parts]);
  const batch = { ...BATCH_DEFAULTS, quiet: true, lang: options.lang };
  const ofSummary = await readChecked([summaryName], batch, outputs, io, told);
  // A folder of parts may hold the list of them, and the summary itself.
  const isList = (file: string) => options.parts !== undefined && resolve(file) === resolve(options.parts);
  const ofParts = (await readChecked(partNames, batch, outputs, io, told)).filter(({ file }) => !isList(file));
  const broken = [...ofSummary, ...ofParts].filter(({ index }) => index === 0);
  const [summary] = reportsOf(ofSummary);
  const parts = reportsOf(ofParts);
  const listed = options.parts === undefined ? [] : await readNames(options.parts);
  const checked: Checked[] = [...broken];
  if (summary !== undefined) {
    const others: Part[] = parts
      .filter(({ file }) => file === '-' || resolve(file) !== resolve(summaryName))
      .map(({ file, report }) => ({ name: report.organ || file, report }));
    if (others.length === 0 && broken.length === 0)
      throw new UsageError(
        'rollup: none of the parts is a report besides the summary; name the reports that it adds up',
      );
    // A sum over parts that could not all be read says nothing of the summary.
    const whole = broken.length === 0 && told.status === STATUS.ok;
    const found: readonly Finding[] = rollup(summary.report, others, listed);
    if (others.length > 0 && found.filter(({ args }) => args.reason === 'year').length === others.length)
      throw new UsageError(
        `rollup: none of the parts is of ${summary.report.year}, the year of the summary; name the reports that it adds up`,
      );
    const findings = found.filter(({ rule }) => whole || rule === 'rollup/unread');
    if (!whole) io.stderr.write('rollup: not compared, since parts could not be read\n');
    checked.push({ file: summary.file, index: 1, report: summary.report, findings });
  }
  const base = { language: options.lang, version: version(), time: new Date(), failOn: 'error' as const };
  const colour = options.output === undefined && wantsColour(io);
  const text = (await RENDERERS[format]())(checked, { ...base, colour });
  if (options.output === undefined) io.stdout.write(text);
  else await writeWhole(options.output, text, !told.interrupted);
  return Math.max(told.status, summarise(checked).valid ? STATUS.ok : STATUS.findings);
}

/** Names one a line, in the encodings of lists of files; blank lines and those that begin with # are none. */
async function readNames(file: string): Promise<string[]> {
  const text = await readFile(file)
    .then((bytes) => decode(bytes))
    .catch((error: unknown) => {
      throw cannotRead(file, error);
    });
  const names = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (names.length === 0) throw new UsageError(`${file}: names no bodies; write one a line`);
  return names;
}

const reportsOf = (checked: readonly Checked[]): { file: string; report: Report }[] =>
  checked.flatMap(({ file, report }) => (report === null ? [] : [{ file, report }]));
