import { createHash } from 'node:crypto';
import { access, constants, mkdir } from 'node:fs/promises';
import { type Input, inputsOf } from '../batch/inputs.js';
import type { Reader } from '../batch/pool.js';
import { type Entry, type Numbered, run } from '../batch/run.js';
import { type Shard, shardOf } from '../batch/shard.js';
import type { Outcome, Product } from '../batch/task.js';
import type { BatchOptions } from './batch-options.js';
import { checkOutputs } from './check-outputs.js';
import { cannotWrite, type Io, UsageError } from './io.js';
import { type TellOptions, type Told, tell } from './tell.js';

/** A run's inputs: those that are read here, and what identifies the list of all of them. */
export interface Listing {
  readonly inputs: readonly Numbered[];
  readonly total: number;
  readonly list: string;
}

/**
 * Lists what the names of a command stand for; of a divided run, the inputs of one shard.
 * @param outputs files that the command will write
 * @throws UsageError where the cache cannot be used or an output is an input, before anything is read or written
 */
export async function listInputs(
  names: readonly string[],
  options: BatchOptions,
  io: Io,
  outputs: readonly (string | undefined)[],
  shard?: Shard,
): Promise<Listing> {
  if (names.filter((name) => name === '-' || name === '@-').length > 1)
    throw new UsageError('-: standard input can be read only once; name it once');
  if (options.cache !== undefined) await usable(options.cache);
  const all: Input[] = [];
  for await (const input of inputsOf(names, io.stdin, options)) all.push(input);
  checkOutputs(outputs, [...names.map((name) => name.replace(/^@/, '')), ...all.map(({ file }) => file)]);
  const hash = createHash('sha256');
  for (const { file } of all) hash.update(file).update('\0');
  const numbered = all.map((input, index) => ({ index, input }));
  const inputs =
    shard === undefined ? numbered : numbered.filter(({ input }) => shardOf(input.file, shard.of) === shard.number);
  return { inputs, total: all.length, list: hash.digest('hex').slice(0, 16) };
}

/**
 * Reads inputs in order, telling on stderr what could not be read.
 * @param product what to make of each
 */
export async function* readInputs(
  inputs: readonly Numbered[],
  product: Product,
  options: BatchOptions & TellOptions,
  io: Io,
  told: Told,
): AsyncIterable<Entry> {
  const { jobs, timeLimit: seconds, memoryLimit: megabytes, cache } = options;
  const password = options.password ?? io.env.NIANBAO_PDF_PASSWORD;
  const limits = { jobs: Math.max(1, Math.min(jobs, inputs.length)), single: inputs.length === 1, seconds, megabytes };
  const reader: Reader = io.reader?.(limits) ?? new (await import('../batch/pool.js')).WorkerPool(limits);
  try {
    const entries = run(inputs, { product, password, cache }, reader, limits.jobs, io.stop);
    yield* tell(entries, inputs.length, options, io, told);
  } finally {
    await reader.close();
  }
}

/** The files that were read, with what was made of them. */
export async function* outcomes<T>(
  entries: AsyncIterable<Entry>,
): AsyncIterable<{ file: string; content: T } & Outcome> {
  for await (const { file, result } of entries)
    if (!('missing' in result)) yield { file, ...result, content: result.content as T };
}

async function usable(cache: string): Promise<void> {
  try {
    await mkdir(cache, { recursive: true });
    await access(cache, constants.W_OK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new UsageError(`${cache}: a file of this name exists; --cache names a folder`);
    throw cannotWrite(cache, error);
  }
}
