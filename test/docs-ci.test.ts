import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { pageOf } from './support/run.js';

/** The code blocks of a page, run as they stand in a repository that has nianbao installed. */
const blocksOf = async (path: string) => {
  const blocks = [...(await readFile(path, 'utf8')).matchAll(/```\w+\n(.*?)```/gs)].map(([, text]) => text ?? '');
  return (part: string): string => blocks.find((text) => text.includes(part)) ?? '';
};
const block = await blocksOf('docs/ci.md');

let folder = '';
const shell = (command: string) =>
  new Promise<{ status: number; stdout: string; stderr: string }>((done) => {
    const env = {
      ...process.env,
      GITHUB_STEP_SUMMARY: join(folder, 'step-summary'),
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
    };
    execFile('sh', ['-c', command], { cwd: folder, env }, (error, stdout, stderr) =>
      done({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
const report = (name: string, carriedOut: number) =>
  writeFile(join(folder, 'reports', name), pageOf(name.replace('.html', '市'), carriedOut));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-'));
  await mkdir(join(folder, 'reports'));
  await mkdir(join(folder, 'node_modules/.bin'), { recursive: true });
  await symlink(resolve('bin/nianbao.js'), join(folder, 'node_modules/.bin/nianbao'));
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  await writeFile(join(folder, 'nianbao.config.json'), '{"rules":{"document/incomplete":"off"}}');
  await report('good.html', 1);
});
afterEach(() => rm(folder, { recursive: true }));

const linesOf = (job: string, pattern: RegExp) => [...job.matchAll(pattern)].map(([, line]) => line as string);
const hookOf = async (text: string) => {
  const hook = join(folder, '.githooks/pre-commit');
  await mkdir(join(folder, '.githooks'));
  await writeFile(hook, text);
  await chmod(hook, 0o755);
  await shell('git init -q . && git config core.hooksPath .githooks');
};
const commit = 'git -c user.name=a -c user.email=a@example.org commit -qm';

describe.each(['README.md', 'README.zh-CN.md'])('%s', async (page) => {
  const shown = await blocksOf(page);
  const jobs = [
    ['GitHub', linesOf(shown('runs-on'), /run: (.*)/g), /^::error file=reports\/bad\.html,/m],
    ['GitLab', linesOf(shown('artifacts:'), /^ {4}- (.*)$/gm), /^NOT VALID/m],
  ] as const;
  it.each(jobs)('%s: the lines that a runner would run', async (_, lines, told) => {
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('npm ci');
    const check = lines[1] as string;
    expect(await shell(check)).toMatchObject({ status: 0 });
    await report('bad.html', 2);
    const { status, stdout } = await shell(check);
    expect(status).toBe(1);
    expect(stdout).toMatch(told);
  });

  it('GitLab: the artifact is what the job writes', async () => {
    const job = shown('artifacts:');
    await shell(linesOf(job, /^ {4}- (.*)$/gm)[1] as string);
    expect(await readFile(join(folder, /junit: ([\w.]+)/.exec(job)?.[1] as string), 'utf8')).toContain('<testsuites');
  });

  it('the hook stops a commit', async () => {
    await hookOf(shown('core.hooksPath'));
    expect(await shell(`git add reports && ${commit} good`)).toMatchObject({ status: 0 });
    await report('bad.html', 2);
    expect((await shell(`git add reports && ${commit} bad`)).status).toBe(1);
    await report('bad.html', 1);
    expect((await shell(`git add reports && ${commit} repaired`)).status).toBe(0);
  });
});

describe('docs/ci.md', () => {
  it('GitHub Actions: the lines that a runner would run', async () => {
    const lines = linesOf(block('runs-on'), /run: (.*)/g);
    expect(lines[0]).toBe('npm ci');
    const [, check = '', summary = ''] = lines;
    expect(await shell(check)).toMatchObject({ status: 0 });
    await report('bad.html', 2);
    const { status, stdout } = await shell(check);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=reports\/bad\.html,title=requests\/balance/);
    expect(await shell(summary)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await readFile(join(folder, 'step-summary'), 'utf8')).toMatch(/^## NOT VALID/);
    expect(JSON.parse(await readFile(join(folder, 'nianbao.sarif'), 'utf8')).runs[0].results).toHaveLength(2);
  });

  it('GitLab: the script and its artifact', async () => {
    const text = block('artifacts:');
    const [, check = ''] = linesOf(text, /^ {4}- (.*)$/gm);
    const artifact = /junit: (.*)/.exec(text)?.[1] as string;
    await report('bad.html', 2);
    expect((await shell(check)).status).toBe(1);
    expect(await readFile(join(folder, artifact), 'utf8')).toContain('failures="2"');
  });

  it('the hook stops a commit by what is staged, not by what lies about', async () => {
    await hookOf(
      block('core.hooksPath').replace('validate reports', 'validate reports --config "$root/nianbao.config.json"'),
    );
    expect(await shell(`git add package.json && ${commit} none`)).toMatchObject({ status: 0, stdout: '' });
    expect(await shell(`git add reports && ${commit} good`)).toMatchObject({ status: 0 });
    await report('bad.html', 2);
    const refused = await shell(`git add reports && ${commit} bad`);
    expect(refused.status).toBe(1);
    expect(refused.stdout + refused.stderr).toContain('NOT VALID · 1 report in 1 file: 2 errors');
    await report('bad.html', 1);
    expect((await shell(`${commit} bad`)).status).toBe(1);
    expect((await shell(`git add reports && ${commit} repaired`)).status).toBe(0);
  });

  it('pre-commit: the entry, with the files that the pattern takes', async () => {
    const [hook] = parse(block('.pre-commit-config.yaml')).repos[0].hooks;
    const taken = ['a.html', 'b.htm', 'c.PDF', '深/d.pdf', 'e.docx', 'f.csv'].filter((name) =>
      new RegExp(hook.files).test(`reports/${name}`),
    );
    expect(taken).toEqual(['a.html', 'b.htm', '深/d.pdf', 'e.docx']);
    expect(new RegExp(hook.files).test('old/reports/a.html')).toBe(false);
    expect(await shell(`${hook.entry} reports/good.html`)).toMatchObject({ status: 0 });
    await report('bad.html', 2);
    expect((await shell(`${hook.entry} reports/good.html reports/bad.html`)).status).toBe(1);
  });

  it('the settings and the baseline', async () => {
    await writeFile(join(folder, 'nianbao.config.json'), block('"maxWarnings"'));
    await report('bad.html', 2);
    expect((await shell('npx nianbao validate reports')).status).toBe(2); // The baseline is not there yet.
    expect((await shell(block('--update-baseline\n'))).status).toBe(0);
    expect((await shell('npx nianbao validate reports')).status).toBe(0);
    await report('worse.html', 2);
    expect((await shell('npx nianbao validate reports')).status).toBe(1);
  });
});
