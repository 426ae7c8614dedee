import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageOf, run } from './support/run.js';

let folder = '';
const at = (name: string) => join(folder, name);
const write = (name: string, text: string) => writeFile(at(name), text);
const findings = async (name = 'known.json') => JSON.parse(await readFile(at(name), 'utf8')).findings;
/** The pages leave most rows out, which is not what is tested here. */
const validate = (...args: string[]) => run('validate', '--rule', 'document/incomplete=off', ...args);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-'));
  await write('a.html', pageOf('云溪市', 2));
  await write('b.html', pageOf('南屏市', 5));
});
afterEach(() => rm(folder, { recursive: true }));

describe('--baseline', () => {
  it('is written whole and sorted, and then its findings do not count', async () => {
    const both = [at('b.html'), at('a.html')];
    expect((await validate(...both)).status).toBe(1);
    const first = await validate(...both, '--baseline', at('known.json'), '--update-baseline');
    expect(first.status).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(['a.html', 'b.html', 'known.json']);
    expect(await findings()).toEqual(
      [
        ['云溪市 2023', 'natural_person', '2'],
        ['云溪市 2023', 'total', '2'],
        ['南屏市 2023', 'natural_person', '5'],
        ['南屏市 2023', 'total', '5'],
      ].map(([report, column, carried]) => ({
        report,
        rule: 'requests/balance',
        at: `requests//${column}`,
        cells: {
          [`requests.new.${column}`]: '3',
          [`requests.carried_in.${column}`]: '0',
          [`requests.total.${column}`]: '2',
          [`requests.carried_out.${column}`]: carried,
        },
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      })),
    );
    const again = await validate(...both, '--baseline', at('known.json'));
    expect(again.status).toBe(0);
    expect(again.stdout).toMatch(/valid · 2 reports in 2 files: 0 errors, 0 warnings, 0 notes, 0 unreadable/);
    expect(again.stderr).toBe(`baseline: 4 known, 0 gone (${at('known.json')})\n`);
  });

  it('lets a known finding neither hide a new one nor depend on the file', async () => {
    await validate(at('a.html'), '--baseline', at('known.json'), '--update-baseline');
    await write('moved.html', `<p>\n</p>${pageOf('云溪市', 2)}`);
    expect((await validate(at('moved.html'), '--baseline', at('known.json'))).status).toBe(0);
    await write('moved.html', pageOf('云溪市', 3));
    const changed = await validate(at('moved.html'), '--baseline', at('known.json'));
    expect(changed.status).toBe(1);
    expect(changed.stdout).toContain('2 errors');
  });

  it('tells what is gone, of the reports that it looked at', async () => {
    await validate(folder, '--baseline', at('known.json'), '--update-baseline');
    await write('a.html', pageOf('云溪市', 1));
    const { status, stderr } = await validate(at('a.html'), '--baseline', at('known.json'));
    expect(status).toBe(0);
    expect(stderr.split('\n')).toEqual([
      'baseline: gone: 云溪市 2023: requests/balance requests//natural_person',
      'baseline: gone: 云溪市 2023: requests/balance requests//total',
      `baseline: 0 known, 2 gone (${at('known.json')})`,
      '',
    ]);
  });

  it('keeps what it knows of reports that a run does not look at', async () => {
    await validate(folder, '--baseline', at('known.json'), '--update-baseline');
    await write('a.html', pageOf('云溪市', 1));
    await validate(at('a.html'), '--baseline', at('known.json'), '--update-baseline');
    const reports = (await findings()).map(({ report }: { report: string }) => report);
    expect(reports).toEqual(['南屏市 2023', '南屏市 2023']);
  });

  it('counts the same report twice as two findings', async () => {
    await validate(at('a.html'), '--baseline', at('known.json'), '--update-baseline');
    await write('copy.html', pageOf('云溪市', 2));
    const twice = await validate(at('a.html'), at('copy.html'), '--baseline', at('known.json'));
    expect(twice.stdout).toContain('2 errors');
  });

  it('knows a file that cannot be read by its name, until it can', async () => {
    await write('a.html', '');
    await validate(at('a.html'), '--baseline', at('known.json'), '--update-baseline');
    expect(await findings()).toMatchObject([{ rule: 'document/unreadable', at: 'document', cells: {} }]);
    await write('a.html', pageOf('云溪市', 1));
    const { stderr } = await validate(at('a.html'), '--baseline', at('known.json'));
    expect(stderr).toContain('baseline: 0 known, 1 gone');
  });

  it.each([
    ['no file', undefined, /known\.json: no such file; --update-baseline writes it\n$/],
    ['no JSON', '{', /known\.json: not valid JSON: .*\n$/],
    [
      'another file',
      '{"version":1}',
      /known\.json: not a baseline of nianbao; --update-baseline writes one under a name of its own\n$/,
    ],
    ['a later version', '{"version":2,"findings":[]}', /known\.json: not a baseline of nianbao/],
  ])('is wrong usage with %s', async (_, text, message) => {
    if (text !== undefined) await write('known.json', text);
    const { status, stdout, stderr } = await validate(folder, '--baseline', at('known.json'));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  it('must be named to be updated', async () => {
    const { status, stderr } = await validate(folder, '--update-baseline');
    expect([status, stderr]).toEqual([2, '--update-baseline: name the file with --baseline FILE\n']);
  });
});
