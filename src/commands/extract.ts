import { type PartHead, partChunks } from '../batch/part.js';
import type { Shard } from '../batch/shard.js';
import type { ExportProduct } from '../batch/task.js';
import { type ExportFormatName, exportFormatOfName, type Labels } from '../export/index.js';
import { version } from '../version.js';
import type { BatchOptions } from './batch-options.js';
import { chosenNames } from './columns.js';
import { type Io, UsageError } from './io.js';
import { writeChunks } from './output.js';
import { listInputs, readInputs } from './read.js';
import { nothingTold } from './tell.js';
import { type OutputOptions, writeOutput } from './write-output.js';

export interface ExtractOptions extends BatchOptions, OutputOptions {
  readonly format?: ExportFormatName;
  readonly shard?: Shard;
  readonly layout: 'long' | 'wide';
  /** Names of columns by comma. */
  readonly columns?: string;
  readonly labels?: Labels;
}

/** `nianbao extract`: cells to stdout or a file, everything else to stderr. */
export async function extractCommand(names: readonly string[], options: ExtractOptions, io: Io): Promise<number> {
  const product = productOf(options);
  const { shard } = options;
  if (shard !== undefined && options.output === undefined)
    throw new UsageError('--shard: name the part with -o FILE; merge joins the parts');
  const told = nothingTold();
  const { inputs, total, list } = await listInputs(names, options, io, [options.output, options.failures], shard);
  const entries = readInputs(inputs, product, options, io, told);
  if (shard === undefined) await writeOutput(entries, product, options, io, told);
  else {
    const head: PartHead = { nianbao: version(), product, shard, inputs: total, list, own: inputs.length };
    await writeChunks(partChunks(head, entries), options.output, io, told);
  }
  return told.status;
}

function productOf({ format: asked, output, shard, layout, columns, labels, lang }: ExtractOptions): ExportProduct {
  const named = output === undefined || shard !== undefined ? 'csv' : exportFormatOfName(output);
  const format = asked ?? named;
  if (format === undefined)
    throw new UsageError(
      `${output}: the format cannot be told from the name; end it in .csv, .json, .ndjson, .parquet or .xlsx, or give --format`,
    );
  const chosen = columns === undefined ? undefined : chosenNames(columns, format, layout);
  return { kind: 'export', format, options: { layout, columns: chosen, labels }, language: lang };
}
