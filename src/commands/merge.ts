import { mergeParts } from '../batch/merge.js';
import { PartError } from '../batch/part.js';
import type { Entry } from '../batch/run.js';
import { exportFormatOfName } from '../export/index.js';
import { checkOutputs } from './check-outputs.js';
import { idleMark } from './idle-options.js';
import { type Io, UsageError } from './io.js';
import { nothingTold, tell } from './tell.js';
import { type OutputOptions, writeOutput } from './write-output.js';

export interface MergeOptions extends OutputOptions {
  readonly failures?: string;
  readonly quiet?: boolean;
}

/** `nianbao merge`: the parts of a divided run as the output of a single one. */
export async function mergeCommand(parts: readonly string[], options: MergeOptions, io: Io): Promise<number> {
  checkOutputs([options.output, options.failures], parts);
  const told = nothingTold();
  try {
    const { head, entries } = await mergeParts(parts);
    if (head.product.kind !== 'export') throw new PartError('merge: the parts hold no output of extract');
    const { format } = head.product;
    const asked = options.output === undefined ? undefined : exportFormatOfName(options.output);
    if (asked !== undefined && asked !== format)
      throw new UsageError(`${options.output}: the parts hold ${format}; extract them again with --format ${asked}`);
    const idle = idleMark(format, options.bom);
    if (idle !== undefined) throw new UsageError(idle);
    await writeOutput(tell(going(entries, io.stop), head.inputs, options, io, told), head.product, options, io, told);
  } catch (error) {
    throw error instanceof PartError ? new UsageError(error.message) : error;
  }
  return told.status;
}

/** Entries, until the user wants the run to end. */
async function* going(entries: AsyncIterable<Entry>, stop: AbortSignal | undefined): AsyncIterable<Entry> {
  for await (const entry of entries) {
    if (stop?.aborted) return;
    yield entry;
  }
}
