import { createReadStream } from 'node:fs';
import { createGunzip, gzipSync } from 'node:zlib';
import { packed, records } from './packed.js';
import type { Entry } from './run.js';
import type { Shard } from './shard.js';
import type { Product } from './task.js';

/** What a part says of the run that it belongs to; parts join when they agree on all but their own number. */
export interface PartHead {
  /** Version and code of nianbao. */
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

const record = (value: object): Uint8Array => gzipSync(packed(value), { level: 1 });

/** A part as bytes: gzip of records, a head and an entry for each input of its shard. */
export async function* partChunks(head: PartHead, entries: AsyncIterable<Entry>): AsyncIterable<Uint8Array> {
  yield record(head);
  for await (const { index, file, result } of entries) yield record({ index, file, ...result });
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
  const all = recordsOf(file);
  const first = await all.next();
  const head = first.done ? undefined : (first.value as Partial<PartHead>);
  if (typeof head?.nianbao !== 'string' || !head.shard?.of || !head.product?.kind)
    throw new PartError(`${file}: not a part of a divided run; parts are what extract --shard i/n -o FILE writes`);
  return { file, head: head as PartHead, entries: entriesOf(file, head as PartHead, all) };
}

/** Reads on behind the last entry, to where gzip's checksum stands. */
async function* entriesOf(file: string, { own }: PartHead, all: AsyncIterator<unknown>): AsyncGenerator<Entry> {
  let count = 0;
  for (let next = await all.next(); !next.done; next = await all.next()) {
    count += 1;
    const { index, file, ...result } = next.value as Entry & Entry['result'];
    yield { index, file, result };
  }
  if (count !== own) throw new PartError(`${file}: holds ${count} of the ${own} files of its shard; run it again`);
}

async function* recordsOf(file: string): AsyncGenerator<unknown> {
  const source = createReadStream(file);
  const bytes = createGunzip();
  source.on('error', (error) => bytes.destroy(error)).pipe(bytes);
  try {
    yield* records(bytes);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new PartError(`${file}: no such file; check the path`);
    if (syscall !== undefined)
      throw new PartError(`${file}: cannot be read (${code}); check that you may read this file`);
    throw new PartError(`${file}: not a part of a divided run, or cut off; run its shard again`);
  } finally {
    source.destroy();
  }
}
