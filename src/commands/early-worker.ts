import { statSync } from 'node:fs';
import type { BatchOptions } from './batch-options.js';
import type { Io } from './io.js';

/**
 * Runs a command that reads files. Where it names one file only, the worker process for it starts at once, while this
 * process loads what the command itself needs.
 */
export async function withEarlyWorker(
  names: readonly string[],
  options: BatchOptions,
  io: Io,
  command: (io: Io) => Promise<number>,
): Promise<number> {
  // What the cache keeps needs no worker.
  if (io.reader !== undefined || options.cache !== undefined || !isOneFile(names)) return command(io);
  const { WorkerPool } = await import('../batch/pool.js');
  const { timeLimit: seconds, memoryLimit: megabytes } = options;
  const early = new WorkerPool({ jobs: 1, single: true, seconds, megabytes });
  early.start();
  try {
    // The file may be an archive of many.
    return await command({ ...io, reader: (limits) => (limits.single ? early : undefined) });
  } finally {
    await early.close();
  }
}

function isOneFile([name = '', ...more]: readonly string[]): boolean {
  try {
    return more.length === 0 && statSync(name).isFile();
  } catch {
    // What is wrong with it is told where inputs are listed.
    return false;
  }
}
