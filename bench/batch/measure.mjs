/** Runs a command and measures it with all processes that it starts. Memory is sampled from /proc, so on Linux only. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

const SAMPLE_MS = 50;
/** Linux counts CPU time in hundredths of a second for every process, whatever the kernel's own clock. */
const TICKS_A_SECOND = 100;

const read = (path) => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};

/** A process and all below it. */
const family = (pid) => [pid, ...(read(`/proc/${pid}/task/${pid}/children`).match(/\d+/g) ?? []).flatMap(family)];

const megabytes = (pid) => Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;

/** CPU seconds of the ended children of this process and of theirs. */
function childrenSeconds() {
  const stat = read('/proc/self/stat');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(13, 15);
  return (Number(user) + Number(system)) / TICKS_A_SECOND;
}

/**
 * One command at a time, or their CPU times mix.
 * @returns seconds, CPU seconds, peak of the sum of resident memory in MB, the load average before, and what was printed
 */
export async function measure(command, args) {
  const load = loadavg()[0];
  const cpuBefore = childrenSeconds();
  const start = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let peak = 0;
  const sampling = setInterval(() => {
    peak = Math.max(
      peak,
      family(child.pid).reduce((sum, pid) => sum + megabytes(pid), 0),
    );
  }, SAMPLE_MS);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const status = await new Promise((resolve) => {
    child.on('error', () => resolve(undefined));
    child.on('close', resolve);
  });
  clearInterval(sampling);
  const seconds = (performance.now() - start) / 1000;
  return { status, stdout, stderr, seconds, cpu: childrenSeconds() - cpuBefore, peak, load };
}
