import type { Entry } from '../batch/run.js';
import type { ExportProduct } from '../batch/task.js';
import { EXPORTERS, isBinary } from '../export/index.js';
import type { Language } from '../index.js';
import { type Io, UsageError } from './io.js';
import { writeChunks } from './output.js';
import { outcomes } from './read.js';

export interface OutputOptions {
  readonly output?: string;
  /** UTF-8 byte order mark before CSV; by default to a file (so that Excel opens it), not to a pipe. */
  readonly bom?: boolean;
  readonly lang: Language;
}

/** Writes what was made of the files in their format, to `-o` or stdout. */
export async function writeOutput(
  entries: AsyncIterable<Entry>,
  { format, options }: ExportProduct,
  { bom, output }: OutputOptions,
  io: Io,
  told: { readonly interrupted: boolean },
): Promise<void> {
  if (output === undefined && isBinary(format) && io.stdout.isTTY)
    throw new UsageError(`${format} is not for a terminal; write it to a file with -o`);
  const exporter = await EXPORTERS[format]();
  const chunks = exporter.chunks(outcomes(entries), options);
  const marked = format === 'csv' && (bom ?? output !== undefined);
  await writeChunks(marked ? withMark(chunks) : chunks, output, io, told);
}

async function* withMark(chunks: AsyncIterable<string | Uint8Array>): AsyncIterable<string | Uint8Array> {
  yield '\uFEFF';
  yield* chunks;
}
