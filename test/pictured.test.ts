import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { type Printed, printed, table } from './support/printed.js';

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
