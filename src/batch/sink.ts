import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { beginUnfinished, endUnfinished, removeLeftovers } from './unfinished.js';

/** Where a command's data goes, piece by piece. */
export interface Sink {
  write(chunk: string | Uint8Array): Promise<void>;
  /**
   * Ends it; only now does a file appear under its name.
   * @param whole false when the run was interrupted: a file then appears under the name that `partialName` gives
   */
  close(whole?: boolean): Promise<void>;
  /** Gives up; a file is not left behind. */
  abandon(): Promise<void>;
}

/** `cells.csv` → `cells.partial.csv`: what an interrupted run leaves, so that nobody takes it for the whole. */
export const partialName = (path: string): string => {
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}.partial${ext}`);
};

/**
 * A file that appears under its name only when whole: written beside it, then renamed. A link stays one, and what is no
 * file (a device, a pipe) is written to directly.
 */
export async function fileSink(name: string): Promise<Sink> {
  const path = await realpath(name).catch(() => name);
  if ((await stat(path).catch(() => undefined))?.isFile() === false) return directSink(path);
  await removeLeftovers(path);
  const temporary = beginUnfinished(path);
  const handle: FileHandle = await open(temporary, 'wx');
  const abandon = async () => {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
    endUnfinished(temporary);
  };
  const { write, flush } = gathered(handle);
  return {
    write,
    close: async (whole = true) => {
      try {
        await flush();
        await handle.sync();
        await handle.close();
        await rename(temporary, whole ? path : partialName(path));
        endUnfinished(temporary);
      } catch (error) {
        await abandon();
        throw error;
      }
    },
    abandon,
  };
}

async function directSink(path: string): Promise<Sink> {
  const handle = await open(path, 'w');
  const { write, flush } = gathered(handle);
  return {
    write,
    close: () => flush().finally(() => handle.close()),
    abandon: () => handle.close().catch(() => undefined),
  };
}

/** Bytes that are gathered before they are written: a batch has little to write for each file. */
const GATHERED = 128 * 1024;

/** What comes meanwhile is gathered while one piece is being written. */
function gathered(handle: FileHandle) {
  let waiting: Uint8Array[] = [];
  let length = 0;
  let writing: Promise<void> = Promise.resolve();
  const begin = async () => {
    await writing;
    if (length === 0) return;
    writing = handle.appendFile(Buffer.concat(waiting));
    // Whoever waits for it next is told.
    writing.catch(() => undefined);
    [waiting, length] = [[], 0];
  };
  const write = async (chunk: string | Uint8Array) => {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    waiting.push(bytes);
    length += bytes.length;
    if (length >= GATHERED) await begin();
  };
  const flush = async () => {
    await begin();
    await writing;
  };
  return { write, flush };
}
