import { readFile, stat } from 'node:fs/promises';
import { MAX_BYTES, Unreadable } from '../read/unreadable.js';
import { version } from '../version.js';
import { cached, cacheKey, keep } from './cache.js';
import type { Outcome, Task } from './task.js';

const VERSION = version();

/**
 * Reads one file and makes its product, or takes both from the cache. Runs in a worker; what reads reports is loaded
 * with the first file that needs it, so that a run over a full cache does without.
 * @param reading is called before a file is read that the cache does not know
 * @throws only for bugs
 */
export async function work({ source, product, password, cache }: Task, reading: () => void): Promise<Outcome> {
  let bytes: Uint8Array;
  try {
    bytes = 'path' in source ? await bytesOf(source.path) : source.bytes;
  } catch (error) {
    const { cannotOpen } = await import('./make.js');
    return cannotOpen(error, product);
  }
  const key = cache === undefined ? '' : cacheKey(bytes, [VERSION, product, password ?? null]);
  if (cache !== undefined) {
    const before = await cached(cache, key);
    if (before !== undefined) return before;
  }
  reading();
  const { make } = await import('./make.js');
  const outcome = await make(bytes, product, password);
  if (cache !== undefined) await keep(cache, key, outcome);
  return outcome;
}

/** A file too large to be read is not even brought into memory. */
async function bytesOf(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > MAX_BYTES) throw new Unreadable('too-large', { size, limit: MAX_BYTES });
  return readFile(path);
}
