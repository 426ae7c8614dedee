import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract, type Finding, type Report, TABLE_IDS, validate } from '../src/index.js';

/** What stands beside every report in fixtures/: what it is, what its cells are, what is wrong with it. */
const root = new URL('../fixtures/', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');

const cellLines = (reports: readonly Report[]): string[] =>
  reports.flatMap((report, i) =>
    TABLE_IDS.flatMap((table) =>
      Object.values(report.tables[table].cells).map((c) => `${i + 1},${c.id},${c.state},${c.value ?? ''}`),
    ),
  );

const findingLines = (report: number, findings: readonly Finding[]): string[] =>
  findings.map((f) => `${report} ${f.severity} ${f.rule} ${f.table}/${f.row}/${f.column}`.replace(' ///', ' //'));

describe.each(readdirSync(root).filter((name) => !name.includes('.')))('%s', async (name) => {
  const folder = readdirSync(new URL(`${name}/`, root));
  const file = folder.find((entry) => entry.startsWith('report.')) as string;
  const about = JSON.parse(text(`${name}/about.json`));
  const { reports, problems } = await extract(readFileSync(new URL(`${name}/${file}`, root)));

  it('has every cell as printed', () => {
    const expected = text(`${name}/expected.csv`).trim().split('\n').slice(1);
    expect(cellLines(reports)).toEqual(expected);
  });

  it('has its findings and no others', () => {
    const found = [
      ...findingLines(0, problems),
      ...reports.flatMap((report, i) => findingLines(i + 1, validate(report))),
    ];
    const expected = text(`${name}/findings.txt`)
      .split('\n')
      .filter((line) => line !== '');
    expect(found.sort()).toEqual(expected.sort());
  });

  it('has its name, year, title and date', () => {
    const identities = reports.map(({ organ, year, title, published, tables }) => ({
      organ,
      year,
      title,
      published,
      edition: tables.requests.edition,
    }));
    expect(identities).toEqual(about.reports);
  });
});

it('keeps half of the fixtures clean: nothing but notes', () => {
  const names = readdirSync(root).filter((name) => !name.includes('.'));
  const clean = names.filter((name) => !/ (?:error|warning) /.test(text(`${name}/findings.txt`)));
  expect(clean.length).toBeGreaterThanOrEqual(names.length / 2);
});
