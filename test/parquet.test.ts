import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { parquetFormat } from '../src/export/parquet.js';
import { duckdb, reportOf, temporaryFolder, transcribed } from './support/outputs.js';
import { runWith as run } from './support/run.js';

const at = temporaryFolder();
const folder = dirname(at('x'));
/** Two editions, amounts with units, blanks, unreadable and absent cells, two reports in a file, a PDF. */
const NAMES = [
  'hebei-2020-html',
  'num-units-2023-html',
  'two-years-2021-html',
  'bad-cut-row-2022-html',
  'no-rules-2023-pdf',
];
const files = NAMES.map(reportOf);

it('holds the cells as transcribed from the reports', async () => {
  expect((await run(['extract', ...files, '-o', at('cells.parquet')])).status).toBe(0);
  const cells = await duckdb(`SELECT report, "table", row, "column", state, value FROM 'cells.parquet'`, folder);
  expect(
    cells.map(
      ([report, table, row, column, state, value]) => `${report},${table}.${row}.${column},${state},${value ?? ''}`,
    ),
  ).toEqual(NAMES.flatMap(transcribed));
});

it('equals the long CSV in every other column, with types', async () => {
  await run(['extract', ...files, '-o', at('all.parquet')]);
  await run(['extract', ...files, '-o', at('all.csv')]);
  const types = await duckdb(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM 'all.parquet')`, folder);
  expect(types.filter(([, type]) => type !== 'VARCHAR')).toEqual([
    ['report', 'INTEGER'],
    ['year', 'INTEGER'],
    ['value', 'DOUBLE'],
  ]);
  const parquet = await duckdb(`SELECT * FROM 'all.parquet'`, folder);
  const csv = await duckdb(`SELECT * FROM read_csv('all.csv', all_varchar = true)`, folder);
  const names = types.map(([name]) => name);
  const isText = names.map((_, i) => types[i]?.[1] === 'VARCHAR');
  // CSV knows no difference between no text and nothing.
  expect(parquet.map((row) => row.map((value) => (value === '' ? null : value)))).toEqual(
    csv.map((row) => row.map((value, i) => (value === null || isText[i] ? value : Number(value)))),
  );
  expect(parquet.length).toBeGreaterThan(1000);
});

it('has the wide table and chosen columns too', async () => {
  const columns = 'year,file,requests.new.total';
  await run(['extract', ...files, '--layout', 'wide', '--columns', columns, '-o', at('wide.parquet')]);
  expect(await duckdb(`SELECT * FROM 'wide.parquet' LIMIT 1`, folder)).toEqual([[2020, files[0], 9973]]);
});

it('is written in row groups, and whole where there is no report', async () => {
  const options = { layout: 'long', columns: ['file', 'value', 'printed'] } as const;
  const line = [null, 7, '7'];
  async function* contents(count: number) {
    for (let i = 0; i < count; i++) yield { file: `${i}.html`, content: Array.from({ length: 1000 }, () => line) };
  }
  const chunks: number[] = [];
  for (const count of [250, 0]) {
    const parts: Uint8Array[] = [];
    for await (const chunk of parquetFormat.chunks(contents(count), options)) parts.push(chunk as Uint8Array);
    chunks.push(parts.length);
    writeFileSync(at(`${count}.parquet`), Buffer.concat(parts));
  }
  // A chunk for each 50,000 rows, what is left, and the index at the end.
  expect(chunks[0]).toBe(7);
  expect(
    await duckdb(`SELECT count(DISTINCT file), sum(value), count(*) FILTER (printed = '7') FROM '250.parquet'`, folder),
  ).toEqual([[250n, 1_750_000, 250_000n]]);
  expect(await duckdb(`SELECT count(*), max(value) FROM '0.parquet'`, folder)).toEqual([[0n, null]]);
});
