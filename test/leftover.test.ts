import { expect, it } from 'vitest';
import { extract } from '../src/index.js';

const HEADS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const FIGURES = ['4', '1', '0', '0', '0', '0', '5'];
const cells = (texts: readonly string[], more = '') => texts.map((text) => `<td${more}>${text}</td>`).join('');

/** States of the row 予以公开, where a line that is none runs through the label of the row below it. */
async function granted(first: string): Promise<Set<string>> {
  const rows = [
    `<td colspan="2">信息内容</td>${cells(HEADS)}`,
    `<td colspan="2">一、本年新收政府信息公开申请数量</td>${cells(FIGURES)}`,
    `<td colspan="2">二、上年结转政府信息公开申请数量</td>${cells(FIGURES)}`,
    first,
    `<td></td>${cells(FIGURES, ' rowspan="2"')}`,
    '<td rowspan="2">三、本年度办理结果</td><td>（二）部分公开（区分处理的，只计这一情形，不计其他情形）</td>',
    `<td>（七）总计</td>${cells(FIGURES)}`,
  ];
  const page = `<h1>某县2022年政府信息公开工作年度报告</h1><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
  const [report] = (await extract(new TextEncoder().encode(page))).reports;
  const own = Object.entries(report?.tables.requests.cells ?? {}).filter(([id]) => id.includes('.granted.'));
  return new Set(own.map(([, { state }]) => state));
}

it('a row is certain where but the cell of its group reaches down', async () => {
  expect(await granted(`<td rowspan="2"></td><td>（一）予以公开</td>${cells(FIGURES)}`)).toEqual(new Set(['read']));
});

it('a row is not certain where a cell of its own reaches down into figures', async () => {
  const [one = '', ...others] = FIGURES;
  const own = `<td rowspan="2"></td><td>（一）予以公开</td><td rowspan="2">${one}</td>${cells(others)}`;
  expect(await granted(own)).not.toContain('read');
});

it('a figure in a cell merged over two rows is that of neither for certain, a zero is that of both', async () => {
  const [one = '', two = '', zero = ''] = FIGURES;
  const merged = [one, two, zero].map((text) => `<td rowspan="2">${text}</td>`).join('');
  const rows = [
    `<td>信息内容</td>${cells(HEADS)}`,
    `<td>一、本年新收政府信息公开申请数量</td>${merged}${cells(FIGURES.slice(3))}`,
    `<td>二、上年结转政府信息公开申请数量</td>${cells(FIGURES.slice(3))}`,
    `<td>四、结转下年度继续办理</td>${cells(FIGURES)}`,
  ];
  const page = `<h1>某县2022年政府信息公开工作年度报告</h1><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
  const [report] = (await extract(new TextEncoder().encode(page))).reports;
  const states = (row: string) =>
    ['natural_person', 'business', 'research', 'total'].map(
      (column) => report?.tables.requests.cells[`requests.${row}.${column}`]?.state,
    );
  for (const row of ['new', 'carried_in']) expect(states(row)).toEqual(['unreadable', 'unreadable', 'read', 'read']);
  expect(states('carried_out')).toEqual(['read', 'read', 'read', 'read']);
});

it('a row without figures is blank only where its label is the line itself, not the rest of another', async () => {
  const blank = cells(FIGURES.map(() => ''));
  const state = async (label: string) => {
    const rows = [
      `<td>信息内容</td>${cells(HEADS)}`,
      `<td>1.信访举报投诉类申请</td>${cells(FIGURES)}`,
      `<td>${label}</td>${blank}`,
      `<td>3.要求提供公开出版物</td>${cells(FIGURES)}`,
      `<td>4.无正当理由大量反复申请</td>${cells(FIGURES)}`,
    ];
    const page = `<h1>某县2022年政府信息公开工作年度报告</h1><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
    const [report] = (await extract(new TextEncoder().encode(page))).reports;
    return report?.tables.requests.cells['requests.unprocessed.repeated.total']?.state;
  };
  expect(await state('2.重复申请')).toBe('blank');
  expect(await state('开申请')).not.toBe('blank');
});

it('a table without heads has the columns of the form, also where rows are blank', async () => {
  const blank = cells(FIGURES.map(() => ''));
  const rows = [
    `<td colspan="2">一、本年新收政府信息公开申请数量</td>${cells(FIGURES)}`,
    `<td colspan="2">二、上年结转政府信息公开申请数量</td>${cells(FIGURES)}`,
    `<td colspan="2">（一）予以公开</td>${cells(FIGURES)}`,
    `<td colspan="2">（二）部分公开（区分处理的，只计这一情形，不计其他情形）</td>${cells(FIGURES)}`,
    `<td rowspan="8">（三）不予公开</td><td>1.属于国家秘密</td>${blank}`,
    ...[
      ['2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '5.属于三类内部事务信息'],
      ['6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项'],
    ]
      .flat()
      .map((label) => `<td>${label}</td>${cells(FIGURES)}`),
    `<td colspan="2">（七）总计</td>${cells(FIGURES)}`,
  ];
  const page = `<h1>某县2022年政府信息公开工作年度报告</h1><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
  const [report] = (await extract(new TextEncoder().encode(page))).reports;
  const value = (id: string) => report?.tables.requests.cells[`requests.${id}`];
  expect(value('new.total')).toMatchObject({ state: 'read', value: 5 });
  expect(value('refused.state_secret.total')?.state).toBe('blank');
});

it('blank rows that begin the rest of a table are no heads of other columns', async () => {
  const blank = cells(FIGURES.map(() => ''));
  const parts = [
    [`<td colspan="2"></td>${cells(HEADS)}`, `<td colspan="2">一、本年新收政府信息公开申请数量</td>${cells(FIGURES)}`],
    [
      `<td rowspan="2">（六）其他处理</td><td>2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请</td>${blank}`,
      `<td>3.其他</td>${blank}`,
      `<td colspan="2">（七）总计</td>${cells(FIGURES)}`,
    ],
  ];
  const tables = parts.map((rows) => `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`);
  const page = `<h1>某县2022年政府信息公开工作年度报告</h1>${tables.join('')}`;
  const [report] = (await extract(new TextEncoder().encode(page))).reports;
  const value = (id: string) => report?.tables.requests.cells[`requests.${id}`];
  expect(value('total.total')).toMatchObject({ state: 'read', value: 5 });
  expect(value('other.misc.total')?.state).toBe('blank');
});

it('a row left blank is not certain beside figures without a label, above it or below', async () => {
  const blank = `<td>二、上年结转政府信息公开申请数量</td>${cells(FIGURES.map(() => ''))}`;
  const figures = `<td></td>${cells(FIGURES)}`;
  const states = async (...own: string[]) => {
    const rows = [
      `<td>信息内容</td>${cells(HEADS)}`,
      `<td>一、本年新收政府信息公开申请数量</td>${cells(FIGURES)}`,
      ...own,
      `<td>（一）予以公开</td>${cells(FIGURES)}`,
      `<td>四、结转下年度继续办理</td>${cells(FIGURES)}`,
    ];
    const page = `<h1>某县2022年政府信息公开工作年度报告</h1><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
    const [report] = (await extract(new TextEncoder().encode(page))).reports;
    const read = Object.entries(report?.tables.requests.cells ?? {});
    return new Set(read.filter(([id]) => id.includes('.carried_in.')).map(([, { state }]) => state));
  };
  expect(await states(blank)).toEqual(new Set(['blank']));
  expect(await states(figures, blank)).toEqual(new Set(['unreadable']));
  expect(await states(blank, figures)).toEqual(new Set(['unreadable']));
});
