/**
 * `node bench/pdf/run.mjs [files…]`: milliseconds a report, ours whole (bytes to cells) against pdf.js getTextContent as
 * an ordinary program calls it, pdftotext -bbox and pdfplumber where they are installed; peak memory; a whole process.
 * Every program runs in a process of its own and reads all files in turn, as in a batch: the first rounds, while V8
 * compiles what runs often, are not counted (the last line tells what one file costs a new process). A made file of 400
 * pages is measured by itself: what it leaves to be collected would be counted as the time of others.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORKER_FLAGS } from '../../dist/pool.js';
import { longPdf } from './long.mjs';

const WARMING = 25;
const ROUNDS = 9;
/** Its tables as a user calls for them; one round, since it keeps nothing that would warm up. */
const PLUMBER = `
import json, sys, time, pdfplumber
times = []
for file in sys.argv[1:]:
    start = time.process_time()
    try:
        with pdfplumber.open(file) as pdf:
            for page in pdf.pages: page.extract_tables()
        times.append((time.process_time() - start) * 1000)
    except Exception: times.append(None)
print(json.dumps(times))`;

const self = fileURLToPath(import.meta.url);
const [mode, ...given] = process.argv.slice(2);
const modes = { ours, pdfjs, memory, once };
if (mode in modes) await modes[mode](...given);
else report([mode, ...given].filter(Boolean));

async function ours(...files) {
  const { extract } = await import('../../dist/index.js');
  await timed(files, (bytes) => extract(bytes));
}

/** The legacy build as its examples use it, with the character maps without which Chinese text comes out empty. */
async function textOnly() {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const cMapUrl = fileURLToPath(new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url));
  return async (bytes) => {
    const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, cMapUrl, cMapPacked: true });
    const document = await task.promise;
    for (let i = 1; i <= document.numPages; i++) await (await document.getPage(i)).getTextContent();
    await task.destroy();
  };
}

async function pdfjs(...files) {
  await timed(files, await textOnly());
}

/** What a program that reads one file with pdf.js does. */
async function once(file) {
  await (await textOnly())(readFileSync(file));
}

/** Prints the median of each file's milliseconds; null for one that is refused. */
async function timed(files, work) {
  const inputs = files.map((file) => readFileSync(file));
  const times = inputs.map(() => []);
  for (let round = 0; round < WARMING + ROUNDS; round++)
    for (const [i, bytes] of inputs.entries()) {
      // Time of the processor: what other programs do meanwhile does not count.
      const start = process.cpuUsage();
      const read = await work(bytes).then(
        () => true,
        () => false,
      );
      const { user, system } = process.cpuUsage(start);
      if (read && round >= WARMING) times[i].push((user + system) / 1000);
    }
  console.log(JSON.stringify(times.map((own) => own.sort((a, b) => a - b)[ROUNDS >> 1] ?? null)));
}

/** Peak resident memory after as many files, in MB. */
async function memory(count, ...files) {
  const { extract } = await import('../../dist/index.js');
  const inputs = files.map((file) => readFileSync(file));
  for (let i = 0; i < Number(count); i++) await extract(inputs[i % inputs.length]);
  console.log(JSON.stringify(process.resourceUsage().maxRSS / 1024));
}

/** Milliseconds of pdfplumber for each file; none where python3 does not have it. */
function pdfplumber(files) {
  const { status, stdout } = spawnSync('python3', ['-c', PLUMBER, ...files], { encoding: 'utf8' });
  return status === 0 ? JSON.parse(stdout) : [];
}

function ratio(of, base) {
  return `${(of / base).toFixed(2)} ×`;
}

function report(files) {
  const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));
  const inputs = files.length
    ? files
    : readdirSync(root)
        .filter((n) => n.endsWith('-pdf'))
        .map((n) => `${root}${n}/report.pdf`);
  const run = (...args) =>
    JSON.parse(execFileSync('node', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  const long = join(mkdtempSync(join(tmpdir(), 'nianbao-')), '400-pages.pdf');
  writeFileSync(long, longPdf(400));
  const measured = [...inputs, long];
  const apart = (mode) => [...run(self, mode, ...inputs), ...run(self, mode, long)];
  const our = apart('ours');
  const theirs = apart('pdfjs');
  const plumbers = pdfplumber(measured);
  const process_ = (command, args) => {
    const start = performance.now();
    const { status, error } = spawnSync(command, args, { stdio: 'ignore' });
    return error || status ? undefined : performance.now() - start;
  };
  const ms = (v) => (v === undefined ? 'not installed' : v === null ? 'refused' : `${v.toFixed(0)} ms`);
  measured.forEach((file, i) => {
    const poppler = process_('pdftotext', ['-bbox', file, '/dev/null']);
    console.log(
      `${file.split('/').slice(-2).join('/')}: ours ${ms(our[i])}, pdf.js text only ${ms(theirs[i])} (${ratio(our[i], theirs[i])}), pdftotext -bbox ${ms(poppler)}, pdfplumber ${ms(plumbers[i])}`,
    );
  });
  const readByAll = (i) => [our, theirs, plumbers].every((of) => of[i] !== null);
  const sum = (of) => inputs.reduce((all, _, i) => all + (readByAll(i) ? of[i] : 0), 0);
  console.log(
    `all but the 400 pages: ours ${ratio(sum(our), sum(theirs))} pdf.js text only; pdfplumber ${plumbers.length > 0 ? `${ratio(sum(plumbers), sum(our))} ours` : 'not installed'}`,
  );
  // As the worker processes of the command line run.
  const [few, many] = ['20', '500'].map((count) => run(...WORKER_FLAGS, self, 'memory', count, ...inputs));
  console.log(
    `peak memory: ${few.toFixed(0)} MB after 20 files, ${many.toFixed(0)} MB after 500 (${(many / few).toFixed(2)} ×)`,
  );
  const cli = fileURLToPath(new URL('../../bin/nianbao.js', import.meta.url));
  const whole = (args) =>
    Array.from({ length: ROUNDS }, () => process_('node', args)).sort((a, b) => a - b)[ROUNDS >> 1];
  console.log(
    `whole process of one report (median of ${ROUNDS}): ours ${ms(whole([cli, 'extract', inputs[0]]))}, pdf.js text only ${ms(whole([self, 'once', inputs[0]]))}`,
  );
}
