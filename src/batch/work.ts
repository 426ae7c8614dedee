import { readFileSync, statSync } from 'node:fs';
import { MAX_BYTES, Unreadable } from '../read/unreadable.js';
import { type PackedFile, unpack } from './archive.js';
import { build } from './build.js';
import { cached, cacheKey, keep } from './cache.js';
import { cannotOpen, make } from './make.js';
import type { Outcome, Source, Task } from './task.js';

const keyOf = (bytes: Uint8Array, { product, password }: Task): string =>
  cacheKey(bytes, [build(), product, password ?? null]);

/** Reads files one after the other, makes their products and keeps them in the cache. Runs in a worker. @throws only for bugs */
export async function work(tasks: readonly Task[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const task of tasks) outcomes.push(await workOn(task));
  return outcomes;
}

async function workOn(task: Task): Promise<Outcome> {
  const { source, product, password, cache } = task;
  let bytes: Uint8Array;
  try {
    bytes = 'archive' in source ? await unpack(source) : bytesOf(source);
  } catch (error) {
    return cannotOpen(error, product);
  }
  // The key is made first: a reader may take the bytes away.
  const key = cache === undefined ? '' : keyOf(bytes, task);
  const kept = cache !== undefined && 'archive' in source ? cached(cache, key) : undefined;
  if (kept !== undefined) return kept;
  const outcome = await make(bytes, product, password);
  if (cache !== undefined) await keep(cache, key, outcome);
  return outcome;
}

/**
 * What the cache keeps of a file; undefined where that is nothing, or the file cannot be opened. Asked before a worker
 * is: sending a file there and back takes longer. What is packed in an archive is unpacked in a worker, within its limits,
 * and asked for there.
 */
export function known(task: Task): Outcome | undefined {
  const { source, cache } = task;
  if (cache === undefined || 'archive' in source) return undefined;
  try {
    return cached(cache, keyOf(bytesOf(source), task));
  } catch {
    return undefined;
  }
}

/** Read synchronously, as there is nothing else to do; a file too large is not even brought into memory. */
function bytesOf(source: Exclude<Source, PackedFile>): Uint8Array {
  if ('bytes' in source) return source.bytes;
  const { size } = statSync(source.path);
  if (size > MAX_BYTES) throw new Unreadable('too-large', { size, limit: MAX_BYTES });
  return readFileSync(source.path);
}
