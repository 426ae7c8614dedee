/**
 * What a run spends besides reading, taken within that run: two runs one after the other differ by more on a machine whose
 * speed drifts. A build of its own gets an `extract()` that writes down its CPU time.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import config from '../../rolldown.config.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The module that makes a file's product, and where it takes `extract()` from. */
const MAKER = join(ROOT, 'src/batch/make.ts');
const LIBRARY = '../index.js';
const TIMED = join(ROOT, 'src/batch/timed.js');

/** Each process writes its microseconds into a file of its own: a worker is ended without being asked. */
const timed = (times) => `
import { openSync, writeSync } from 'node:fs';
import { extract as untimed } from '${LIBRARY}';
export * from '${LIBRARY}';
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

/** @param folder where it is built @returns its command line, and the CPU seconds spent in `extract()` so far */
export async function timedBuild(folder) {
  const times = join(folder, 'times/');
  mkdirSync(times, { recursive: true });
  for (const part of ['bin', 'package.json']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const inserted = {
    name: 'timed',
    resolveId: (id, importer) => (id === TIMED || (id === LIBRARY && importer === MAKER) ? TIMED : null),
    load: (id) => (id === TIMED ? timed(times) : null),
  };
  const bundle = await rolldown({ ...config, cwd: ROOT, plugins: [inserted] });
  const { output } = await bundle.write({ ...config.output, dir: join(folder, 'dist') });
  if (!output.some(({ moduleIds }) => moduleIds?.includes(TIMED)))
    throw new Error(`${MAKER} takes extract() from elsewhere: see bench/batch/timed.mjs`);
  return {
    command: join(folder, 'bin/nianbao.js'),
    seconds: () =>
      readdirSync(times).reduce((sum, name) => sum + Number(readFileSync(join(times, name)).readBigUInt64LE()), 0) /
      1e6,
  };
}
