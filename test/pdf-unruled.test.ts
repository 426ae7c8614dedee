import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { type Printed, printed, text } from './support/printed.js';
import { HEADS, only, row } from './support/requests-rows.js';

/** Values by cell of a table, `?` where a cell is not read; what is absent is left out. */
const values = async (name: 'proactive' | 'requests' | 'disputes', ...pages: Printed[]) => {
  const [report] = (await extract(printed(pages))).reports;
  return Object.fromEntries(
    Object.entries(report?.tables[name].cells ?? {}).flatMap(([id, { state, value }]) =>
      state === 'absent' ? [] : [[id.slice(name.length + 1), state === 'unreadable' ? '?' : value]],
    ),
  );
};

describe('a table without rules whose labels are broken', () => {
  const column = (x: number, y: number, pitch: number, words: string) =>
    [...words].map((letter, i) => text(x, y + i * pitch, letter));
  const figures = (y: number, ...own: string[]) => own.map((figure, i) => text(60 + 80 * i, y, figure));
  /** @param gap from one label to the next, where the lines of a label are 14 apart */
  const narrow = (gap: number, rest = '息内容') => [
    ...figures(60, '本年制发件数', '本年废止件数', '现行有效件数'),
    ...column(30, 60, 14, `信${rest}`),
    ...figures(60 + 14 * rest.length + gap, '6', '11', '16'),
    ...column(30, 60 + 14 * rest.length + gap, 14, '规章'),
    ...figures(74 + 14 * rest.length + 2 * gap, '29', '21', '30'),
    ...column(30, 74 + 14 * rest.length + 2 * gap, 14, '行政规范性文件'),
  ];
  it('has over them a head of as many lines', async () => {
    expect(await values('proactive', { width: 320, marks: narrow(16.9) })).toEqual({
      ...{ 'regulations.issued': 6, 'regulations.repealed': 11, 'regulations.in_force': 16 },
      ...{ 'normative_documents.issued': 29, 'normative_documents.repealed': 21, 'normative_documents.in_force': 30 },
    });
  });
  it('has no such head where its lines stand as far apart as the rows', async () => {
    const cells = await values('proactive', { width: 320, marks: narrow(14) });
    expect([6, '?', undefined]).toContain(cells['regulations.issued']);
    expect([29, '?', undefined]).toContain(cells['normative_documents.issued']);
  });
});

describe('a table without rules, its numbered labels broken,', () => {
  const heads = ['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'];
  const labels = [
    ['一、本年新收政府', '信息公开申请数量'],
    ['二、上年结转政府', '信息公开申请数量'],
    ['（一）予以公开'],
    ['（二）部分公开（区', '分处理的，只计这一', '情形，不计其他情形）'],
    ['1.属于国家秘密'],
    ['2.其他法律行政', '法规禁止公开'],
  ];
  const FIGURES = ['new', 'carried_in', 'granted', 'partial', 'refused.state_secret', 'refused.other_law'];
  it.each([
    ['beside their first lines', 0],
    ['beside the middle', 0.5],
    ['beside their last lines', 1],
  ])('has figures %s', async (_, share) => {
    let y = 60;
    const marks = heads.map((head, i) => text(150 + 55 * i, y, head));
    labels.forEach((lines, r) => {
      const at = y + 13 + 13 * (lines.length - 1) * share;
      for (const line of lines) {
        y += 13;
        marks.push(text(20, y, line));
      }
      for (const i of heads.keys()) marks.push(text(150 + 55 * i, at, `${10 * (r + 1) + i}`));
    });
    const cells = await values('requests', { width: 600, marks });
    const expected = FIGURES.map((row, r) => [`${row}.total`, 10 * (r + 1) + 6]);
    expect(cells).toMatchObject(Object.fromEntries(expected));
  });
});

it('does not read the rest of a figure over whose first digit its label is printed', async () => {
  const heads = ['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'];
  const row = (y: number, label: string, from: number, natural: string) => [
    text(from, y, label),
    ...[natural, '2', '0', '0', '0', '0', `${Number(natural) + 2}`].map((figure, i) => text(150 + 55 * i, y, figure)),
  ];
  const cells = await values('requests', {
    width: 600,
    marks: [
      ...heads.map((head, i) => text(150 + 55 * i, 60, head)),
      ...row(80, '一、本年新收政府信息公开申请数量', 0, '95'),
      ...row(100, '6.属于四类过程性信息', 40, '14'),
      ...row(120, '7.属于行政执法案卷', 40, '11'),
      // 事 ends over the 9, 项 begins before the 3.
      ...row(140, '8.属于行政查询事项', 72, '93'),
    ],
  });
  expect(cells['refused.enforcement_file.natural_person']).toBe(11);
  expect(['?', undefined]).toContain(cells['refused.administrative_query.natural_person']);
});

describe('a table without rules on two pages', () => {
  const first = [
    ...row(100, '', '', ...HEADS),
    ...row(130, '', '一、本年新收政府信息公开申请数量', '9', '1', '1', '1', '1', '1', '14'),
    ...row(160, '', '二、上年结转政府信息公开申请数量', ...only('1')),
    ...row(190, '', '（一）予以公开', ...only('4')),
    ...row(220, '（三）', '1.属于国家秘密', ...only('2')),
  ];
  const total = ['9', '', '1', '', '1', '', '11'];
  it('goes on after rows that were left blank', async () => {
    const cells = await values(
      'requests',
      {
        width: 600,
        marks: [
          ...first,
          ...row(250, '不予', '2.其他法律行政法规禁止公开'),
          ...row(280, '公开', '3.危及“三安全一稳定”'),
          ...row(310, '（四）', '1.本机关不掌握相关政府信息'),
        ],
      },
      {
        width: 600,
        marks: [...row(60, '', '2.没有现成信息需要另行制作', ...only('5')), ...row(90, '', '（七）总计', ...total)],
      },
    );
    expect(cells).toMatchObject({
      ...{ 'refused.state_secret.natural_person': 2, 'refused.state_secret.total': 2 },
      ...{ 'refused.other_law.natural_person': null, 'refused.security_stability.total': null },
      ...{ 'unavailable.needs_creation.natural_person': 5, 'unavailable.needs_creation.business': null },
      ...{ 'total.natural_person': 9, 'total.business': null, 'total.research': 1, 'total.legal_service': 1 },
      ...{ 'total.other': null, 'total.total': 11 },
    });
  });
  it('is not ended by what the feet of both print', async () => {
    const foot = (page: number) => [
      text(20, 390, 'http://www.example.gov.cn/art/58.html'),
      text(560, 390, `${page}/2`),
    ];
    const cells = await values(
      'requests',
      { width: 600, marks: [...first, ...foot(1)] },
      { width: 600, marks: [...row(60, '', '2.其他法律行政法规禁止公开', ...only('5')), ...foot(2)] },
    );
    expect(cells).toMatchObject({ 'refused.state_secret.total': 2, 'refused.other_law.natural_person': 5 });
  });
  it('begins a page with dashes for blanks and a figure, which are no page number', async () => {
    const below = [
      text(90, 33, '3.补正后申请内容仍'),
      ...row(40, '', '', '-', '-', '-', '-', '2', '-', '-'),
      text(90, 47, '不明确'),
      ...row(70, '', '1.信访举报投诉类申请', ...only('5')),
    ];
    const cells = await values('requests', { width: 600, marks: first }, { width: 600, marks: below });
    expect(cells).toMatchObject({
      ...{ 'unavailable.still_unclear.legal_service': 2, 'unavailable.still_unclear.total': null },
      'unprocessed.complaint.natural_person': 5,
    });
  });
  it('is not ended by feet that differ from page to page', async () => {
    const next = row(60, '', '2.其他法律行政法规禁止公开', ...only('5'));
    const under = (words: string) =>
      values('requests', { width: 600, marks: [...first, text(40, 385, words)] }, { width: 600, marks: next });
    expect(await under('打印日期 2024-01-05')).toMatchObject({ 'refused.other_law.natural_person': 5 });
    expect(await under('四、结转情况')).not.toHaveProperty(['refused.other_law.natural_person'], 5);
  });
  it('is not ended by the number of its group, alone on a line of a narrow label', async () => {
    const { marks, y } = ['三、', '本年', '度办', '理结', '果'].reduce(
      ({ marks, y }, words) => ({ marks: [...marks, text(20, y, words)], y: y + 14 }),
      { marks: [] as string[], y: 213 },
    );
    const cells = await values('requests', {
      width: 600,
      marks: [
        ...first.slice(0, -9),
        ...marks,
        ...[text(60, 220, '（三）不予公开'), text(140, 220, '1.属于国家秘密')],
        ...row(250, '', '2.其他法律行政法规禁止公开', ...only('5')),
        ...row(y + 20, '', '（七）总计', ...only('9')),
      ],
    });
    expect(cells).toMatchObject({ 'refused.other_law.natural_person': 5, 'total.total': 9 });
  });
  it('is not ended by a blank row that stands far from the others, nor by a figure beside two lines', async () => {
    const cells = await values('requests', {
      width: 600,
      marks: [
        ...row(60, '', '', ...HEADS),
        ...row(80, '', '一、本年新收政府信息公开', ...only('9')),
        ...[text(20, 94, '申请数量'), text(20, 140, '二、上年结转政府信息公开申请数量')],
        ...row(170, '', '（一）予以公开', ...only('4')),
        ...[text(20, 193, '（二）部分公开（区分处理的，'), text(20, 207, '只计这一情形，不计其他情形）')],
        ...[text(230, 200, '5'), text(20, 240, '（七）总计'), text(230, 240, '9')],
      ],
    });
    expect(cells).toMatchObject({
      ...{ 'new.total': 9, 'carried_in.natural_person': null, 'granted.total': 4 },
      ...{ 'partial.natural_person': 5, 'partial.total': null, 'total.natural_person': 9 },
    });
  });
  it('has its heads cut by the page break: two halves that begin and end alike are no heads printed twice', async () => {
    const line = (y: number, ...own: string[]) =>
      [0, 1, 2].flatMap((group) => own.map((words, i) => text(30 + 200 * group + 40 * i, y, words)));
    const figures = [...'412070102300145'].map((figure, i) => text(36 + 40 * i, 80, figure));
    const cells = await values(
      'disputes',
      {
        width: 660,
        marks: [
          text(30, 100, '四、政府信息公开行政复议、行政诉讼情况'),
          ...[text(90, 340, '行政复议'), text(400, 340, '行政诉讼')],
          ...[text(280, 356, '未经复议直接起诉'), text(490, 356, '复议后起诉')],
          ...line(380, '结果', '结果', '其他', '尚未', '总计'),
        ],
      },
      { width: 660, marks: [...line(50, '维持', '纠正', '结果', '审结'), ...figures] },
    );
    expect(cells).toMatchObject({ 'review.upheld': 4, 'review.corrected': 1, 'review.other': 2, 'review.pending': 0 });
    expect(cells).toMatchObject({
      'review.total': 7,
      'litigation_direct.total': 3,
      'litigation_after_review.total': 5,
    });
  });
  it('ends before the heading of a section', async () => {
    const { reports } = await extract(
      printed([{ width: 600, marks: [...first, text(20, 250, '三、政府信息公开行政复议情况')] }]),
    );
    expect(reports[0]?.sections.map(({ heading }) => heading)).toContain('三、政府信息公开行政复议情况');
  });
  it('has at the end of a page the lines of a label and its group, which are no heads of the next', async () => {
    const cells = await values(
      'requests',
      {
        width: 600,
        marks: [
          ...first,
          ...[text(20, 250, '（四'), text(90, 250, '1.本')],
          ...['6', '0', '0', '0', '0', '0', '6'].map((figure, i) => text(230 + 50 * i, 250, figure)),
          ...[text(20, 264, '）无'), text(90, 264, '机关'), text(20, 278, '法提'), text(90, 278, '不掌')],
        ],
      },
      {
        width: 600,
        marks: [
          ...[text(20, 60, '供'), text(90, 60, '握相关政府信息')],
          ...row(90, '', '2.没有现成信息需要另行制作', ...only('5')),
          ...row(120, '', '3.补正后申请内容仍不明确', ...only('3')),
        ],
      },
    );
    expect(cells).toMatchObject({
      ...{ 'unavailable.not_held.natural_person': 6, 'unavailable.not_held.total': 6 },
      ...{ 'unavailable.needs_creation.natural_person': 5, 'unavailable.still_unclear.natural_person': 3 },
    });
  });
});

it('a label is cut from the name of its group where the numbers of others stand', async () => {
  const row = (y: number, label: string, ...own: string[]) => [
    text(90, y, label),
    ...own.map((figure, i) => text(230 + 50 * i, y, figure)),
  ];
  const heads = ['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'];
  const cells = await values('requests', {
    width: 600,
    marks: [
      ...row(40, '', ...heads),
      ...row(60, '1.信访举报投诉类申请', '1', '0', '0', '0', '0', '0', '1'),
      ...row(80, '2.重复申请', '2', '0', '0', '0', '0', '0', '2'),
      ...row(100, '3.要求提供公开出版物', '3', '0', '0', '0', '0', '0', '3'),
      // The name of the group ends a little before the rest of the label beside it.
      ...[text(90, 120, '1.申请人无正当理由逾期不'), text(90, 134, '补正、行政机关不再处理其')],
      ...[text(90, 148, '政府信息公开'), text(57, 162, '（六）'), text(90, 162, '申请')],
      ...row(141, '', '4', '0', '0', '0', '0', '0', '4'),
      text(57, 180, '其他'),
      ...row(180, '3.其他', '6', '0', '0', '0', '0', '0', '6'),
    ],
  });
  expect(cells).toMatchObject({
    ...{ 'unprocessed.publication.total': 3, 'other.no_correction.total': 4, 'other.misc.total': 6 },
  });
});

describe('heads of a table without rules', () => {
  it('stand under what heads all of them, and beside figures that they do not reach', async () => {
    const row = (y: number, xs: readonly number[], cells: readonly string[]) =>
      cells.map((cell, i) => text(xs[i] as number, y, cell));
    const figures = [250, 430, 560];
    const cells = await values('proactive', {
      width: 620,
      marks: [
        text(248, 80, '第二十条第（一）项'),
        ...row(100, [140, 350, 480], ['本年制发件数', '本年废止件数', '现行有效件数']),
        ...[text(20, 120, '规章'), ...row(120, figures, ['6', '11', '16'])],
        ...[text(20, 140, '行政规范性文件'), ...row(140, figures, ['29', '21', '30'])],
      ],
    });
    expect(cells).toEqual({
      ...{ 'regulations.issued': 6, 'regulations.repealed': 11, 'regulations.in_force': 16 },
      ...{ 'normative_documents.issued': 29, 'normative_documents.repealed': 21, 'normative_documents.in_force': 30 },
    });
  });
  it('stand beside a label that reaches under the first of them, and not over the labels', async () => {
    const cells = await values('requests', {
      width: 640,
      marks: [
        ...['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'].map((head, i) =>
          text(270 + 50 * i - 5 * head.length, 64, head),
        ),
        ...[
          ['一、本年新收政府信息公开申请数量', '9'],
          ['二、上年结转政府信息公开申请数量', '1'],
          ['（一）予以公开', '5'],
          ['（二）部分公开（区分处理的，只计这一情形）', '4'],
        ].flatMap(([label = '', figure = ''], r) => [
          text(50, 84 + 20 * r, label),
          ...Array.from('1234567', (_, i) => text(267 + 50 * i, 84 + 20 * r, figure)),
        ]),
      ],
    });
    expect(cells).toMatchObject({ 'new.natural_person': 9, 'granted.total': 5, 'partial.total': 4 });
  });
  it('may be longer in the corner than the labels under it', async () => {
    const words = '（本列数据的勾稽关系为：第一项加第二项之和等于第三项）';
    const cells = await values('requests', {
      width: 700,
      marks: [
        text(20, 60, words),
        ...['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'].map((head, i) =>
          text(310 + 50 * i, 64, head),
        ),
        ...[
          ['一、本年新收政府信息', '9', '0', '0', '0', '0', '0', '9'],
          ['二、上年结转政府信息', '1', '0', '0', '0', '0', '0', '1'],
        ].flatMap(([label = '', ...own], r) => [
          text(20, 84 + 20 * r, label),
          ...own.map((figure, i) => text(310 + 50 * i, 84 + 20 * r, figure)),
        ]),
      ],
    });
    expect(cells).toMatchObject({ 'new.natural_person': 9, 'new.total': 9, 'carried_in.total': 1 });
  });
  it('may be many lines higher than the lowest, over figures of their own', async () => {
    const tall = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
    const letters = (x: number, y: number, words: string) => [...words].map((c, i) => text(x, y + 12 * i, c));
    const row = (y: number, label: string, ...own: string[]) => [
      text(20, y, label),
      ...own.map((figure, i) => text(200 + 30 * i, y, figure)),
    ];
    const cells = await values('requests', {
      width: 460,
      marks: [
        ...tall.flatMap((head, i) => letters(200 + 30 * i, 60, head)),
        ...letters(380, 44, '总计'),
        ...row(140, '一、本年新收政府信息', '9', '0', '0', '0', '0', '0', '9'),
        ...row(160, '二、上年结转政府信息', '1', '0', '0', '0', '0', '0', '1'),
        ...row(180, '（一）予以公开', '4', '0', '0', '0', '0', '0', '4'),
      ],
    });
    expect(cells).toMatchObject({ 'new.natural_person': 9, 'new.total': 9, 'granted.total': 4 });
  });
});

describe('figures without rules that end with their cells, the heads in the middle,', () => {
  const ends = [380, 500, 620];
  const centred = (x: number, y: number, words: string) => text(x - 5 * words.length, y, words);
  const row = (y: number, label: string, ...own: string[]) => [
    text(24, y, label),
    ...own.map((figure, i) => text((ends[i] as number) - 4 - 5 * figure.length, y, figure)),
  ];
  const regulations = (made: string, repealed: string, force: string) => [
    ...[centred(320, 60, '第二十条第（一）项'), centred(140, 80, '信息内容')],
    ...['本年制发件数', '本年废止件数', '现行有效件数'].map((head, i) => centred((ends[i] as number) - 60, 80, head)),
    ...[...row(100, '规章', '6', '', '16'), ...row(120, '行政规范性文件', made, repealed, force)],
  ];
  const fees = [
    ...[centred(320, 140, '第二十条第（八）项'), centred(140, 160, '信息内容')],
    centred(440, 160, '本年收费金额（单位：万元）'),
    text(24, 180, '行政事业性收费'),
  ];
  it('stand under the last head before them', async () => {
    expect(
      await values('proactive', { width: 660, marks: [...regulations('29', '21', '4013'), ...fees] }),
    ).toMatchObject({
      ...{ 'regulations.issued': 6, 'regulations.repealed': null, 'regulations.in_force': 16 },
      ...{ 'normative_documents.issued': 29, 'normative_documents.repealed': 21, 'normative_documents.in_force': 4013 },
    });
  });
  it('leave a column blank', async () => {
    expect(await values('proactive', { width: 660, marks: regulations('29', '', '4013') })).toMatchObject({
      ...{ 'regulations.issued': 6, 'regulations.repealed': null, 'regulations.in_force': 16 },
      ...{
        'normative_documents.issued': 29,
        'normative_documents.repealed': null,
        'normative_documents.in_force': 4013,
      },
    });
  });
  it('are none beside the table', async () => {
    const marks = [...regulations('29', '21', '4013'), ...fees];
    const number = text(640, 180, '12');
    expect(await values('proactive', { width: 680, marks: [...marks, number] })).not.toMatchObject({
      'fees.amount': 12,
    });
    const fee = text(606, 180, '12');
    expect(await values('proactive', { width: 680, marks: [...marks, fee] })).toMatchObject({ 'fees.amount': 12 });
  });
});

it('figures that stand near their labels, alone on their lines, are cut from them where they begin one under the other', async () => {
  const marks = [
    ...[text(20, 40, '信息内容'), text(95, 40, '本年处理决定数量')],
    ...[text(20, 60, '行政处罚决定书'), text(95, 60, '17722'), text(20, 80, '行政强制决定书'), text(95, 80, '6661')],
    ...[
      text(20, 120, '信息内容'),
      text(95, 120, '本年收费金额'),
      text(20, 140, '行政事业性收费'),
      text(95, 140, '613.5'),
    ],
    ...['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((head, i) =>
      text([20, 105, 170, 235][i] as number, 180, head),
    ),
    ...['规章', '1', '2', '3'].map((words, i) => text([20, 105, 170, 235][i] as number, 200, words)),
  ];
  expect(await values('proactive', { marks })).toMatchObject({
    ...{ 'penalties.decisions': 17722, 'coercion.decisions': 6661, 'fees.amount': 613.5 },
  });
});

it('figures of two columns that nearly touch are cut where a head begins over each', async () => {
  const outcomes = ['维持', '纠正', '其他', '未结', '总计'];
  const heads = [...outcomes, ...outcomes, ...outcomes];
  const at = (i: number) => 20 + 28 * i;
  const marks = [
    ...[text(20, 40, '行政复议'), text(160, 40, '未经复议直接起诉'), text(300, 40, '复议后起诉')],
    ...heads.map((head, i) => text(at(i), 60, head)),
    ...[19, 10, 8, 5, 42123, 12, 3, 3, 2, 20, 7, 8, 27, 18, 60].map((figure, i) => text(at(i), 90, `${figure}`)),
  ];
  expect(await values('disputes', { width: 460, marks })).toMatchObject({
    ...{ 'review.total': 42123, 'litigation_direct.upheld': 12 },
  });
});

it('heads that nearly touch are cut at the gap before a column that begins a little further right', async () => {
  const row = (y: number, label: string, ...own: string[]) => [
    text(20, y, label),
    ...own.map((figure, i) => text([100, 174.2, 229][i] as number, y, figure)),
  ];
  const heads = ['上一年项目数量', '本年增/减', '处理决定数量'].map((head, i) =>
    text([100, 173, 229][i] as number, 40, head),
  );
  const marks = [text(20, 40, '信息内容'), ...heads, ...row(60, '行政许可', '7', '+2', '25')];
  expect(await values('proactive', { marks: [...marks, ...row(80, '其他对外管理', '6', '-1', '14')] })).toMatchObject({
    ...{ 'licensing.items_prior': 7, 'licensing.items_change': 2, 'licensing.decisions': 25 },
  });
});

it('heads that fill a line are no prose where each begins over its figure', async () => {
  const heads = ['维持', '纠正', '其他', '未结', '总计'].map((head) => `结果${head}`);
  const at = (i: number) => 20 + 43 * i;
  const marks = [
    ...[text(20, 40, '行政复议'), text(235, 40, '未经复议直接起诉'), text(450, 40, '复议后起诉')],
    ...[...heads, ...heads, ...heads].map((head, i) => text(at(i), 60, head)),
    ...[1, 0, 0, 0, 1, 1, 0, 0, 1, 2, 0, 0, 0, 1, 1].map((figure, i) => text(at(i), 90, `${figure}`)),
  ];
  const words = [text(20, 130, '五、存在的主要问题')];
  expect(Object.values(await values('disputes', { width: 700, marks: [...marks, ...words] }))).toEqual([
    ...[1, 0, 0, 0, 1, 1, 0, 0, 1, 2, 0, 0, 0, 1, 1],
  ]);
});

it('a hyphen with which the line of a label breaks is no figure', async () => {
  const heads = ['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'];
  const row = (y: number, label: string) => [
    text(20, y, label),
    ...heads.map((_, i) => text(270 + 50 * i, y, `${i + 1}`)),
  ];
  const cells = await values('requests', {
    width: 640,
    marks: [
      ...[text(30, 40, '信息内容'), text(205, 40, '本年处理决定数量')],
      ...[text(20, 60, '行政处罚'), text(220, 60, '12'), text(20, 80, '行政强制'), text(220, 80, '11')],
      ...heads.map((head, i) => text(250 + 50 * i, 120, head)),
      ...[...row(140, '一、本年新收政府信息公开申请数量'), ...row(160, '（一）予以公开')],
      ...[text(20, 180, '（二）部分公开（区分处理的，只计这一情形-'), text(20, 194, '，不计其他情形）')],
      ...row(187, '').slice(1),
      ...row(214, '（七）总计'),
    ],
  });
  expect(cells).toMatchObject({ 'granted.total': 7, 'partial.natural_person': 1, 'total.natural_person': 1 });
});

it('a figure over which a label is printed is not blank', async () => {
  const row = (y: number, label: string, first: string) => [
    text(50, y, label),
    ...[first, '2', '3', '4', '5', '6', '7'].map((figure, i) => text(267 + 50 * i, y, figure)),
  ];
  const cells = await values('requests', {
    width: 640,
    marks: [
      ...['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'].map((head, i) =>
        text(270 + 50 * i - 5 * head.length, 64, head),
      ),
      ...[...row(84, '一、本年新收政府信息公开申请数量', '9'), ...row(104, '二、上年结转政府信息公开申请数量', '8')],
      ...[...row(124, '（一）予以公开', '5'), ...row(144, '（二）部分公开（区分处理的，只计这一情形）。', '')],
    ],
  });
  expect(cells).toMatchObject({ 'new.natural_person': 9, 'granted.natural_person': 5 });
  expect(['?', undefined]).toContain(cells['partial.natural_person']);
});

it('figures that a narrow cell breaks after a comma are whole', async () => {
  const row = (y: number, label: string, ...own: string[]) => [
    text(20, y, label),
    ...own.map((figure, i) => text(120 + 40 * i, y, figure)),
  ];
  const proactive = async (rest: string[]) =>
    values('proactive', {
      width: 400,
      marks: [
        ...row(48, '', '本年', '本年', '现行'),
        ...row(60, '信息内容', '制发', '废止', '有效'),
        ...row(72, '', '件数', '件数', '件数'),
        ...row(100, '规章', '6', '11', '16'),
        ...row(130, '行政规范性文件', '10,29', '21', '10,30'),
        ...rest,
      ],
    });
  const cells = await proactive([text(120, 142, '0'), text(200, 142, '4')]);
  expect(cells).toMatchObject({ 'regulations.in_force': 16, 'normative_documents.repealed': 21 });
  expect(cells).toMatchObject({ 'normative_documents.issued': 10290, 'normative_documents.in_force': 10304 });
  expect(await proactive([])).toMatchObject({ 'normative_documents.issued': '?', 'normative_documents.in_force': '?' });
});

describe('a blank row without rules under one of figures', () => {
  const row = (y: number, label: string, ...own: string[]) => [
    text(20, y, label),
    ...own.map((figure, i) => text(120 + 70 * i, y, figure)),
  ];
  const heads = row(60, '信息内容', '本年制发件数', '本年废止件数', '现行有效件数');
  const read = (...rows: string[][]) => values('proactive', { width: 400, marks: [...heads, ...rows.flat()] });
  it('takes no figures of the row above, however near it stands', async () => {
    const cells = await read(row(76, '规章', '7', '21', '29'), row(92, '行政规范性文件'));
    expect([undefined, null, '?']).toContain(cells['normative_documents.issued']);
    const others = [
      ...row(140, '信息内容', '本年处理决定数量'),
      ...row(156, '行政处罚', '4'),
      ...row(172, '行政强制', '5'),
    ];
    const more = await read(row(76, '规章', '7', '21', '29'), row(92, '行政规范性文件'), others);
    expect([undefined, null, '?']).toContain(more['normative_documents.issued']);
  });
  it('is none where its lines stand nearer to each other than rows', async () => {
    const cells = await read(
      row(84, '规章', '7', '21', '29'),
      row(108, '行政规范', '3', '51', '9'),
      row(120, '性文件'),
    );
    expect(cells).toMatchObject({ 'regulations.issued': 7, 'normative_documents.issued': 3 });
  });
});

it('the rest of a label at the top of a page is none of the next label', async () => {
  const letters = (y: number, words: string) => [...words].map((letter, i) => text(20, y + 12 * i, letter));
  const cells = await values(
    'proactive',
    {
      marks: [
        ...[text(20, 300, '内容'), text(60, 300, '本年处理决定数量'), text(20, 330, '行'), text(60, 330, '18')],
        ...letters(342, '政处'),
      ],
    },
    { marks: [text(20, 40, '罚'), text(60, 57, '5'), ...letters(57, '行政强制'), text(20, 140, '下文')] },
  );
  expect([18, '?', undefined]).toContain(cells['penalties.decisions']);
  expect([5, '?', undefined]).toContain(cells['coercion.decisions']);
});

it('what a spreadsheet prints for a figure too wide for its column is no blank', async () => {
  const heads = HEADS.map((head, i) => text(225 + 50 * i, 40, head));
  const lines = ['1.本机关不掌握相', '关政府信息'].map((line, i) => text(90, 104 + 12 * i, line));
  const marks = [
    ...[
      ...heads,
      ...row(64, '', '（一）予以公开', ...'3100004'),
      ...row(84, '（三）不', '8.属于行政查询事项', ...'2000002'),
    ],
    ...[...lines, ...Array.from({ length: 7 }, (_, i) => text(230 + 50 * i, 110, i === 6 ? '#N/A' : '###'))],
    ...row(140, '', '四、结转下年度继续办理', ...'1000001'),
  ];
  const cells = await values('requests', { width: 600, marks });
  expect([cells['granted.total'], cells['carried_out.total']]).toEqual([4, 1]);
  expect(['natural_person', 'business', 'total'].map((c) => cells[`unavailable.not_held.${c}`])).toEqual([
    '?',
    '?',
    '?',
  ]);
});
