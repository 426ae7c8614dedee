import { expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { printed, table, text } from './support/printed.js';

const HEADS = ['申请情况', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const [LEFT, LABELS, WIDTH] = [30, 180, 60];
const SIDES = HEADS.map((_, i) => LEFT + LABELS + WIDTH * i);
const RIGHT = SIDES.at(-1) as number;
const line = (x0: number, y0: number, x1: number, y1: number) => `${x0} ${400 - y0} m ${x1} ${400 - y1} l S`;

/** Where a figure begins that is set in the middle of its column; digits are half an em wide. */
const centred = (figure: string, column: number) => (SIDES[column] as number) + WIDTH / 2 - 2.5 * figure.length;

/** Rows with lines across and beside the labels only. */
const rows = (y: number, lines: readonly (readonly string[])[], place = centred) =>
  lines.flatMap(([label = '', ...figures], r) => {
    const [top, bottom] = [y + 20 * r, y + 20 * r + 20];
    const words = figures.flatMap((f, i) => (f === '' ? [] : [text(place(f, i), top + 14, f)]));
    return [
      ...[text(LEFT + 2, top + 14, label), ...words],
      ...[
        line(LEFT, top, RIGHT, top),
        line(LEFT, bottom, RIGHT, bottom),
        line(SIDES[0] as number, top, SIDES[0] as number, bottom),
      ],
    ];
  });

const NEW = ['一、本年新收政府信息公开申请数量', '12', '3', '0', '', '1', '0', '16'];
const CARRIED_IN = ['二、上年结转政府信息公开申请数量', '2', '', '', '', '', '', '2'];
const CARRIED_OUT = ['四、结转下年度继续办理', '5', '1', '0', '0', '0', '', '6'];

const heads = [
  text(60, 40, '三、收到和处理政府信息公开申请情况', 14),
  ...table([LEFT, 60], [LABELS, ...HEADS.slice(1).map(() => WIDTH)], [HEADS], { size: 8 }),
];

async function figuresOf(pages: readonly (readonly string[])[]) {
  const [report] = (await extract(printed(pages.map((marks) => ({ width: 680, marks }))))).reports;
  const cells = report?.tables.requests.cells ?? {};
  return (row: string) =>
    Object.entries(cells)
      .filter(([id]) => id.startsWith(`${row}.`) || id.includes(`.${row}.`))
      .map(([, { state, value }]) => (state === 'read' ? value : state));
}

const valuesOf = ([, ...figures]: readonly string[]) => figures.map((f) => (f === '' ? 'blank' : Number(f)));

it('divides rows between whose figures no lines stand by the sides of the heads, over a page break too', async () => {
  const of = await figuresOf([[...heads, ...rows(80, [NEW, CARRIED_IN])], rows(40, [CARRIED_OUT])]);
  expect(of('new')).toEqual(valuesOf(NEW));
  expect(of('carried_in')).toEqual(valuesOf(CARRIED_IN));
  expect(of('carried_out')).toEqual(valuesOf(CARRIED_OUT));
});

it('leaves figures undivided that are not set alike in the columns', async () => {
  const astray = (f: string, column: number) => centred(f, column) + (column === 2 ? 12 : 0);
  const of = await figuresOf([[...heads, ...rows(80, [NEW, CARRIED_IN], astray)]]);
  expect(new Set(of('new'))).toEqual(new Set(['unreadable']));
});

it('leaves a figure undivided that may as well be one for all the columns', async () => {
  const of = await figuresOf([[...heads, ...rows(80, [NEW, ['二、上年结转政府信息公开申请数量', '', '', '', '7']])]]);
  expect(of('new')).toEqual(valuesOf(NEW));
  expect(new Set(of('carried_in'))).toEqual(new Set(['unreadable']));
});

it('reads the figures under heads that nothing but a line as wide as these closes', async () => {
  const WORDS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const figures = ['2', '0', '', '1', '3', '4', '', '0', '9', '13', '1', '4', '0', '1', '6'];
  const own = [...WORDS, ...WORDS, ...WORDS];
  const page = [
    text(60, 40, '四、政府信息公开行政复议、行政诉讼情况', 14),
    ...table([30, 60], [200, 400], [['行政复议', '行政诉讼']], { size: 8 }),
    ...table([30, 80], [200, 200, 200], [['', '未经复议直接起诉', '复议后起诉']], { size: 8 }),
    ...table(
      [30, 100],
      own.map(() => 40),
      [own],
      { size: 8 },
    ),
    ...figures.flatMap((f, i) => (f === '' ? [] : [text(50 + 40 * i - 2.5 * f.length, 134, f)])),
    line(30, 140, 630, 140),
  ];
  const [report] = (await extract(printed([{ width: 680, marks: page }]))).reports;
  const read = Object.values(report?.tables.disputes.cells ?? {}).map(({ state, value }) =>
    state === 'read' ? value : state,
  );
  expect(read).toEqual(figures.map((f) => (f === '' ? 'blank' : Number(f))));
});

it('reads rows by position where lines part the labels from their group only', async () => {
  const refused = ['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益'];
  const lines = refused.map((label, i) => [label, `${7 + i}`, '2', '0', '1', '0', '3', `${13 + i}`]);
  const across = (y: number, from: number) => line(from, y, RIGHT, y);
  const words = lines.flatMap(([label = '', ...figures], r) => [
    text(LEFT + 62, 134 + 20 * r, label, 8),
    ...figures.map((f, i) => text(centred(f, i), 134 + 20 * r, f)),
    across(120 + 20 * r, r === 0 ? LEFT : LEFT + 60),
  ]);
  const others = [NEW, CARRIED_OUT].flatMap(([label = '', ...figures], r) => {
    const y = r === 0 ? 114 : 214;
    return [text(LEFT + 2, y, label), ...figures.flatMap((f, i) => (f === '' ? [] : [text(centred(f, i), y, f)]))];
  });
  const of = await figuresOf([
    [
      text(60, 40, '三、收到和处理政府信息公开申请情况', 14),
      ...HEADS.map((head, i) => text(i === 0 ? LEFT + 2 : (SIDES[i - 1] as number) + 6, 94, head, 8)),
      ...[across(80, LEFT), across(100, LEFT), across(200, LEFT), across(220, LEFT)],
      text(LEFT + 2, 164, '（三）不予公开', 8),
      line(LEFT + 60, 120, LEFT + 60, 200),
      ...words,
      ...others,
    ],
  ]);
  expect(of('refused.state_secret')).toEqual(valuesOf(lines[0] as string[]));
  expect(of('refused.third_party')).toEqual(valuesOf(lines[3] as string[]));
});
