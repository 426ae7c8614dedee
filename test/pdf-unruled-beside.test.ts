import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { read as readDocument } from '../src/read/index.js';
import { gridOf } from '../src/read/pdf/grid.js';
import { type Printed, printed, text } from './support/printed.js';

const HEADS = ['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'];
const X = HEADS.map((_, i) => 230 + 50 * i);

/** A row of the requests: its label, then its figures by column; '' for none. */
const row = (y: number, label: string, ...own: string[]) => [
  text(20, y, label),
  ...own.flatMap((figure, i) => (figure === '' ? [] : [text(X[i] as number, y, figure)])),
];
const heads = row(100, '', ...HEADS).slice(1);
const rows = [
  ...row(130, '一、本年新收政府信息公开申请数量', '9', '1', '', '', '', '', '10'),
  ...row(160, '二、上年结转政府信息公开申请数量', '1', '', '', '', '', '', '1'),
  ...row(190, '（一）予以公开', '4', '', '2', '', '', '', '6'),
];

/** Values by cell of the requests, `?` where a cell is not read; what is absent is left out. */
async function values(...pages: Printed[]) {
  const [report] = (await extract(printed(pages.map((page) => ({ width: 640, ...page }))))).reports;
  return Object.fromEntries(
    Object.entries(report?.tables.requests.cells ?? {}).flatMap(([id, { state, value }]) =>
      state === 'absent' ? [] : [[id.slice('requests.'.length), state === 'unreadable' ? '?' : value]],
    ),
  );
}

describe('beside a table without rules', () => {
  const plain = { 'new.total': 10, 'carried_in.business': null, 'granted.research': 2, 'granted.other': null };

  it.each([
    ['a remark in small print', [text(590, 133, '批注：57', 6)]],
    ['remarks and numbers of lines', [text(590, 120, '已核', 6), text(596, 133, '3', 6), text(596, 163, '4', 6)]],
  ])('%s is no column', async (_, notes) => {
    expect(await values({ marks: [...heads, ...rows, ...notes] })).toMatchObject(plain);
  });
  it('a remark between the lines of a label is no head of the figures below it', async () => {
    const label = '1.申请人无正当理由逾期不补正、行政机关';
    const rest = [
      ...[...row(100, '5.要求行政机关确认', '1', '0', '0', '0', '0', '0', '1'), text(566, 98, '较上年增', 6)],
      ...[text(20, 120, label), text(566, 124, '注1', 6)],
      ...row(132, '不再处理其政府信息公开申请', '2', '0', '0', '0', '0', '0', '2'),
      ...[...row(162, '（七）总计', '6', '0', '2', '0', '0', '0', '8'), text(566, 160, '注1', 6)],
    ];
    const read = await values({ marks: [...heads, ...rows] }, { marks: rest });
    expect(read).toMatchObject({ ...plain, 'other.no_correction.total': 2, 'total.total': 8 });
  });
  it('remarks in words do not make its right half a page of its own', async () => {
    const labels = [
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '（一）予以公开',
      '（二）部分公开',
    ];
    const more = ['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益'];
    const marks = [...labels, ...more].flatMap((label, i) => [
      ...row(130 + 30 * i, label, '9', '1', '1', '1', '1', '1', '14'),
      text(560, 130 + 30 * i, '已与台账核对'),
    ]);
    const small = HEADS.map((head, i) => text(X[i] as number, 100, head, 8));
    expect(await values({ marks: [...small, ...marks] })).toMatchObject({ 'new.total': 14, 'granted.research': 1 });
  });
  it('a remark is text of the page', async () => {
    const { blocks } = await readDocument(
      printed([{ width: 640, marks: [...heads, ...rows, text(590, 133, '批注：57', 6)] }]),
    );
    expect(blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))).toContain('批注：57');
  });
});

describe('a table without rules with two columns under heads that have run together', () => {
  const glued = HEADS.flatMap((head, i) =>
    i === 4 ? [] : [text(X[i] as number, 100, i === 3 ? '公益组织法律服务' : head)],
  );
  const first = [
    ...glued,
    ...row(130, '一、本年新收政府信息公开申请数量', '9', '1', '1', '707777777777', '', '2', '10'),
    ...row(160, '二、上年结转政府信息公开申请数量', '1', '3', '4', '5', '6', '7', '26'),
    ...row(190, '（一）予以公开', '4', '', '2', '', '8', '', '14'),
  ];
  const next = row(60, '（二）部分公开', '', '', '', '', '6', '', '6');
  it('is not read where two of its figures on one line show it, nor is what looks blank', async () => {
    const cells = await values({ marks: first });
    for (const column of ['nonprofit', 'legal_service', 'research'])
      expect(['?', undefined]).toContain(cells[`granted.${column}`]);
  });
  it('goes on over the page without being read', async () => {
    const cells = await values({ marks: first }, { marks: next });
    for (const column of ['nonprofit', 'legal_service']) expect(['?', undefined]).toContain(cells[`partial.${column}`]);
  });
});

it('a label halfway between two lines of figures, one of them beside its group, is that of neither for certain', async () => {
  const marks = [
    ...heads,
    ...rows,
    text(20, 220, '（三）'),
    ...row(232, '不予公开').slice(0, 1),
    text(90, 226, '1.属于国家秘密'),
    ...[220, 232].flatMap((y) => [X[5], X[6]].map((x) => text(x as number, y, y === 220 ? '26' : '8'))),
    text(90, 256, '2.其他法律行政法规禁止公开'),
    text(X[0] as number, 256, '7'),
    text(X[6] as number, 256, '7'),
  ];
  const cells = await values({ marks });
  expect(cells['refused.state_secret.total']).not.toBe(8);
  expect(cells['granted.research']).toBe(2);
});

it('a blank cell too thin for a row or a column does not stand in the place of another', () => {
  const cell = (x0: number, y0: number, x1: number, y1: number, words: string) => ({
    box: { x0, y0, x1, y1 },
    text: words,
  });
  const { rows: found } = gridOf([
    {
      ...{ kind: 'table', page: 1, ruled: false, openAbove: false, openBelow: false },
      pose: { turns: 0 },
      box: { x0: 0, y0: 0, x1: 90, y1: 40 },
      cells: [cell(0, 0, 50, 0.8, ''), cell(0, 0.8, 50, 20, '9'), cell(50, 0, 52, 20, ''), cell(52, 0, 90, 20, '4')],
    },
  ]);
  expect(found.flat().map((c) => c.text)).toEqual(['9', '4']);
});
