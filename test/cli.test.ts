import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { extractSchema, validateSchema } from '../src/export/schema.js';
import { runWith as run } from './support/run.js';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const HEBEI = fixture('hebei-2020-html/report.html');
const CLEAN = fixture('labels-repeat-2021-html/report.html');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('validate', () => {
  it('tells the four columns in which Hebei 2020 breaks the required sum, with the figures', async () => {
    const { status, stdout } = await run(['validate', HEBEI]);
    expect(status).toBe(1);
    for (const line of ['9038', '9227', '9234', '自然人', '商业企业', '社会公益组织', '其他'])
      expect(stdout).toContain(line);
    expect(stdout.match(/requests\/balance/g)).toHaveLength(4);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      'NOT VALID · 1 report in 1 file: 4 errors, 0 warnings, 0 notes, 0 unreadable; 2 of 3 tables certified',
    );
  });

  it('claims no sum that does not hold, where its finding is switched off or known', async () => {
    const { status, stdout } = await run(['validate', HEBEI, '--rule', 'requests/balance=off']);
    expect(status).toBe(0);
    expect(stdout.split('\n')[0]).toMatch(/ · no findings$/);
    expect((await run(['validate', CLEAN])).stdout.split('\n')[0]).toMatch(/ · every sum holds$/);
  });

  it('calls nothing valid where there was nothing to check', async () => {
    const { status, stdout } = await run(['validate', 'nothing.html']);
    expect({ status, stdout }).toEqual({
      status: 2,
      stdout:
        'NOT VALID · 0 reports in 0 files: 0 errors, 0 warnings, 0 notes, 0 unreadable; 0 of 0 tables certified\n',
    });
    expect(JSON.parse((await run(['validate', 'nothing.html', '--format', 'json'])).stdout).summary.valid).toBe(false);
  });

  it('says yes to a clean report', async () => {
    const { status, stdout } = await run(['validate', CLEAN]);
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^valid · 1 report/);
  });

  it('prints JSON by its schema', async () => {
    const { stdout } = await run(['validate', '--format', 'json', HEBEI, fixture('bad-images-2022-html/report.html')]);
    const output = validateSchema.parse(JSON.parse(stdout));
    expect(output.reports.map(({ findings }) => findings.length)).toEqual([4, 1]);
    expect(output.reports[0]?.findings[0]).toMatchObject({
      rule: 'requests/balance',
      column: 'natural_person',
      args: { left: 9227, right: 9234, difference: -7 },
    });
    expect(output.summary).toMatchObject({ valid: false, files: 2, reports: 1, errors: 5, unreadable: 1 });
  });

  it('speaks Chinese', async () => {
    const { stdout } = await run(['validate', '--lang', 'zh', HEBEI]);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      '不合格 · 1 个文件 1 份年报：错误 4，警告 0，提示 0，无法读取 0；3 张表中核证 2 张',
    );
  });

  it('reads standard input', async () => {
    const { status, stdout } = await run(['validate', '-'], readFileSync(HEBEI, 'utf8'));
    expect([status, stdout.includes('9227')]).toEqual([1, true]);
  });
});

describe('extract', () => {
  it('writes one line a cell, with the contract of the columns', async () => {
    const { status, stdout } = await run(['extract', HEBEI]);
    const lines = stdout.trim().split('\n');
    expect(status).toBe(0);
    expect(lines[0]).toBe('file,report,organ,year,edition,table,row,column,label,value,unit,state,printed,place');
    expect(lines).toHaveLength(199);
    expect(lines).toContain(
      `${HEBEI},1,河北省,2020,2019,proactive,procurement,amount,第二十条第（九）项 / 政府集中采购 · 采购总金额,23899000000,元,read,238.99亿元,table 1 row 18 cell 3`,
    );
    expect(lines.find((line) => line.includes('licensing,items_change'))).toContain(',-616,,read,-616,');
  });

  it('writes one line a report', async () => {
    const { stdout } = await run(['extract', '--layout', 'wide', HEBEI, fixture('two-years-2021-html/report.html')]);
    const [head = '', ...rows] = stdout.trim().split('\n');
    const column = head.split(',').indexOf('requests.new.natural_person');
    expect(rows).toHaveLength(3);
    expect(rows[0]?.split(',')[column]).toBe('9038');
  });

  it('prints JSON and NDJSON by the schema', async () => {
    const json = extractSchema.parse(JSON.parse((await run(['extract', '--format', 'json', HEBEI, CLEAN])).stdout));
    expect(json.reports).toHaveLength(2);
    expect(json.reports[0]?.tables.requests['refused.state_secret']?.natural_person).toEqual({
      value: 42,
      state: 'read',
      printed: '42',
      place: { table: 2, row: 8, cell: 3 },
    });
    const lines = (await run(['extract', '--format', 'ndjson', HEBEI, CLEAN])).stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(json.reports);
    expect((await run(['extract', '--format', 'json', fixture('bad-images-2022-html/report.html')])).stdout).toBe(
      '{\n"reports": []\n}\n',
    );
  });

  it('writes a file under its name only when whole, CSV with a mark that Excel needs', async () => {
    const csv = join(folder, 'out.csv');
    expect((await run(['extract', HEBEI, '-o', csv])).status).toBe(0);
    expect(readFileSync(csv, 'utf8').startsWith('\uFEFFfile,report,')).toBe(true);
    await run(['extract', HEBEI, '-o', csv, '--no-bom']);
    expect(readFileSync(csv, 'utf8').startsWith('file,report,')).toBe(true);
    await run(['extract', HEBEI, '-o', join(folder, 'out.json')]);
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')).reports).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect((await run(['extract', HEBEI])).stdout.startsWith('file,')).toBe(true);
  });

  it('guards text that a spreadsheet would run, and no figure', async () => {
    const page = readFileSync(HEBEI, 'utf8')
      .replaceAll('河北省2020年政府信息公开工作年度报告', '=cmd()2020年政府信息公开工作年度报告')
      .replace('<td>9038</td>', '<td>=9038</td>');
    const { stdout } = await run(['extract', '-'], page);
    expect(stdout).toContain("'=cmd()");
    expect(stdout).toContain(",,unreadable,'=9038,");
    expect(stdout).toContain(',424,,read,+424,');
  });
});

describe('several reports on a page', () => {
  const page = (name: string) =>
    readFileSync(fixture(`${name}/report.html`), 'utf8').replace(/^[\s\S]*?<body[^>]*>|<\/body>[\s\S]*$/g, '');
  const wide = async (html: string) => {
    const { stdout } = await run(['extract', '--layout', 'wide', '-'], html);
    return stdout
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(2, 4).join(' '));
  };
  const village = (organ: string) =>
    page('labels-repeat-2021-html')
      .replace(/[^<>]+(?=2021年政府信息公开)/g, organ)
      .replace(/(?<cell><td[^>]*>)[\d.]+<\/td>/g, '$<cell>0</td>');

  it('reads two bodies that both report zeros', async () => {
    expect(await wide(village('清水乡人民政府') + village('石梁乡人民政府'))).toEqual([
      '清水乡人民政府 2021',
      '石梁乡人民政府 2021',
    ]);
  });

  it('takes the same report printed twice for one', async () => {
    const once = page('labels-repeat-2021-html');
    expect(await wide(once + once)).toHaveLength(1);
  });
});

describe('bad input', () => {
  const write = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('names what is wrong in one line for each file and reads the others', async () => {
    const files = [
      write('empty.html', ''),
      write(
        'garbage.html',
        Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
      ),
      write('plan.txt', '2023年政务公开工作要点\n各单位要认真做好依申请公开，规范行政复议、行政诉讼。\n'),
      write('page.pdf', '%PDF-1.7 not really'),
      HEBEI,
    ];
    const { status, stdout, stderr } = await run(['extract', ...files]);
    expect(status).toBe(1);
    const lines = stderr.trim().split('\n');
    expect(lines.pop()).toBe('1 report in 5 files; 4 failed: document/unreadable 3, document/no-tables 1');
    expect(lines.map((line) => files.findIndex((file) => line.startsWith(`${file}: `)))).toEqual([0, 1, 2, 3]);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout.trim().split('\n')).toHaveLength(199);
    expect((await run(['validate', ...files])).status).toBe(1);
  });

  it.each([
    ['nested by the ten thousand', `${'<div>'.repeat(60_000)}x`],
    ['of one endless line', `${'（'.repeat(300_000)}\n${' '.repeat(300_000)}a|${'|'.repeat(300_000)}`],
    ['of nothing but numbers', Array.from({ length: 150_000 }, (_, i) => i).join('\n')],
  ])('says in one line that a file %s holds no report', async (_, content) => {
    const { status, stderr } = await run(['extract', '-'], content);
    expect([status, stderr.trim().split('\n').length]).toEqual([1, 1]);
  });

  it('exits 2 for a file that does not exist, after reading the others', async () => {
    const { status, stdout, stderr } = await run(['extract', join(folder, 'nowhere.html'), HEBEI]);
    expect([status, stdout.trim().split('\n').length]).toEqual([2, 199]);
    expect(stderr).toMatch(/nowhere\.html: no such file/);
  });

  it('tells a folder without reports', async () => {
    const { status, stderr } = await run(['validate', fileURLToPath(new URL('../bin', import.meta.url))]);
    expect([status, stderr.split('\n').length]).toEqual([1, 2]);
  });

  it('reads a folder of reports in the order of their paths', async () => {
    const { stdout } = await run(['extract', '--layout', 'wide', fixture('two-years-2021-html')]);
    expect(stdout.trim().split('\n')).toHaveLength(3);
  });

  it.runIf(process.platform === 'linux')('tells a file that cannot be opened', async () => {
    // Reading a process's memory from its start fails for every user, root too.
    const { status, stderr } = await run(['extract', '/proc/self/mem']);
    expect([status, stderr]).toEqual([
      1,
      '/proc/self/mem: the file cannot be opened (EIO); check that it is there and that you may read it\n',
    ]);
  });

  it.each([
    ['no command', []],
    ['no file', ['validate']],
    ['an unknown option', ['extract', HEBEI, '--frmat', 'csv']],
    ['an unknown format', ['extract', HEBEI, '--format', 'xls']],
    ['an output whose name tells no format', ['extract', HEBEI, '-o', 'out.dat']],
    ['an output that cannot be written', ['extract', HEBEI, '-o', '/nowhere/at/all.csv']],
    ['an output that is a folder', ['extract', HEBEI, '-o', fixture('hebei-2020-html'), '--format', 'csv']],
  ])('exits 2 for %s', async (_, argv) => {
    const { status, stdout } = await run(argv);
    expect([status, stdout.includes('file,report')]).toEqual([2, false]);
    expect(existsSync('out.dat')).toBe(false);
  });
});

it('says what a command does', async () => {
  expect((await run(['--help'])).stdout).toContain('validate');
  expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(JSON.parse((await run(['schema', 'extract'])).stdout)).toHaveProperty('properties.reports');
  expect((await run(['forms', '--edition', '2021'])).stdout).toContain(
    '（三）不予公开 / 1.属于国家秘密 `refused.state_secret`',
  );
});
