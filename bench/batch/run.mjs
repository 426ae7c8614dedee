/**
 * `node bench/batch/run.mjs [--html 10000] [--pdf 1000] [--from FOLDER]…` (build first): what reading many files costs, on
 * reports made of the fixtures (see make.mjs), beside what people would use instead on the same files. Figures under
 * load tell little: the load average stands beside each.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FIXTURES, makeReports } from './make.mjs';
import { measure } from './measure.mjs';
import { timedBuild } from './timed.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const NIANBAO = here('../../bin/nianbao.js');

const { values } = parseArgs({
  options: {
    html: { type: 'string', default: '10000' },
    pdf: { type: 'string', default: '1000' },
    from: { type: 'string', multiple: true, default: [FIXTURES] },
  },
});
const counts = { html: Number(values.html), pdf: Number(values.pdf) };
const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
makeReports(folder, { ...counts, from: values.from });

console.log(
  `${cpus()[0]?.model}, ${availableParallelism()} cores, node ${process.version}, load ${loadavg()[0].toFixed(2)}`,
);
console.log(`${counts.html} HTML and ${counts.pdf} PDF reports made of ${values.from.join(', ')}\n`);

/** A list of the first `count` made files of an ending. */
function listOf(ending, count = counts[ending]) {
  const files = readdirSync(join(folder, ending), { recursive: true }).filter((name) => name.endsWith(ending));
  const list = join(folder, `${ending}-${count}.txt`);
  const named = files.sort().slice(0, count);
  writeFileSync(list, named.map((name) => `${join(folder, ending, name)}\n`).join(''));
  return list;
}

const show = (what, count, { seconds, cpu, peak, load }) =>
  console.log(
    `${what.padEnd(34)} ${(count / seconds).toFixed(1).padStart(8)} reports/s ${((cpu / count) * 1000).toFixed(1).padStart(8)} ms CPU each ${peak.toFixed(0).padStart(6)} MB peak   load ${load.toFixed(2)}`,
  );

async function nianbao(what, list, count, command, ...options) {
  const output = join(folder, 'cells.csv');
  const result = await measure('node', [command, 'extract', `@${list}`, '-o', output, '--quiet', ...options]);
  // 1: a file of another folder holds no table and is told.
  if (result.status !== 0 && result.status !== 1) throw new Error(`${what}: status ${result.status}\n${result.stderr}`);
  show(`nianbao ${what}`, count, result);
  return { ...result, sha256: createHash('sha256').update(readFileSync(output)).digest('hex') };
}

async function other(what, count, command, args) {
  const result = await measure(command, args);
  if (result.status !== 0) {
    console.log(`${what.padEnd(34)} not installed`);
    return undefined;
  }
  show(what, count, result);
  return result;
}

/** The Python that has lxml: Debian's, where another one comes first. */
const python = ['python3', '/usr/bin/python3'].find((command) => {
  try {
    execFileSync(command, ['-c', 'import lxml.html'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

const OTHERS = {
  html: async (list, count) => {
    await other('lxml, tables as rows of text', count, python ?? 'python3', [here('lxml_tables.py'), list]);
  },
  pdf: async (list, count) => {
    await other('pdf.js getTextContent', count, 'node', [here('pdfjs_text.mjs'), list]);
    const each = 'while IFS= read -r f; do pdftotext -bbox "$f" /dev/null || exit; done < "$1"';
    await other('pdftotext -bbox, a process a file', count, 'sh', ['-c', each, 'sh', list]);
  },
};

const share = (part, whole) => `${((1 - part / whole) * 100).toFixed(1)}%`;
const timed = await timedBuild(join(folder, 'timed'));

const total = { first: 0, second: 0, run: 0, extract: 0 };
for (const ending of ['html', 'pdf']) {
  const count = counts[ending];
  if (count === 0) continue;
  console.log(ending.toUpperCase());
  const list = listOf(ending);
  const cache = ['--cache', join(folder, `cache-${ending}`)];
  const before = timed.seconds();
  const one = await nianbao('--jobs 1', list, count, timed.command, '--jobs', '1');
  const extracting = timed.seconds() - before;
  const two = await nianbao('--jobs 2', list, count, NIANBAO, '--jobs', '2');
  const first = await nianbao('--jobs 2 --cache, first', list, count, NIANBAO, '--jobs', '2', ...cache);
  const second = await nianbao('--jobs 2 --cache, second', list, count, NIANBAO, '--jobs', '2', ...cache);
  const tenth = Math.ceil(count / 10);
  const few = await nianbao(`--jobs 2, ${tenth} files`, listOf(ending, tenth), tenth, NIANBAO, '--jobs', '2');
  await OTHERS[ending](list, count);
  total.first += first.seconds;
  total.second += second.seconds;
  total.run += one.cpu;
  total.extract += extracting;

  const same = new Set([one, two, first, second].map(({ sha256 }) => sha256)).size === 1;
  console.log(`→ 2 jobs against 1: ${(one.seconds / two.seconds).toFixed(2)} × (aim ≥ 1.7)`);
  console.log(`→ second run with --cache: ${(first.seconds / second.seconds).toFixed(1)} × faster`);
  console.log(`→ peak memory, ${count} files against ${tenth}: ${(two.peak / few.peak).toFixed(2)} × (aim ≤ 1.2)`);
  console.log(
    `→ extract() with 1 job: ${((extracting / count) * 1000).toFixed(1)} ms CPU each; CPU time outside it: ${share(extracting, one.cpu)}`,
  );
  console.log(`→ the outputs are ${same ? 'equal' : 'NOT EQUAL'}\n`);
  if (!same) process.exitCode = 1;
}
console.log(`→ second run with --cache, all: ${(total.first / total.second).toFixed(1)} × faster (aim ≥ 20)`);
console.log(`→ CPU time outside extract(), all: ${share(total.extract, total.run)} (aim ≤ 10%)`);
