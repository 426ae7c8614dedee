import { describe, expect, it } from 'vitest';
import { type Printed, text } from './support/printed.js';
import { across, cells, HEADS, line } from './support/unruled.js';

const band = (y: number, [x0, x1]: readonly [number, number]) => `0.93 g ${x0} ${400 - y - 16} ${x1 - x0} 16 re f 0 g`;
describe('rows between lines across, without any down,', () => {
  const page = (drawn: readonly number[], y = 88): Printed => ({
    width: 320,
    marks: [
      ...drawn.map((y) => across(y)),
      ...line(40, ['', '', '第二十条第（一）项']),
      ...line(56, HEADS),
      ...line(72, ['规章']),
      ...line(88, ['行政规范性文件']),
      ...line(y, ['', '2', '16']),
      ...line(104, ['', '', '第二十条第（六）项']),
      ...line(120, ['信息内容', '', '本年处理决定数量']),
      ...line(136, ['行政处罚']),
      ...line(152, ['行政强制']),
      ...line(168, ['', '', '第二十条第（八）项']),
      ...line(184, ['信息内容', '', '本年收费金额（单位：万元）']),
      ...line(200, ['行政事业性收费', '', '1054.57']),
    ],
  });
  const all = Array.from({ length: 12 }, (_, i) => 29 + 16 * i);
  it('are blank where nothing stands in them', async () => {
    expect(await cells('proactive', [page(all)])).toMatchObject({
      ...{ 'regulations.issued': null, 'regulations.repealed': null, 'regulations.in_force': null },
      ...{ 'normative_documents.issued': 2, 'normative_documents.repealed': 16, 'normative_documents.in_force': null },
      ...{ 'penalties.decisions': null, 'coercion.decisions': null, 'fees.amount': 1054.57 },
    });
  });
  it('are not certain where a line is missing between two labels, and figures stand beside neither', async () => {
    const missing = all.filter((y) => y !== 77);
    const between = await cells('proactive', [page(missing, 80)]);
    expect(between['regulations.issued']).toBe('unreadable');
    expect(between['normative_documents.issued']).toBe('unreadable');
    const beside = await cells('proactive', [page(missing)]);
    expect(beside).toMatchObject({ 'regulations.issued': null, 'normative_documents.issued': 2 });
  });
  it('may be painted bands, cell by cell', async () => {
    const marks = [
      ...[0, 1].flatMap((i) => [band(45 + 32 * i, [20, 105]), band(45 + 32 * i, [105, 300])]),
      ...line(40, ['', '', '第二十条第（一）项']),
      ...line(56, HEADS),
      ...line(72, ['规章', '', '', '30']),
      ...line(88, ['行政规范性文件']),
    ];
    expect(await cells('proactive', [{ width: 320, marks }])).toMatchObject({
      ...{ 'regulations.issued': null, 'regulations.in_force': 30, 'normative_documents.in_force': null },
    });
  });
});

describe('a table of requests with lines across only', () => {
  const columns = [25, 190, 220, 250, 280, 310, 340, 370];
  const heads = ['自然人', '商业', '科研', '公益', '法律', '其他', '总计'];
  const lines = (from: number, rows: readonly (readonly string[])[]) => [
    ...rows.map((_, r) => across(from + 16 * r, 20, 390)),
    across(from + 16 * rows.length, 20, 390),
    ...rows.flatMap((row, r) => line(from + 11 + 16 * r, row, columns)),
  ];
  const zeros = ['0', '0', '0', '0', '0', '0', '0'];
  const one = ['1', '0', '0', '0', '0', '0', '1'];
  it('ends with a blank row, not with the heading below', async () => {
    const rows = [
      ['', ...heads],
      ['一、本年新收政府信息公开申请数量', ...one],
      ['二、上年结转政府信息公开申请数量', ...zeros],
      ['（一）予以公开', ...one],
      ['（七）总计', ...one],
      ['四、结转下年度继续办理'],
    ];
    const heading = [text(45, 170, '四、政府信息公开行政复议、行政诉讼情况'), across(190, 20, 390)];
    const read = await cells('requests', [{ width: 420, marks: [...lines(40, rows), ...heading] }]);
    expect(read['carried_out.natural_person']).toBeNull();
    expect(read['total.natural_person']).toBe(1);
    expect(read['partial.natural_person']).toBe('absent');
  });
  it('goes on over the page with a blank row', async () => {
    const first = [
      ['', ...heads],
      ['一、本年新收政府信息公开申请数量', ...one],
      ['二、上年结转政府信息公开申请数量', ...zeros],
      ['（一）予以公开', ...one],
      ['（二）部分公开', ...zeros],
    ];
    const second = [['1.属于国家秘密'], ['2.其他法律行政法规禁止公开', ...zeros], ['3.危及“三安全一稳定”', ...zeros]];
    const read = async (rest: readonly (readonly string[])[]) =>
      await cells('requests', [
        { width: 420, marks: lines(280, first) },
        { width: 420, marks: lines(40, rest) },
      ]);
    for (const rest of [second, [['', ...heads], ...second]])
      expect(await read(rest)).toMatchObject({
        ...{ 'partial.natural_person': 0, 'refused.state_secret.natural_person': null },
        ...{ 'refused.other_law.natural_person': 0 },
      });
    expect(await read([['形，不计其他情形）'], ...second])).toMatchObject({
      ...{ 'partial.natural_person': 0, 'refused.state_secret.natural_person': null },
    });
  });
});

it('heads of a band without figures are none of the band below', async () => {
  const nine = (y: number, words: readonly string[], columns: readonly number[]) => line(y, words, columns, 9);
  const marks = [
    ...nine(25, ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], [107, 248, 351, 414]),
    ...nine(38, ['行政处罚', '777', '+10', '154'], [25, 228, 335, 410]),
    ...nine(51, ['行政强制', '110', '', '88'], [25, 228, 335, 410]),
    ...nine(64, ['', '第二十条第（八）项'], [0, 208]),
    ...nine(77, ['信息内容', '上一年项目数量', '本年增/减'], [133, 297, 406]),
    ...nine(90, ['行政事业性收费'], [25]),
    ...nine(103, ['', '第二十条第（九）项'], [0, 208]),
    ...nine(116, ['信息内容', '采购项目数量', '采购总金额'], [68, 188, 354]),
    ...nine(129, ['政府集中采购', '1', '8563287'], [25, 151, 283]),
  ];
  const read = await cells('proactive', [{ width: 480, marks }]);
  expect([1, 'unreadable']).toContain(read['procurement.projects']);
  expect([8563287, 'unreadable']).toContain(read['procurement.amount']);
});

describe('bands without rules under heads that begin alike', () => {
  const marks = (...labels: string[]) => [
    ...line(25, ['', '', '第二十条第（一）项']),
    ...line(40, HEADS),
    ...line(55, ['规章', '2', '3', '4']),
    ...line(70, ['行政规范性文件', '5', '6', '7']),
    ...line(85, ['', '', '第二十条第（五）项']),
    ...line(100, ['信息内容', '', '本年处理决定数量']),
    ...line(115, ['行政许可', '', '4']),
    ...line(130, ['', '', '第二十条第（六）项']),
    ...line(145, ['信息内容', '', '本年处理决定数量']),
    ...labels.flatMap((label, i) => line(160 + 15 * i, [label])),
    ...line(200, ['', '', '第二十条第（八）项']),
    ...line(215, ['信息内容', '', '本年收费金额（单位：万元）']),
    ...line(230, ['行政事业性收费']),
    text(25, 260, '三、收到和处理政府信息公开申请情况', 14),
  ];
  it('are blank where no figure stands in them, at the end of the table too', async () => {
    expect(await cells('proactive', [{ width: 320, marks: marks('行政处罚', '行政强制') }])).toMatchObject({
      ...{ 'licensing.decisions': 4, 'penalties.decisions': null, 'coercion.decisions': null, 'fees.amount': null },
      ...{ 'regulations.issued': 2, 'normative_documents.in_force': 7 },
    });
  });
  it('lack the rows that are not printed', async () => {
    expect(await cells('proactive', [{ width: 320, marks: marks('行政处罚') }])).toMatchObject({
      ...{ 'penalties.decisions': null, 'coercion.decisions': 'absent', 'regulations.issued': 2 },
    });
  });
  it('have their only figures under their only head, wherever in their cells both stand', async () => {
    const own = [
      ...line(25, ['', '', '第二十条第（一）项']),
      ...line(40, HEADS),
      ...line(55, ['行政规范性文件', '5', '6', '7']),
      ...line(70, ['', '', '第二十条第（五）项']),
      ...line(85, ['信息内容', '本年处理决定数量']),
      ...line(100, ['行政许可', '4'], [25, 130]),
      ...line(115, ['', '', '第二十条第（八）项']),
      ...line(130, ['信息内容', '本年收费金额（万元）']),
      ...line(145, ['行政事业性收费', '871.57'], [25, 215]),
    ];
    expect(await cells('proactive', [{ width: 320, marks: own }])).toMatchObject({
      ...{ 'licensing.decisions': 4, 'fees.amount': 871.57 },
    });
  });
});

it('heads of one group that stand lower than those of another in the same words are the same band’s', async () => {
  const columns = Array.from({ length: 15 }, (_, i) => 25 + 32 * i);
  const outcomes = [...Array(3)].flatMap(() => [
    ['结果维', '持'],
    ['结果纠', '正'],
    ['其他结', '果'],
    ['尚未审', '结'],
    ['总计'],
  ]);
  const marks = [
    ...line(40, ['行政复议', '行政诉讼'], [85, 323]),
    ...line(56, ['未经复议直接起诉', '复议后起诉'], [230, 398], 7),
    ...outcomes.flatMap((lines, i) =>
      lines.flatMap((words, l) => text(columns[i] as number, (i < 5 ? 53 : 73) + 7 * l, words, 7)),
    ),
    ...line(100, [...'102030004000015'], columns),
  ];
  expect(await cells('disputes', [{ width: 520, marks }])).toMatchObject({
    ...{ 'review.upheld': 1, 'review.other': 2, 'review.total': 3, 'litigation_direct.pending': 4 },
    ...{ 'litigation_after_review.pending': 1, 'litigation_after_review.total': 5 },
  });
});

it('figures between lines across that stand a little higher than their label, but over a part of it, are its row', async () => {
  const labels = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量'];
  const marks = [
    ...['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'].map((head, i) =>
      text(230 + 50 * i, 40, head),
    ),
    ...row(60, labels[0] as string, '9', '0', '0', '0', '0', '0', '9'),
    ...row(80, labels[1] as string, '1', '0', '0', '0', '0', '0', '1'),
    ...[48, 86, 116, 136, 156].map((y) => across(y, 20, 580)),
    text(20, 107, '（一）予以公开'),
    ...row(100, '', '6', '0', '0', '0', '0', '0', '6'),
    ...row(130, '（七）总计', '7', '0', '0', '0', '0', '0', '7'),
    ...row(150, '四、结转下年度继续办理', '3', '0', '0', '0', '0', '0', '3'),
  ];
  expect(await cells('requests', [{ width: 600, marks }])).toMatchObject({
    ...{ 'carried_in.natural_person': 1, 'granted.natural_person': 6, 'granted.total': 6, 'total.natural_person': 7 },
  });
});
const row = (y: number, label: string, ...figures: string[]) => [
  ...(label === '' ? [] : [text(20, y, label)]),
  ...figures.map((figure, i) => text(230 + 50 * i, y, figure)),
];
