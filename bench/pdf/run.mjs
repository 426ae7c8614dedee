/**
 * `node bench/pdf/run.mjs [files…]`: milliseconds a report, ours whole (bytes to cells) against pdf.js getTextContent as
 * an ordinary program calls it, pdftotext -bbox and pdfplumber where they are installed; peak memory; a whole process.
 * Every program runs in a process of its own, after one warming round; a made file of 400 pages is measured with them.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORKER_FLAGS } from '../../dist/batch/pool.js';
import { longPdf } from './long.mjs';

const ROUNDS = 5;
/** Its tables as a user calls for them; one round, since it keeps nothing that would warm up. */
const PLUMBER = `
import json, sys, time, pdfplumber
times = []
for file in sys.argv[1:]:
    start = time.process_time()
    with pdfplumber.open(file) as pdf:
        for page in pdf.pages: page.extract_tables()
    times.append((time.process_time() - start) * 1000)
print(json.dumps(times))`;

const self = fileURLToPath(import.meta.url);
const [mode, ...given] = process.argv.slice(2);
const modes = { ours, pdfjs, memory };
if (mode in modes) await modes[mode](...given);
else report([mode, ...given].filter(Boolean));

async function ours(...files) {
  const { extract } = await import('../../dist/index.js');
  await timed(files, (bytes) => extract(bytes));
}

/** The legacy build as its examples use it, with the character maps without which Chinese text comes out empty. */
async function pdfjs(...files) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const cMapUrl = fileURLToPath(new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url));
  await timed(files, async (bytes) => {
    const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, cMapUrl, cMapPacked: true });
    const document = await task.promise;
    for (let i = 1; i <= document.numPages; i++) await (await document.getPage(i)).getTextContent();
    await task.destroy();
  });
}

async function timed(files, work) {
  const inputs = files.map((file) => readFileSync(file));
  for (const bytes of inputs) await work(bytes);
  const times = await inputs.reduce(async (done, bytes) => {
    const before = await done;
    const own = [];
    for (let i = 0; i < ROUNDS; i++) {
      // Time of the processor: what other programs do meanwhile does not count.
      const start = process.cpuUsage();
      await work(bytes);
      const { user, system } = process.cpuUsage(start);
      own.push((user + system) / 1000);
    }
    return [...before, own.sort((a, b) => a - b)[ROUNDS >> 1]];
  }, Promise.resolve([]));
  console.log(JSON.stringify(times));
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
  const our = run(self, 'ours', ...measured);
  const theirs = run(self, 'pdfjs', ...measured);
  const plumbers = pdfplumber(measured);
  const process_ = (command, args) => {
    const start = performance.now();
    const { status, error } = spawnSync(command, args, { stdio: 'ignore' });
    return error || status ? undefined : performance.now() - start;
  };
  measured.forEach((file, i) => {
    const poppler = process_('pdftotext', ['-bbox', file, '/dev/null']);
    const ms = (v) => (v === undefined ? 'not installed' : `${v.toFixed(0)} ms`);
    console.log(
      `${file.split('/').slice(-2).join('/')}: ours ${ms(our[i])}, pdf.js text only ${ms(theirs[i])} (${(our[i] / theirs[i]).toFixed(2)} ×), pdftotext -bbox ${ms(poppler)}, pdfplumber ${ms(plumbers[i])}`,
    );
  });
  // As the worker processes of the command line run.
  const [few, many] = ['20', '500'].map((count) => run(...WORKER_FLAGS, self, 'memory', count, ...inputs));
  console.log(
    `peak memory: ${few.toFixed(0)} MB after 20 files, ${many.toFixed(0)} MB after 500 (${(many / few).toFixed(2)} ×)`,
  );
  const cli = fileURLToPath(new URL('../../bin/nianbao.js', import.meta.url));
  console.log(`whole process of one report: ${process_('node', [cli, 'extract', inputs[0]])?.toFixed(0)} ms`);
}
