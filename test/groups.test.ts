import { expect, it } from 'vitest';
import { extract, FORMS, TABLE_IDS, type TableId } from '../src/index.js';

/** A table of the 2021 form as a page prints it, with one figure in every cell. */
function printed(id: TableId, figure: string): string {
  const rows = FORMS['2021'].tables[id].blocks.flatMap(({ rows, columns }) => [
    ['信息内容', ...columns.map(({ label }) => label)],
    ...rows.map(({ label }) => [label, ...columns.map(() => figure)]),
  ]);
  return `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;
}
const all = (figure: string, between = '') => TABLE_IDS.map((id) => between + printed(id, figure)).join('');

/** The figures of each report's tables. */
async function figures(page: string): Promise<Record<string, (number | null)[]>[]> {
  const html = `<html><body><p>某某县2022年政府信息公开工作年度报告</p>${page}</body></html>`;
  const { reports } = await extract(new TextEncoder().encode(html));
  return reports.map(({ tables }) =>
    Object.fromEntries(
      TABLE_IDS.filter((id) => tables[id].found).map((id) => [
        id,
        [...new Set(Object.values(tables[id].cells).map(({ value }) => value))],
      ]),
    ),
  );
}
const own = [{ proactive: [7], requests: [7], disputes: [7] }];

it('leaves out the empty form of each table', async () => {
  expect(await figures(TABLE_IDS.map((id) => printed(id, '') + printed(id, '7')).join(''))).toEqual(own);
  expect(await figures(TABLE_IDS.map((id) => printed(id, '7') + printed(id, '')).join(''))).toEqual(own);
});

it('leaves out tables whose caption names another year', async () => {
  const both = (id: TableId) => `<p>2021年数据</p>${printed(id, '9')}<p>2022年数据</p>${printed(id, '7')}`;
  expect(await figures(TABLE_IDS.map(both).join(''))).toEqual(own);
  expect(await figures(`${all('7')}${all('9', '<p>（2021年同期）</p>')}`)).toEqual(own);
  expect(await figures(`${all('9', '<p>2021年情况</p>')}${all('7', '<p>2022年情况</p>')}`)).toEqual(own);
});

it('leaves out a table that stands before the order of the form', async () => {
  expect(await figures(`<p>近年对比</p>${printed('requests', '9')}<p>正文</p>${all('7')}`)).toEqual(own);
});

it('keeps the only table of a kind, whatever year its caption names', async () => {
  expect(await figures(all('7', '<p>2023年填报</p>'))).toEqual(own);
});

it('keeps two years under their own titles', async () => {
  const other = [{ proactive: [9], requests: [9], disputes: [9] }];
  const below = `<p>某某县2021年政府信息公开工作年度报告</p>${all('9', '<p>2021年情况</p>')}`;
  expect(await figures(all('7') + below)).toEqual([...own, ...other]);
});

it('reads tables put into one, whose titles reach further than their columns', async () => {
  const rows = (['proactive', 'requests'] as const).map(
    (id) =>
      `<tr><td colspan="15">${FORMS['2021'].tables[id].title}</td></tr>${printed(id, '7').replace(/<.?table>/g, '')}`,
  );
  expect(await figures(`<table>${rows.join('')}</table>${printed('disputes', '7')}`)).toEqual(own);
});
