import { expect, it } from 'vitest';
import { CELL_IDS } from '../src/index.js';
import { reportOf } from './support/outputs.js';
import { runWith as run } from './support/run.js';

const lines = async (argv: string[]) =>
  (await run(['extract', reportOf('hebei-2020-html'), ...argv])).stdout.trim().split('\n');

it('has a data dictionary of every column of the outputs', async () => {
  const { stdout } = await run(['forms', '--format', 'csv']);
  const [head, ...rows] = stdout.trim().split('\n');
  expect(head).toBe('name,layouts,type,kind,unit,editions,label_zh,label_en,description');
  const names = rows.map((row) => row.split(',')[0] as string);
  expect(new Set(names).size).toBe(names.length);
  for (const argv of [[], ['--layout', 'wide']])
    expect(names).toEqual(expect.arrayContaining((await lines(argv))[0]?.split(',') ?? []));
  expect(names.filter((name) => name.includes('.'))).toEqual(CELL_IDS);
  expect(rows).toContain(
    'value,long,number,,,,数值,Value,the figure in the unit of the form; empty unless state is read',
  );
  expect(rows).toContain(
    'proactive.procurement.amount,wide,number,amount,元,2019,第二十条第（九）项 / 政府集中采购 · 采购总金额,Article 20 (9) / Centralised procurement · Amount,Proactive disclosure',
  );
  expect(rows).toContain(
    'disputes.review.total,wide,number,count,,2019 2021,行政复议 · 总计,Administrative review · Total,"Reviews and lawsuits; sum of the columns upheld, corrected, other, pending"',
  );
  const newer = (await run(['forms', '--format', 'csv', '--edition', '2021'])).stdout;
  expect([newer.includes('procurement'), newer.includes('requests.other.misc.total,')]).toEqual([false, true]);
});
