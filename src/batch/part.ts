import { createReadStream } from 'node:fs';
import { createGunzip, gzipSync } from 'node:zlib';
import type { Entry } from './run.js';
import type { Shard } from './shard.js';
import type { Product } from './task.js';

/** What a part says of the run that it belongs to; parts join when they agree on all but their own number. */
export interface PartHead {
  /** Version of nianbao. */
  readonly nianbao: string;
  readonly product: Product;
  readonly shard: Shard;
  /** Number of inputs of the whole run, and a hash of their names in order. */
  readonly inputs: number;
  readonly list: string;
  /** Number of inputs of the shard: a part that holds fewer is cut off, or its run was interrupted. */
  readonly own: number;
}

/** A part is no part of ours, is cut off, or does not belong to the others; the message says which and what to do. */
export class PartError extends Error {}

const line = (value: unknown): Uint8Array => gzipSync(`${JSON.stringify(value)}\n`, { level: 1 });

/** A part as bytes: gzip of JSON lines, a head and an entry for each input of its shard. */
export async function* partChunks(head: PartHead, entries: AsyncIterable<Entry>): AsyncIterable<Uint8Array> {
  yield line(head);
  for await (const entry of entries) yield line(entry);
}

/** A part that is being read. */
export interface OpenPart {
  readonly file: string;
  readonly head: PartHead;
  /** Its entries in order. @throws PartError where it is cut off */
  readonly entries: AsyncIterator<Entry>;
}

/** @throws PartError when the file cannot be read or is no part */
export async function openPart(file: string): Promise<OpenPart> {
  const lines = linesOf(file);
  const first = await lines.next();
  const head = first.done ? undefined : (first.value as Partial<PartHead>);
  if (typeof head?.nianbao !== 'string' || !head.shard?.of || !head.product?.kind)
    throw new PartError(`${file}: not a part of a divided run; parts are what extract --shard i/n -o FILE writes`);
  return { file, head: head as PartHead, entries: entriesOf(file, head as PartHead, lines) };
}

/** Reads on behind the last entry, to where gzip's checksum stands. */
async function* entriesOf(file: string, { own }: PartHead, lines: AsyncIterator<unknown>): AsyncGenerator<Entry> {
  let count = 0;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    count += 1;
    yield next.value as Entry;
  }
  if (count !== own) throw new PartError(`${file}: holds ${count} of the ${own} files of its shard; run it again`);
}

async function* linesOf(file: string): AsyncGenerator<unknown> {
  const packed = createReadStream(file);
  const unpacked = createGunzip().setEncoding('utf8');
  packed.on('error', (error) => unpacked.destroy(error)).pipe(unpacked);
  try {
    let rest = '';
    for await (const chunk of unpacked as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() as string;
      for (const text of lines) yield JSON.parse(text);
    }
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new PartError(`${file}: no such file; check the path`);
    if (syscall !== undefined)
      throw new PartError(`${file}: cannot be read (${code}); check that you may read this file`);
    throw new PartError(`${file}: not a part of a divided run, or cut off; run its shard again`);
  } finally {
    packed.destroy();
  }
}
