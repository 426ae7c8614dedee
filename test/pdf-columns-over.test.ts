import { expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { printed, table, text } from './support/printed.js';

const HEADS = ['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'];
const COLUMNS = ['natural_person', 'business', 'research', 'nonprofit', 'legal_service', 'other', 'total'];
/** Rows on the first and the second page down; the third row has a blank. */
const ROWS = [
  ['一、本年新收政府信息公开申请数量', '7', '2', '0', '1', '0', '0', '10'],
  ['二、上年结转政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1'],
  ['（一）予以公开', '6', '', '0', '1', '0', '', '7'],
  ['（七）总计', '6', '2', '0', '1', '0', '0', '9'],
  ['四、结转下年度继续办理', '2', '0', '0', '0', '0', '0', '2'],
];
const upper = [['项目', ...HEADS], ...ROWS.slice(0, 3)];

/** Columns of rows as a page of their own; the labels are wider. */
const page = (rows: readonly (readonly string[])[], from: number, to: number, y = 60) => {
  const widths = rows[0]?.slice(from, to).map((_, i) => (from === 0 && i === 0 ? 200 : 60)) ?? [];
  const cut = rows.map((row) => row.slice(from, to));
  return { width: 660, marks: table([40, y], widths, cut) };
};
const title = {
  ...page(upper, 0, 6),
  marks: [text(40, 40, '某县2022年政府信息公开工作年度报告'), ...page(upper, 0, 6).marks],
};

async function read(...pages: readonly ReturnType<typeof page>[]) {
  const [report] = (await extract(printed(pages))).reports;
  return (row: string) =>
    COLUMNS.map((column) => {
      const cell = report?.tables.requests.cells[`requests.${row}.${column}`];
      return cell?.state === 'read' ? cell.value : cell?.state;
    });
}

it('columns on pages of their own, after all others or after each, belong to the rows at their heights', async () => {
  const last = ROWS.slice(3).concat([['3.其他', '4', '0', '0', '0', '0', '0', '4']]);
  for (const order of ['down', 'over']) {
    const [first, second] = [page(upper, 6, 8), page(last, 6, 8)];
    const pages =
      order === 'down' ? [title, page(last, 0, 6), first, second] : [title, first, page(last, 0, 6), second];
    const of = await read(...pages);
    expect(of('new')).toEqual([7, 2, 0, 1, 0, 0, 10]);
    expect(of('granted')).toEqual([6, 'blank', 0, 1, 0, 'blank', 7]);
    expect(of('total')).toEqual([6, 2, 0, 1, 0, 0, 9]);
    expect(of('carried_out')).toEqual([2, 0, 0, 0, 0, 0, 2]);
  }
});

it('the last column may stand there alone', async () => {
  const of = await read(
    { ...title, marks: [...title.marks.slice(0, 1), ...page(upper, 0, 7).marks] },
    page(upper, 7, 8),
  );
  expect(of('new')).toEqual([7, 2, 0, 1, 0, 0, 10]);
  expect(of('granted')).toEqual([6, 'blank', 0, 1, 0, 'blank', 7]);
});

it('its heads may be merged there otherwise', async () => {
  const heads = (x: number, ...rules: readonly [number, number, number, number][]) => [
    ...rules.map(([x0, y0, x1, y1]) => `${x + x0} ${400 - y0} m ${x + x1} ${400 - y1} l S`),
  ];
  const first = { ...title, marks: [...title.marks.slice(0, 1), ...page(upper, 0, 7).marks] };
  // Over the heads of the first page stands another row, which the last column's head takes in.
  const above = [...heads(40, [0, 40, 560, 40], [0, 40, 0, 60], [200, 40, 200, 60], [560, 40, 560, 60])];
  const alone = page(upper, 7, 8);
  const without = alone.marks.filter((mark) => !mark.startsWith('40 340 m') || mark.includes('40 240 l'));
  const merged = [...without, ...heads(40, [0, 40, 60, 40], [0, 40, 0, 60], [60, 40, 60, 60])];
  const of = await read(
    {
      ...first,
      marks: [
        text(40, 30, '某县2022年政府信息公开工作年度报告'),
        ...first.marks.slice(1),
        text(350, 54, '申请人情况'),
        ...above,
      ],
    },
    { ...alone, marks: merged },
  );
  expect(of('new')).toEqual([7, 2, 0, 1, 0, 0, 10]);
  expect(of('carried_in').at(-1)).toBe(1);
});

it('another table at the same heights is none of its columns', async () => {
  const full = [title.marks[0] as string, ...page(upper, 0, 8).marks];
  const other = upper.map((row, i) => (i === 0 ? row : row.map(() => '5')));
  for (const heads of [HEADS, HEADS.map(() => '')]) {
    const of = await read({ width: 720, marks: full }, page([['', ...heads], ...other.slice(1)], 1, 8));
    expect(of('new')).toEqual([7, 2, 0, 1, 0, 0, 10]);
  }
});

it('columns at other heights are not those of the rows', async () => {
  const of = await read(title, page(upper, 6, 8, 66));
  expect(of('new').slice(5)).toEqual(['unreadable', 'unreadable']);
});
