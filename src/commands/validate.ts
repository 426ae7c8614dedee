import { type Finding, type Language, settle, validateTogether } from '../index.js';
import { version } from '../package.js';
import { FORMATS, type Format, RENDERERS } from '../render/index.js';
import type { RenderOptions } from '../render/options.js';
import type { Checked } from '../render/result.js';
import { type Baseline, baselineText, compare, readBaseline, updated } from './baseline.js';
import type { BatchOptions } from './batch-options.js';
import { readChecked } from './check.js';
import { checkOutputs } from './check-outputs.js';
import { CONFIG_NAME, readConfig } from './config.js';
import { type FailOn, failure } from './fail-on.js';
import { findingsFormatOf } from './findings-format.js';
import type { HeldReport } from './held-report.js';
import { type Io, STATUS, UsageError, wantsColour } from './io.js';
import { writeWhole } from './output.js';
import { reportTargets } from './report-targets.js';
import { ruleSettings } from './settings.js';
import { nothingTold } from './tell.js';

export interface ValidateOptions extends BatchOptions {
  readonly format?: Format;
  readonly output?: string;
  /** `FORMAT=FILE` */
  readonly report: readonly string[];
  /** `RULE=SETTING` */
  readonly rule: readonly string[];
  readonly config?: string;
  readonly failOn?: FailOn;
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly lang: Language;
}

/** `nianbao validate`: every finding with its figures, and a verdict as exit status. */
export async function validateCommand(names: readonly string[], options: ValidateOptions, io: Io): Promise<number> {
  // Whatever is wrong with the command line is said before the first file is read.
  const config = await readConfig(options.config);
  const settings = { ...config.rules, ...ruleSettings(options.rule) };
  const format = options.format ?? findingsFormatOf(options.output, FORMATS);
  const targets = reportTargets(options.report);
  const known = options.baseline ?? config.baseline;
  if (options.updateBaseline && known === undefined)
    throw new UsageError('--update-baseline: name the file with --baseline FILE');
  const baseline = known === undefined ? undefined : await readBaseline(known, options.updateBaseline === true);
  const outputs = [options.output, options.failures, known, ...targets.map(({ file }) => file)];
  checkOutputs(outputs, [options.config ?? CONFIG_NAME]);

  const told = nothingTold();
  const read = await readChecked(names, options, outputs, io, told);

  const found = addTogether(read).map((entry) => entry.with(settle(entry.findings, settings)));
  const checked = baseline === undefined ? found : await withoutKnown(found, baseline, options, io);
  const failOn = options.failOn ?? config.failOn ?? 'error';
  const base: RenderOptions = { language: options.lang, colour: false, version: version(), time: new Date(), failOn };
  if (options.output === undefined) {
    io.stdout.write((await RENDERERS[format]())(checked, { ...base, colour: wantsColour(io) }));
  } else targets.unshift({ format, file: options.output });
  const whole = !told.interrupted;
  for (const target of targets) await writeWhole(target.file, (await RENDERERS[target.format]())(checked, base), whole);

  const why = failure(checked, failOn, options.maxWarnings ?? config.maxWarnings);
  // An error fails by itself and the verdict says so; a limit that somebody set is worth a word.
  if (why !== null && !checked.some(({ findings }) => findings.some((f) => f.severity === 'error')))
    io.stderr.write(`fails: ${why}\n`);
  return Math.max(told.status, why === null ? STATUS.ok : STATUS.findings);
}

/** Takes the known findings out, and tells what became of the baseline. */
async function withoutKnown(
  found: readonly HeldReport[],
  { file, known: before }: Baseline,
  options: ValidateOptions,
  io: Io,
): Promise<readonly Checked[]> {
  const after = options.updateBaseline ? updated(found, before) : before;
  if (options.updateBaseline) await writeWhole(file, baselineText(after));
  const { checked, known } = compare(found, after);
  const { gone } = compare(found, before);
  for (const { report, rule, at } of gone) io.stderr.write(`baseline: gone: ${report}: ${rule} ${at}\n`);
  io.stderr.write(`baseline: ${known} known, ${gone.length} gone (${file})\n`);
  return checked;
}

/** The findings that need several reports, each with the report that it is attached to: a body at a time. */
function addTogether(checked: readonly HeldReport[]): HeldReport[] {
  const bodies = new Map<string, HeldReport[]>();
  for (const entry of checked) bodies.get(entry.body)?.push(entry) ?? bodies.set(entry.body, [entry]);
  // Files without a report, and reports of nobody knows whom.
  bodies.delete('');
  const more = new Map<HeldReport, readonly Finding[]>();
  for (const years of bodies.values()) {
    const together = years.length > 1 ? validateTogether(years.flatMap(({ report }) => report ?? [])) : [];
    for (const [i, findings] of together.entries()) more.set(years[i] as HeldReport, findings);
  }
  return checked.map((entry) => entry.with([...entry.findings, ...(more.get(entry) ?? [])]));
}
