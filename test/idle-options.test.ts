import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { reportOf, temporaryFolder } from './support/outputs.js';
import { run } from './support/run.js';

const at = temporaryFolder();
const PAGE = reportOf('hebei-2020-html');

it.each([
  ['--layout of JSON', ['extract', PAGE, '--format', 'json', '--layout', 'wide'], '--layout: json has no columns'],
  [
    '--layout of a workbook',
    ['extract', PAGE, '-o', at('x.xlsx'), '--layout', 'long'],
    '--layout: a workbook has both',
  ],
  ['--labels of NDJSON', ['extract', PAGE, '-o', at('x.ndjson'), '--labels', 'en'], '--labels: ndjson has ids'],
  [
    '--labels of wide Parquet',
    ['extract', PAGE, '-o', at('x.parquet'), '--layout', 'wide', '--labels', 'zh'],
    '--labels: the heads of a Parquet file are ids',
  ],
  [
    '--labels of a column that is left out',
    ['extract', PAGE, '--columns', 'file,value', '--labels', 'en'],
    '--labels: only the column label has labels',
  ],
  ['--bom of a workbook', ['extract', PAGE, '-o', at('x.xlsx'), '--bom'], '--bom: only CSV may begin'],
  ['--no-bom of JSON', ['extract', PAGE, '--format', 'json', '--no-bom'], '--no-bom: only CSV may begin'],
  [
    'a part with the name of a table',
    ['extract', PAGE, '--shard', '1/2', '-o', 'x.csv'],
    'x.csv: a part is in a format',
  ],
  ['a part without a name', ['extract', PAGE, '--shard', '1/2'], '--shard: name the part with -o FILE'],
  ['--bom of a part', ['extract', PAGE, '--shard', '1/2', '-o', at('p'), '--bom'], '--bom: give it to merge'],
  ['two outputs', ['extract', PAGE, '-o', at('x.csv'), '-o', at('x.json')], 'Give it once.'],
  ['two lists of failures', ['extract', PAGE, '--failures', at('a'), '--failures', at('b')], 'Give it once.'],
  ['an output without a name', ['extract', PAGE, '-o', ''], 'Give a name.'],
  [
    'standard output by name',
    ['extract', PAGE, '-o', '-'],
    'Leave the option out; without it the output goes to standard output.',
  ],
  ['findings as a table', ['validate', PAGE, '-o', 'x.csv'], 'x.csv: findings are written as text, json, junit'],
  ['a rollup as SARIF', ['rollup', PAGE, PAGE, '-o', 'x.sarif'], 'x.sarif: findings are written as text, json;'],
  ['a drawing as PNG', ['inspect', PAGE, '-o', 'x.png'], 'x.png: the drawing is SVG'],
  ['the second page of a web page', ['inspect', PAGE, '--page', '2'], 'has no page 2'],
])('refuses %s, which would be ignored, in one line', async (_, argv, line) => {
  const { status, stdout, stderr } = await run(...argv);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.replace('(--help shows the usage)\n', '')).toMatch(/^[^\n]+\n$/);
  expect(stderr).toContain(line);
  expect(await readdir(at('.'))).toEqual([]);
});

it('refuses a byte order mark when merging what is no CSV', async () => {
  await run('extract', PAGE, '--shard', '1/1', '-o', at('part'), '--format', 'json');
  const { status, stderr } = await run('merge', at('part'), '--bom');
  expect([status, stderr]).toEqual([2, '--bom: only CSV may begin with a byte order mark; leave it out\n']);
});
