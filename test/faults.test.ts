import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const SCRIPT = ['bench/batch/faults.mjs', '--files', '30', '--garbage', '2', '--endless', '1', '--huge', '1'];

/** Under load a run takes many times as long; nothing here depends on that. */
const PATIENCE_MS = 300_000;

test(
  'faulty files, kill -9, full disks and closed pipes: what a run promises, with few files',
  async () => {
    const run = promisify(execFile)('node', [...SCRIPT, '--kills', '2']);
    const { stdout } = await run.catch((error: { stdout: string; stderr: string }) => error);
    const lines = stdout.trim().split('\n');
    expect(lines.filter((line) => !line.startsWith('ok: '))).toEqual([]);
    // Some lines stand for what only Linux has.
    for (const promise of [
      'the lines of the reports are those without the faulty files',
      'each faulty file is among the failures once, with its cause',
      'no output has its name before it is whole',
      'no cache entry has its name before it is whole',
      'a run that was killed and resumed ends with the same output',
      'no worker outlives a run that is killed',
      'a closed pipe ends with one line',
    ])
      expect(lines).toContain(`ok: ${promise}`);
  },
  PATIENCE_MS,
);
