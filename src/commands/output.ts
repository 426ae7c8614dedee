import { fileSink, type Sink } from '../batch/sink.js';
import { OutputTooLarge } from '../export/index.js';
import { cannotWrite, type Io, UsageError } from './io.js';

/** Where a command's data goes: a file that appears only when whole, or stdout. */
export const openOutput = (path: string | undefined, io: Io): Promise<Sink> =>
  path === undefined ? Promise.resolve(stdoutSink(io)) : openFile(path);

/**
 * Writes chunks to an output and ends it. An interrupted run leaves a file under a name that says so.
 * @param told is asked, at the end, whether the run was interrupted
 */
export async function writeChunks(
  chunks: AsyncIterable<string | Uint8Array>,
  path: string | undefined,
  io: Io,
  told: { readonly interrupted: boolean },
): Promise<void> {
  const sink = await openOutput(path, io);
  try {
    for await (const chunk of chunks) await sink.write(chunk);
    await sink.close(!told.interrupted);
  } catch (error) {
    await sink.abandon();
    throw error instanceof OutputTooLarge ? new UsageError(`${path ?? 'stdout'}: ${error.message}`) : error;
  }
}

/** Writes a file that appears only when whole. */
export async function writeWhole(path: string, text: string, whole = true): Promise<void> {
  const sink = await openFile(path);
  try {
    await sink.write(text);
    await sink.close(whole);
  } finally {
    await sink.abandon();
  }
}

const stdoutSink = ({ stdout }: Io): Sink => ({
  write: async (chunk) => {
    // A slow reader is waited for, or the output would pile up in memory.
    if (stdout.write(chunk) === false) await new Promise<void>((resolve) => stdout.once?.('drain', resolve));
  },
  close: async () => undefined,
  abandon: async () => undefined,
});

/** A file as sink, whose refusals by the file system are wrong usage. */
async function openFile(path: string): Promise<Sink> {
  const refused = (error: unknown): never => {
    throw cannotWrite(path, error);
  };
  const sink = await fileSink(path).catch(refused);
  return {
    ...sink,
    write: (chunk) => sink.write(chunk).catch(refused),
    close: (whole) => sink.close(whole).catch(refused),
  };
}
