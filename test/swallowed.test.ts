import { expect, it } from 'vitest';
import { likenesses } from '../src/extract/likeness.js';
import type { PrintedRow } from '../src/extract/rows.js';
import { gridSource } from '../src/extract/sources.js';
import { swallowsFigure } from '../src/extract/swallowed.js';
import { FORMS, type Line } from '../src/forms/index.js';
import { extract } from '../src/index.js';

const rows = FORMS['2021'].tables.requests.blocks.flatMap((block) => block.rows);

/** Whether the label, the first of these texts, holds a figure of the row. */
const swallows = (...texts: string[]): boolean => {
  const cells = texts.map((text, column) => ({
    ...{ text, row: 0, column, rowSpan: 1, columnSpan: 1 },
    place: { page: 1, box: [0, 0, 0, 0] as const },
  }));
  const likes = likenesses(texts[0] as string, rows);
  const line = rows[likes.indexOf(Math.max(...likes))] as Line;
  return swallowsFigure(gridSource({ kind: 'grid', rows: [cells] }, 0).rows[0] as PrintedRow, 0, line);
};

const cells = (...texts: string[]): string => texts.map((text) => `<td>${text}</td>`).join('');
const heads = cells('自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计');
/** The cells of a requests table, of which each row gives what stands between its tags. */
const requests = async (...rows: string[]) => {
  const table = rows.map((row) => `<tr>${row}</tr>`).join('');
  const page = `<h1>某县2022年政府信息公开工作年度报告</h1><table>${table}</table>`;
  return (await extract(new TextEncoder().encode(page))).reports[0]?.tables.requests.cells;
};

it('a label over which a figure was printed makes its row uncertain', () => {
  expect(swallows('2.其他法律行政法规20禁1止公开', '', '4', '208')).toBe(true);
  expect(swallows('4.保护第三方合法权36益', '1', '8', '383')).toBe(true);
  expect(swallows('4.保护第三方合法权益', '', '8', '383')).toBe(false);
});

it('a figure beside its label, where another column is left empty, makes its row uncertain', () => {
  expect(swallows('仍不明确 6', '0', '9', '')).toBe(true);
  expect(swallows('（二）部分公开 1', '4', '8', '12')).toBe(false);
});

// Ghostscript 10.00 writes 1 for 、 and O for 三 of some fonts.
it('a digit in the place of another character of the label is that one, misprinted', () => {
  expect(swallows('一1本￼新收政府信息公开申请数量', '6', '0', '8')).toBe(false);
  expect(swallows('四1结转Q￼度继续Þ理', '6', '0', '8')).toBe(false);
  expect(swallows('3.危及<1安全一稳定=', '6', '0', '8')).toBe(false);
  expect(swallows('四1结转Q￼度继续Þ理', '6', '', '8')).toBe(true);
  expect(swallows('四、1结转下年度继续办理', '6', '0', '8')).toBe(true);
});

it('nor is one in the name of its group, whose own characters cannot all be read', async () => {
  const read = await requests(
    `<td colspan=2>信息内容</td>${heads}`,
    `<td colspan=2>一、本年新收政府信息公开申请数量</td>${cells('4', '1', '0', '0', '0', '0', '5')}`,
    `<td rowspan=2>O1本\uFFFC\uFFFC办理结果</td><td>（一）予以公开</td>${cells('3', '1', '0', '0', '0', '0', '4')}`,
    `<td>（二）部分公开</td>${cells('0', '0', '0', '0', '0', '0', '0')}`,
  );
  expect(read?.['requests.granted.natural_person']).toMatchObject({ state: 'read', value: 3 });
});

it('a label is known by its words in brackets too, where the brackets are lost', () => {
  const likes = likenesses('ÿ二Ā部分公开ÿ区分处理的，只计这一情形，不计其他情形Ā', rows);
  expect(rows[likes.indexOf(Math.max(...likes))]?.label).toMatch(/部分公开/);
  expect(Math.max(...likes)).toBeGreaterThan(0.8);
});

it('numbers that belong to a label are no figures', () => {
  expect(swallows('１．属于国家秘密', '', '', '')).toBe(false);
  expect(swallows('（三）不予公开\n1.属于国家秘密', '', '', '')).toBe(false);
  expect(swallows('2021年结转', '', '', '')).toBe(false);
  expect(swallows('保护权益（《条例》第15条，征求意见期限15个工作日）', '7', '', '7')).toBe(false);
  expect(swallows('第20条第1项', '', '', '')).toBe(false);
  expect(swallows('1属于国家秘密', '', '', '')).toBe(false);
});

it('a label with a character that nobody can read is no figure, and where cells are blank it may hold one', () => {
  expect(swallows('一\uFFFC本年新收政府信息公开申请数量', '1', '8', '9')).toBe(false);
  expect(swallows('一\uFFFC本年新收政府信息公开申请数量', '1', '', '9')).toBe(true);
  expect(swallows('\uFFFC', '1', '', '9')).toBe(false);
});

it('a row is found where a picture stands in its label', async () => {
  const read = await requests(
    `<td>信息内容</td>${heads}`,
    `<td><img src="dot.png">一、本年新收政府信息公开申请数量</td>${cells('4', '1', '0', '0', '0', '0', '5')}`,
    `<td>二、上年结转政府信息公开申请数量</td>${cells('0', '0', '0', '0', '0', '0', '0')}`,
  );
  expect(read?.['requests.new.natural_person']?.value).toBe(4);
});
