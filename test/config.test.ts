import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validateSchema } from '../src/export/schema.js';
import { exampleReport, settle, validate } from '../src/index.js';
import { pageOf, run } from './support/run.js';

let folder = '';
const home = process.cwd();
const config = (value: unknown, name = 'nianbao.config.json') => writeFile(name, JSON.stringify(value));
const OFF = ['--rule', 'document/incomplete=off'];
const counts = async (...args: string[]) => {
  const { status, stdout } = await run('validate', 'a.html', '--format', 'json', ...args);
  const { errors, warnings, notes } = JSON.parse(stdout).summary;
  return { status, errors, warnings, notes };
};

/** A page with two broken balances, in a working directory of its own. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-'));
  process.chdir(folder);
  await writeFile('a.html', pageOf('云溪市', 2));
});
afterEach(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});

describe('severities', () => {
  it.each([
    ['error', { status: 1, errors: 2, warnings: 0, notes: 0 }],
    ['warning', { status: 0, errors: 0, warnings: 2, notes: 0 }],
    ['note', { status: 0, errors: 0, warnings: 0, notes: 2 }],
    ['off', { status: 0, errors: 0, warnings: 0, notes: 0 }],
  ])('--rule requests/balance=%s', async (severity, expected) => {
    expect(await counts(...OFF, '--rule', `requests/balance=${severity}`)).toEqual(expected);
  });

  it('come from the configuration, and the command line has the last word', async () => {
    await config({ rules: { 'document/incomplete': 'off', 'requests/balance': 'note' } });
    expect(await counts()).toEqual({ status: 0, errors: 0, warnings: 0, notes: 2 });
    expect(await counts('--rule', 'requests/balance=error')).toMatchObject({ status: 1, errors: 2 });
    await config({ rules: { 'document/incomplete': 'off', 'requests/balance': 'off' } }, 'other.json');
    expect(await counts('--config', 'other.json')).toMatchObject({ status: 0, notes: 0 });
  });

  it('leave a place milder that its rule judges milder', () => {
    const row = ['issued', 'repealed', 'in_force'].map((column) => [`proactive.regulations.${column}`, null] as const);
    const findings = validate(exampleReport({ edition: '2021', cells: Object.fromEntries(row) }));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['document/incomplete', 'note']]);
    expect(settle(findings, { 'document/incomplete': 'error' })).toEqual(findings);
    expect(settle(findings, { 'document/incomplete': 'off' })).toEqual([]);
  });
});

describe('--fail-on and --max-warnings', () => {
  it.each([
    [['--fail-on', 'error'], 0, ''],
    [['--fail-on', 'warning'], 1, 'fails: 2 findings at or above --fail-on warning\n'],
    [['--fail-on', 'note'], 1, 'fails: 2 findings at or above --fail-on note\n'],
    [['--max-warnings', '2'], 0, ''],
    [['--max-warnings', '1'], 1, 'fails: 2 warnings, more than --max-warnings 1\n'],
    [['--max-warnings', '0', '--fail-on', 'never'], 0, ''],
  ])('two warnings, %j: %i', async (args, status, stderr) => {
    const result = await run('validate', 'a.html', ...OFF, '--rule', 'requests/balance=warning', ...args);
    expect([result.status, result.stderr]).toEqual([status, stderr]);
  });

  it('never fails for findings, but still for wrong usage', async () => {
    expect((await run('validate', 'a.html', '--fail-on', 'never')).status).toBe(0);
    expect((await run('validate', 'gone.html', '--fail-on', 'never')).status).toBe(2);
  });

  it('are read from the configuration', async () => {
    await config({ rules: { 'document/incomplete': 'off', 'requests/balance': 'warning' }, maxWarnings: 1 });
    expect(await counts()).toMatchObject({ status: 1, warnings: 2 });
    expect(await counts('--max-warnings', '2')).toMatchObject({ status: 0 });
    await config({ failOn: 'never' });
    expect(await counts()).toMatchObject({ status: 0, errors: expect.any(Number) });
    await config({ baseline: 'known.json' });
    expect((await run('validate', 'a.html', '--update-baseline')).status).toBe(0);
    expect((await run('validate', 'a.html')).status).toBe(0);
  });
});

describe('a wrong setting is told in one line, before a file is read', () => {
  it.each([
    [{ rules: { 'requests/balance': 'fatal' } }, 'rules."requests/balance" must be one of off, note, warning, error'],
    [
      { rules: { 'requests/balanc': 'off' } },
      'rules: no rule named requests/balanc; did you mean requests/balance? (nianbao rules lists them)',
    ],
    [{ rule: {} }, 'unknown key "rule"; allowed: $schema, rules, failOn, maxWarnings, baseline'],
    [{ failOn: 'fatal' }, 'failOn must be one of error, warning, note, never'],
    [{ maxWarnings: -1 }, 'maxWarnings must be a whole number from 0'],
    [{ maxWarnings: '3' }, 'maxWarnings must be a whole number from 0'],
    [{ baseline: 3 }, 'baseline must be the path of a file'],
    [[], 'must be a JSON object'],
  ])('%j', async (value, message) => {
    await config(value);
    expect(await run('validate', 'a.html')).toEqual({
      status: 2,
      stdout: '',
      stderr: `nianbao.config.json: ${message}\n`,
    });
  });

  it.each([
    [
      ['--rule', 'requests/balance=off=on'],
      '--rule requests/balance=off=on: write requests/balance=off|note|warning|error\n',
    ],
    [['--rule', 'requests/balance'], '--rule requests/balance: write requests/balance=off|note|warning|error\n'],
    [
      ['--rule', 'requests/balance=fatal'],
      '--rule requests/balance=fatal: write requests/balance=off|note|warning|error\n',
    ],
    [
      ['--rule', 'request/balance=off'],
      '--rule request/balance=off: no rule named request/balance; did you mean requests/balance? (nianbao rules lists them)\n',
    ],
    [
      ['--report', 'xml=a.xml'],
      '--report xml=a.xml: write FORMAT=FILE; formats: text, json, junit, sarif, github, markdown\n',
    ],
    [['--report', 'junit'], '--report junit: write FORMAT=FILE; formats: text, json, junit, sarif, github, markdown\n'],
    [['--report', 'junit=a', '--report', 'sarif=a'], 'a: two outputs cannot share a file; give each its own name\n'],
    [['--config', 'gone.json'], 'gone.json: no such file; check the path\n'],
  ])('%j', async (args, message) => {
    expect(await run('validate', 'a.html', ...args)).toEqual({ status: 2, stdout: '', stderr: message });
  });

  it('takes a configuration with a byte order mark, and tells broken JSON', async () => {
    await writeFile('nianbao.config.json', '\uFEFF{"failOn":"never"}');
    expect((await run('validate', 'a.html')).status).toBe(0);
    await writeFile('nianbao.config.json', '{\n');
    const { status, stderr } = await run('validate', 'a.html');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^nianbao\.config\.json: not valid JSON: [^\n]+\n$/);
  });
});

describe('several formats at once', () => {
  it('writes each whole, and text to stdout', async () => {
    const reports = ['json=o.json', 'junit=o.xml', 'sarif=o.sarif', 'github=o.log', 'markdown=o.md'];
    const { status, stdout } = await run('validate', 'a.html', ...reports.flatMap((r) => ['--report', r]));
    expect(status).toBe(1);
    expect(stdout).toMatch(/\nNOT VALID · 1 report in 1 file: .*\n$/);
    const starts = {
      'o.json': '{\n  "reports"',
      'o.xml': '<?xml',
      'o.sarif': '{\n  "$schema"',
      'o.log': '::error ',
      'o.md': '## NOT',
    };
    for (const [file, start] of Object.entries(starts))
      expect((await readFile(file, 'utf8')).startsWith(start)).toBe(true);
    validateSchema.parse(JSON.parse(await readFile('o.json', 'utf8')));
  });

  it('tells the format by the name of -o', async () => {
    for (const [name, start] of [
      ['a.xml', '<?xml'],
      ['a.sarif', '{\n  "$schema"'],
      ['a.sarif.json', '{\n  "$schema"'],
      ['a.md', '## '],
      ['a.json', '{\n  "reports"'],
      ['a.log', 'a.html'],
    ] as const) {
      await run('validate', 'a.html', '-o', name);
      expect((await readFile(name, 'utf8')).startsWith(start)).toBe(true);
    }
  });
});
