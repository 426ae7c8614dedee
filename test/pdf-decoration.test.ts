import { expect, it } from 'vitest';
import { readPdf } from '../src/read/pdf/index.js';
import { printed, table, text } from './support/printed.js';

const line = (x0: number, x1: number, y: number) => `${x0} ${400 - y} m ${x1} ${400 - y} l S`;
const cells = async (...marks: string[]) =>
  (await readPdf(printed([{ marks }]))).blocks.map((b) =>
    b.kind === 'grid' ? b.rows.map((row) => row.map((c) => c.text)) : b.text,
  );
const TABLE = table(
  [20, 100],
  [90, 60],
  [
    ['行政许可项目数量', '12'],
    ['行政处罚', '345'],
  ],
);

it('lines under words and figures divide no cell, even where the words fill it', async () => {
  const under = [line(22, 102, 115.5), line(112, 122, 115.5), line(22, 62, 135.5), line(112, 127, 135.5)];
  expect(await cells(...TABLE, ...under)).toEqual([
    [
      ['行政许可项目数量', '12'],
      ['行政处罚', '345'],
    ],
  ]);
});

it('a figure that is struck out is not read, nor joined with the one beside it', async () => {
  const [grid] = await cells(
    ...table([20, 100], [90, 60], [['行政处罚', '12']]),
    text(122, 114, '15'),
    line(112, 122, 110.5),
  );
  expect((grid as string[][])[0]).toEqual(['行政处罚', '￼￼15']);
});

it('a single digit that is struck out is no part of the figure beside it', async () => {
  const [grid] = await cells(
    ...table([20, 100], [90, 60], [['行政处罚', '7']]),
    text(118, 114, '15'),
    line(112, 117, 110.5),
  );
  expect((grid as string[][])[0]).toEqual(['行政处罚', '￼15']);
});

it('a ring round a figure divides no cell', async () => {
  const ring = '110 291 m 110 300 130 300 130 291 c 130 282 110 282 110 291 c S';
  const rows = [
    ['行政许可', '8', '15'],
    ['行政处罚', '9', '16'],
  ];
  expect(await cells(...table([20, 100], [88, 24, 60], rows), ring)).toEqual([rows]);
});

const frame = (x0: number, y0: number, x1: number, y1: number) => `${x0} ${400 - y1} ${x1 - x0} ${y1 - y0} re S`;
const ROWS = [
  ['行政许可项目数量', '12'],
  ['行政处罚', '345'],
];

it('a frame around a table, and what is printed over and under it there, are no cells', async () => {
  const words = [text(16, 92, '主动公开'), text(16, 152, '含派出机构')];
  expect(await cells(...TABLE, frame(14, 80, 176, 160), line(14, 20, 140), ...words)).toEqual([
    '主动公开',
    ROWS,
    '含派出机构',
  ]);
});

it('a frame that shares its lines above and below with its table leaves no blank columns', async () => {
  expect(await cells(...TABLE, frame(14, 100, 176, 140))).toEqual([ROWS]);
});
