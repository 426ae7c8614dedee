/** What the fault script asks the system about processes. */
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a condition comes to in the end; false when that takes too long. */
export async function until(condition, seconds = 60) {
  for (let i = 0; i < seconds * 10; i++) {
    const value = condition();
    if (value) return value;
    await sleep(100);
  }
  return false;
}

/** The processes that a process has started and that have used so many seconds of CPU; undefined while there is none. */
export function childrenOf(pid, seconds) {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,time='], { encoding: 'utf8' });
  const children = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, time]) => Number(parent) === pid && secondsOf(time) >= seconds)
    .map(([child]) => Number(child));
  return children.length > 0 ? children : undefined;
}

/** `[[days-]hours:]minutes:seconds`; a run has not lasted for days. */
const secondsOf = (time) => time.split(':').reduce((sum, part) => sum * 60 + Number.parseFloat(part), 0);

export const runs = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
