import { fileSink } from '../batch/sink.js';
import { type Language, validate } from '../index.js';
import { type Checked, summarise } from '../render/result.js';
import { extractFiles } from './files.js';
import { type Io, STATUS, UsageError } from './io.js';

export const VALIDATE_FORMATS = ['text', 'json'] as const;

export interface ValidateOptions {
  readonly format?: (typeof VALIDATE_FORMATS)[number];
  readonly output?: string;
  readonly lang: Language;
  readonly password?: string;
}

/** `nianbao validate`: every finding with its figures, and a verdict as exit status. */
export async function validateCommand(names: readonly string[], options: ValidateOptions, io: Io): Promise<number> {
  const status = { code: STATUS.ok as number };
  const checked: Checked[] = [];
  for await (const { file, reports, problems } of extractFiles(names, io, status, options.password)) {
    if (problems.length > 0) checked.push({ file, index: 0, report: null, findings: problems });
    reports.forEach((report, i) => {
      checked.push({ file, index: i + 1, report, findings: validate(report) });
    });
  }
  const format = options.format ?? (options.output?.endsWith('.json') ? 'json' : 'text');
  const text = await render(checked, format, options, io);
  if (options.output === undefined) io.stdout.write(text);
  else await writeWhole(options.output, text);
  return Math.max(status.code, summarise(checked).valid ? STATUS.ok : STATUS.findings);
}

async function render(
  checked: readonly Checked[],
  format: 'text' | 'json',
  options: ValidateOptions,
  io: Io,
): Promise<string> {
  if (format === 'json') return (await import('../render/json.js')).renderJson(checked, options.lang);
  const colour = options.output === undefined && io.stdout.isTTY === true && io.env.NO_COLOR === undefined;
  return (await import('../render/text.js')).renderText(checked, options.lang, colour);
}

async function writeWhole(path: string, text: string): Promise<void> {
  try {
    const sink = await fileSink(path);
    await sink.write(text);
    await sink.close();
  } catch (error) {
    throw new UsageError(
      `${path}: cannot be written (${(error as NodeJS.ErrnoException).code}); check that its folder exists and may be written to`,
    );
  }
}
