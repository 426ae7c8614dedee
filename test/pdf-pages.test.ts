import { describe, expect, it } from 'vitest';
import { extract, type Report } from '../src/index.js';
import { readPdf } from '../src/read/pdf/index.js';
import { type Printed, printed, table, text } from './support/printed.js';

const read = async (...pages: Printed[]): Promise<readonly Report[]> => (await extract(printed(pages))).reports;
const blocks = async (...pages: Printed[]) =>
  (await readPdf(printed(pages))).blocks.map((b) =>
    b.kind === 'paragraph' ? b.text : b.rows.map((row) => row.map((c) => c.text)),
  );
/** Values by cell, `?` where a cell is not read. */
const values = (report: Report | undefined, name: 'proactive' | 'requests' | 'disputes') =>
  Object.fromEntries(
    Object.entries(report?.tables[name].cells ?? {}).flatMap(([id, { state, value }]) =>
      state === 'absent' ? [] : [[id.slice(name.length + 1), state === 'unreadable' ? '?' : value]],
    ),
  );

const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const disputes = (figures: readonly (readonly string[])[]) => [
  ['', ...OUTCOMES],
  ...['行政复议', '未经复议直接起诉', '复议后起诉'].map((label, i) => [label, ...(figures[i] as string[])]),
];
const WIDTHS = [90, 45, 45, 45, 45, 30];
const OWN = disputes([
  ['5', '1', '0', '2', '8'],
  ['3', '0', '0', '0', '3'],
  ['0', '0', '1', '0', '1'],
]);
const OTHER = disputes([
  ['7', '0', '0', '0', '7'],
  ['0', '4', '0', '0', '4'],
  ['0', '0', '0', '6', '6'],
]);
const totals = (report: Report | undefined) =>
  ['review', 'litigation_direct', 'litigation_after_review'].map((row) => values(report, 'disputes')[`${row}.total`]);

describe('margins', () => {
  const page = (top: string, words: string) => ({
    marks: [text(20, 20, top), text(20, 100, words)],
  });
  const words = async (...pages: Printed[]) => (await blocks(...pages)).flat(2).join('|').replaceAll('|', '');
  it('lose page numbers, and no figure', async () => {
    const foot = (...feet: string[]) =>
      feet.map((last, i) => ({ marks: [text(20, 100 + i, '行政处罚'), text(20, 390, last)] }));
    expect(await words(...foot('4', '4'))).toBe('行政处罚4行政处罚4');
    expect(await words(...foot('0', '0', '0'))).toBe('行政处罚0行政处罚0行政处罚0');
    expect(await words(...foot('4  4', '4  4'))).toBe('行政处罚44行政处罚44');
    expect(await words(...foot('- 7 -', '第8页'))).toBe('行政处罚行政处罚');
    expect(await words(...foot('7', '8'))).toBe('行政处罚行政处罚');
    expect(await words(...foot('1'))).toBe('行政处罚');
  });
  it('keep the figures of a list, a line each, that goes on over the pages', async () => {
    const list = (...figures: string[]) => ({ marks: figures.map((figure, i) => text(20, 20 + 30 * i, figure)) });
    expect(await words(list('7', '3', '9'), list('8', '0', '6'))).toBe('739806');
    const apart = (number: string, figure: string) => ({
      marks: [text(20, 12, number), text(20, 60, figure), text(20, 90, figure)],
    });
    expect(await words(apart('7', '3'), apart('8', '6'))).toBe('3366');
  });
  it('lose running heads, and no row of a second report of the same layout', async () => {
    const head = '云溪市2023年度报告';
    expect(await words(page(head, '一'), page(head, '二'), page(head, '三'))).toBe(`${head}一二三`);
    const two = await words(page('甲', '一'), page('3.其他  1', '二'), page('乙', '三'), page('3.其他  4', '四'));
    expect(two).toContain('4四');
  });
});

describe('a table without rules', () => {
  it('has one row of figures where a narrow cell breaks one from its unit', async () => {
    const heads = OUTCOMES.map((head, i) => text(20 + 50 * i, 100, head));
    const figures = ['零', '—', '3', '0'].map((figure, i) => text(20 + 50 * i, 120, figure));
    const stacked = [text(220, 113, '3'), text(220, 127, '件')];
    const [report] = await read({
      marks: [text(20, 60, '行政复议'), ...heads, ...figures, ...stacked],
    });
    const cells = values(report, 'disputes');
    for (const [id, want] of [
      ['upheld', 0],
      ['corrected', null],
      ['other', 3],
      ['pending', 0],
      ['total', 3],
    ] as const)
      expect([want, '?', undefined]).toContain(cells[`review.${id}`]);
  });
  it('has heads that touch, where each begins as the figures under it', async () => {
    const row = (y: number, label: string, ...figures: string[]) => [
      text(20, y, label),
      ...figures.map((figure, i) => text(100 + 60 * i, y, figure)),
    ];
    const [report] = await read({
      marks: [
        ...row(100, '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
        ...row(120, '规章', '6', '11', '16'),
        ...row(140, '行政规范性文件', '29', '21', '30'),
      ],
    });
    expect(values(report, 'proactive')).toEqual({
      ...{ 'regulations.issued': 6, 'regulations.repealed': 11, 'regulations.in_force': 16 },
      ...{ 'normative_documents.issued': 29, 'normative_documents.repealed': 21, 'normative_documents.in_force': 30 },
    });
  });
  it('has heads that touch, where each stands over the middle of its figures', async () => {
    const [report] = await read({
      width: 340,
      marks: [
        ...[text(20, 100, '信息内容'), text(140, 100, '本年制发件数本年废止件数现行有效件数')],
        ...[text(20, 120, '规章'), ...[6, 8, 9].map((figure, i) => text(167.5 + 60 * i, 120, `${figure}`))],
        ...[text(20, 140, '行政规范性文件'), ...[29, 21, 30].map((figure, i) => text(165 + 60 * i, 140, `${figure}`))],
      ],
    });
    expect(values(report, 'proactive')).toMatchObject({
      ...{ 'regulations.issued': 6, 'regulations.repealed': 8, 'regulations.in_force': 9 },
      ...{ 'normative_documents.issued': 29, 'normative_documents.in_force': 30 },
    });
  });
  it('has figures that touch, where each is drawn by itself and begins its column', async () => {
    const page = (...rows: string[][]) =>
      read({
        marks: [
          ...['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((head, i) =>
            text([20, 100, 160, 220][i] as number, 100, head),
          ),
          ...rows.flatMap((cells, r) =>
            cells.map((cell, i) => text([20, 100, 160, 220][i] as number, 120 + 20 * r, cell)),
          ),
        ],
      });
    const wide = ['行政规范性文件', '298765432101', '21', '30'];
    const cells = values((await page(['规章', '6', '11', '16'], ['其他', '4', '5', '3'], wide))[0], 'proactive');
    expect(cells).toMatchObject({
      ...{ 'regulations.repealed': 11, 'normative_documents.issued': 298765432101 },
      ...{ 'normative_documents.repealed': 21, 'normative_documents.in_force': 30 },
    });
    // Nothing shows where the second column begins.
    const [unknown] = await page(['规章', '6', '', '16'], wide);
    expect(values(unknown, 'proactive')['normative_documents.issued']).not.toBe(298765432101);
  });
  it('has figures that touch, where each stands over the middle of its column', async () => {
    const page = (...rows: string[][]) =>
      read({
        marks: [
          text(20, 100, '信息内容', 7),
          ...['制发件数', '废止件数', '现行有效'].map((head, i) => text(103.5 + 35 * i, 100, head, 7)),
          ...rows.flatMap(([label = '', ...figures], r) => [
            text(20, 120 + 20 * r, label),
            ...figures.map((f, i) => text(117.5 + 35 * i - f.length * 2.5, 120 + 20 * r, f)),
          ]),
        ],
      });
    const wide = ['行政规范性文件', '2987654', '2198765', '30'];
    const [report] = await page(['规章', '6', '11', '16'], ['其他', '4', '5', '3'], wide);
    expect(values(report, 'proactive')).toMatchObject({
      ...{ 'regulations.issued': 6, 'regulations.repealed': 11, 'normative_documents.issued': 2987654 },
      ...{ 'normative_documents.repealed': 2198765, 'normative_documents.in_force': 30 },
    });
    const [unknown] = await page(['规章', '6', '', '16'], wide);
    expect(values(unknown, 'proactive')['normative_documents.issued']).not.toBe(2987654);
  });
  it('has figures that nearly touch, each digit drawn by itself', async () => {
    const row = (y: number, label: string, ...figures: string[]) => [
      text(20, y, label),
      ...figures.flatMap((f, i) => [...f].map((digit, k) => text(115 + 32.5 * i + 5 * (k - f.length / 2), y, digit))),
    ];
    const [report] = await read({
      marks: [
        text(20, 100, '信息内容', 7),
        ...['制发件数', '废止件数', '现行有效'].map((head, i) => text(101 + 32.5 * i, 100, head, 7)),
        ...[...row(120, '规章', '6', '11', '16'), ...row(140, '其他', '4', '5', '3')],
        // A quarter em between the first two.
        ...row(160, '行政规范性文件', '298765', '219876', '30'),
      ],
    });
    expect(values(report, 'proactive')).toMatchObject({
      ...{ 'regulations.issued': 6, 'normative_documents.issued': 298765 },
      ...{ 'normative_documents.repealed': 219876, 'normative_documents.in_force': 30 },
    });
  });
  it('has no blank cell where a figure touches its label', async () => {
    const row = (y: number, label: string, x: number, ...figures: string[]) => [
      text(20, y, label),
      ...figures.map((figure, i) => text((i === 0 ? x : 93) + 70 * i, y, figure)),
    ];
    const page = (x: number) =>
      read({
        marks: [
          ...row(100, '信息内容', 93, '本年制发件数', '本年废止件数', '现行有效件数'),
          ...row(120, '规章', 93, '11', '7', '18'),
          ...row(140, '行政规范性文件', x, '8', '2', '9'),
        ],
      });
    expect(values((await page(93))[0], 'proactive')).toMatchObject({
      ...{ 'normative_documents.issued': 8, 'normative_documents.repealed': 2 },
    });
    expect(values((await page(90.5))[0], 'proactive')).toMatchObject({ 'normative_documents.issued': '?' });
  });
  it('has labels of one character under the other, 无 one of them', async () => {
    const row = (y: number, label: string, ...figures: string[]) => [
      text(40, y, label),
      ...figures.map((figure, i) => text(170 + 50 * i, y, figure)),
    ];
    const upright = [...'无法提供'].map((character, i) => text(20, 120 + 12 * i, character));
    const [grid] = await blocks({
      marks: [
        ...row(60, '', '甲', '乙'),
        ...row(80, '（一）予以公开', '1', '0'),
        ...row(100, '（二）部分公开', '4', '9'),
        ...upright,
        ...row(125, '1.本机关不掌握', '3', '2'),
        ...row(150, '2.没有现成信息', '5', '6'),
      ],
    });
    const figures = (grid as string[][]).map((cells) => cells.slice(-2));
    expect(figures).toEqual([
      ['甲', '乙'],
      ['1', '0'],
      ['4', '9'],
      ['3', '2'],
      ['5', '6'],
    ]);
  });
  it('has no blank cells beside a numbered label that is taken for a head', async () => {
    const [grid] = await blocks({
      width: 500,
      marks: [
        ...['自然人', '总计'].map((head, i) => text(300 + 60 * i, 60, head)),
        ...[text(20, 80, '（一）予以公开'), text(300, 80, '1'), text(360, 80, '1')],
        ...[text(20, 100, '（二）部分公开'), text(300, 100, '4'), text(360, 100, '4')],
        ...[text(20, 112, '不计其他情形）'), text(150, 130, '1.属于国家秘密'), text(150, 166, '8.属于行政查询')],
        ...[...['（三）', '不', '公', '开'].map((line, i) => text(60, 130 + 12 * i, line)), text(60, 190, '0')],
        ...[text(150, 180, '1.本机关不掌握'), text(300, 180, '2'), text(360, 180, '3')],
      ],
    });
    const rows = (grid as string[][]).filter(([label = '']) => label.startsWith('（三）'));
    expect(rows.length).toBeGreaterThan(0);
    for (const cells of rows) expect(cells).not.toContain('');
  });
  it('has no blank row where the lines of a numbered label stand as far apart as rows', async () => {
    const row = (y: number, label: string, ...figures: string[]) => [
      text(20, y, label),
      ...figures.map((figure, i) => text(150 + 65 * i, y, figure)),
    ];
    const [grid] = await blocks({
      marks: [
        ...row(60, '', '甲', '乙'),
        ...row(80, '1.属于国家', '1', '0'),
        ...row(100, '2.其他法律行政'),
        ...row(120, '法规禁止公开', '0', '3'),
        ...row(140, '3.危及稳定', '4', '0'),
      ],
    });
    const rows = (grid as string[][]).filter(([label = '']) => /2\.其他|法规/.test(label));
    expect(rows.length).toBeGreaterThan(0);
    for (const cells of rows) expect(cells).not.toContain('');
  });
  describe('whose narrow cells break figures over lines', () => {
    const stacked = (x: number, y: number, words: string) =>
      [...words].map((character, i) => text(x, y + 12 * i, character));
    const page = (pitch: number, ...figures: string[][]) => {
      const x = (column: number) => 20 + pitch * column;
      const groups = ['行政复议', '未经复议直接起诉', '复议后起诉'];
      return read({
        width: 800,
        marks: [
          ...groups.map((group, i) => text(x(5 * i), 80, group)),
          ...groups.flatMap((_, g) => OUTCOMES.flatMap((head, i) => stacked(x(5 * g + i), 100, head))),
          ...figures.flatMap((lines, i) => lines.map((line, k) => text(x(i), 160 + 12 * k, line))),
          ...Array.from({ length: 10 }, (_, i) => text(x(5 + i), 160, '7')),
        ],
      });
    };
    const review = (report: Report | undefined) =>
      ['upheld', 'corrected', 'other', 'pending', 'total'].map((id) => values(report, 'disputes')[`review.${id}`]);
    it('holds whole figures where no further digit had room', async () => {
      expect(review((await page(26, ['51', '1'], ['90'], ['2'], ['12', '20', '3'], ['0']))[0])).toEqual([
        511, 90, 2, 12203, 0,
      ]);
    });
    it.each([
      ['another digit had room', 45, [['51', '1'], ['90'], ['2'], ['11'], ['0']]],
      ['a figure as wide stands on one line', 26, [['51', '1'], ['905'], ['2'], ['11'], ['0']]],
      ['a line under another is no part of its figure', 26, [['51', '1'], ['9', '1'], ['2'], ['11'], ['0']]],
    ])('holds no part of a figure where %s', async (_, pitch, figures) => {
      const cells = review((await page(pitch, ...figures))[0]);
      expect(cells[0]).toBe('?');
    });
    it('holds no part of a figure beside the rest of a label, or beside a caption', async () => {
      const row = (y: number, label: string, ...figures: string[]) => [
        text(20, y, label),
        ...figures.map((figure, i) => text(150 + 50 * i, y, figure)),
      ];
      const [report] = await read({
        marks: [
          ...row(60, '第二十条第（五）项'),
          ...row(80, '信息内容', '上一年项目数量', '', '处理决定数量'),
          ...row(100, '行政许可', '6059', '', '31'),
          ...row(120, '其他对外管理服', '369', '', '822'),
          ...row(132, '务事项', '', '', '378'),
          ...row(160, '第二十条第（六）项'),
          ...row(180, '信息内容', '上一年项目数量', '', '处理决定数量'),
          ...row(200, '行政处罚', '432', '', '7'),
          ...row(220, '行政强制', '15', '', '61'),
          ...row(232, '第二十条第（八）项', '', '', '077'),
        ],
      });
      expect(values(report, 'proactive')).toMatchObject({
        ...{ 'licensing.decisions': 31, 'penalties.decisions': 7 },
        ...{ 'other_services.decisions': '?', 'coercion.decisions': '?' },
      });
    });
  });
  it.each([
    ['the first', 100],
    ['the middle', 110],
  ])('has one row for lines of a numbered label that stand as far apart as rows, figures beside %s', async (_, y) => {
    const row = (height: number, label: string, ...figures: string[]) => [
      ...(label === '' ? [] : [text(20, height, label)]),
      ...figures.map((figure, i) => text(150 + 65 * i, height, figure)),
    ];
    const [grid] = await blocks({
      marks: [
        ...row(60, '', '甲', '乙'),
        ...row(80, '1.属于国家', '1', '0'),
        ...row(100, '2.其他法律行政'),
        ...row(120, '法规禁止公开'),
        ...row(y, '', '0', '3'),
        ...row(140, '3.危及稳定', '4', '0'),
      ],
    });
    expect((grid as string[][]).slice(1)).toEqual([
      ['1.属于国家', '1', '0'],
      ['2.其他法律行政\n法规禁止公开', '0', '3'],
      ['3.危及稳定', '4', '0'],
    ]);
  });
  it('has the figures beside a label under which the caption of other heads stands as near as a row', async () => {
    const row = (y: number, label: string, ...figures: string[]) => [
      text(20, y, label),
      ...figures.map((figure, i) => text(120 + 80 * i, y, figure)),
    ];
    const [report] = await read({
      width: 400,
      marks: [
        ...row(60, '第二十条第（一）项'),
        ...row(75, '信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'),
        ...row(90, '规章', '3', '1', '4'),
        ...row(105, '规范性文件', '8', '2', '9'),
        ...row(120, '第二十条第（五）项'),
        ...row(135, '信息内容', '上一年项目数量', '本年增/减', '处理决定数量'),
        ...row(150, '行政许可', '30', '+2', '47'),
      ],
    });
    expect(values(report, 'proactive')).toMatchObject({
      ...{ 'regulations.disclosed_total': 4, 'normative_documents.made': 8, 'normative_documents.disclosed_total': 9 },
      ...{ 'licensing.items_prior': 30, 'licensing.decisions': 47 },
    });
  });
  it('has heads that stand at the end of the page before', async () => {
    const row = (y: number, ...cells: string[]) => cells.map((cell, i) => text(20 + 70 * i, y, cell));
    const heads = row(380, '信息内容', '制发件数', '废止件数', '现行有效件数');
    const figures = [...row(30, '规章', '6', '11', '16'), ...row(50, '规范性文件', '29', '21', '30')];
    const [report] = await read(
      { marks: [text(20, 100, '二、主动公开情况'), ...row(360, '', '第二十条第（一）项'), ...heads] },
      { marks: [...figures, text(20, 200, '三、其他情况')] },
    );
    expect(values(report, 'proactive')).toEqual({
      ...{ 'regulations.issued': 6, 'regulations.repealed': 11, 'regulations.in_force': 16 },
      ...{ 'normative_documents.issued': 29, 'normative_documents.repealed': 21, 'normative_documents.in_force': 30 },
    });
  });
  it.each([20, 280])('has its own heads, and none of the other part of a sheet that is cut in two', async (top) => {
    const row = (x: number, y: number, ...cells: string[]) => cells.map((cell, i) => text(x + 49 * i, y, cell, 9));
    const left = [
      ...[text(161, top + 20, '行政复议', 9), text(388, top + 34, '未经复议直接起诉', 9)],
      ...[...row(63, top + 41, ...OUTCOMES), ...row(308, top + 48, ...OUTCOMES.slice(0, 4))],
    ];
    const right = [
      ...[text(87, 40, '行政诉讼', 9), text(205, 54, '复议后起诉', 9)],
      ...[text(72, 68, '总计', 9), ...row(112, 68, ...OUTCOMES)],
      ...[text(176, 81, '1', 9), text(275, 81, '2', 9), text(323, 81, '3', 9)],
    ];
    const [report] = await read(
      { width: 600, marks: [text(57, top, '四、政府信息公开行政复议、行政诉讼情况'), ...left] },
      { width: 600, marks: right },
    );
    const cells = values(report, 'disputes');
    const elsewhere = Object.entries(cells).filter(
      ([id, value]) => value !== null && value !== '?' && !id.startsWith('litigation_after_review'),
    );
    expect(elsewhere).toEqual([]);
  });
  it('has heads that a gap divides where a column begins, and ends where heads follow a numbered heading', async () => {
    const row = (y: number, label: string, ...cells: string[]) => [
      text(20, y, label),
      ...cells.flatMap((cell, i) => (cell === '' ? [] : [text([230, 264, 320, 350][i] as number, y, cell)])),
    ];
    const grids = await blocks({
      width: 400,
      marks: [
        ...row(50, '', '自然人', '法人或其他', '', '总计'),
        ...row(72, '', '', '企业', '机构'),
        ...row(100, '三、本年', '6', '1', '0', '7'),
        ...row(120, '四、结转下年度', '4', '0', '3', '7'),
        text(20, 140, '四、复议情况'),
        ...[text(20, 160, '结果维持'), text(90, 160, '总计'), text(20, 180, '5'), text(90, 180, '5')],
      ],
    });
    const [grid] = grids.filter((block) => Array.isArray(block)) as string[][][];
    expect(grid?.slice(-3)).toEqual([
      ['', '自然人', '企业', '机构', '总计'],
      ['三、本年', '6', '1', '0', '7'],
      ['四、结转下年度', '4', '0', '3', '7'],
    ]);
    expect(grids).toContain('四、复议情况');
  });
  it('has heads over which the labels of other rows reach', async () => {
    const row = (y: number, label: string, ...figures: string[]) => [
      text(20, y, label),
      ...figures.map((figure, i) => text(120 + 70 * i, y, figure)),
    ];
    const [report] = await read({
      width: 500,
      marks: [
        ...row(60, '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
        ...row(80, '规章', '6', '11', '16'),
        ...row(100, '行政规范性文件', '29', '21', '30'),
        ...[text(250, 120, '自然人'), text(300, 120, '总计')],
        ...[text(100, 140, '一、本年新收政府信息公开'), text(250, 140, '4'), text(300, 140, '4')],
        ...[text(100, 160, '二、上年结转政府信息公开'), text(250, 160, '1'), text(300, 160, '1')],
      ],
    });
    expect(values(report, 'proactive')).toEqual({
      ...{ 'regulations.issued': 6, 'regulations.repealed': 11, 'regulations.in_force': 16 },
      ...{ 'normative_documents.issued': 29, 'normative_documents.repealed': 21, 'normative_documents.in_force': 30 },
    });
  });
  it('has one row where a narrow cell breaks figures round the height of the others and of the label', async () => {
    const row = (y: number, label: string, ...figures: string[]) => [
      text(20, y, label),
      ...figures.flatMap((figure, i) => (figure === '' ? [] : [text(150 + 18 * i, y, figure)])),
    ];
    const [grid] = await blocks({
      marks: [
        ...row(60, '', '甲', '乙', '丙'),
        ...row(80, '1.属于国家秘密', '1', '0', '210'),
        ...[text(20, 94, '2.其他法律行政'), text(20, 106, '法规禁止公开')],
        ...[text(186, 94, '547'), text(186, 106, '03')],
        ...[text(150, 100, '0'), text(168, 100, '3')],
        ...row(126, '3.危及稳定', '4', '0', '7'),
      ],
    });
    const cut = (grid as string[][]).slice(2, -1);
    expect(cut.length).toBe(1);
    expect(cut[0]?.slice(0, 3)).toEqual(['2.其他法律行政\n法规禁止公开', '0', '3']);
    expect(cut[0]?.[3]?.replace('￼', '')).toBe('547\n03');
  });
  it('has groups beside their rows, between them, and touching them', async () => {
    const row = (y: number, label: string, ...figures: string[]) => [
      text(90, y, label),
      ...figures.map((figure, i) => text(230 + 30 * i, y, figure)),
    ];
    const [grid] = await blocks({
      marks: [
        ...row(40, '', '甲', '乙'),
        ...row(60, '1.本机关不掌握', '1', '0'),
        ...[text(40, 70, '（四）无'), text(40, 85, '法提供')],
        ...row(80, '2.没有现成信息', '0', '3'),
        ...row(100, '3.补正后仍不明确', '4', '0'),
        ...[text(40, 120, '（六）其他'), text(40, 135, '处理')],
        ...[text(90, 120, '1.申请人逾期未按'), text(90, 135, '通知缴纳费用')],
        ...['5', '6'].map((figure, i) => text(230 + 30 * i, 128, figure)),
        ...row(155, '2.其他', '7', '8'),
      ],
    });
    const rows = (grid as string[][]).map((cells) => cells.map((c) => c.replace(/\n/g, '')));
    const figures = (label: string) => rows.find((cells) => cells.includes(label))?.slice(-2);
    expect(rows.length).toBe(6);
    expect(figures('1.本机关不掌握')).toEqual(['1', '0']);
    expect(figures('2.没有现成信息')).toEqual(['0', '3']);
    expect(figures('3.补正后仍不明确')).toEqual(['4', '0']);
    expect(figures('1.申请人逾期未按通知缴纳费用')).toEqual(['5', '6']);
    expect(figures('2.其他')).toEqual(['7', '8']);
  });
  describe('of requests', () => {
    const HEADS = ['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'];
    const row = (y: number, label: string, ...figures: string[]) => [
      text(20, y, label),
      ...figures.map((figure, i) => text(200 + 50 * i, y, figure)),
    ];
    const two = (last: string[], rest: string[]) =>
      read(
        {
          width: 560,
          marks: [
            ...row(100, '', ...HEADS),
            ...row(130, '一、本年新收政府信息公开申请数量', '9', '0', '0', '0', '0', '0', '9'),
            ...row(160, '二、上年结转政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1'),
            ...row(190, '（一）予以公开', '4', '0', '0', '0', '0', '0', '4'),
            ...row(220, '1.属于国家秘密', '2', '0', '0', '0', '0', '0', '2'),
            ...last,
          ],
        },
        {
          width: 560,
          marks: [
            ...rest,
            ...row(90, '3.危及“三安全一稳定”', '3', '0', '0', '0', '0', '0', '3'),
            ...row(120, '4.保护第三方合法权益', '1', '0', '0', '0', '0', '0', '1'),
          ],
        },
      );
    const cells = async (last: string[], rest: string[]) => {
      const [report] = await two(last, rest);
      const { 'refused.other_law.total': law, 'refused.security_stability.total': security } = values(
        report,
        'requests',
      );
      return [law, security];
    };
    it('goes on over the page where the rest of a label begins it', async () => {
      const last = row(250, '2.其他法律行政法规', '6', '0', '0', '0', '0', '0', '6');
      expect(await cells(last, row(60, '禁止公开'))).toEqual([6, 3]);
      expect(await cells(last, [])).toEqual([6, 3]);
    });
    const SIX = ['6', '0', '0', '0', '0', '0', '6'];
    const bare = (y: number, figures: string[]) => figures.map((figure, i) => text(200 + 50 * i, y, figure));
    it('has one row of figures at the end of a page and their label at the top of the next', async () => {
      expect(await cells(bare(250, SIX), row(60, '2.其他法律行政法规禁止公开'))).toEqual([6, 3]);
    });
    it('has the figures of a label of which the page shows but the first line', async () => {
      const last = [...row(250, '2.其他法律行政法规'), ...bare(246, SIX)];
      expect(await cells(last, row(60, '禁止公开'))).toEqual([6, 3]);
      const blank = [...row(250, '2.其他法律行政法规'), ...bare(275, ['1', '0', '0', '0', '0', '0', '1'])];
      expect((await cells(blank, row(60, '3.危及')))[0]).not.toBe(1);
    });
    it('gives figures to no label that is not certainly theirs', async () => {
      expect(await cells(row(250, '其他', ...SIX), row(60, '2.其他法律行政法规禁止公开'))).not.toContain(6);
      const [law] = await cells(bare(250, SIX), [
        ...row(60, '2.其他法律行政法规禁止公开'),
        ...bare(75, ['1', '0', '0', '0', '0', '0', '1']),
      ]);
      expect(law).not.toBe(1);
    });
    it('has blank columns on a page on which no figure stands in them', async () => {
      const last = row(250, '2.其他法律行政法规禁止公开', ...SIX);
      const [report] = await two(last, row(60, '', ''));
      expect(values(report, 'requests')['refused.other_law.business']).toBe(0);
      const [sparse] = await read(
        {
          width: 560,
          marks: [
            ...row(100, '', ...HEADS),
            ...row(130, '（一）予以公开', ...SIX),
            ...row(160, '1.属于国家秘密', ...SIX),
          ],
        },
        { width: 560, marks: [...row(60, '2.其他法律行政法规禁止公开', '5'), ...row(90, '3.危及“三安全一稳定”', '3')] },
      );
      expect(values(sparse, 'requests')).toMatchObject({
        ...{ 'refused.other_law.natural_person': 5, 'refused.other_law.business': null },
        ...{ 'refused.security_stability.natural_person': 3, 'refused.security_stability.total': null },
      });
    });
    it('is not certain of a last row the rest of which begins the page with figures', async () => {
      const last = row(250, '2.其他法律行政法规', '6', '0', '0', '0', '0', '0', '6');
      expect((await cells(last, row(60, '禁止公开', '', '', '', '', '', '', '1')))[0]).toBe('?');
    });
  });
  it('has no certain last row where the next page begins with a figure that has no label', async () => {
    const rows = (from: number, to: number, last: string) =>
      table(
        [20, 40],
        [80, 70, 70, 70],
        [
          ...[['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']],
          ...[['规章', '6', '11', '16']],
          ...[['行政规范性文件', '29', '21', last]],
        ].slice(from, to),
        { ruled: false },
      );
    const [whole] = await read({ marks: rows(0, 3, '') }, { marks: [text(20, 60, '下文')] });
    expect(values(whole, 'proactive')).toMatchObject({ 'normative_documents.in_force': null });
    const [cut] = await read({ marks: rows(0, 3, '') }, { marks: [text(232, 60, '30'), text(20, 120, '下文')] });
    expect(values(cut, 'proactive')).toMatchObject({ 'normative_documents.in_force': '?' });
  });
});

describe('a table wider than its page', () => {
  const rows = [
    ['', '自然人', '企业', '科研机构', '公益组织', '法律服务', '其他', '总计'],
    ['一、本年新收政府信息', '3', '1', '0', '0', '0', '0', '      4'],
    ['二、上年结转政府信息', '2', '0', '0', '0', '0', '0', '      2'],
    ['（一）予以公开', '5', '1', '0', '0', '0', '0', '      6'],
  ];
  it.each([true, false])('has no blank cells in the column that the edge cuts (with rules: %s)', async (ruled) => {
    const [report] = await read({ width: 425, marks: table([20, 40], [120, ...Array(7).fill(45)], rows, { ruled }) });
    const { 'new.natural_person': first, 'new.total': last, 'granted.total': granted } = values(report, 'requests');
    expect([first, last, granted]).toEqual([3, '?', '?']);
  });
  it('has no blank cells in the column of which a margin leaves but a strip, nor unread ones beside it', async () => {
    const cut = rows.map((row) => row.slice(0, -1));
    const marks = table([20, 40], [120, ...Array(6).fill(45)], cut);
    const on = [0, 1, 2, 3, 4].map((row) => `410 ${360 - 20 * row} m 425 ${360 - 20 * row} l S`);
    const [report] = await read({ width: 480, marks: [...marks, ...on] });
    const { 'new.natural_person': first, 'new.total': last, 'granted.total': granted } = values(report, 'requests');
    expect([first, last, granted]).toEqual([3, '?', '?']);
  });
});

describe('side by side on a landscape page', () => {
  const left = '云溪市2022年政府信息公开工作年度报告';
  const right = '石坪县2022年政府信息公开工作年度报告';
  it('are two reports', async () => {
    const reports = await read({
      width: 700,
      marks: [
        ...[text(60, 40, left, 14), text(400, 40, right, 14)],
        ...table([20, 80], WIDTHS, OWN),
        ...table([370, 80], WIDTHS, OTHER),
      ],
    });
    expect(reports.map(totals)).toEqual([
      [8, 3, 1],
      [7, 4, 6],
    ]);
    expect(reports.map((report) => report.organ)).toEqual(['云溪市', '石坪县']);
  });
  const DOCUMENTS = (...figures: readonly (readonly string[])[]) => [
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ...['规章', '行政规范性文件'].map((label, i) => [label, ...(figures[i] as string[])]),
  ];
  it.each([
    ['with rules', true],
    ['without rules', false],
  ])('are two reports over two pages, %s', async (_, ruled) => {
    const [outcomes, documents] = [
      [110, 60, 60, 60, 60, 40],
      [110, 90, 90, 90],
    ];
    const footer = text(445, 390, '- 1 -');
    const reports = await read(
      {
        width: 900,
        marks: [
          ...[text(60, 40, left, 14), text(520, 40, right, 14), footer],
          ...table([20, 80], outcomes, OWN, { ruled }),
          ...table([480, 80], outcomes, OTHER, { ruled }),
        ],
      },
      {
        width: 900,
        marks: [
          ...table([20, 80], documents, DOCUMENTS(['1', '2', '3'], ['4', '5', '6']), { ruled }),
          ...table([480, 80], documents, DOCUMENTS(['21', '22', '23'], ['24', '25', '26']), { ruled }),
        ],
      },
    );
    expect(reports.map((report) => [report.organ, ...totals(report)])).toEqual([
      ['云溪市', 8, 3, 1],
      ['石坪县', 7, 4, 6],
    ]);
    expect(reports.map((report) => Object.values(values(report, 'proactive')).slice(0, 6))).toEqual([
      [1, 2, 3, 4, 5, 6],
      [21, 22, 23, 24, 25, 26],
    ]);
  });
});

it('two pages of one report on a sheet follow each other, also where the left one holds no table', async () => {
  const prose = (x: number, from: number) =>
    [
      '本年度全区各单位依法主动公开政府信息，',
      '及时回应群众关切，不断完善工作机制，',
      '组织开展业务培训，提升公开工作水平。',
    ].map((line, i) => text(x, from + 20 * i, line));
  const [report, ...others] = await read({
    width: 700,
    marks: [
      text(40, 40, '云溪市发展和改革局2022年政府', 14),
      text(90, 60, '信息公开工作年度报告', 14),
      ...prose(40, 100),
      ...prose(400, 40),
      ...table([370, 120], WIDTHS, OWN),
    ],
  });
  expect(others).toEqual([]);
  expect(report).toMatchObject({ organ: '云溪市发展和改革局', year: 2022 });
  expect(totals(report)).toEqual([8, 3, 1]);
});

describe('a table goes on over the page', () => {
  const rows = (x: number, y: number, ...own: readonly (readonly string[])[]) => table([x, y], [110, 90], own);
  const first = rows(
    ...([20, 240] as const),
    ...[
      ['第二十条第（五）项', ''],
      ['信息内容', '本年处理决定数量'],
      ['行政许可', '90'],
    ],
    ...[
      ['第二十条第（六）项', ''],
      ['信息内容', '本年处理决定数量'],
      ['行政处罚', '41'],
    ],
  );
  const sums = async (above: string[], below: string[], x = 20) => {
    const [report] = await read(
      { marks: [...first, ...above] },
      { marks: [...below, ...rows(x, 60, ['行政强制', '7']), text(20, 150, '下文')] },
    );
    return values(report, 'proactive');
  };
  const whole = { 'licensing.decisions': 90, 'penalties.decisions': 41, 'coercion.decisions': 7 };
  it('where margins are mirrored', async () => {
    expect(await sums([], [], 60)).toEqual(whole);
  });
  it('past a foot and a head that are others on each page', async () => {
    expect(await sums([text(30, 385, '经办人：张三')], [text(200, 20, '2024/1/25 15:07')])).toEqual(whole);
  });
  it('past notes in the margin beside it', async () => {
    expect(await sums([text(230, 270, '删除：18')], [])).toEqual(whole);
  });
  it('past a row that no line closes, which is no foot', async () => {
    const next = rows(
      20,
      60,
      ['第二十条第（八）项', ''],
      ['信息内容', '本年收费金额（单位：万元）'],
      ['行政事业性收费', '3'],
    );
    const [report] = await read({ marks: [...first, text(22, 374, '行政强制'), text(132, 374, '7')] }, { marks: next });
    expect(values(report, 'proactive')).toHaveProperty('coercion.decisions');
  });
  it('past a row over the first line, which is no head', async () => {
    const low = [text(22, 20, '行政强制', 6), text(132, 20, '7', 6)];
    const [report] = await read(
      { marks: first },
      {
        marks: [
          ...low,
          ...rows(
            20,
            22,
            ['第二十条第（八）项', ''],
            ['信息内容', '本年收费金额（单位：万元）'],
            ['行政事业性收费', '3'],
          ),
        ],
      },
    );
    expect(values(report, 'proactive')).toHaveProperty('coercion.decisions');
  });
  it('past a word that says so', async () => {
    expect(await sums([], [text(150, 57, '（续表）')])).toEqual(whole);
  });
  it.each(['三、收到和处理政府信息公开申请情况', '石坪县2023年政府信息公开年度报告'])(
    'not past a heading: %s',
    async (heading) => {
      expect(await sums([], [text(30, 20, heading)])).not.toHaveProperty('coercion.decisions');
    },
  );
});

it.each([
  ['beside a figure', 113, 94],
  ['a little higher', 113, 92],
])("a page's number printed over a table, %s, is no part of the figure", async (_, x, y) => {
  // The figure 5 of the first cell ends at 117; the number is set smaller.
  const [report] = await read({ marks: [...table([20, 80], WIDTHS, OWN), text(x + 4, y + 20, '3', 9)] });
  expect(values(report, 'disputes')['review.upheld']).toBe('?');
});

it.each([
  ['over the sides of its row', [205, 95, 252, 125]],
  ['over one side of its cell', [205, 104, 252, 117]],
  ['from the line above its row on', [205, 100, 252, 117]],
  ['over a corner of its cell', [205, 95, 252, 110]],
] as const)('a box %s divides no cell', async (_, [x0, y0, x1, y1]) => {
  const box = `${x0} ${400 - y1} ${x1 - x0} ${y1 - y0} re S`;
  const [report] = await read({ width: 400, marks: [...table([20, 80], WIDTHS, OWN), box] });
  expect(values(report, 'disputes')).toMatchObject({
    ...{ 'review.upheld': 5, 'review.corrected': 1, 'review.other': 0, 'review.pending': 2, 'review.total': 8 },
  });
  const blank = OWN.map((row, r) => row.map((cell, c) => (r === 1 && c === 4 ? '' : cell)));
  const [other] = await read({ width: 400, marks: [...table([20, 80], WIDTHS, blank), box, text(247, 113, '2')] });
  expect(values(other, 'disputes')).toMatchObject({ 'review.other': 0, 'review.pending': 2, 'review.total': 8 });
});

describe('the own numbers of two pages in one place, far from all text of one,', () => {
  const number = (n: string) => text(150, 385, n, 8);
  const second = { marks: [text(20, 40, '本机关没有其他需要报告的事项。'), number('2')] };
  it('are no figures beside the last label of a table without rules', async () => {
    const row = (y: number, ...cells: string[]) => cells.map((cell, i) => text(20 + 65 * i, y, cell, 8));
    const rows = [
      ...row(337, '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
      ...row(353, '规章', '6', '11', '16'),
      ...row(369, '行政规范性文件', '29', '', '30'),
    ];
    const last = row(385, '第二十条第（五）项');
    const [report] = await read({ marks: [...rows, ...last, number('1')] }, second);
    expect(values(report, 'proactive')).toMatchObject({
      ...{ 'regulations.issued': 6, 'normative_documents.issued': 29, 'normative_documents.repealed': null },
    });
  });
  it('leave a cell with rules blank', async () => {
    const blank = OWN.map((row, r) => row.map((cell, c) => (r === 3 && c === 2 ? '' : cell)));
    const [report] = await read(
      { marks: [...table([10, 310], WIDTHS, blank), text(152, 384, '1')] },
      {
        marks: [text(20, 40, '本机关没有其他需要报告的事项。'), text(152, 384, '2')],
      },
    );
    expect(values(report, 'disputes')).toMatchObject({
      ...{ 'litigation_after_review.corrected': null, 'litigation_after_review.total': 1 },
    });
  });
});

describe('a page number printed over a table gives no figure its dash', () => {
  const number = (x: number, y: number) => [text(x - 17, y, '-'), text(x - 10, y, '3'), text(x, y, '-')];
  it('with rules', async () => {
    const rows = OWN.map((row) => row.map((cell) => (cell === '1' ? '-1' : cell)));
    const [report] = await read({
      width: 400,
      marks: [...table([20, 100], [92, 45, 45, 45, 45, 30], rows), ...number(110, 174)],
    });
    const cells = values(report, 'disputes');
    expect(cells).toMatchObject({ 'review.upheld': 5, 'review.corrected': -1, 'litigation_after_review.upheld': '?' });
  });
  it('without rules', async () => {
    const row = (y: number, ...cells: string[]) => cells.map((cell, i) => text(20 + 90 * i, y, cell));
    const [report] = await read({
      width: 400,
      marks: [
        ...row(100, '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
        ...row(120, '规章', '6', '-11', '16'),
        ...row(140, '行政规范性文件', '29', '21', '30'),
        ...number(194, 140),
      ],
    });
    const cells = values(report, 'proactive');
    expect(cells).toMatchObject({ 'regulations.repealed': -11 });
    expect(cells['normative_documents.repealed']).not.toBe(-21);
  });
});

it('a seal drawn over a table divides no cell', async () => {
  // A circle of four curves; its top and bottom lie within the row of the figures.
  const [x, y, r, k] = [150, 287, 12, 6.6];
  const seal = `1 0 0 RG ${x + r} ${y} m ${x + r} ${y + k} ${x + k} ${y + r} ${x} ${y + r} c ${x - k} ${y + r} ${x - r} ${y + k} ${x - r} ${y} c ${x - r} ${y - k} ${x - k} ${y - r} ${x} ${y - r} c ${x + k} ${y - r} ${x + r} ${y - k} ${x + r} ${y} c S`;
  const [report] = await read({ marks: [...table([20, 80], WIDTHS, OWN), seal] });
  expect(totals(report)).toEqual([8, 3, 1]);
  expect(values(report, 'disputes')).toMatchObject({ 'review.corrected': 1, 'review.other': 0 });
});

it.each([
  ['a little', 0.2],
  ['to the left', -1.5],
  ['far', 4],
])('a page that lies askew (%s) is read as if it were level, places as it is displayed', async (_, degrees) => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const marks = table([40, 80], WIDTHS, OWN);
  const [level] = await read({ width: 400, marks });
  // Turned counterclockwise around the middle of the page.
  const turn = `1 0 0 1 200 200 cm ${cos} ${sin} ${-sin} ${cos} 0 0 cm 1 0 0 1 -200 -200 cm`;
  const [askew] = await read({ width: 400, marks: [turn, ...marks] });
  expect(values(askew, 'disputes')).toEqual(values(level, 'disputes'));
  const middle = (report: Report | undefined): readonly [number, number] => {
    const place = report?.tables.disputes.cells['disputes.review.total']?.place;
    const [x0, y0, x1, y1] = place && 'box' in place ? place.box : [0, 0, 0, 0];
    return [(x0 + x1) / 2 - 200, (y0 + y1) / 2 - 200];
  };
  const [x, y] = middle(level);
  expect(middle(askew)[0]).toBeCloseTo(x * cos + y * sin, 0);
  expect(middle(askew)[1]).toBeCloseTo(y * cos - x * sin, 0);
});

describe('a table of the same words', () => {
  const title = text(40, 30, '云溪市2022年政府信息公开工作年度报告', 14);
  const page = (...marks: string[]) => ({ height: 800, marks: [title.replace(' 370 Td', ' 770 Td'), ...marks] });
  const form = table([20, 80], WIDTHS, OWN, { height: 800 });
  it('that compares years is not the form', async () => {
    const years = table(
      [20, 300],
      [130, 60, 60],
      [
        ['项目', '2021年', '2022年'],
        ['结果维持', '40', '41'],
        ['结果纠正', '50', '51'],
        ['总计', '90', '92'],
      ],
      { height: 800 },
    );
    for (const marks of [
      [...form, ...years],
      [
        ...table(
          [20, 80],
          [130, 60, 60],
          [
            ['项目', '2021年', '2022年'],
            ['结果维持', '40', '41'],
            ['总计', '90', '92'],
          ],
          { height: 800 },
        ),
        ...table([20, 300], WIDTHS, OWN, { height: 800 }),
      ],
    ]) {
      const reports = await read(page(...marks));
      expect(reports.map(totals)).toEqual([[8, 3, 1]]);
    }
  });
  it('that counts by district is not the form', async () => {
    const districts = table(
      [20, 300],
      WIDTHS,
      [
        ['', ...OUTCOMES],
        ['东城区', '21', '22', '23', '24', '90'],
        ['西城区', '31', '32', '33', '34', '130'],
        ['合计', '52', '54', '56', '58', '220'],
      ],
      { height: 800 },
    );
    const reports = await read(page(...form, ...districts));
    expect(reports.map(totals)).toEqual([[8, 3, 1]]);
  });
});
