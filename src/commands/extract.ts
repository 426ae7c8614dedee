import { build } from '../batch/build.js';
import { type PartHead, partChunks } from '../batch/part.js';
import type { Shard } from '../batch/shard.js';
import type { ExportProduct } from '../batch/task.js';
import { type ExportFormatName, exportFormatOfName, type Labels } from '../export/index.js';
import type { BatchOptions } from './batch-options.js';
import { chosenNames } from './columns.js';
import { refuseIdle, refuseIdleOfPart } from './idle-options.js';
import { type Io, UsageError } from './io.js';
import { writeChunks } from './output.js';
import { listInputs, readInputs } from './read.js';
import { nothingTold } from './tell.js';
import { type OutputOptions, writeOutput } from './write-output.js';

export interface ExtractOptions extends BatchOptions, OutputOptions {
  readonly format?: ExportFormatName;
  readonly shard?: Shard;
  readonly layout?: 'long' | 'wide';
  /** Names of columns by comma. */
  readonly columns?: string;
  readonly labels?: Labels;
}

/** `nianbao extract`: cells to stdout or a file, everything else to stderr. */
export async function extractCommand(names: readonly string[], options: ExtractOptions, io: Io): Promise<number> {
  const product = productOf(options);
  const { shard } = options;
  const told = nothingTold();
  const { inputs, total, list } = await listInputs(names, options, io, [options.output, options.failures], shard);
  const entries = readInputs(inputs, product, options, io, told);
  if (shard === undefined) await writeOutput(entries, product, options, io, told);
  else {
    const head: PartHead = { nianbao: build(), product, shard, inputs: total, list, own: inputs.length };
    await writeChunks(partChunks(head, entries), options.output, io, told);
  }
  return told.status;
}

function productOf({ format: asked, output, shard, lang, ...given }: ExtractOptions): ExportProduct {
  const { layout = 'long', labels } = given;
  if (shard !== undefined) refuseIdleOfPart(output, given.bom);
  const named = output === undefined || shard !== undefined ? 'csv' : exportFormatOfName(output);
  const format = asked ?? named;
  if (format === undefined)
    throw new UsageError(
      `${output}: the format cannot be told from the name; end it in .csv, .json, .ndjson, .parquet or .xlsx, or give --format`,
    );
  const columns = given.columns === undefined ? undefined : chosenNames(given.columns, format, layout);
  refuseIdle(format, { ...given, columns });
  return { kind: 'export', format, options: { layout, columns, labels }, language: lang };
}
