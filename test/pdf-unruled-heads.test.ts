import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { printed, text } from './support/printed.js';

/** Values by cell of a table, `?` where a cell is not read; what is absent is left out. */
async function values(name: 'proactive' | 'requests' | 'disputes', marks: string[], width = 700) {
  const [report] = (await extract(printed([{ width, marks }]))).reports;
  return Object.fromEntries(
    Object.entries(report?.tables[name].cells ?? {}).flatMap(([id, { state, value }]) =>
      state === 'absent' ? [] : [[id.slice(name.length + 1), state === 'unreadable' ? '?' : value]],
    ),
  );
}
/** Words from left to right, each from its place on; '' for none. */
const row = (y: number, xs: readonly number[], ...words: string[]) =>
  words.flatMap((word, i) => (word === '' ? [] : [text(xs[i] as number, y, word)]));

describe('figures without rules, set beside the middle of their heads,', () => {
  const issued = [
    ...row(60, [120, 250, 350, 450], '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
    ...row(80, [20, 235, 335, 435], '规章', '1203', '7', '9'),
    ...row(100, [20, 235, 335, 435], '行政规范性文件', '1311', '2', '8'),
  ];
  const licensing = [
    text(300, 130, '第二十条第（五）项'),
    ...row(150, [120, 300], '信息内容', '本年处理决定数量'),
    ...row(170, [20, 235], '行政许可', '4'),
  ];
  it('are set to the same side under the other heads of the table', async () => {
    const cells = await values('proactive', [text(300, 40, '第二十条第（一）项'), ...issued, ...licensing]);
    expect(cells).toMatchObject({ 'regulations.issued': 1203, 'regulations.in_force': 9, 'licensing.decisions': 4 });
  });
  it('leave the column blank that they cannot stand in', async () => {
    const cells = await values('proactive', [
      text(300, 40, '第二十条第（九）项'),
      ...row(60, [200, 390, 500], '信息内容', '采购项目数量', '采购总金额'),
      ...row(80, [192, 370], '政府集中采购', '12'),
    ]);
    expect(cells).toEqual({ 'procurement.projects': 12, 'procurement.amount': null });
  });
  it('are not those of a blank column beside one without a head, where the others stand under the middle of theirs', async () => {
    const heads = ['自然人', '商业企业', '科研机构', '法律服务', '其他', '总计'];
    const at = [230, 290, 350, 470, 530, 590];
    const under = [242.5, 307.5, 427.5, 487.5, 537.5, 597.5];
    const cells = await values('requests', [
      ...row(60, at, ...heads),
      ...row(80, [20, ...under], '一、本年新收政府信息公开申请数量', '9', '1', '5', '2', '1', '8'),
      ...row(100, [20, ...under], '二、上年结转政府信息公开申请数量', '1', '1', '5', '1', '1', '9'),
      ...row(120, [20, ...under], '（一）予以公开', '4', '1', '5', '2', '1', '3'),
    ]);
    expect([undefined, null, '?']).toContain(cells['new.research']);
  });
});

describe('the heads of a table without rules', () => {
  it('are cut where a gap lies between them, wherever their figures end', async () => {
    const cells = await values('proactive', [
      ...row(60, [192, 351, 424, 497], '信息内容', '上一年项目数量', '本年增减数量量', '处理决定数量数'),
      ...row(80, [75, 416, 489, 562], '行政许可', '3', '1', '6'),
      ...row(100, [75, 416, 489, 562], '其他对外管理服务事项', '5', '2', '8'),
    ]);
    expect(cells).toMatchObject({ 'licensing.items_prior': 3, 'licensing.decisions': 6 });
  });
  it('are not cut inside one, half of which stands over the middle of figures by chance', async () => {
    const under = [282.5, 327.6, 372.7, 417.5, 462.3, 507];
    const cells = await values('requests', [
      ...row(60, [417.8, 462.6], '社会公益', '法律服务'),
      ...row(75, [288, 328.1, 373.1, 427.8, 472.6, 512], '自然人', '商业企业', '科研机构', '组织', '机构', '总计'),
      ...row(92, [20, ...under], '一、本年新收政府信息公开申请数量', '1159', '1986', '119', '0', '905', '4169'),
      ...row(110, [20, ...under], '二、上年结转政府信息公开申请数量', '0', '0', '0', '0', '3', '3'),
      ...row(128, [20, ...under], '（一）予以公开', '40', '0', '13', '0', '0', '53'),
    ]);
    expect([119, '?']).toContain(cells['new.research']);
    expect(cells['new.other']).toBeUndefined();
  });
  it('have over them the name of their group, which is no line of the one under its middle', async () => {
    const at = (i: number) => 20 + 44 * i;
    const outcomes = ['维持', '纠正', '其他', '未结', '总计'];
    const groups = [
      text(at(2) - 10, 42, '行政复议'),
      text(at(7) - 25, 46, '未经复议直接起诉'),
      text(at(12) - 15, 46, '复议后起诉'),
    ];
    const figures = [19, 10, 8, 5, 42, 12, 3, 3, 2, 20, 7, 8, 27, 18, 60];
    const cells = await values('disputes', [
      ...groups,
      ...[...outcomes, ...outcomes, ...outcomes].map((head, i) => text(at(i), 58, head)),
      ...figures.map((figure, i) => text(at(i) + 33 - `${figure}`.length * 5, 80, `${figure}`)),
    ]);
    expect(cells).toMatchObject({
      'review.total': 42,
      'litigation_direct.other': 3,
      'litigation_after_review.other': 27,
    });
  });
});

describe('heads without rules whose letters are set apart', () => {
  const labels = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开'];
  const upper = ['自然人', '商业企', '科研机', '社会公', '法律服', '其他', '总计'];
  const lower = ['', '业', '构', '益组织', '务机构', '', ''];
  /**
   * @param step from letter to letter, 10 wide
   * @param column from column to column
   * @param at where a figure begins, as the left side of its column and its number of digits tell it
   */
  const page = (step: number, column: number, rows: readonly string[][], at: (x: number, digits: number) => number) => {
    const left = (i: number) => 220 + column * i;
    const letters = (words: string, i: number) => {
      const [first, by] = words.length < 3 || i === 0 ? [15 - 5 * words.length, 10] : [0, step];
      return [...words].map((letter, k) => text(left(i) + first + by * k, 60, letter));
    };
    const marks = [
      ...upper.flatMap(letters),
      ...lower.map((words, i) => text(left(i) + step + 5 - 5 * words.length, 74, words)),
      ...rows.flatMap((own, r) => [
        text(20, 94 + 16 * r, labels[r] as string),
        ...own.map((figure, i) => text(at(left(i), figure.length), 94 + 16 * r, figure)),
      ]),
    ];
    return marks;
  };
  it('are whole over figures in their middle', async () => {
    const rows = ['14', '2', '3'].map((one) => [one, '5', '6', '7', '8', '9', '4']);
    const read = await values(
      'requests',
      page(16, 52, rows, (x, digits) => x + 21 - 2.5 * digits),
    );
    expect(read).toMatchObject({
      'new.business': 5,
      'new.nonprofit': 7,
      'granted.legal_service': 8,
      'granted.total': 4,
    });
  });
  it('put no figure into the column beside its own', async () => {
    const at = (y: number, words: readonly (readonly [number, string])[]) =>
      words.map(([x, word]) => text(x, y, word, 9));
    const wide = [309, 320.9, 332.8, 345.8, 357.6, 369.5, 382.5, 394.4, 406.2, 419.2, 431.1, 443];
    const marks = [
      ...at(60, [[276, '申请人情况']]),
      ...at(70.6, [[367, '法人或其他组织']]),
      ...at(81.2, [
        [275, '自然人'],
        ...[...'商业企科研机社会公法律服'].map((letter, i) => [wide[i] as number, letter] as const),
      ]),
      ...at(81.2, [[500, '总计']]),
      ...at(86.5, [[463, '其他']]),
      ...at(91.9, [
        [321, '业'],
        [357.6, '构'],
        [385, '益组织'],
        [422, '务机构'],
      ]),
      ...at(102.4, [
        [70, labels[0] as string],
        [285, '2105'],
        [369, '64'],
        [442.5, '45'],
        [474, '143'],
        [506, '2357'],
      ]),
      ...at(113, [
        [70, labels[1] as string],
        [289.5, '441'],
        [373.5, '5'],
        [447, '5'],
        [478.5, '23'],
        [510.5, '474'],
      ]),
      ...at(123.6, [
        [93, labels[2] as string],
        [294, '20'],
        [515, '20'],
      ]),
    ];
    const read = await values('requests', marks);
    for (const [column, figure] of Object.entries({ business: null, research: 64, nonprofit: null, legal_service: 45 }))
      expect([figure, '?']).toContain(read[`new.${column}`]);
  });
});

it('figures are not certain where the head of the first column touches the words over the labels', async () => {
  // As printed where a narrow column's head fills it: 信息内容上一年项目数量. Figures end at the right of their cells.
  const marks = [
    text(100, 20, '某县2020年政府信息公开工作年度报告', 14),
    ...row(40, [290], '第二十条第（五）项'),
    text(118, 55, '信息内容'),
    ...row(55, [160.5, 260, 318], '上一年项目数量', '本年增/减', '处理决定数量'),
    ...row(70, [86, 221, 299], '行政许可', '74', '-1'),
    ...row(85, [50, 226], '其他对外管理服务事项', '3'),
    ...row(100, [290], '第二十条第（六）项'),
    ...row(115, [110, 170, 260, 318], '信息内容', '上一年项目数量', '本年增/减', '处理决定数量'),
    ...row(130, [86, 221, 299, 368], '行政处罚', '31', '-4', '5'),
  ];
  const read = await values('proactive', marks);
  // Whichever of the two forms is recognised, no figure stands under another's head.
  expect([74, '?', undefined]).toContain(read['licensing.items_prior']);
  expect([-1, '?', undefined]).toContain(read['licensing.items_change']);
  expect([null, '?']).toContain(read['licensing.decisions']);
});

it('the heads of a table without rules are cut where they touch, each ending as the figures under it', async () => {
  const ends = (y: number, ...words: string[]) =>
    words.map((word, i) => text(280 + ([0, 40, 80, 120, 150, 190, 230][i] as number) - 5 * word.length, y, word));
  const cells = await values('requests', [
    ...[
      text(250, 60, '自然人'),
      text(300, 55, '商业'),
      text(300, 66, '企业'),
      text(340, 55, '科研'),
      text(340, 66, '机构'),
    ],
    ...[text(370, 55, '社会公法律服'), text(370, 66, '益组织务机构'), text(450, 60, '其他'), text(490, 60, '总计')],
    ...[text(20, 80, '一、本年新收政府信息公开申请数量'), ...ends(80, '9', '1', '5', '2', '1', '8', '26')],
    ...[text(20, 100, '二、上年结转政府信息公开申请数量'), ...ends(100, '1', '1', '5', '1', '1', '9', '18')],
  ]);
  expect(cells).toMatchObject({ 'new.natural_person': 9, 'new.nonprofit': 2, 'new.legal_service': 1, 'new.total': 26 });
});

it('the last lines of heads that touch are cut under the first, over a blank column too', async () => {
  const right = (y: number, x: number, word: string, size = 10) => text(x - size * word.length, y, word, size);
  const ends = (y: number, ...words: string[]) =>
    words.map((word, i) => text(([280, 320, 352, 0, 418, 460, 500][i] as number) - 5 * word.length, y, word));
  const cells = await values('requests', [
    ...[text(250, 60, '自然人'), right(55, 320, '商业企'), right(66, 320, '业')],
    // Each stands 3 points from the next, and so do the last letters of the first and those of the second.
    ...[right(55, 352, '科研机', 9), right(55, 385, '社会公'), right(55, 418, '法律服')],
    ...[right(66, 352, '构', 9), right(66, 385, '益组织'), right(66, 418, '务机构')],
    ...[right(60, 460, '其他'), right(60, 500, '总计')],
    ...[text(20, 80, '一、本年新收政府信息公开申请数量'), ...ends(80, '9', '1', '5', '', '1', '8', '24')],
    ...[text(20, 100, '二、上年结转政府信息公开申请数量'), ...ends(100, '1', '1', '5', '', '1', '9', '17')],
  ]);
  expect(cells).toMatchObject({ 'new.research': 5, 'new.nonprofit': null, 'new.legal_service': 1, 'new.total': 24 });
});

it('the name of a group over heads lower than others is no head of a column that was not found', async () => {
  const at = [230, 290, 350, 410, 470, 530, 590];
  const row = (y: number, label: string, ...figures: string[]) => [
    text(20, y, label),
    ...figures.map((figure, i) => text((at[i] as number) + 42 - 5 * figure.length, y, figure)),
  ];
  const heads = ['商业企业', '科研机构', '公益组织', '法律服务', '其他'];
  const cells = await values('requests', [
    ...[text(230, 66, '自然人'), text(405, 62, '法人'), text(590, 66, '总计')],
    ...heads.map((head, i) => text(at[i + 1] as number, 74, head)),
    ...row(100, '一、本年新收政府信息公开申请数量', '9', '1', '5', '2', '1', '8', '26'),
    ...row(120, '二、上年结转政府信息公开申请数量', '1', '1', '5', '1', '1', '9', '18'),
  ]);
  expect(cells).toMatchObject({ 'new.natural_person': 9, 'new.legal_service': 1, 'carried_in.total': 18 });
});

it('a cell without rules is not blank where characters that nobody knows stand a little lower than the row', async () => {
  const at = [250, 350, 450];
  const row = (y: number, label: string, ...figures: string[]) => [
    text(20, y, label),
    ...figures.flatMap((figure, i) => (figure === '' ? [] : [text(at[i] as number, y, figure)])),
  ];
  const page = (lower: number) =>
    values('proactive', [
      ...row(60, '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
      // The letter of a group's name stands a little higher.
      ...[text(5, 77.4, '理'), ...row(80, '规章', '', '7', '8'), text(250, 79.6 + lower, '\uE000\uE001', 7)],
      ...row(100, '行政规范性文件', '6', '8', '9'),
    ]);
  expect(await page(0)).toMatchObject({ 'regulations.issued': '?', 'normative_documents.issued': 6 });
  for (const lower of [2, 4, 6]) expect(await page(lower)).toMatchObject({ 'regulations.issued': '?' });
  // So wide that they reach under the figure beside them.
  const near = (y: number, ...words: string[]) =>
    words.flatMap((word, i) => (word === '' ? [] : [text([20, 250, 290, 330][i] as number, y, word, 8)]));
  const wide = await values('proactive', [
    ...[
      text(20, 60, '信息内容'),
      text(240, 60, '制发件数', 8),
      text(280, 60, '废止件数', 8),
      text(320, 60, '现行有效', 8),
    ],
    ...[...near(80, '规章', '', '7', '8'), text(248, 84, '\uE000'.repeat(6), 7)],
    ...near(100, '行政规范性文件', '6', '8', '9'),
  ]);
  expect(wide).toMatchObject({ 'regulations.issued': '?' });
});

describe('figures without rules whose heads a page break cuts', () => {
  const at = [230, 290, 350, 410, 470, 530, 590];
  const row = (y: number, label: string, ...figures: string[]) => [
    text(20, y, label),
    ...figures.flatMap((figure, i) => (figure === '' ? [] : [text(at[i] as number, y, figure)])),
  ];
  // Those of 自然人 and 总计 stand on the page before; no head stands over its figures.
  const heads = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((head, i) =>
    text(300 + 60 * i, 60, head, 8),
  );
  const labels = ['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益'];
  const others = ['5.属于三类内部事务信息', '6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项'];
  const page = (...granted: string[]) =>
    values('requests', [
      text(20, 15, '某县2022年政府信息公开工作年度报告', 14),
      text(20, 40, '三、收到和处理政府信息公开申请情况', 12),
      ...[...heads, ...row(80, '（一）予以公开', ...granted)],
      ...[...labels, ...others].flatMap((label, i) => row(100 + 20 * i, label, '1', '1', '5', '1', '1', '9', '18')),
    ]);
  it('are in the order of the form, where every row has all of them', async () => {
    expect(await page('9', '1', '5', '2', '1', '8', '26')).toMatchObject({
      ...{ 'granted.natural_person': 9, 'granted.business': 1, 'granted.total': 26 },
      ...{ 'refused.state_secret.other': 9, 'refused.other_law.total': 18 },
    });
  });
  it('are not known where one has not', async () => {
    expect([undefined, '?']).toContain((await page('9', '1', '5', '2', '', '8', '25'))['granted.natural_person']);
  });
});

describe('the name of a group over the middle of its columns', () => {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const at = Array.from({ length: 15 }, (_, i) => 20 + 51.5 * i);
  const small = (y: number, x: number, words: string) => text(x, y, words, 6);
  const group = (y: number, first: number, last: number, name: string) =>
    small(y, ((at[first] as number) + (at[last] as number) + 24) / 2 - 3 * name.length, name);
  const heads = [
    ...[group(40, 0, 4, '行政复议'), group(40, 5, 14, '行政诉讼')],
    ...[group(65, 5, 9, '未经复议直接起诉'), group(65, 10, 14, '复议后起诉')],
    ...at.slice(0, 5).map((x, i) => small(75, x + (i === 4 ? 6 : 0), results[i] as string)),
    ...at.slice(5).map((x, i) => small(85, x + (i % 5 === 4 ? 6 : 0), results[i % 5] as string)),
  ];
  const figures = ['0', '16', '23', '0', '39', '0', '64', '21', '6', '91', '2', '11', '32', '0', '45'];
  it('is the head of none, where figures stand left of theirs', async () => {
    const marks = [...heads, ...at.map((x, i) => small(110, x - 9, figures[i] as string))];
    const cells = await values('disputes', marks, 820);
    expect(Object.values(cells)).toEqual(figures.map(Number));
  });
});

it('words alone beside figures that are set smaller than all labels divide no table', async () => {
  const at = [230, 290, 350, 410, 470, 530, 590];
  const label = (y: number, x: number, words: string) => text(x, y, words, 9);
  const own = (y: number, ...figures: string[]) => figures.map((figure, i) => text(at[i] as number, y, figure, 6));
  const cells = await values('requests', [
    ...['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'].map((head, i) =>
      label(40, at[i] as number, head),
    ),
    ...[label(60, 20, '一、本年新收政府信息公开申请数量'), ...own(60, '9', '1', '0', '0', '0', '0', '10')],
    ...[label(80, 90, '1.属于国家秘密'), ...own(80, '4', '0', '0', '0', '0', '0', '4')],
    label(94, 20, '（三）不予公'),
    ...[label(108, 90, '2.其他法律行政法规禁止公开'), ...own(108, '3', '1', '0', '0', '0', '0', '4')],
    label(122, 20, '（四）无法提'),
    ...[label(136, 90, '1.本机关不掌握相关政府信息'), ...own(136, '2', '0', '0', '0', '0', '0', '2')],
  ]);
  expect(cells).toMatchObject({ 'refused.state_secret.natural_person': 4, 'refused.other_law.business': 1 });
  expect(cells).toMatchObject({ 'unavailable.not_held.natural_person': 2 });
});
