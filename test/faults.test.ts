import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const SCRIPT = ['bench/batch/faults.mjs', '--files', '30', '--garbage', '2', '--endless', '1', '--huge', '1'];

/** Under load a run takes many times as long; nothing here depends on that. */
const PATIENCE_MS = 300_000;

test(
  'faulty files, kill -9, full disks and closed pipes: what a run promises, with few files',
  async () => {
    const { stdout } = await run('node', [...SCRIPT, '--kills', '2']).catch(
      (error: { stdout: string; stderr: string }) => error,
    );
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

test('a file far over the limit is told by its size, beside a report in the folder one is in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-'));
  try {
    await copyFile('fixtures/hebei-2020-html/report.html', join(folder, 'report.html'));
    await writeFile(join(folder, 'huge.html'), '');
    // Takes no room on the disk, but would in memory.
    await truncate(join(folder, 'huge.html'), 1700 * 1024 * 1024);
    const args = [resolve('bin/nianbao.js'), 'extract', '.', '--layout', 'wide', '--lang', 'en'];
    const ended = await run('node', args, { cwd: folder }).catch((error: unknown) => error);
    expect(ended).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^file,.*\nreport\.html,1,河北省,2020,.*\n$/),
      stderr: expect.stringMatching(/^huge\.html: the file has 1700 MB, more than the limit of 32 MB;.*\n.*\n$/),
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});
