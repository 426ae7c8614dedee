import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll } from 'vitest';

const root = new URL('../../fixtures/', import.meta.url);

/** The report of a fixture. */
export const reportOf = (name: string): string => {
  const folder = new URL(`${name}/`, root);
  const file = readdirSync(folder).find((entry) => entry.startsWith('report.')) as string;
  return fileURLToPath(new URL(file, folder));
};

/** The cells of a fixture as transcribed from its source: `report,cell,state,value`. */
export const transcribed = (name: string): string[] =>
  readFileSync(new URL(`${name}/expected.csv`, root), 'utf8')
    .trim()
    .split('\n')
    .slice(1);

/** A folder that goes with the test file. */
export function temporaryFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return (name) => join(folder, name);
}

/** Rows that DuckDB answers, in a folder from which the query names its files. */
export async function duckdb(sql: string, folder = '.') {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  try {
    await connection.run(`SET file_search_path = '${folder}'`);
    return (await connection.runAndReadAll(sql)).getRowsJS();
  } finally {
    connection.closeSync();
  }
}
