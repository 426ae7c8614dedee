import { describe, expect, it } from 'vitest';
import { extract, type Finding, messageOf, type Report, validate } from '../src/index.js';
import { type Printed, printed, table, text } from './support/printed.js';

const HEADS = ['项目', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const WIDTHS = [180, 40, 50, 50, 70, 70, 40, 40];
const rows = (...labels: string[]) => labels.map((label) => [label, '2', '0', '0', '0', '0', '0', '2']);
const page = (...own: string[][]): Printed => ({ width: 600, marks: table([20, 20], WIDTHS, own) });
const PICTURE: Printed = { width: 600, marks: ['q 600 0 0 400 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q'] };

const FIRST = page(
  HEADS,
  ...rows('一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开'),
);
const LAST = page(HEADS, ...rows('5.属于三类内部事务信息', '7.属于行政执法案卷', '8.属于行政查询事项'));
const states = async (...pages: Printed[]) => {
  const { reports, problems } = await extract(printed(pages));
  const { disputes, requests } = reports[0]?.tables ?? {};
  const of = (row: string) => requests?.cells[`requests.${row}.total`]?.state;
  return {
    rows: [of('granted'), of('partial'), of('refused.third_party'), of('refused.deliberative'), of('total')],
    disputes: disputes?.cells['disputes.review.total']?.state,
    told: problems.map(({ rule, args }) => `${rule} ${args.pages}`),
  };
};

describe('a page that is a picture', () => {
  it('may show the rows between those of the pages around it, and tables that were not found', async () => {
    expect(await states(FIRST, PICTURE, LAST)).toEqual({
      rows: ['read', 'unreadable', 'unreadable', 'absent', 'absent'],
      disputes: 'unreadable',
      told: ['document/scanned 2'],
    });
  });
  it('may show the last rows of the table on the page before it', async () => {
    expect((await states(FIRST, LAST, PICTURE)).rows).toEqual(['read', 'absent', 'absent', 'absent', 'unreadable']);
  });
});

describe('a picture or an object in the section of a table that was not found', () => {
  const disputes = (content: string) => `<p>四、政府信息公开行政复议、行政诉讼情况</p>${content}`;
  const requests = `<p>三、收到和处理政府信息公开申请情况</p><table>${[HEADS, ...rows('一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开')].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  const found = async (content: string) => {
    const html = `<h1>某县2022年政府信息公开工作年度报告</h1>${requests}${disputes(content)}`;
    const [report] = (await extract(new TextEncoder().encode(html))).reports as [Report];
    const told = validate(report).filter(({ table }) => table === 'disputes');
    return { cell: report.tables.disputes.cells['disputes.review.total'], told };
  };

  it('may be the table: that is unreadable, and one finding says so', async () => {
    const { cell, told } = await found('<p><img src="1.png"></p>');
    expect(cell?.state).toBe('unreadable');
    expect(told.map(({ rule, cells }) => `${rule} ${cells.length}`)).toEqual(['document/unreadable-cell 15']);
    expect(messageOf(told[0] as Finding, 'en')).toContain('四、');
  });
  it('is nothing to a table where none stands', async () => {
    const { cell, told } = await found(
      '<p>本年度没有行政复议、行政诉讼。</p><p>五、存在的主要问题及改进情况</p><p><img src="1.png"></p>',
    );
    expect(cell?.state).toBe('absent');
    expect(told.map(({ rule }) => rule)).toEqual(['document/incomplete']);
  });
});

describe('a page whose characters are not known', () => {
  const UNKNOWN: Printed = { width: 600, marks: [text(20, 40, '\uE001\uE002\uE003\uE004 12 3')] };
  it('may show what was not found', async () => {
    expect(await states(FIRST, UNKNOWN, LAST)).toEqual({
      rows: ['read', 'unreadable', 'unreadable', 'absent', 'absent'],
      disputes: 'unreadable',
      told: ['document/undecodable-text 2'],
    });
  });
  it('is told where no table is found at all', async () => {
    const words = { marks: [text(20, 40, '政府信息公开工作年度报告，按照条例要求编制。')] };
    expect((await states(words, UNKNOWN)).told).toEqual(['document/undecodable-text 2']);
  });
  it('may have the heading of a section', async () => {
    const titles = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况'];
    const missing = async (last: string) => {
      const lines = [...titles, '四、政府信息公开行政复议、行政诉讼情况', '五、存在的主要问题及改进情况', last];
      const marks = lines.map((words, i) => text(20, 100 + 30 * i, words));
      const [report] = (await extract(printed([FIRST, { marks }]))).reports;
      return validate(report as Report).filter(({ rule }) => rule === 'document/sections').length;
    };
    expect(await missing('')).toBe(1);
    expect(await missing('\uE001、其他\uE002\uE003报告的事项')).toBe(0);
  });
});
