import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pageOf, run } from './support/run.js';
import { zipOf } from './support/zip.js';

/** Files of a working directory that commands read; none may change. */
const FILES: Record<string, string | Uint8Array> = {
  'a.html': pageOf('云溪市', 1),
  'b.html': pageOf('云溪市河阳区', 1),
  'reports/c.html': pageOf('云溪市山前区', 1),
  'old.zip': zipOf([['d.html', pageOf('云溪市', 1)]]),
  'list.txt': 'b.html\n',
  'nianbao.config.json': '{}',
};
const home = process.cwd();
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-'));
  process.chdir(folder);
  await mkdir('reports');
  for (const [name, content] of Object.entries(FILES)) await writeFile(name, content);
  await symlink('a.html', 'link.html');
});
afterEach(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});

it.each([
  'validate a.html -o a.html',
  'validate a.html -o ./reports/../a.html',
  'validate link.html -o a.html',
  'validate a.html -o link.html',
  'validate *.html --report junit=b.html',
  'validate reports --report markdown=reports/c.html',
  'validate a.html --failures a.html',
  'validate old.zip -o old.zip',
  'validate @list.txt -o list.txt',
  'validate @list.txt -o b.html',
  'validate a.html -o nianbao.config.json',
  'extract a.html --format csv -o a.html',
  'extract a.html -o out.csv --failures a.html',
  'extract a.html --shard 1/2 -o a.html',
  'merge a.html -o a.html',
  'rollup a.html b.html -o b.html',
  'rollup a.html reports -o a.html',
  'rollup a.html b.html --parts list.txt -o list.txt',
  'inspect a.html -o a.html',
])('%s: refused before anything is written', async (command) => {
  const before = await readdir('.', { recursive: true });
  const { status, stdout, stderr } = await run(...command.split(' '));
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^[./\w]+: is read by this command and would be overwritten; give the output another name\n$/);
  expect(await readdir('.', { recursive: true })).toEqual(before);
  for (const [name, content] of Object.entries(FILES))
    expect(await readFile(name)).toEqual(Buffer.from(content as string));
});

it.each([
  [
    'validate a.html -o nowhere/out.txt',
    'nowhere/out.txt: cannot be written (ENOENT); check that its folder exists, may be written to and has space left',
  ],
  [
    'validate a.html --report junit=a.html/out.xml',
    'a.html/out.xml: cannot be written (ENOENT); check that its folder exists, may be written to and has space left',
  ],
  [
    'validate a.html --failures nowhere/f.csv',
    'nowhere/f.csv: cannot be written (ENOENT); check that its folder exists, may be written to and has space left',
  ],
  [
    'validate a.html --update-baseline --baseline nowhere/b.json',
    'nowhere/b.json: cannot be written (ENOENT); check that its folder exists, may be written to and has space left',
  ],
  ['extract a.html --cache b.html', 'b.html: a file of this name exists; --cache names a folder'],
  ['rollup a.html b.html -o reports', 'reports: is a folder; name a file in it'],
  ['validate a.html --report json=-', '-: leave the option out; without it the output goes to standard output'],
])('%s: told before the first file is read', async (command, line) => {
  expect(await run(...command.split(' '))).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
});

it('an output that is there from the last run is written again', async () => {
  for (const _ of [1, 2]) expect((await run('validate', 'a.html', '-o', 'out.txt')).stderr).toBe('');
});

it('two names of one file are one output', async () => {
  await writeFile('out.csv', '');
  await symlink('out.csv', 'same.csv');
  const { status, stderr } = await run('extract', 'a.html', '-o', 'out.csv', '--failures', 'same.csv');
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'same.csv: two outputs cannot share a file; give each its own name\n',
  });
});
