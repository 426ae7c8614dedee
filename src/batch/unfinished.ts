import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** The names under which files are written until they are whole, and what becomes of those that never are. */

/** Of this process. */
const unfinished = new Set<string>();

/** The name under which a file is written until it is whole; the process that writes it is named in it. */
export function beginUnfinished(path: string): string {
  const name = join(dirname(path), `.${basename(path)}.${system()}-${process.pid}.part`);
  unfinished.add(name);
  return name;
}

export const endUnfinished = (name: string): void => void unfinished.delete(name);

/** Removes what this process has begun, when it ends without ending it. */
export function removeUnfinished(): void {
  for (const name of unfinished) rmSync(name, { force: true });
}

/**
 * Removes what killed runs (-9) to the same file left on this machine since it was started; never what another run is
 * writing, here or on another machine that shares the folder.
 */
export async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const before = `.${basename(path)}.${system()}-`;
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = /^\d+(?=\.part$)/.exec(name.startsWith(before) ? name.slice(before.length) : '')?.[0];
    if (pid !== undefined && !isRunning(Number(pid)) && !unfinished.has(join(folder, name)))
      await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

/** Another user's process that must not be signalled runs all the same; of ours the set above knows. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/**
 * Names what gives out process ids, which mean nothing elsewhere: on Linux the machine since it was started and the
 * container, elsewhere the machine.
 */
function system(): string {
  const parts = [
    () => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim(),
    () => readlinkSync('/proc/self/ns/pid'),
  ].map((read) => {
    try {
      return read();
    } catch {
      return hostname();
    }
  });
  return createHash('sha256').update(parts.join()).digest('hex').slice(0, 8);
}
