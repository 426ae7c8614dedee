/**
 * `node bench/batch/faults.mjs [--files 1000] [--garbage 20] [--endless 5] [--huge 3] [--forbidden 1] [--kills 10]`
 * (build first): a line for each promise, `ok` or `FAILED`; exit status 1 when one is not kept.
 *
 * 1. Faulty files among reports change nothing in the lines of the reports, and each is listed with its cause. Root may
 *    read what is forbidden, so the run gives that power up first (setpriv of util-linux).
 * 2. A run with --cache is killed (-9, with its workers) at random moments and started again until it ends.
 * 3. A run is killed alone: its workers, one of them stuck in a file, end by themselves.
 * 4. A full disk (a tmpfs where that may be mounted, /dev/full) and a closed pipe.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { FAULTY, LIMITS } from './faulty.mjs';
import { FIXTURES, makeReports } from './make.mjs';
import { childrenOf, runs, until } from './processes.mjs';

const NIANBAO = fileURLToPath(new URL('../../bin/nianbao.js', import.meta.url));
const number = (value) => ({ type: 'string', default: String(value) });
const { values } = parseArgs({
  options: {
    files: number(1000),
    garbage: number(20),
    endless: number(5),
    huge: number(3),
    forbidden: number(1),
    kills: number(10),
  },
});
const wanted = Object.fromEntries(Object.keys(FAULTY).map((kind) => [kind, Number(values[kind])]));
const faultyCount = Object.values(wanted).reduce((sum, n) => sum + n);

const folder = mkdtempSync(join(tmpdir(), 'nianbao-faults-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const at = (name) => join(folder, name);
const content = (name) => readFileSync(at(name), 'utf8');

function promise(what, kept, seen = '') {
  console.log(`${kept ? 'ok' : 'FAILED'}: ${what}${kept ? '' : ` ${seen}`}`);
  if (!kept) process.exitCode = 1;
}

const asRoot = process.getuid?.() === 0;
const WITHOUT_POWER = ['setpriv', '--bounding-set', '-dac_override,-dac_read_search'];
/** The command line of a run; always the same jobs, so that a small machine has workers side by side too. */
const commandOf = (...args) => [
  ...(asRoot ? WITHOUT_POWER : []),
  process.execPath,
  NIANBAO,
  'extract',
  '--jobs',
  '2',
  ...args,
];
function nianbao(args, options = {}) {
  const [command, ...rest] = commandOf(...args);
  return spawnSync(command, rest, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30, ...options });
}
const oneLine = (text) => /^[^\n]+\n$/.test(text) && !/\bat .+:\d+:\d+|internal error/.test(text);

makeReports(folder, { html: Number(values.files) - faultyCount, pdf: 0, from: [FIXTURES] });
const good = readdirSync(at('html'), { recursive: true })
  .filter((name) => name.endsWith('.html'))
  .sort()
  .map((name) => join('html', name));
writeFileSync(at('good.txt'), good.join('\n'));

{
  const undisturbed = nianbao(['@good.txt', '-o', 'good.csv', '--quiet']);
  promise('reports alone end with status 0', undisturbed.status === 0, undisturbed.stderr);
  const expected = Object.entries(FAULTY).flatMap(([kind, { make, rule }]) =>
    Array.from({ length: wanted[kind] }, (_, i) => {
      // Beside reports all over the run.
      const file = make(`${good[(7919 * (i + 1)) % good.length]}.${kind}`, at);
      return `${file} ${rule}`;
    }),
  );
  const disturbed = nianbao(['html', '-o', 'all.csv', '--failures', 'failures.csv', '--quiet', ...LIMITS]);
  promise('with faulty files the run ends with status 1', disturbed.status === 1, disturbed.stderr);
  promise('the lines of the reports are those without the faulty files', content('all.csv') === content('good.csv'));
  const told = content('failures.csv').trim().split('\n').slice(1);
  const named = told.map((line) => line.split(',', 2).join(' '));
  const same = named.sort().join('\n') === expected.sort().join('\n');
  promise('each faulty file is among the failures once, with its cause', same, named.join('\n'));
}

{
  const entries = () =>
    existsSync(at('cache'))
      ? readdirSync(at('cache'), { recursive: true }).filter((name) => name.endsWith('.json.gz'))
      : [];
  const args = ['@good.txt', '-o', 'resumed.csv', '--cache', 'cache', '--quiet'];
  let early = 0;
  for (let kill = 0; kill < Number(values.kills); kill++) {
    const [command, ...rest] = commandOf(...args);
    const child = spawn(command, rest, { cwd: folder, stdio: 'ignore', detached: true });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const before = entries().length;
    const target = before + Math.random() * Math.min(good.length - before, good.length / Number(values.kills));
    while (entries().length < target && child.exitCode === null) await sleep(5);
    await sleep(Math.random() * 20);
    if (child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
    await ended;
    // A run may also be killed just after its last step, or have ended before.
    if (existsSync(at('resumed.csv')) && content('resumed.csv') !== content('good.csv')) early += 1;
    rmSync(at('resumed.csv'), { force: true });
  }
  promise('no output has its name before it is whole', early === 0);
  const broken = entries().filter((name) => {
    try {
      return JSON.parse(gunzipSync(readFileSync(at(join('cache', name))))) === null;
    } catch {
      return true;
    }
  });
  promise('no cache entry has its name before it is whole', broken.length === 0, broken.join(' '));
  nianbao(args);
  promise(
    'a run that was killed and resumed ends with the same output',
    content('resumed.csv') === content('good.csv'),
  );
}

{
  const [command, ...rest] = commandOf(FAULTY.endless.make('alone', at), '--quiet');
  const child = spawn(command, rest, { cwd: folder, stdio: 'ignore' });
  // Two seconds of CPU time are more than a worker needs to begin.
  const workers = await until(() => childrenOf(child.pid, 2));
  child.kill('SIGKILL');
  promise('no worker outlives a run that is killed', await until(() => !workers.some(runs), 10), workers.join(' '));
  for (const pid of workers.filter(runs)) process.kill(pid, 'SIGKILL');
}

{
  const full = (what, result, output) => {
    const left = output === undefined ? [] : readdirSync(output);
    const kept = oneLine(result.stderr) && result.status > 0 && left.length === 0;
    promise(`${what} ends with one line`, kept, `${result.status} ${result.stderr} ${left}`);
  };
  mkdirSync(at('disk'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at('disk')]).status === 0)
    try {
      full('a full disk', nianbao(['@good.txt', '-o', 'disk/cells.csv', '--quiet']), at('disk'));
      const result = nianbao(['@good.txt', '-o', 'cached.csv', '--cache', 'disk', '--quiet']);
      promise(
        'a full disk under the cache costs nothing',
        content('cached.csv') === content('good.csv'),
        result.stderr,
      );
    } finally {
      spawnSync('umount', [at('disk')]);
    }
  if (existsSync('/dev/full')) {
    full('a device that is full', nianbao(['@good.txt', '--format', 'csv', '-o', '/dev/full', '--quiet']));
    const stdout = openSync('/dev/full', 'w');
    full('a full disk behind stdout', nianbao(['@good.txt', '--quiet'], { stdio: ['ignore', stdout, 'pipe'] }));
    closeSync(stdout);
  }
  const [command, ...rest] = commandOf('@good.txt', '--quiet');
  const child = spawn(command, rest, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  await new Promise((resolve) => child.on('close', resolve));
  promise('a closed pipe ends with one line', oneLine(stderr), stderr);
}
