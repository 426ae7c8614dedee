import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { documentFinding, inspect, type Language, messageOf, ruleOfReason, Unreadable } from '../index.js';
import { checkOutputs } from './check-outputs.js';
import { cannotRead, type Io, STATUS, UsageError } from './io.js';
import { writeWhole } from './output.js';

export interface InspectOptions {
  readonly page: string;
  readonly output?: string;
  readonly password?: string;
  readonly lang: Language;
}

/** `nianbao inspect`: a page as it was seen, to find out why a cell was read as it was. */
export async function inspectCommand(file: string, options: InspectOptions, io: Io): Promise<number> {
  const page = Number(options.page);
  if (!Number.isInteger(page) || page < 1)
    throw new UsageError(`--page ${options.page}: give the number of a page, from 1`);
  checkOutputs([options.output], [file]);
  const ending = extname(options.output ?? '');
  if (ending !== '' && ending.toLowerCase() !== '.svg')
    throw new UsageError(`${options.output}: the drawing is SVG; end the name in .svg`);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw cannotRead(file, error);
  });
  const password = options.password ?? io.env.NIANBAO_PDF_PASSWORD;
  let svg: string | undefined;
  try {
    svg = await inspect(bytes, page, password === undefined ? {} : { password });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const finding = documentFinding(ruleOfReason(error.reason), { reason: error.reason, ...error.args });
    io.stderr.write(`${file}: ${messageOf(finding, options.lang)}\n`);
    return STATUS.findings;
  }
  if (svg === undefined) throw new UsageError(`${file}: has no page ${page}; give a smaller number`);
  if (options.output === undefined) io.stdout.write(svg);
  else await writeWhole(options.output, svg);
  return STATUS.ok;
}
