import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { dropOutlines } from './outlines.js';

/** Largest stream of a PDF when inflated. Whole Chinese fonts have 20 MB, a page's content under 1 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Largest sum over a file. */
const MOST_BYTES_OF_FILE = 256 * 1024 * 1024;

let spent = 0;
let burst = false;
let broken = false;

/** Begins the count for a file; readers of two files at a time share one allowance, which is only stricter. */
export const resetInflated = (): void => {
  spent = 0;
  burst = false;
  broken = false;
};
/** True when a stream of the file was larger than any report's: what was read of it is not whole. */
export const hasBurst = (): boolean => burst;

/** True when a stream was cut, or its checksum says that it is not what was written: figures in it may be others. */
export const hasBroken = (): boolean => broken;

/** What pdf.js uses of DecompressionStream, by zlib at once instead of piece by piece, and bounded. */
export class BoundedInflate {
  private readonly chunks: Uint8Array[] = [];
  private done: (() => void) | undefined;
  private readonly closed = new Promise<void>((resolve) => {
    this.done = resolve;
  });
  private failure: unknown;

  constructor(private readonly format: string) {}

  readonly writable = {
    getWriter: () => ({
      ready: Promise.resolve(),
      write: async (bytes: Uint8Array): Promise<void> => {
        try {
          this.chunks.push(this.inflate(bytes));
        } catch (error) {
          this.failure = error;
          this.done?.();
          throw error;
        }
      },
      close: async (): Promise<void> => this.done?.(),
    }),
  };

  readonly readable = {
    [Symbol.asyncIterator]: () => this.read(),
  };

  private async *read(): AsyncGenerator<Uint8Array> {
    await this.closed;
    // pdf.js then decodes the stream itself, as far as it goes.
    if (this.failure !== undefined) throw this.failure;
    yield* this.chunks;
  }

  private inflate(bytes: Uint8Array): Uint8Array {
    if (burst) return new Uint8Array();
    const inflate =
      { deflate: inflateSync, 'deflate-raw': inflateRawSync, gzip: gunzipSync }[this.format] ?? brotliDecompressSync;
    const maxOutputLength = Math.min(MOST_BYTES, MOST_BYTES_OF_FILE - spent + 1);
    try {
      const inflated = inflate(bytes, { maxOutputLength });
      spent += inflated.length;
      dropOutlines(inflated);
      return inflated;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') {
        broken = true;
        throw error;
      }
      burst = true;
      return new Uint8Array();
    }
  }
}
