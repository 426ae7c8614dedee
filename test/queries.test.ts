import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { duckdb, reportOf, temporaryFolder } from './support/outputs.js';
import { runWith as run } from './support/run.js';

const at = temporaryFolder();
/** The queries that a README shows, in their order. */
const queriesOf = (readme: string): string[] => {
  const [, sql = ''] =
    /```sql\n([\s\S]*?)```/.exec(readFileSync(new URL(`../${readme}`, import.meta.url), 'utf8')) ?? [];
  return sql.split(/;\n\s*/).filter(Boolean);
};

beforeAll(async () => {
  const files = ['hebei-2020-html', 'two-years-2021-html', 'labels-repeat-2021-html'].map(reportOf);
  await run(['extract', ...files, '-o', at('cells.parquet')]);
  await run(['extract', ...files, '--layout', 'wide', '-o', at('reports.parquet')]);
});

/** By the column 总计 of the printed tables: 河北省 and 碧湖市 for 2020, 碧湖市 and 雁栖县水利局 for 2021. */
const EXPECTED = [
  [
    [2020, 9973 + 190 + 5029 + 338, 9971 + 192 + 5184 + 183],
    [2021, 5194 + 348 + 476 + 14, 5159 + 383 + 460 + 30],
  ],
  // 碧湖市 received 5029 requests in 2020 and 5194 in 2021: 3.28% more.
  [[2021, 5194, 3.3]],
  // 河北省: 自然人 9038 + 189 − 9075 − 159; 社会公益组织 39 − 38 and 商业企业 317 + 1 − 315 − 2; 其他 63 − 57 − 1.
  [
    ['河北省', 2020, 'natural_person', -7],
    ['河北省', 2020, expect.stringMatching(/^(?:business|nonprofit)$/), 1],
    ['河北省', 2020, expect.stringMatching(/^(?:business|nonprofit)$/), 1],
    ['河北省', 2020, 'other', 5],
  ],
  // findings.txt of the two fixtures.
  [
    ['河北省', 2020, 'requests: broken-sum 4'],
    ['碧湖市人民政府', 2020, 'requests: broken-sum 2'],
  ],
];

describe.each(['README.md', 'README.zh-CN.md'])('the queries of %s', (readme) => {
  it.each([0, 1, 2, 3])('answer from the figures of the reports: %i', async (i) => {
    expect(queriesOf(readme)).toHaveLength(EXPECTED.length);
    expect(await duckdb(queriesOf(readme)[i] as string, dirname(at('x')))).toEqual(EXPECTED[i]);
  });
});
