import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packed, records } from '../src/batch/packed.js';
import { main } from '../src/commands/main.js';
import { inProcess } from './support/in-process.js';
import { pageOf, run } from './support/run.js';

let folder = '';
const at = (...names: string[]) => join(folder, ...names);
const part = (number: number) => at(`part-${number}`);
const parts = (of: number) => Array.from({ length: of }, (_, i) => part(i + 1));

/** Reads the inputs in `of` shards. @returns the exit status of each */
async function divide(of: number, ...inputs: string[]): Promise<number[]> {
  const statuses: number[] = [];
  for (const [i, file] of parts(of).entries())
    statuses.push((await run('extract', ...inputs, '--shard', `${i + 1}/${of}`, '-o', file)).status);
  return statuses;
}

/** Merging these gives status 2, one line on stderr, and no file. */
async function refused(...files: string[]): Promise<string> {
  const { status, stdout, stderr } = await run('merge', ...files, '-o', at('merged.csv'));
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  await expect(readFile(at('merged.csv'))).rejects.toThrow('ENOENT');
  expect(stderr).toMatch(/^[^\n]+\n$/);
  return stderr.trimEnd().replaceAll(`${folder}/`, '');
}

/** Rewrites the lines of a part. */
async function rewrite(file: string, change: (all: Record<string, unknown>[]) => object[]): Promise<void> {
  const all: Record<string, unknown>[] = [];
  for await (const record of records(Readable.from([gunzipSync(await readFile(file))])))
    all.push(record as Record<string, unknown>);
  await writeFile(file, gzipSync(Buffer.concat(change(all).map(packed))));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-'));
  await mkdir(at('reports/甲 市'), { recursive: true });
  await mkdir(at('reports/乙市'));
  for (const name of ['甲 市/年报.html', '乙市/年报.html', 'two\nlines.html'])
    await writeFile(at('reports', name), pageOf(name.includes('甲') ? '甲市' : '乙市', 1));
});
afterEach(() => rm(folder, { recursive: true }));

describe('shards', () => {
  it.each([1, 2, 7])('of 3 files, %i in number, join into what a single run writes', async (of) => {
    // Twice the same file, and one that cannot be read.
    await writeFile(at('reports/nothing.html'), '<p>404</p>');
    const inputs = [at('reports'), at('reports/乙市/年报.html'), at('reports')];
    const failures = ['--failures', at('failures.csv')];
    const single = await run('extract', ...inputs, '-o', at('single.csv'), ...failures);
    const singleFailures = await readFile(at('failures.csv'), 'utf8');
    await divide(of, ...inputs);
    const merged = await run('merge', ...parts(of).reverse(), '-o', at('merged.csv'), ...failures);
    expect(merged).toEqual(single);
    expect(merged.status).toBe(1);
    expect(await readFile(at('merged.csv'))).toEqual(await readFile(at('single.csv')));
    expect(await readFile(at('failures.csv'), 'utf8')).toBe(singleFailures);
  });

  it('leave what is done, and say so, when merging is interrupted', async () => {
    await divide(2, at('reports'));
    let stderr = '';
    const status = await main(['merge', ...parts(2), '-o', at('merged.csv')], {
      stdout: { write: () => true },
      stderr: { write: (text) => (stderr += text) },
      stdin: async () => new Uint8Array(),
      env: {},
      stop: AbortSignal.abort(),
    });
    expect([status, stderr]).toEqual([130, 'interrupted: 0 of 3 files were read\n']);
    await expect(readFile(at('merged.csv'))).rejects.toThrow('ENOENT');
    expect(await readFile(at('merged.partial.csv'), 'utf8')).toMatch(/^\uFEFFfile,[^\n]+\n$/);
  });

  it('tell an input that does not exist once, in the shard that would read it', async () => {
    const inputs = [at('reports'), at('nowhere.html')];
    expect((await divide(3, ...inputs)).sort()).toEqual([0, 0, 2]);
    expect(await run('merge', ...parts(3))).toEqual(await run('extract', ...inputs));
  });

  it.each(['0/2', '3/2', '1', '1/2/3', 'a/b', '-1/2', '1/0'])('are not named %s', async (shard) => {
    const { status, stderr } = await run('extract', at('reports'), `--shard=${shard}`, '-o', part(1));
    expect(status).toBe(2);
    expect(stderr).toContain('2/8 for the second of eight');
  });
});

describe('merge refuses', () => {
  it('a missing and a doubled shard', async () => {
    await divide(3, at('reports'));
    expect(await refused(part(1), part(3))).toBe('shard 2 of 3 is missing; run it, then merge all parts');
    expect(await refused(...parts(3), part(2))).toBe('shard 2/3 is given twice; give each part once');
  });

  it('parts of another run', async () => {
    await divide(2, at('reports'));
    const shard = (...argv: string[]) => run('extract', ...argv, '-o', at('other'));
    await shard(at('reports/乙市'), '--shard', '2/2');
    expect(await refused(part(1), at('other'))).toBe(
      'other: made of another list of inputs than part-1; run the shards alike',
    );
    await shard(at('reports'), '--shard', '2/3');
    expect(await refused(part(1), at('other'))).toBe(
      'other: one of 3 shards, another number than part-1; run the shards alike',
    );
    await shard(at('reports'), '--shard', '2/2', '--layout', 'wide');
    expect(await refused(part(1), at('other'))).toBe(
      'other: made with other options than part-1; run the shards alike',
    );
  });

  it('parts of another version, even of one', async () => {
    await divide(2, at('reports'));
    const older = ([head, ...entries]: object[]) => [{ ...head, nianbao: '0.0.1' }, ...entries];
    await rewrite(part(2), older);
    expect(await refused(...parts(2))).toMatch(
      /^part-2: made by nianbao 0\.0\.1, this is .*; use one version for all$/,
    );
    await rewrite(part(1), older);
    expect(await refused(...parts(2))).toMatch(/^part-1: made by nianbao 0\.0\.1/);
  });

  it('a part that is cut off, wherever', async () => {
    // One shard: which of two a file falls into depends on the name of the temporary folder.
    await divide(1, at('reports'));
    const whole = await readFile(part(1));
    for (const length of [0, 1, 60, whole.length - 300, whole.length - 4]) {
      await writeFile(part(1), whole.subarray(0, length));
      expect(await refused(...parts(1))).toMatch(/^part-1: not a part of a divided run/);
    }
    await writeFile(part(1), whole);
    await rewrite(part(1), (all) => all.slice(0, -1));
    expect(await refused(...parts(1))).toMatch(/^part-1: holds \d of the \d files of its shard; run it again$/);
  });

  it('a part with a damaged byte', async () => {
    await divide(1, at('reports'));
    const bytes = await readFile(part(1));
    bytes[bytes.length - 6] = (bytes[bytes.length - 6] as number) ^ 1;
    await writeFile(part(1), bytes);
    expect(await refused(part(1))).toMatch(/^part-1: not a part of a divided run, or cut off/);
  });

  it('the part of a run that was interrupted', async () => {
    const sink = { write: () => undefined };
    const io = { stdout: sink, stderr: sink, stdin: async () => new Uint8Array(), env: {}, reader: inProcess };
    const argv = ['extract', at('reports'), '--shard', '1/1', '-o', part(1)];
    expect(await main(argv, { ...io, stop: AbortSignal.abort() })).toBe(130);
    expect(await refused(part(1))).toBe('part-1: no such file; check the path');
    expect(await refused(at('part-1.partial'))).toBe(
      'part-1.partial: holds 0 of the 3 files of its shard; run it again',
    );
  });

  it('what is no part', async () => {
    expect(await refused(at('part-*'))).toBe('part-*: no such file; check the path');
    expect(await refused(at('reports'))).toBe('reports: cannot be read (EISDIR); check that you may read this file');
    await writeFile(at('text'), 'file,report\n');
    expect(await refused(at('text'))).toBe('text: not a part of a divided run, or cut off; run its shard again');
    for (const json of ['null', '1', '{}', '{"nianbao":"0.1.0","shard":3,"product":null}', '{"nianbao":"0.1.0"}']) {
      await writeFile(at('json'), gzipSync(`${json}\n`));
      expect(await refused(at('json'))).toBe(
        'json: not a part of a divided run; parts are what extract --shard i/n -o FILE writes',
      );
    }
  });
});
