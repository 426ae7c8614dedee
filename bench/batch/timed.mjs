/**
 * What a run spends besides reading, taken within that run: two runs one after the other differ by more on a machine whose
 * speed drifts. A copy of the build gets an `extract()` that writes down its CPU time.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The module that makes a file's product, in the build, and where it takes `extract()` from. */
const MAKER = 'dist/batch/make.js';
const LIBRARY = "'../index.js'";

/** Each process writes its microseconds into a file of its own: a worker is ended without being asked. */
const timed = (times) => `
import { openSync, writeSync } from 'node:fs';
import { extract as untimed } from '../index.js';
export * from '../index.js';
const spent = new BigUint64Array(1);
let file;
export async function extract(...of) {
  file ??= openSync(${JSON.stringify(times)} + process.pid, 'w');
  const before = process.cpuUsage();
  const extraction = await untimed(...of);
  const { user, system } = process.cpuUsage(before);
  spent[0] += BigInt(user + system);
  writeSync(file, spent, 0, spent.byteLength, 0);
  return extraction;
}
`;

/** @param folder where the copy is made @returns its command line, and the CPU seconds spent in `extract()` so far */
export function timedBuild(folder) {
  const times = join(folder, 'times/');
  mkdirSync(times, { recursive: true });
  for (const part of ['dist', 'bin', 'package.json']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const maker = join(folder, MAKER);
  const source = readFileSync(maker, 'utf8');
  if (!source.includes(LIBRARY)) throw new Error(`${MAKER} takes extract() from elsewhere: see bench/batch/timed.mjs`);
  writeFileSync(maker, source.replace(LIBRARY, "'./timed.js'"));
  writeFileSync(join(folder, 'dist/batch/timed.js'), timed(times));
  return {
    command: join(folder, 'bin/nianbao.js'),
    seconds: () =>
      readdirSync(times).reduce((sum, name) => sum + Number(readFileSync(join(times, name)).readBigUInt64LE()), 0) /
      1e6,
  };
}
