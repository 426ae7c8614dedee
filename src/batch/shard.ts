import { createHash } from 'node:crypto';

/** One of the parts into which a run is divided: the `number`-th (from 1) of `of`. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** Reads `2/8`; undefined for anything that names no shard. */
export function parseShard(text: string): Shard | undefined {
  const [, number, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  return number !== undefined && of !== undefined && number >= 1 && number <= of ? { number, of } : undefined;
}

/** The shard of a name, from 1: the same on every machine, whatever other inputs there are. */
export const shardOf = (file: string, of: number): number =>
  (createHash('sha256').update(file).digest().readUInt32BE() % of) + 1;
