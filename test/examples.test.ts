import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type IJob, Job } from 'kubernetes-models/batch/v1';
import { type IContainer, PersistentVolumeClaim } from 'kubernetes-models/v1';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { pageOf } from './support/run.js';

/** The shell of examples/, with the variables that Slurm and Kubernetes would set; neither of them is needed here. */
let folder = '';
const at = (...names: string[]) => join(folder, ...names);

function shell(argv: readonly string[], env: Record<string, string | number> = {}) {
  const [command = '', ...args] = argv;
  const variables = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]));
  const options = { cwd: folder, env: { PATH: `${at('bin')}:${process.env.PATH}`, LANG: 'C.UTF-8', ...variables } };
  return new Promise<{ status: number; stderr: string }>((done) => {
    execFile(command, args, options, (error, _, stderr) =>
      done({ status: error === null ? 0 : Number(error.code), stderr }),
    );
  });
}

/** Puts in nianbao's place what only ends with a status. */
async function nianbaoEnds(status: number): Promise<void> {
  await rm(at('bin/nianbao'));
  await writeFile(at('bin/nianbao'), `#!/bin/sh\nexit ${status}\n`);
  await chmod(at('bin/nianbao'), 0o755);
}

async function sameAsSingleRun(): Promise<void> {
  expect(await readFile(at('cells.csv'))).toEqual(await readFile(at('single.csv')));
  expect(await readFile(at('cells.csv.run/failures.csv'))).toEqual(await readFile(at('single-failures.csv')));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-'));
  await mkdir(at('reports/云溪市'), { recursive: true });
  await mkdir(at('bin'));
  for (const organ of ['甲县', '乙县', '丙 县', '丁县'])
    await writeFile(at(`reports/云溪市/${organ}.html`), pageOf(organ, 1));
  await writeFile(at('reports/nothing.html'), '<p>404</p>');
  await symlink(resolve('bin/nianbao.js'), at('bin/nianbao'));
  const { status } = await shell([
    'nianbao',
    'extract',
    'reports',
    '-o',
    'single.csv',
    '--failures',
    'single-failures.csv',
    '--jobs',
    '1',
  ]);
  expect(status).toBe(1);
});
beforeEach(async () => {
  await rm(at('bin/nianbao'));
  await symlink(resolve('bin/nianbao.js'), at('bin/nianbao'));
  await rm(at('cells.csv'), { force: true });
  await rm(at('cells.csv.run'), { recursive: true, force: true });
  await mkdir(at('cells.csv.run'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('examples/slurm', () => {
  const shard = (number: number) =>
    shell([resolve('examples/slurm/shard.sh'), 'reports', 'cells.csv', '3'], {
      SLURM_ARRAY_TASK_ID: number,
      SLURM_CPUS_PER_TASK: 1,
    });
  const merge = () => shell([resolve('examples/slurm/merge.sh'), 'cells.csv', '3']);

  it('makes what a single run makes, though a file cannot be read', async () => {
    for (const number of [1, 2, 3]) expect(await shard(number)).toMatchObject({ status: 0 });
    expect(await merge()).toMatchObject({ status: 0 });
    await sameAsSingleRun();
  });

  it('does not merge without one of the parts, and leaves no older result', async () => {
    await cp(at('single.csv'), at('cells.csv'));
    for (const number of [1, 3]) await shard(number);
    expect(await merge()).toEqual({
      status: 2,
      stderr: 'cells.csv.run/part-2: no such file; check the path\n',
    });
    await expect(readFile(at('cells.csv'))).rejects.toThrow('ENOENT');
  });

  it.each([2, 70, 130, 137])('fails where nianbao ends with %i', async (status) => {
    await nianbaoEnds(status);
    expect(await shard(1)).toMatchObject({ status });
    expect(await merge()).toMatchObject({ status });
  });

  it('fails where there is no part of this try', async () => {
    await writeFile(at('cells.csv.run/part-1'), 'of an earlier try');
    await nianbaoEnds(1);
    expect(await shard(1)).toMatchObject({ status: 1 });
    expect(await merge()).toMatchObject({ status: 1 });
  });
});

describe('examples/kubernetes', async () => {
  const read = async (name: string) => parse(await readFile(resolve('examples/kubernetes', name), 'utf8'));
  const shards: IJob = await read('shards.yaml');
  const merge: IJob = await read('merge.yaml');
  const container = (job: IJob) => job.spec?.template.spec?.containers[0] as IContainer;

  /** Runs what a job's pod would run, with the job's own variables. */
  function pod(job: IJob, index?: number) {
    const { command = [], args = [], env = [], resources } = container(job);
    const variables = env.map(({ name, value, valueFrom }) => [
      name,
      value ?? resources?.limits?.[valueFrom?.resourceFieldRef?.resource.replace('limits.', '') as string],
    ]);
    if (index !== undefined) variables.push(['JOB_COMPLETION_INDEX', index]);
    return shell([...command, ...args], Object.fromEntries(variables));
  }

  it('is valid by the schemas of Kubernetes', async () => {
    for (const job of [shards, merge]) expect(() => new Job(job).validate()).not.toThrow();
    const volume = await read('volume.yaml');
    expect(() => new PersistentVolumeClaim(volume).validate()).not.toThrow();
    for (const job of [shards, merge])
      expect(job.spec?.template.spec?.volumes?.[0]?.persistentVolumeClaim?.claimName).toBe(volume.metadata.name);
  });

  it('has as many pods as shards, and memory for the workers', () => {
    const value = (job: IJob, name: string) => container(job).env?.find((variable) => variable.name === name)?.value;
    expect(value(shards, 'SHARDS')).toBe(String(shards.spec?.completions));
    expect(value(merge, 'SHARDS')).toBe(String(shards.spec?.completions));
    const { cpu, memory } = container(shards).resources?.limits ?? {};
    const megabytes = Number(/^(\d+)Gi$/.exec(String(memory))?.[1]) * 1024;
    const MAIN_PROCESS = 256;
    expect(megabytes).toBeGreaterThan(Number(cpu) * (Number(value(shards, 'MEMORY_LIMIT')) + 200) + MAIN_PROCESS);
  });

  it('makes what a single run makes, though a file cannot be read', async () => {
    const pods = Array.from({ length: shards.spec?.completions ?? 0 }, (_, index) => pod(shards, index));
    for (const ended of pods) expect(await ended).toMatchObject({ status: 0 });
    expect(await pod(merge)).toMatchObject({ status: 0 });
    await sameAsSingleRun();
  });

  it('fails without one of the parts, and where nianbao does', async () => {
    expect(await pod(merge)).toEqual({
      status: 2,
      stderr: 'cells.csv.run/part-1: no such file; check the path\n',
    });
    for (const status of [1, 2, 70, 130]) {
      await nianbaoEnds(status);
      expect(await pod(shards, 0)).toMatchObject({ status });
      expect(await pod(merge)).toMatchObject({ status });
    }
  });
});
