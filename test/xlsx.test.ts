import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { xlsxFormat } from '../src/export/xlsx.js';
import { reportOf, temporaryFolder, transcribed } from './support/outputs.js';
import { runWith as run } from './support/run.js';

const at = temporaryFolder();
const NAMES = ['hebei-2020-html', 'two-years-2021-html', 'bad-cut-row-2022-html'];

/** The sheets as another library reads them, by name. */
const sheetsOf = async (path: string) =>
  Object.fromEntries((await readWorkbook(path, { trim: false })).map(({ sheet, data }) => [sheet, data]));
const xmlOf = (path: string): string[] =>
  Object.entries(unzipSync(readFileSync(path)))
    .filter(([name]) => name.startsWith('xl/worksheets/'))
    .map(([, bytes]) => strFromU8(bytes));

it('has a sheet for reports, cells, findings and failures', async () => {
  const failing = reportOf('bad-images-2022-html');
  const { status } = await run(['extract', ...NAMES.map(reportOf), failing, '-o', at('a.xlsx'), '--lang', 'en']);
  expect(status).toBe(1);
  const { data = [], cells = [], findings = [], failures = [], ...others } = await sheetsOf(at('a.xlsx'));
  expect(others).toEqual({});

  expect(cells[0]?.slice(0, 5)).toEqual(['文件', '序号', '机关', '年度', '版次']);
  const of = (name: string) => cells[1]?.indexOf(name) as number;
  expect(
    cells.slice(2).map((row) => {
      const id = ['table', 'row', 'column'].map((name) => row[of(name)]).join('.');
      return `${row[of('report')]},${id},${row[of('state')]},${row[of('value')] ?? ''}`;
    }),
  ).toEqual(NAMES.flatMap(transcribed));
  // Numbers are numbers; what is printed is text, whatever it looks like.
  const change = cells.find((row) => row[of('printed')] === '+424');
  expect([typeof change?.[of('value')], change?.[of('value')]]).toEqual(['number', 424]);
  expect(cells.slice(2).every((row) => typeof (row[of('printed')] ?? '') === 'string')).toBe(true);

  expect(data).toHaveLength(2 + 4);
  const total = data[1]?.indexOf('requests.new.total') as number;
  expect(data[0]?.[total]).toBe('一、本年新收政府信息公开申请数量 · 总计');
  expect(data[2]?.[total]).toBe(9973);

  // The required sum of Hebei's report for 2020 breaks in four columns.
  const hebei = findings.filter((row) => row[2] === '河北省');
  expect(hebei.map((row) => [row[4], row[5], row[8]])).toEqual(
    ['natural_person', 'business', 'nonprofit', 'other'].map((column) => ['requests/balance', 'error', column]),
  );
  expect(hebei[0]?.[9]).toContain('9227');
  expect(failures.slice(2).map((row) => row.slice(0, 2))).toEqual([[failing, 'document/no-tables']]);
});

it('keeps the heads in sight, has filters and no complaint about printed figures, and is the same every time', async () => {
  await run(['extract', reportOf('hebei-2020-html'), '-o', at('b.xlsx')]);
  const sheets = xmlOf(at('b.xlsx'));
  await run(['extract', reportOf('hebei-2020-html'), '-o', at('again.xlsx')]);
  expect(readFileSync(at('again.xlsx')).equals(readFileSync(at('b.xlsx')))).toBe(true);
  expect(sheets).toHaveLength(4);
  for (const xml of sheets) {
    expect(xml).toContain('ySplit="2" topLeftCell="A3"');
    expect(xml).toMatch(/<autoFilter ref="A2:[A-Z]+\d+"\/>/);
    expect(xml).toContain('numberStoredAsText="1"');
  }
  expect(sheets.some((xml) => xml.includes('<autoFilter ref="A2:N200"/>'))).toBe(true);
});

it.each([
  ['file,requests.new.total', { data: ['file', 'requests.new.total'] }],
  ['value,file', { cells: ['value', 'file'] }],
  ['file,organ', { data: ['file', 'organ'] }],
  ['organ,title,label', { data: ['organ', 'title'], cells: ['organ', 'label'] }],
])('has the sheets of which %s are columns', async (columns, expected) => {
  await run(['extract', reportOf('hebei-2020-html'), '-o', at('d.xlsx'), '--labels', 'id', '--columns', columns]);
  const { findings, failures, ...sheets } = await sheetsOf(at('d.xlsx'));
  expect(Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, rows[0]]))).toEqual(expected);
  expect([findings?.length, failures?.length]).toEqual([5, 1]);
});

it('never lets text run, and keeps what Excel would take for something else', async () => {
  const page = readFileSync(reportOf('hebei-2020-html'), 'utf8')
    .replaceAll('河北省2020年政府信息公开工作年度报告', '=cmd()2020年政府信息公开工作年度报告')
    .replace('<td>9038</td>', '<td>=9038 _x0041_ &lt;b&gt; \u{FFFE}</td>');
  await run(['extract', '-', '-o', at('c.xlsx')], page);
  expect(xmlOf(at('c.xlsx')).some((xml) => /<f[ >]/.test(xml))).toBe(false);
  const { cells = [] } = await sheetsOf(at('c.xlsx'));
  expect(cells[2]?.[2]).toBe('=cmd()');
  expect(cells.filter((row) => row[11] === 'unreadable').map((row) => row[12])).toEqual([
    expect.stringMatching(/^=9038 (?:_x0041_|_x005F_x0041_) <b> \uFFFD$/),
  ]);
});

it('goes on in the next sheet where Excel has no more rows', async () => {
  const options = { layout: 'long', columns: ['value'], labels: 'id' } as const;
  const full = 1_048_576 - 1;
  async function* contents() {
    for (let i = 0; i < 11; i++)
      yield { file: 'a', content: [Array.from({ length: 100_000 }, (_, j) => [i * 100_000 + j]), [], []] };
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsxFormat.chunks(contents(), options)) chunks.push(chunk as Uint8Array);
  const parts = unzipSync(Buffer.concat(chunks));
  const text = (name: string) => strFromU8(parts[name] as Uint8Array);
  expect([...text('xl/workbook.xml').matchAll(/name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
    'cells',
    'cells 2',
    'findings',
    'failures',
  ]);
  const [first, , , second] = [1, 2, 3, 4].map((part) => text(`xl/worksheets/sheet${part}.xml`));
  expect(first).toContain(`<c r="A1048576"><v>${full - 1}</v></c></row></sheetData>`);
  expect(second).toContain(`</row><row r="2"><c r="A2"><v>${full}</v></c></row>`);
  expect(second).toContain('<v>1099999</v></c></row></sheetData>');
});
