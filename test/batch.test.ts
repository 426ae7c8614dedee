import { execFile, execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { type PackedFile, unpack } from '../src/batch/archive.js';
import { type Input, type InputFile, inputsOf } from '../src/batch/inputs.js';
import type { Selection } from '../src/batch/selection.js';
import { Progress } from '../src/commands/progress.js';
import { pageOf } from './support/run.js';
import { zipOf } from './support/zip.js';

/** The pool of the build: it starts processes, which run what is built. */
const built = new URL('../dist/pool.js', import.meta.url).href;
const { WorkerPool } = (await import(built)) as typeof import('../src/batch/pool.js');
const bin = fileURLToPath(new URL('../bin/nianbao.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'nianbao-batch-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
/** A folder with files of these names and contents. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(root, String(++folders));
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Runs the installed command, with its worker processes. */
async function nianbao(args: readonly string[], cwd = root) {
  const { stdout, stderr, code } = await promisify(execFile)(process.execPath, [bin, ...args], {
    cwd,
    env: { ...process.env, LANG: 'en_US.UTF-8' },
    maxBuffer: 64 * 1024 * 1024,
  }).then(
    (out) => ({ ...out, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
  return { status: code, stdout, stderr };
}

async function list(names: readonly string[], selection: Selection = {}, stdin = ''): Promise<string[]> {
  const found: Input[] = [];
  for await (const input of inputsOf(names, async () => Buffer.from(stdin), selection)) found.push(input);
  return found.map((input) => ('missing' in input ? `${input.missing}: ${input.file}` : input.file));
}

/** Cells of the 2019 form, which these pages follow. */
const CELLS = 198;

describe('inputs', () => {
  const folder = folderOf({
    'b/2.html': '',
    'b/10.pdf': '',
    'a.htm': '',
    'a.png': '',
    'notes.csv': '',
    '.git/x.html': '',
    'b/._2.html': '',
    '[2020].html': '',
  });
  const under = (names: readonly string[]) => names.map((name) => name.replace(`${folder}/`, ''));

  it('are the reports of a folder and below, sorted, without what systems leave behind', async () => {
    expect(under(await list([folder]))).toEqual(['[2020].html', 'a.htm', 'b/10.pdf', 'b/2.html']);
  });

  it('have the same names wherever the folder is called from', async () => {
    const { stdout } = await nianbao(
      ['extract', '.', '--columns', 'file', '--layout', 'wide'],
      folderOf({ 'a.htm': pageOf('某乡', 1) }),
    );
    expect(stdout).toBe('file\na.htm\n');
  });

  it('are found through links to files, not to folders; a link that leads nowhere is told', async () => {
    const here = folderOf({ 'real/a.html': pageOf('某乡', 1), 'links/b.html': pageOf('某乡', 1) });
    symlinkSync('../real/a.html', join(here, 'links/a.html'));
    symlinkSync('nowhere', join(here, 'links/c.html'));
    symlinkSync('..', join(here, 'links/round'));
    const { stdout, stderr, status } = await nianbao(
      ['extract', 'links', '--columns', 'file', '--layout', 'wide', '--quiet'],
      here,
    );
    expect(stdout).toBe('file\nlinks/a.html\nlinks/b.html\n');
    expect(stderr).toMatch(/^links\/c\.html: the file cannot be opened \(ENOENT\).*\n$/);
    expect(status).toBe(1);
  });

  it('that the system refuses are told, and the others are read', async () => {
    // A link to itself is refused to everybody, root too.
    const here = folderOf({ 'a.html': pageOf('某乡', 1) });
    symlinkSync('self', join(here, 'self'));
    const { stdout, stderr, status } = await nianbao(
      ['extract', 'self', '@self', '.', '--columns', 'file', '--layout', 'wide', '--quiet'],
      here,
    );
    expect(stdout).toBe('file\na.html\n');
    expect(stderr.split('\n').map((line) => line.split(';')[0])).toEqual([
      'self: the file cannot be opened (ELOOP)',
      '@self: the file cannot be opened (ELOOP)',
      '',
    ]);
    expect(status).toBe(1);
  });

  it('are chosen by patterns of names or paths', async () => {
    expect(under(await list([folder], { include: ['*.csv', '*.pdf'] }))).toEqual(['b/10.pdf', 'notes.csv']);
    expect(under(await list([folder], { exclude: ['b/*.html', 'a.*'] }))).toEqual(['[2020].html', 'b/10.pdf']);
    const pattern = `${folder}/*/*`;
    expect(under(await list([pattern], { exclude: ['2.*'] }))).toEqual(['b/10.pdf']);
    expect(under(await list([pattern], { include: ['2.*'] }))).toEqual(['b/2.html']);
  });

  it('are what a pattern matches; a name that exists is no pattern', async () => {
    expect(under(await list([`${folder}/*/*.{html,pdf}`]))).toEqual(['b/10.pdf', 'b/2.html']);
    expect(under(await list([`${folder}/[2020].html`]))).toEqual(['[2020].html']);
    expect(await list([`${folder}/*.doc`, `${folder}/none.html`])).toEqual([
      `no-match: ${folder}/*.doc`,
      `not-found: ${folder}/none.html`,
    ]);
  });

  it('are there once, where they come first, however many names lead to them', async () => {
    const here = folderOf({ 'a.html': '', 'b/a.html': '', 'all.zip': zipOf([['a.html', pageOf('丙乡', 1)]]) });
    writeFileSync(join(here, 'list.txt'), `${here}/a.html\n`);
    const names = [`${here}/b/../a.html`, here, `${here}/*.html`, `@${here}/list.txt`, `${here}/all.zip`];
    expect(await list(names, { exclude: ['list.txt'] })).toEqual([
      `${here}/b/../a.html`,
      `${here}/all.zip/a.html`,
      `${here}/b/a.html`,
    ]);
  });

  it('that the patterns leave out are not said to be missing', async () => {
    const here = folderOf({ 'a.html': pageOf('甲乡', 1), 'all.zip': zipOf([['a.html', pageOf('乙乡', 1)]]) });
    const told = async (...args: string[]) => (await nianbao(['extract', ...args], here)).stderr;
    expect(await told('.', '--exclude', '*')).toMatch(/^\.: holds no file that --include and --exclude leave/);
    expect(await told('all.zip', '--include', '*.pdf')).toMatch(
      /^all\.zip: holds no file that --include and --exclude/,
    );
  });

  it('are the names of a list, in its order', async () => {
    writeFileSync(join(folder, 'list.txt'), `${folder}/b/2.html\r\n\n${folder}/a.htm\n`);
    expect(under(await list([`@${folder}/list.txt`]))).toEqual(['b/2.html', 'a.htm']);
    expect(under(await list(['@-', '-'], {}, `${folder}/a.htm`))).toEqual(['a.htm', '-']);
    expect(await list(['@none.txt'])).toEqual(['not-found: @none.txt']);
  });

  it('are those of a list in any encoding of editors, without its remarks', async () => {
    const here = folderOf({ '年 报.html': '', '#1.html': pageOf('甲乡', 1), hashes: '# 备注\n#1.html' });
    const name = `${here}/年 报.html`;
    const gbk = Buffer.from([0xc4, 0xea, 0x20, 0xb1, 0xa8]);
    for (const [content, found] of [
      [`\uFEFF# 备注\r\n\r\n${name}\r\n`, [name]],
      [Buffer.from(`\uFEFF${name}\r\n`, 'utf16le'), [name]],
      [Buffer.concat([Buffer.from(`${here}/`), gbk, Buffer.from('.html\r\n')]), [name]],
      ['\n# nothing yet\n', [`empty-list: @${here}/list`]],
    ] as const) {
      writeFileSync(join(here, 'list'), content);
      expect(await list([`@${here}/list`])).toEqual(found);
    }
    const { stdout } = await nianbao(['extract', '@hashes', '--layout', 'wide', '--columns', 'file,organ'], here);
    expect(stdout).toBe('file,organ\n#1.html,甲乡\n');
  });

  it('are read under names that are not UTF-8, folders and archives too', async () => {
    // As unzip leaves names of Chinese Windows on other systems: 年报 in GB18030.
    const here = folderOf({ 'a.html': pageOf('甲乡', 1) });
    const under = (...pieces: (string | number)[]) =>
      Buffer.concat([`${here}/`, ...pieces].map((piece) => Buffer.from(typeof piece === 'number' ? [piece] : piece)));
    const NIAN_BAO = [0xc4, 0xea, 0xb1, 0xa8];
    mkdirSync(under(...NIAN_BAO));
    writeFileSync(under(...NIAN_BAO, '/', ...NIAN_BAO, '.html'), pageOf('乙乡', 1));
    writeFileSync(under(...NIAN_BAO, '.zip'), zipOf([['x.html', pageOf('丙乡', 1)]]));
    const { stdout } = await nianbao(['extract', '.', '--layout', 'wide', '--columns', 'file,organ'], here);
    expect(stdout).toBe('file,organ\na.html,甲乡\n年报.zip/x.html,丙乡\n年报/年报.html,乙乡\n');
    expect(await list(['\uFFFD\uFFFD.html'])).toEqual(['not-utf8: \uFFFD\uFFFD.html']);
  });

  it('are the reports in a ZIP archive, with names as Chinese Windows writes them', async () => {
    // 年报 in GB18030, not flagged as UTF-8.
    const gbk = Buffer.concat([Buffer.from([0xc4, 0xea, 0xb1, 0xa8]), Buffer.from('/1.html')]);
    writeFileSync(
      join(folder, 'all.zip'),
      zipOf([
        [gbk, 'first'],
        ['二.txt', 'second'],
        ['logo.png', ''],
        ['__MACOSX/1.html', ''],
        ['../三.html', 'third'],
      ]),
    );
    const found: Input[] = [];
    for await (const input of inputsOf([join(folder, 'all.zip')], async () => Buffer.of())) found.push(input);
    expect(under(found.map(({ file }) => file))).toEqual([
      'all.zip/年报/1.html',
      'all.zip/二.txt',
      'all.zip/../三.html',
    ]);
    const contents = await Promise.all(found.map((input) => unpack((input as InputFile).source as PackedFile)));
    expect(contents.map(String)).toEqual(['first', 'second', 'third']);
  });
});

describe('a batch', () => {
  const towns = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`${String(i).padStart(2, '0')}.html`, pageOf(`第${i}乡人民政府`, i % 3)]),
  );

  it('is written in the order of the inputs, whatever the number of jobs', async () => {
    const folder = folderOf({ ...towns, '03.html': `${towns['03.html']}<!--${'<p>x</p>'.repeat(50_000)}-->` });
    const [one, four] = [
      await nianbao(['extract', folder, '--jobs', '1']),
      await nianbao(['extract', folder, '--jobs', '4']),
    ];
    expect(four).toEqual(one);
    const files = one.stdout
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0]);
    expect([...new Set(files)]).toEqual(Object.keys(towns).map((name) => join(folder, name)));
    expect(files).toHaveLength(12 * CELLS);
    expect(one.stderr.trim().split('\n').at(-1)).toBe('12 reports in 12 files; none failed');
  });

  it('names every file that failed, with the cause, and is quiet when asked', async () => {
    const folder = folderOf({ 'a.html': towns['01.html'] as string, 'b.html': '', 'c.txt': '没有表格。' });
    const failures = join(folder, 'failures.csv');
    const { status, stderr } = await nianbao(
      ['extract', folder, 'none.html', '--failures', failures, '-o', 'x.csv', '--quiet'],
      folder,
    );
    expect(status).toBe(2);
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.split(': ')[0]),
    ).toEqual([`${folder}/b.html`, `${folder}/c.txt`, 'none.html']);
    const lines = readFileSync(failures, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(',').slice(0, 2).join(' '));
    expect(lines).toEqual([
      'file rule',
      `${folder}/b.html document/unreadable`,
      `${folder}/c.txt document/no-tables`,
      'none.html input',
    ]);
    expect(readdirSync(folder).sort()).toEqual(['a.html', 'b.html', 'c.txt', 'failures.csv', 'x.csv']);
  });

  it('tells of damaged archives and of entries that unpack to too much', async () => {
    const folder = folderOf({
      'cut.zip': zipOf([['a.html', towns['01.html'] as string]]).subarray(0, 300),
      'good.zip': zipOf([
        ['big.txt', Buffer.alloc(40 * 1024 * 1024, '一')],
        ['a.html', towns['01.html'] as string],
      ]),
    });
    const { status, stderr, stdout } = await nianbao(['extract', folder]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/cut\.zip: the ZIP file is damaged or cut off/);
    expect(stderr).toMatch(/good\.zip\/big\.txt: the file has 40 MB, more than the limit/);
    expect(stdout).toContain(`${folder}/good.zip/a.html,1,第1乡人民政府,2023,`);
  });

  it('tells of each archive, or file in one, that it does not unpack, and never reads a damaged figure', async () => {
    const page = towns['01.html'] as string;
    const bomb = Buffer.alloc(30 * 1024 * 1024);
    const locked = zipOf([['a.html', page]]);
    // The general purpose flags of the entry in the directory (APPNOTE.TXT 4.4.4): encrypted.
    locked[locked.lastIndexOf('PK\x01\x02') + 8] = 1;
    const damaged = zipOf([['a.html', page]]);
    const checksum = damaged.lastIndexOf('PK\x01\x02') + 16;
    damaged[checksum] = (damaged[checksum] as number) ^ 1;
    const folder = folderOf({
      'bomb.zip': zipOf(Array.from({ length: 10 }, (_, i) => [`${i}.html`, bomb])),
      'damaged.zip': damaged,
      'locked.zip': locked,
      'outer.zip': zipOf([
        ['inner.zip', zipOf([['a.html', page]])],
        ['b.html', page],
      ]),
      'x.rar': Buffer.concat([Buffer.from('Rar!\x1a\x07'), Buffer.alloc(60)]),
    });
    const { stderr, stdout } = await nianbao(['extract', '.', '--layout', 'wide', '--columns', 'file,organ'], folder);
    expect(stdout).toBe('file,organ\nouter.zip/b.html,第1乡人民政府\n');
    expect(stderr.split('\n').map((line) => line.split(';')[0])).toEqual([
      'bomb.zip: the file unpacks to more than any report holds',
      'damaged.zip/a.html: the ZIP file is damaged or cut off',
      'locked.zip/a.html: the archive is locked with a password',
      'outer.zip/inner.zip: an archive inside an archive is not unpacked',
      'x.rar: RAR files are not unpacked here',
      '1 report in 6 files',
      '',
    ]);
  });

  it('reads nothing again that the cache holds, and mends what is damaged in it', async () => {
    const folder = folderOf({ 'a.html': towns['01.html'] as string, 'b.html': towns['02.html'] as string });
    const cache = join(folder, 'cache');
    const args = ['extract', folder, '--cache', cache, '--include', '?.html'];
    await nianbao(args);
    const entries = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.gz'));
    expect(entries).toHaveLength(2);
    const [a, b] = entries.map((name) => join(cache, name)) as [string, string];
    // An entry that says something else than its file proves that the file was not read.
    const forged = gunzipSync(readFileSync(a))
      .toString()
      .replaceAll(/第\d乡/g, '第X乡');
    writeFileSync(a, gzipSync(forged));
    const whole = readFileSync(b);
    for (const damaged of [whole.subarray(0, 100), gzipSync('null')]) {
      writeFileSync(b, damaged);
      const { stdout } = await nianbao(args);
      expect(stdout.match(/第X乡人民政府/g)).toHaveLength(CELLS);
      expect(readFileSync(b)).toEqual(whole);
    }
    // Other options are another purpose.
    await nianbao([...args, '--layout', 'wide']);
    expect(
      readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.gz')),
    ).toHaveLength(4);
  });

  it('reads again what other code of the same version has read', async () => {
    const folder = folderOf({ 'a.html': towns['01.html'] as string });
    const project = fileURLToPath(new URL('..', import.meta.url));
    for (const name of ['bin', 'dist', 'package.json'])
      cpSync(join(project, name), join(folder, 'copy', name), { recursive: true });
    symlinkSync(join(project, 'node_modules'), join(folder, 'copy', 'node_modules'));
    const read = () =>
      execFileSync(process.execPath, [join(folder, 'copy/bin/nianbao.js'), 'extract', 'a.html', '--cache', 'cache'], {
        cwd: folder,
      });
    const entries = () =>
      readdirSync(join(folder, 'cache'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.gz'));
    read();
    read();
    expect(entries()).toHaveLength(1);
    appendFileSync(join(folder, 'copy/dist/index.js'), '// another state of the code');
    read();
    expect(entries()).toHaveLength(2);
  });

  it('ends with what is done on Ctrl-C, under a name that says so', async () => {
    const folder = folderOf({ ...towns, 'z/last.html': towns['01.html'] as string });
    const pipes = ['z/1.html', 'z/2.html'].map((name) => join(folder, name));
    for (const pipe of pipes) execFileSync('mkfifo', [pipe]);
    const args = [bin, 'extract', ...Object.keys(towns), ...pipes, 'z/last.html', '-o', 'cells.csv'];
    const child = spawn(process.execPath, [...args, '--jobs', '2', '--time-limit', '600'], {
      cwd: folder,
      env: { ...process.env, LANG: 'en_US.UTF-8' },
    });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    // A pipe opens when a worker reads it: now both are held up, on any machine, until this test lets them go on.
    const held = await Promise.all(pipes.map((pipe) => open(pipe, 'w')));
    child.kill('SIGINT');
    await until(() => stderr.includes('stopping'));
    for (const pipe of held) await pipe.close();
    expect(await ended).toBe(130);
    expect(stderr).toMatch(/^interrupted: 14 of 15 files were read$/m);
    expect(existsSync(join(folder, 'cells.csv'))).toBe(false);
    const lines = readFileSync(join(folder, 'cells.partial.csv'), 'utf8').trim().split('\n');
    expect(lines.length - 1).toBe(CELLS * Object.keys(towns).length);
    expect(temporaryOf(folder)).toEqual([]);
  }, 60_000);

  it('takes away what a killed run to the same file left, and nothing that may still be written', async () => {
    const folder = folderOf({ 'a.html': towns['01.html'] as string, 'z/pipe.html': '' });
    rmSync(join(folder, 'z/pipe.html'));
    execFileSync('mkfifo', [join(folder, 'z/pipe.html')]);
    const args = [bin, 'extract', 'a.html', 'z/pipe.html', '-o', 'x.csv', '--jobs', '1', '--time-limit', '600'];
    const killed = spawn(process.execPath, args, { cwd: folder });
    await until(() => temporaryOf(folder).length > 0);
    const [left = ''] = temporaryOf(folder);
    killed.kill('SIGKILL');
    await new Promise((resolve) => killed.on('exit', resolve));
    expect(temporaryOf(folder)).toEqual([left]);
    // Of a process that runs, of another machine, of another output.
    const running = left.replace(String(killed.pid), String(process.pid));
    const others = [running, left.replace(/\.[0-9a-f]{8}-/, '.00000000-'), left.replace('x.csv', 'y.csv')];
    for (const name of others) writeFileSync(join(folder, name), '');
    expect((await nianbao(['extract', 'a.html', '-o', 'x.csv'], folder)).status).toBe(0);
    expect(temporaryOf(folder)).toEqual(others.sort());
  }, 30_000);

  it('says in one line that the disk is full', async () => {
    const { status, stderr } = await nianbao([
      'extract',
      folderOf(towns),
      '--format',
      'csv',
      '-o',
      '/dev/full',
      '--quiet',
    ]);
    expect([status, stderr.trim()]).toEqual([
      2,
      '/dev/full: cannot be written (ENOSPC); check that its folder exists, may be written to and has space left',
    ]);
  });

  it('stops with one line when its reader has seen enough', () => {
    const folder = folderOf(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.html`, pageOf('乡', 1)])));
    const shell = `"${process.execPath}" "${bin}" extract "${folder}" --quiet 2>"${folder}/err" | head -1`;
    expect(execFileSync('sh', ['-c', shell], { encoding: 'utf8' })).toMatch(/^file,report,/);
    expect(readFileSync(join(folder, 'err'), 'utf8').trim()).toBe('the output was closed by its reader; stopped');
  });
});

it('tells a file on one line, in the language asked for, whatever its name holds', async () => {
  const folder = folderOf({ '1\n\u001b[31m.html': '没有表格。' });
  const { stderr } = await nianbao(['extract', '.', '无.html', '--lang', 'zh'], folder);
  expect(stderr.split('\n').map((line) => line.split(/[，；]请/)[0])).toEqual([
    '1\\x0a\\x1b[31m.html: 未找到年度报告格式的表格',
    '无.html: 没有这个文件或文件夹',
    '1 个文件 0 份年报；失败 1：document/no-tables 1',
    '',
  ]);
  expect((await nianbao(['validate', '.'], folder)).stdout.split('\n')[0]).toContain('1\\x0a\\x1b[31m.html: no table');
});

it('goes on when nobody reads its messages any more', () => {
  const folder = folderOf({ 'a.html': pageOf('乡', 1), 'list.txt': 'missing\n'.repeat(5000) });
  const shell = `"${process.execPath}" "${bin}" extract @list.txt a.html -o a.csv 2>&1 >/dev/null | head -1`;
  execFileSync('sh', ['-c', shell], { cwd: folder });
  expect(readFileSync(join(folder, 'a.csv'), 'utf8').trim().split('\n')).toHaveLength(1 + CELLS);
});

it('does not begin again what closing the pool has ended', async () => {
  const folder = folderOf({});
  const endless = join(folder, 'pipe');
  execFileSync('mkfifo', [endless]);
  const pool = new WorkerPool({ jobs: 1, single: false, seconds: 1000, megabytes: 256 });
  const reading = pool.read([{ source: { path: endless }, product: { kind: 'check' } }]);
  await pool.close();
  expect((await reading).map(({ reports }) => reports)).toEqual([0]);
});

it('says of a name that cannot be opened, alone or not, what is wrong with it', async () => {
  const folder = folderOf({ 'a.html': pageOf('乡', 1) });
  const none = 'no such file or folder; check the path';
  for (const name of ['b.html', 'a.html/b', 'b'.repeat(300)])
    expect(await nianbao(['extract', name], folder)).toMatchObject({ status: 2, stderr: `${name}: ${none}\n` });
});

it('refuses one file for two outputs, and standard input given twice', async () => {
  const folder = folderOf({ 'a.html': pageOf('乡', 1) });
  for (const [args, line] of [
    [
      ['extract', 'a.html', '-o', 'a.csv', '--failures', './a.csv'],
      './a.csv: two outputs cannot share a file; give each its own name',
    ],
    [['extract', '-', '-'], '-: standard input can be read only once; name it once'],
  ] as const)
    expect(await nianbao(args, folder)).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
  expect(readdirSync(folder)).toEqual(['a.html']);
});

const temporaryOf = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.part'));

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a divided run', () => {
  const folder = folderOf({
    ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}.html`, pageOf(`第${i}乡人民政府`, i % 3)])),
    'bad.html': '',
  });
  const part = (shard: string, name: string, ...more: string[]) =>
    nianbao(['extract', '.', '--shard', shard, '-o', name, ...more], folder);

  it('joins to what a single run writes, byte for byte', async () => {
    const single = await nianbao(['extract', '.', '-o', join(root, 'single.csv')], folder);
    for (const i of [1, 2, 3]) await part(`${i}/3`, `part-${i}`);
    const merged = await nianbao(['merge', 'part-3', 'part-1', 'part-2', '-o', join(root, 'merged.csv')], folder);
    expect(readFileSync(join(root, 'merged.csv'))).toEqual(readFileSync(join(root, 'single.csv')));
    expect(merged).toEqual(single);
    expect(merged.status).toBe(1);
  });

  it('refuses shards that are missing, given twice, cut off, or of another run', async () => {
    const refusal = async (...parts: string[]) => {
      const { status, stderr } = await nianbao(['merge', ...parts, '-o', 'no.csv'], folder);
      expect(existsSync(join(folder, 'no.csv'))).toBe(false);
      return `${status} ${stderr.trim()}`;
    };
    writeFileSync(join(folder, 'cut'), readFileSync(join(folder, 'part-2')).subarray(0, -40));
    await part('2/3', 'json-2', '--format', 'json');
    const [head = '', ...rest] = gunzipSync(readFileSync(join(folder, 'part-2')))
      .toString()
      .split('\n');
    const older = JSON.stringify({ ...JSON.parse(head), nianbao: '0.0.1' });
    writeFileSync(join(folder, 'older-2'), gzipSync([older, ...rest].join('\n')));
    expect(await refusal('part-1', 'part-3')).toBe('2 shard 2 of 3 is missing; run it, then merge all parts');
    expect(await refusal('part-1', 'part-1', 'part-2', 'part-3')).toMatch(/^2 shard 1\/3 is given twice/);
    expect(await refusal('part-1', 'cut', 'part-3')).toMatch(/^2 cut: .*cut off; run its shard again$/);
    expect(await refusal('part-1', 'json-2', 'part-3')).toMatch(/^2 json-2: made with other options/);
    expect(await refusal('part-1', 'older-2', 'part-3')).toMatch(/^2 older-2: made by nianbao 0\.0\.1, this is /);
    expect(await refusal('part-1', '0.html', 'part-3')).toMatch(/^2 0\.html: not a part of a divided run/);
    writeFileSync(join(folder, 'new.html'), pageOf('新乡', 1));
    await part('2/3', 'other-2');
    expect(await refusal('part-1', 'other-2', 'part-3')).toMatch(/^2 other-2: made of another list of inputs/);
    rmSync(join(folder, 'new.html'));
  }, 20_000);
});

describe('progress', () => {
  it.each([
    ['en', /^2 of 4 · 0\.0\/s · 1 min 01 s left · 1 failed\n$/],
    ['zh', /^4 个文件已完成 2 · 每秒 0\.0 个 · 尚需 1 分 01 秒 · 失败 1\n$/],
  ] as const)('is a line a minute where there is no terminal, in the language asked for: %s', async (lang, line) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      let stderr = '';
      const io = { stdout: { write: () => true }, stdin: async () => Buffer.of(), env: {} };
      const progress = await Progress.begin({ ...io, stderr: { write: (text) => (stderr += text) } }, 4, false, lang);
      progress.step(true);
      vi.setSystemTime(Date.now() + 61_000);
      progress.step(false);
      progress.step(false);
      progress.end();
      expect(stderr).toMatch(line);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is not drawn on a terminal without a width, which would redraw without end', async () => {
    let stderr = '';
    const io = { stdout: { write: () => true }, stdin: async () => Buffer.of(), env: {} };
    const write = (text: string) => {
      stderr += text;
    };
    const progress = await Progress.begin({ ...io, stderr: { write, isTTY: true, columns: 0 } }, 2, false, 'en');
    progress.step(true);
    progress.line('a.html: the file is empty; fetch it again');
    progress.end();
    expect(stderr).toBe('a.html: the file is empty; fetch it again\n');
  });
});
