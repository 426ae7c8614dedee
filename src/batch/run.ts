import { pMapIterable, pMapStop } from 'p-map';
import type { Input, InputFile, MissingInput } from './inputs.js';
import { cannotOpen } from './make.js';
import type { Reader } from './pool.js';
import type { Outcome, Source, Task } from './task.js';
import { known } from './work.js';

/** An input with its place among all inputs of the run, from 0; a divided run keeps it, so that its parts join. */
export interface Numbered {
  readonly index: number;
  readonly input: Input;
}

/** What became of an input. */
export interface Entry {
  readonly index: number;
  readonly file: string;
  readonly result: { readonly missing: MissingInput['missing'] } | Outcome;
}

/** What is the same for every file of a run. */
export type Job = Omit<Task, 'source'>;

/** Finished files that may wait for a slow one before them, so that the output has the order of the inputs. */
const WINDOW = 256;

/**
 * Reads inputs, several at a time, and yields them in their order as soon as that allows. Never rejects for what a
 * file holds. Memory is bounded by the window.
 * @param stop begins no further file; those that are being read are still yielded
 */
export function run(
  inputs: readonly Numbered[],
  job: Job,
  reader: Reader,
  jobs: number,
  stop: AbortSignal | undefined,
): AsyncIterable<Entry> {
  // Asked when a file's turn comes: inputs are taken some places ahead.
  const next = (numbered: Numbered) => (stop?.aborted ? pMapStop : readOne(numbered, job, reader));
  return pMapIterable(inputs, next, { concurrency: jobs, backpressure: Math.max(WINDOW, jobs) });
}

async function readOne({ index, input }: Numbered, job: Job, reader: Reader): Promise<Entry> {
  const { file } = input;
  if ('missing' in input) return { index, file, result: { missing: input.missing } };
  const result = await sourceOf(input).then(
    (source) => {
      const task = { ...job, source };
      return known(task) ?? reader.read(task);
    },
    (error: unknown) => cannotOpen(error, job.product),
  );
  return { index, file, result };
}

const sourceOf = async ({ file, source }: InputFile): Promise<Source> =>
  source === undefined ? { path: file } : typeof source === 'function' ? source() : source;
