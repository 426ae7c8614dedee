import { describe, expect, it } from 'vitest';
import { readPdf } from '../src/read/pdf/index.js';
import { type Printed, printed, table, text } from './support/printed.js';

const blocks = async (...pages: Printed[]) =>
  (await readPdf(printed(pages))).blocks.map((b) =>
    b.kind === 'paragraph' ? b.text : b.rows.map((row) => row.map((c) => c.text)),
  );
const ROWS = [
  ['行政许可', '12'],
  ['行政处罚', '3'],
  ['行政强制', ''],
];
const TABLE = table([60, 100], [90, 60], ROWS);

describe('the sheet that a table is printed on', () => {
  const lines = (at: (i: number) => string) => Array.from({ length: 16 }, (_, i) => `${at(i)} S`);
  it('may have pale guides across, or down', async () => {
    const across = lines((i) => `10 ${20 + 24 * i} m 290 ${20 + 24 * i} l`);
    const down = lines((i) => `${10 + 18 * i} 0 m ${10 + 18 * i} 400 l`);
    expect(await blocks({ marks: ['0.9 G', ...across, '0 G', ...TABLE] })).toEqual([ROWS]);
    expect(await blocks({ marks: ['0.9 G', ...down, '0 G', ...TABLE] })).toEqual([ROWS]);
  });
  it('is told from the pale lines of a table', async () => {
    const wide = table([20, 40], [100, 160], [...ROWS, ...ROWS, ...ROWS], { row: 36 });
    expect(await blocks({ marks: ['0.9 G', ...wide.filter((mark) => mark.endsWith('S')), ...wide] })).toEqual([
      [...ROWS, ...ROWS, ...ROWS],
    ]);
    const side = ['0 G 20 360 m 20 36 l S', '280 360 m 280 36 l S'];
    expect(await blocks({ marks: ['0.9 G', ...wide, ...side] })).toEqual([[...ROWS, ...ROWS, ...ROWS]]);
  });
  it('may be printed for its back, and is read as in a mirror', async () => {
    const { blocks: read } = await readPdf(printed([{ marks: ['-1 0 0 1 300 0 cm', ...TABLE] }]));
    const [grid] = read;
    if (grid?.kind !== 'grid') throw new Error('no table');
    expect(grid.rows.map((row) => row.map((c) => c.text))).toEqual(ROWS);
    // The labels stand at the right, 90 wide.
    expect(grid.rows[0]?.[0]?.place).toMatchObject({ box: [150, 100, 240, 120] });
  });
  it('shows letters as they are where page and text are both turned over', async () => {
    const over = [...TABLE].map((mark) =>
      mark.replace(/^BT \/F (\d+) Tf ([\d.]+) ([\d.]+) Td/, 'BT /F $1 Tf 1 0 0 -1 $2 $3 Tm'),
    );
    expect(await blocks({ marks: ['1 0 0 -1 0 400 cm', ...over] })).toEqual([[...ROWS].reverse()]);
  });
});

describe('a page that is turned', () => {
  it('has no margin in its middle', async () => {
    const page = (words: string) => ({
      marks: ['-1 0 0 -1 300 400 cm', text(20, 200, '政府信息公开工作年度报告'), text(20, 230, words)],
    });
    expect(await blocks(page('第一部分'), page('第二部分'))).toEqual([
      '政府信息公开工作年度报告第一部分',
      '政府信息公开工作年度报告第二部分',
    ]);
  });
});

describe('four pages on a sheet', () => {
  const part = (x: number, y: number, figures: readonly string[]) =>
    table(
      [x, y],
      [90, 60, 60],
      figures.map((figure) => ['行政许可', figure, '9']),
      { height: 800 },
    );
  it('follow each other row by row', async () => {
    const marks = [
      ...part(40, 320, ['1', '2']),
      ...part(340, 40, ['3', '4']),
      ...part(40, 440, ['5', '6']),
      ...part(340, 440, ['7', '8']),
    ];
    expect(await blocks({ width: 600, height: 800, marks })).toEqual([
      ['1', '2', '3', '4', '5', '6', '7', '8'].map((figure) => ['行政许可', figure, '9']),
    ]);
  });
});

describe('numbers of lines', () => {
  const numbered = (count: number) => Array.from({ length: count }, (_, i) => text(8, 30 + 15 * i, String(i + 1), 8));
  it('are no part of what they stand beside', async () => {
    expect(await blocks({ marks: [text(20, 60, '某区年度报告'), ...TABLE, ...numbered(24)] })).toEqual([
      '某区年度报告',
      ROWS,
    ]);
  });
  it('are no figures', async () => {
    const figures = ['1', '2', '3', '4', '5', '6', '8', '9'].map((figure) => [figure, '行政许可']);
    expect(await blocks({ marks: table([20, 60], [60, 90], figures) })).toEqual([figures]);
  });
});

describe('numbers that count the pages', () => {
  const page = (figures: readonly string[], number: string) => ({
    marks: [
      ...table(
        [20, 320],
        [90, 60, 60],
        figures.map((figure) => ['行政许可', figure, '9']),
      ),
      text(150, 357, number, 8),
    ],
  });
  const read = (numbers: readonly string[], figure: string) =>
    blocks(...numbers.map((number) => page(['5', figure], number)));
  const rows = (figure: string) => [
    ['行政许可', '5', '9'],
    ['行政许可', figure, '9'],
  ];
  it('are no part of the figures over which they stand', async () => {
    expect(await read(['8', '9', '10'], '12')).toEqual([[rows('12'), rows('12'), rows('12')].flat()]);
  });
  it('leave no blank of what may be a figure', async () => {
    expect(await read(['3', '10', '17'], '')).toEqual([[rows('￼'), rows('￼'), rows('￼')].flat()]);
  });
  it('are figures where they do not count', async () => {
    expect(await read(['3', '4', '3'], '')).toEqual([[rows('3'), rows('4'), rows('3')].flat()]);
  });
});

describe('columns of running text', () => {
  it('are read one after the other, be the strip between them narrow', async () => {
    const [first, last] = [ROWS.slice(0, 2), ROWS.slice(2)];
    const marks = [
      text(20, 80, '工作年度报告'),
      ...table([20, 100], [80, 46], first),
      ...table([154, 60], [80, 46], last),
    ];
    expect(await blocks({ marks })).toEqual(['工作年度报告', ROWS]);
  });
});

describe('a title', () => {
  it('is told from the smaller letters of a list beside it', async () => {
    const marks = [
      text(10, 50, '主动公开目录', 7),
      text(80, 51, '云溪市信息公开年度报告', 14),
      text(10, 70, '通知公告', 7),
    ];
    expect(await blocks({ marks })).toEqual(['主动公开目录', '云溪市信息公开年度报告', '通知公告']);
  });
});
