import { expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { printed, table, text } from './support/printed.js';

const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const disputes = (...upheld: string[]) =>
  table(
    [20, 120],
    [100, 50, 50, 50, 50, 40],
    [
      ['', ...OUTCOMES],
      ...['行政复议', '未经复议直接起诉', '复议后起诉'].map((label, i) => {
        const figure = upheld[i] as string;
        return [label, figure, '0', '0', '0', figure];
      }),
    ],
  );
const front = { width: 400, marks: [text(20, 40, '云溪市水利局2022年政府信息公开工作年度报告', 14)] };
const proactive = {
  width: 400,
  marks: table(
    [20, 60],
    [100, 80, 80, 80],
    [
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      ['规章', '1', '2', '3'],
      ['行政规范性文件', '4', '5', '6'],
    ],
  ),
};
const last = (...upheld: string[]) => ({ width: 400, marks: disputes(...upheld) });
const read = async (...pages: Parameters<typeof printed>[0]) => (await extract(printed(pages))).reports;

it('a page printed twice in a row is one page, told by the place of the first', async () => {
  const first = { width: 400, marks: [...front.marks, ...proactive.marks] };
  const reports = await read(first, first, first, last('5', '3', '1'), last('5', '3', '1'));
  expect(reports.map(({ organ, year }) => [organ, year])).toEqual([['云溪市水利局', 2022]]);
  const cell = (table: 'proactive' | 'disputes', id: string) => reports[0]?.tables[table].cells[`${table}.${id}`];
  expect(cell('proactive', 'normative_documents.in_force')).toMatchObject({ value: 6, place: { page: 1 } });
  expect(cell('disputes', 'review.total')).toMatchObject({ value: 5, place: { page: 4 } });
});

it('a page that differs in one figure is another one', async () => {
  const reports = await read(front, last('5', '3', '1'), last('5', '3', '2'));
  expect(reports).toHaveLength(2);
});
