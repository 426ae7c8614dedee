import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Where a command's data goes, piece by piece. */
export interface Sink {
  write(chunk: string | Uint8Array): Promise<void>;
  /** Ends it; only now does a file appear under its name. */
  close(): Promise<void>;
  /** Gives up; a file is not left behind. */
  abandon(): Promise<void>;
}

/** A file that appears under its name only when whole: written beside it, then renamed. */
export async function fileSink(path: string): Promise<Sink> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  const handle: FileHandle = await open(temporary, 'wx');
  const abandon = async () => {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
  };
  return {
    write: async (chunk) => {
      await handle.appendFile(chunk);
    },
    close: async () => {
      try {
        await handle.sync();
        await handle.close();
        await rename(temporary, path);
      } catch (error) {
        await abandon();
        throw error;
      }
    },
    abandon,
  };
}
