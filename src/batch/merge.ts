import { build } from './build.js';
import { type OpenPart, openPart, PartError, type PartHead } from './part.js';
import type { Entry } from './run.js';

/** The parts of a run, joined. */
export interface Merged {
  readonly head: PartHead;
  /** Every input of the run in the order in which a single run would have read it. @throws PartError */
  readonly entries: AsyncIterable<Entry>;
}

/**
 * Opens the parts of a divided run.
 * @throws PartError unless they are all parts of one run, of one version, and every shard is there once
 */
export async function mergeParts(files: readonly string[]): Promise<Merged> {
  // One after the other: of several that are missing, the first is told.
  const parts: OpenPart[] = [];
  for (const file of files) parts.push(await openPart(file));
  const [{ head, file: first }] = parts as [OpenPart];
  const ours = build();
  for (const part of parts) {
    const { nianbao, product, inputs, list, shard } = part.head;
    const differs = (what: string) => new PartError(`${part.file}: ${what} than ${first}; run the shards alike`);
    // What a part holds may have another meaning to other code, even where all parts agree.
    if (nianbao !== ours)
      throw new PartError(`${part.file}: made by nianbao ${nianbao}, this is ${ours}; use one version for all`);
    if (JSON.stringify(product) !== JSON.stringify(head.product)) throw differs('made with other options');
    if (shard.of !== head.shard.of) throw differs(`one of ${shard.of} shards, another number`);
    if (inputs !== head.inputs || list !== head.list) throw differs('made of another list of inputs');
  }
  const numbers = parts.map((part) => part.head.shard.number);
  const twice = numbers.find((number, i) => numbers.indexOf(number) !== i);
  if (twice !== undefined) throw new PartError(`shard ${twice}/${head.shard.of} is given twice; give each part once`);
  const missing = Array.from({ length: head.shard.of }, (_, i) => i + 1).filter((number) => !numbers.includes(number));
  if (missing.length > 0)
    throw new PartError(`shard ${missing.join(', ')} of ${head.shard.of} is missing; run it, then merge all parts`);
  return { head, entries: inOrder(parts, head.inputs) };
}

/** Each part is in order by itself: the next entry is always the head of one of them. */
async function* inOrder(parts: readonly OpenPart[], total: number): AsyncIterable<Entry> {
  const heads = await Promise.all(parts.map(async ({ entries }) => ({ entries, next: await entries.next() })));
  for (let index = 0; index < total; index++) {
    const part = heads.find(({ next }) => !next.done && next.value.index === index);
    if (part === undefined) throw new PartError(`input ${index + 1} of ${total} is in no part; run the shards again`);
    yield part.next.value as Entry;
    part.next = await part.entries.next();
  }
}
