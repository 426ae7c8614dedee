import { expect, it } from 'vitest';
import { type Cell, toCsv } from '../src/index.js';
import { county } from './support/county.js';
import { reportOf } from './support/outputs.js';
import { runWith as run } from './support/run.js';

const HEBEI = reportOf('hebei-2020-html');
const lines = async (argv: string[]) => (await run(['extract', HEBEI, ...argv])).stdout.trim().split('\n');

it('chooses and orders columns', async () => {
  const wide = ['--layout', 'wide', '--columns', 'year,requests.new.total,file,organ'];
  expect(await lines(wide)).toEqual(['year,requests.new.total,file,organ', `2020,9973,${HEBEI},河北省`]);
  expect((await lines(['--columns', 'column,value,file']))[1]).toBe(`made,24,${HEBEI}`);
  expect((await lines(['--columns', 'row,column']))[1]).toBe('regulations,made');
});

it('keeps any name of a file and any printed text in their columns', () => {
  const report = county({});
  const [cell] = Object.values(report.tables.proactive.cells) as [Cell];
  const odd: Cell = { ...cell, state: 'unreadable', value: null, printed: 'a\0b\n"c"' };
  const proactive = { ...report.tables.proactive, cells: { ...report.tables.proactive.cells, [odd.id]: odd } };
  const reports = [{ ...report, tables: { ...report.tables, proactive } }];
  const csv = toCsv([{ file: '$& "1",\n2.html', reports }], false);
  expect(csv.startsWith('"$& ""1"",\n2.html",1,')).toBe(true);
  expect(csv).toContain(',unreadable,"a\uFFFDb\n""c""",');
});

it.each([
  ['valeu', 'long', 'value'],
  ['requests.new.totl', 'wide', 'requests.new.total'],
])('names the nearest column to %s', async (name, layout, near) => {
  const { status, stdout, stderr } = await run(['extract', HEBEI, '--layout', layout, '--columns', `file,${name}`]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`no column named ${name}; did you mean ${near}?`);
});

it('names no column that an unknown name is not like', async () => {
  const { stderr } = await run(['extract', HEBEI, '--columns', 'file,nonsense']);
  expect(stderr).toBe('--columns: no column named nonsense (nianbao forms --format csv lists them)\n');
});

it.each([
  ['a column of the other layout', ['--columns', 'requests.new.total'], 'a column of --layout wide'],
  ['no name', ['--columns', 'file,'], "no column named ''"],
  ['a column twice', ['--columns', 'file,file'], 'named twice'],
  ['columns of JSON', ['--columns', 'file', '--format', 'json'], 'json has no columns'],
])('exits 2 for %s', async (_, argv, message) => {
  const { status, stderr } = await run(['extract', HEBEI, ...argv]);
  expect([status, stderr.includes(message)]).toEqual([2, true]);
});

it('labels heads and cells in Chinese, English or by id', async () => {
  const wide = (labels: string) =>
    lines(['--layout', 'wide', '--columns', 'organ,requests.refused.state_secret.total', '--labels', labels]);
  expect((await wide('zh'))[0]).toBe('机关,三、本年度办理结果 / （三）不予公开 / 1.属于国家秘密 · 总计');
  expect((await wide('en'))[0]).toBe('Body,Outcomes this year / Refused / State secrets · Total');
  expect((await wide('id'))[0]).toBe('organ,requests.refused.state_secret.total');
  const long = async (labels: string) => (await lines(['--columns', 'label', '--labels', labels])).slice(0, 2);
  expect(await long('zh')).toEqual(['label', '第二十条第（一）项 / 规章 · 本年新制作数量']);
  expect(await long('en')).toEqual(['label', 'Article 20 (1) / Rules · Made this year']);
  expect(await long('id')).toEqual(['label', 'proactive.regulations.made']);
});

it.each(['zh', 'en'])('gives every column of the wide table its own head in %s', async (labels) => {
  const [head = ''] = await lines(['--layout', 'wide', '--labels', labels]);
  const heads = head.match(/"[^"]*"|[^,]+/g) ?? [];
  expect(new Set(heads).size).toBe((await lines(['--layout', 'wide']))[0]?.split(',').length);
});
