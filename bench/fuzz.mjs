/**
 * Breaks files and reads them: `node bench/fuzz.mjs [count] [file…]`. Bytes flipped, cut out, spliced, the end cut off.
 * Fails on a crash, a hang, or a figure that differs from the whole file's without a flag.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { extract, TABLE_IDS } from '../dist/index.js';
import { randomFrom } from './tables.mjs';

/** Milliseconds after which a reading counts as hung. */
const LIMIT = 20_000;

/** @returns bytes with one kind of damage */
function mutate(bytes, seed) {
  const next = randomFrom(seed);
  const at = (n) => Math.floor(next() * n);
  const kind = at(5);
  if (kind === 0) {
    const copy = Uint8Array.from(bytes);
    for (let k = 0; k <= at(20); k++) copy[at(copy.length)] = at(256);
    return copy;
  }
  if (kind === 1) return bytes.slice(0, at(bytes.length));
  const [from, size] = [at(bytes.length), 1 + at(kind === 2 ? 50 : 5000)];
  if (kind === 2 || kind === 3) return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(from + size)]);
  const other = at(bytes.length);
  return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(other, other + size), ...bytes.slice(from)]);
}

const read = async (bytes) => {
  const { reports, problems } = await extract(bytes);
  return {
    told: problems.length,
    cells: reports.map((r) =>
      Object.fromEntries(
        TABLE_IDS.flatMap((t) =>
          Object.values(r.tables[t].cells).flatMap((c) => (c.state === 'read' ? [[c.id, c.value]] : [])),
        ),
      ),
    ),
  };
};

if (isMainThread) {
  const [count = '2000', ...given] = process.argv.slice(2);
  const root = new URL('../fixtures/', import.meta.url);
  const files = given.length
    ? given
    : readdirSync(root)
        .filter((name) => /-(?:pdf|docx)$/.test(name))
        .map((name) => new URL(`${name}/report.${name.split('-').at(-1)}`, root).pathname);
  let failures = 0;
  let [whole, flagged, refused] = [0, 0, 0];
  let seed = 0;
  while (seed < Number(count)) {
    seed = await new Promise((resolve) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { files, from: seed, to: Number(count) } });
      let current = seed;
      let timer;
      const watch = () => {
        clearTimeout(timer);
        timer = setTimeout(async () => {
          await worker.terminate();
          failures++;
          console.log(`seed ${current}: hangs`);
          resolve(current + 1);
        }, LIMIT);
      };
      watch();
      worker.on('message', ({ seed: done, failure, outcome }) => {
        watch();
        current = done + 1;
        if (outcome === 'whole') whole++;
        else if (outcome === 'flagged') flagged++;
        else refused++;
        if (failure) {
          failures++;
          console.log(`seed ${done}: ${failure}`);
        }
        if (current === Number(count)) {
          clearTimeout(timer);
          resolve(current);
        }
      });
      worker.on('error', (error) => {
        clearTimeout(timer);
        failures++;
        console.log(`seed ${current}: ${error.stack}`);
        resolve(current + 1);
      });
    });
  }
  console.log(
    `${count} mutations of ${files.length} files: ${whole} read whole, ${flagged} in part, ${refused} refused, ${failures} failures`,
  );
  process.exit(failures > 0 ? 1 : 0);
} else {
  const { files, from, to } = workerData;
  const originals = await Promise.all(
    files.map(async (file) => {
      const bytes = new Uint8Array(readFileSync(file));
      return { file, bytes, cells: (await read(bytes)).cells };
    }),
  );
  for (let seed = from; seed < to; seed++) {
    const { file, bytes, cells } = originals[seed % originals.length];
    const { told, cells: got } = await read(mutate(bytes, seed));
    const differs = got.flatMap((report, i) =>
      Object.entries(report)
        .filter(([id, value]) => cells[i]?.[id] !== value)
        .map(([id, value]) => `${id} ${value} instead of ${cells[i]?.[id]}`),
    );
    const same =
      got.length === cells.length && got.every((r, i) => Object.keys(r).length === Object.keys(cells[i]).length);
    const failure = differs.length > 0 ? `${file}: ${differs.slice(0, 3).join('; ')}` : undefined;
    parentPort.postMessage({ seed, failure, outcome: told > 0 ? 'refused' : same ? 'whole' : 'flagged' });
  }
}
