/**
 * `node bench/workbook.mjs` (build first): opens a workbook of all fixtures with LibreOffice headless, writes each sheet
 * back as CSV and compares every cell with what `extract` writes as CSV. Needs Debian's libreoffice-calc. Exit status 1
 * when a cell differs.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const NIANBAO = fileURLToPath(new URL('../bin/nianbao.js', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));
/** Comma, quotes, UTF-8, from the first line, all as shown, every sheet to a file. */
const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

const work = mkdtempSync(join(tmpdir(), 'nianbao-workbook-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const extract = (...args) => {
  try {
    execFileSync(process.execPath, [NIANBAO, 'extract', FIXTURES, '--quiet', ...args], { cwd: work, stdio: 'ignore' });
  } catch ({ status }) {
    // 1: some fixtures are made to fail.
    if (status !== 1) throw new Error(`nianbao ended with ${status}`);
  }
};
extract('-o', 'all.xlsx');
extract('-o', 'cells.csv');
extract('-o', 'data.csv', '--layout', 'wide');
execFileSync('soffice', ['--headless', '--convert-to', FILTER, '--outdir', '.', 'all.xlsx'], {
  cwd: work,
  stdio: 'ignore',
});

const connection = await (await DuckDBInstance.create(':memory:')).connect();
/** Lines of a CSV file, every value as text. */
async function linesOf(file, skip) {
  const options = `header = false, all_varchar = true, skip = ${skip}`;
  return (await connection.runAndReadAll(`FROM read_csv('${join(work, file)}', ${options})`)).getRowsJS();
}

for (const sheet of ['data', 'cells']) {
  // Above the ids stand the official labels.
  const [seen, written] = [await linesOf(`all-${sheet}.csv`, 1), await linesOf(`${sheet}.csv`, 0)];
  const differing = written.flatMap((line, i) =>
    line.flatMap((value, j) => ((value ?? '') === (seen[i]?.[j] ?? '') ? [] : [[i, j, value, seen[i]?.[j]]])),
  );
  const isSame = differing.length === 0 && seen.length === written.length;
  console.log(`${isSame ? 'ok' : 'FAILED'}: ${sheet}: ${written.length} lines of ${written[0].length} cells`);
  for (const [i, j, value, other] of differing.slice(0, 10))
    console.log(`  line ${i + 1} column ${j + 1}: ${JSON.stringify(value)}, LibreOffice ${JSON.stringify(other)}`);
  if (!isSame) process.exitCode = 1;
}
