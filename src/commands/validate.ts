import { type Language, validate, validateTogether } from '../index.js';
import { type Checked, summarise } from '../render/result.js';
import { extractFiles } from './files.js';
import { type Io, STATUS } from './io.js';
import { render, type VALIDATE_FORMATS, writeWhole } from './output.js';

export interface ValidateOptions {
  readonly format?: (typeof VALIDATE_FORMATS)[number];
  readonly output?: string;
  readonly lang: Language;
}

/** `nianbao validate`: every finding with its figures, and a verdict as exit status. */
export async function validateCommand(names: readonly string[], options: ValidateOptions, io: Io): Promise<number> {
  const status = { code: STATUS.ok as number };
  const checked: Checked[] = [];
  for await (const { file, reports, problems } of extractFiles(names, io, status)) {
    if (problems.length > 0) checked.push({ file, index: 0, report: null, findings: problems });
    reports.forEach((report, i) => {
      checked.push({ file, index: i + 1, report, findings: validate(report) });
    });
  }
  const found = addTogether(checked);
  const format = options.format ?? (options.output?.endsWith('.json') ? 'json' : 'text');
  const text = await render(found, format, options, io);
  if (options.output === undefined) io.stdout.write(text);
  else await writeWhole(options.output, text);
  return Math.max(status.code, summarise(found).valid ? STATUS.ok : STATUS.findings);
}

/** The findings that need several reports, each with the report that it is attached to. */
function addTogether(checked: readonly Checked[]): Checked[] {
  const reports = checked.flatMap(({ report }) => report ?? []);
  const together = validateTogether(reports);
  return checked.map((entry) => {
    const more = entry.report === null ? undefined : together[reports.indexOf(entry.report)];
    return more === undefined || more.length === 0 ? entry : { ...entry, findings: [...entry.findings, ...more] };
  });
}
