import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { packed, unpacked } from './packed.js';
import type { Outcome } from './task.js';

/** Speed counts for more than size: the next run reads these instead of the reports. */
const LEVEL = 1;

/**
 * Name of the entry for a file: nothing but equal bytes, read by the same code for the same purpose, shares it.
 * @param purpose the tool's code and whatever else decides what is made of the bytes, as plain JSON
 */
export const cacheKey = (bytes: Uint8Array, purpose: unknown): string =>
  createHash('sha256').update(JSON.stringify(purpose)).update('\n').update(bytes).digest('hex');

const pathOf = (folder: string, key: string): string => join(folder, key.slice(0, 2), `${key.slice(2)}.gz`);

/** The kept outcome; undefined where there is none or it is damaged, which gzip's checksum and its shape tell. */
export function cached(folder: string, key: string): Outcome | undefined {
  try {
    const bytes = gunzipSync(readFileSync(pathOf(folder, key)));
    const record = unpacked(bytes);
    if (record?.end !== bytes.length) return undefined;
    const kept = record.value as Partial<Outcome> | null;
    const isWhole = Number.isInteger(kept?.reports) && Array.isArray(kept?.problems) && kept?.content !== undefined;
    return isWhole ? (kept as Outcome) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps an outcome. Written beside and renamed, so that a run that is killed leaves no half entry; a cache that cannot
 * be written (a full disk) costs time in the next run and nothing else.
 */
export async function keep(folder: string, key: string, outcome: Outcome): Promise<void> {
  const path = pathOf(folder, key);
  // What a killed run left is written over. Two runs that write it at once write the same, and a checksum goes with it.
  const temporary = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, gzipSync(packed(outcome), { level: LEVEL }));
    await rename(temporary, path);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}
