import { pMapIterable, pMapStop } from 'p-map';
import { handfuls } from './handfuls.js';
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

/** Handfuls of finished files that may wait for a slow one before them, so that the output has the order of the inputs. */
const WINDOW = 128;

/**
 * Reads inputs, several at a time, and yields them in their order as soon as that allows. Never rejects for what a
 * file holds. Memory is bounded by the window.
 * @param stop begins no further file; those that are being read are still yielded
 */
export async function* run(
  inputs: readonly Numbered[],
  job: Job,
  reader: Reader,
  jobs: number,
  stop: AbortSignal | undefined,
): AsyncIterable<Entry> {
  // Asked when a handful's turn comes: inputs are taken some places ahead.
  const next = (handful: readonly Numbered[]) => (stop?.aborted ? pMapStop : readHandful(handful, job, reader));
  const options = { concurrency: jobs, backpressure: Math.max(WINDOW, jobs) };
  for await (const entries of pMapIterable(handfuls(inputs, jobs), next, options)) yield* entries;
}

async function readHandful(handful: readonly Numbered[], job: Job, reader: Reader): Promise<Entry[]> {
  const begun = await Promise.all(handful.map(({ input }) => begin(input, job)));
  const tasks = begun.filter((one): one is Task => 'source' in one);
  const outcomes = (tasks.length === 0 ? [] : await reader.read(tasks)).values();
  return handful.map(({ index, input: { file } }, i) => {
    const one = begun[i] as (typeof begun)[number];
    return { index, file, result: 'source' in one ? (outcomes.next().value as Outcome) : one };
  });
}

/** What is known of an input without reading it, or the task to read it. */
async function begin(input: Input, job: Job): Promise<Entry['result'] | Task> {
  if ('missing' in input) return { missing: input.missing };
  try {
    const task = { ...job, source: await sourceOf(input) };
    return known(task) ?? task;
  } catch (error) {
    return cannotOpen(error, job.product);
  }
}

const sourceOf = async ({ file, source }: InputFile): Promise<Source> =>
  source === undefined ? { path: file } : typeof source === 'function' ? source() : source;
