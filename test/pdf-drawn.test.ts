import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { readPdf } from '../src/read/pdf/index.js';
import { printed, table, text } from './support/printed.js';

const cells = async (...marks: string[]) =>
  (await readPdf(printed([{ marks }]))).blocks.map((b) =>
    b.kind === 'grid' ? b.rows.map((row) => row.map((c) => c.text)) : b.text,
  );
/** Its second column begins at x 110; the baselines of its rows lie at y 114 and 134. */
const twoRows = (first: string, second: string, ruled = true) =>
  table(
    [20, 100],
    [90, 60],
    [
      ['行政许可', first],
      ['行政处罚', second],
    ],
    { ruled },
  );
/** A 1 as outlines, its left end at x, its foot at y. */
const outline = (x: number, y: number) =>
  `${x} ${400 - y} m ${x + 4} ${400 - y} l ${x + 4} ${407 - y} l ${x + 2} ${407 - y} l ${x} ${405 - y} l h f`;
const picture = (x: number, y: number, width: number, height: number) =>
  `q ${width} 0 0 ${height} ${x} ${400 - y} cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u0001\nEI Q`;
const area = (x: number, y: number, width: number, height: number, gray: number) =>
  `${gray} g ${x} ${400 - y} ${width} ${height} re f 0 g`;

describe('a figure that is no text', () => {
  it('as outlines is not read, and no blank', async () => {
    expect(await cells(...twoRows('', '3'), outline(112, 114))).toEqual([
      [
        ['行政许可', '￼'],
        ['行政处罚', '3'],
      ],
    ]);
  });
  it('as a picture is not read, and no blank', async () => {
    const [grid] = await cells(...twoRows('5', ''), picture(112, 134, 12, 9));
    expect(grid).toEqual([
      ['行政许可', '5'],
      ['行政处罚', '￼'],
    ]);
  });
  it('as lines of a pen is not read, and no blank; a single line is a mark for nothing', async () => {
    const pen = 'S 112 286 m 116 293 120 289 113 286 c 118 286 l S';
    const line = '111 262 m 168 278 l S';
    const [grid] = await cells(...twoRows('', ''), pen, line);
    expect(grid).toEqual([
      ['行政许可', '￼'],
      ['行政处罚', ''],
    ]);
  });
  it('as a line of a pen after the other is not read, and no blank', async () => {
    const [two, one] = ['112 290 m 114 293 l S 114 293 m 114 286 l S', '113 266 m 113 273 l S'];
    const [grid] = await cells(...twoRows('', ''), `S ${two}`, one);
    expect(grid).toEqual([
      ['行政许可', '￼'],
      ['行政处罚', '￼'],
    ]);
  });
  it('is none of the lines through a cell, a dash, or the frame of a field in it', async () => {
    const through = 'S 110 300 m 170 280 l S 110 280 m 170 300 l S';
    const [crossed] = await cells(...twoRows('', ''), through, '136 270 m 144 270 l S');
    expect(crossed).toEqual([
      ['行政许可', ''],
      ['行政处罚', ''],
    ]);
    const frame = ['115 296 m 115 284 l S', '115 284 m 150 284 l S', '150 284 m 150 296 l S', '150 296 m 115 296 l S'];
    expect((await cells(...twoRows('', '3'), 'S', ...frame))[0]).toEqual([
      ['行政许可', ''],
      ['行政处罚', '3'],
    ]);
  });
  it('in part leaves no other number', async () => {
    expect(await cells(...twoRows('12', '3'), outline(123, 114))).toEqual([
      [
        ['行政许可', '12￼'],
        ['行政处罚', '3'],
      ],
    ]);
  });
  it('is not what lies behind a figure, nor behind a blank', async () => {
    const behind = [picture(110, 120, 60, 20), picture(110, 140, 60, 20)];
    expect(await cells(...behind, ...twoRows('12', ''))).toEqual([
      [
        ['行政许可', '12'],
        ['行政处罚', ''],
      ],
    ]);
  });
  it('in one picture with others is not read, and no blank', async () => {
    const [grid] = await cells(...twoRows('', ''), picture(112, 136, 40, 34));
    expect(grid).toEqual([
      ['行政许可', '￼'],
      ['行政处罚', '￼'],
    ]);
    const [behind] = await cells(picture(20, 140, 150, 40), ...twoRows('12', ''));
    expect(behind).toEqual([
      ['行政许可', '12'],
      ['行政处罚', ''],
    ]);
  });
  it('is no mark in the corner of a cell', async () => {
    const corner = (y: number) => `110 ${400 - y} m 114 ${400 - y} l 110 ${396 - y} l h f`;
    const [grid] = await cells(...twoRows('12', ''), corner(100), corner(120));
    expect(grid).toEqual([
      ['行政许可', '12'],
      ['行政处罚', ''],
    ]);
  });
  it('is no blank where there are no rules, and no bullet before a line', async () => {
    const rows = table(
      [20, 100],
      [90, 60, 60],
      [
        ['行政许可', '', '3'],
        ['行政处罚', '4', '5'],
        ['行政强制', '6', '7'],
      ],
      { ruled: false },
    );
    const [grid] = await cells(...rows, outline(112, 114), outline(10, 134));
    expect(grid).toEqual([
      ['行政许可', '￼', '3'],
      ['行政处罚', '4', '5'],
      ['行政强制', '6', '7'],
    ]);
  });
  it('makes a scan of a page that has no other', async () => {
    const outlines = Array.from({ length: 60 }, (_, i) => outline(20 + 4 * i, 100));
    const { problems } = await extract(printed([{ marks: outlines }]));
    expect(problems).toMatchObject([{ rule: 'document/scanned' }]);
  });
});

describe('a figure under something else', () => {
  const figures = twoRows('12', '3');
  it('is not read where that is dark or a picture, whether whole or in part', async () => {
    const [black] = await cells(...figures, area(111, 117, 7, 12, 0));
    expect((black as string[][])[0]).toEqual(['行政许可', '￼2']);
    const [pasted] = await cells(...figures, picture(111, 117, 20, 12));
    expect((pasted as string[][])[0]?.[1]).toMatch(/^￼+$/);
  });
  it('is gone where that is white, and what is written there is read', async () => {
    const [grid] = await cells(...figures, area(111, 117, 20, 12, 1), text(112, 114, '45'));
    expect((grid as string[][])[0]).toEqual(['行政许可', '45']);
  });
  it('is the guess of another program where that is the page as a picture', async () => {
    const { problems } = await extract(printed([{ marks: [...figures, picture(0, 400, 300, 400)] }]));
    expect(problems).toMatchObject([{ rule: 'document/scanned' }]);
  });
  it('is not read where that is a large picture of a part of the page', async () => {
    const [grid] = await cells(...figures, picture(100, 400, 200, 330));
    expect(grid).toEqual([
      ['行政许可', expect.stringMatching(/^￼+$/)],
      ['行政处罚', expect.stringMatching(/^￼+$/)],
    ]);
  });
  it('is not read where that is a letter of a stamp, of which no cell has a part', async () => {
    const [grid] = await cells(...figures, text(109, 116, '府政', 16));
    expect((grid as string[][])[0]).toEqual(['行政许可', '￼￼']);
    const rows = twoRows('12', '3', false);
    expect(JSON.stringify(await cells(...rows, text(109, 116, '府', 16)))).not.toMatch(/[12]/);
  });
  it('is read where half of it shows over or under the stamp', async () => {
    const [grid] = await cells(...figures, text(90, 121, '某区政府', 14));
    expect(grid).toEqual([
      ['行政许可', '12'],
      ['行政处罚', '3'],
    ]);
  });
  it('or over another one cannot be told from it', async () => {
    const [grid] = await cells(...figures, text(112.3, 114, '87'));
    expect((grid as string[][])[0]?.[1]).toMatch(/^￼+$/);
  });
});

describe('a box', () => {
  const box = (x: number, y: number, width: number, height: number) => `${x} ${400 - y} ${width} ${height} re S`;
  it('inside a cell belongs to it, as that of a form field', async () => {
    expect(await cells(...twoRows('12', '3'), box(118, 118, 30, 14))).toEqual([
      [
        ['行政许可', '12'],
        ['行政处罚', '3'],
      ],
    ]);
  });
  it('that misses a side leaves no blank of what it does not divide', async () => {
    const frame = [box(110, 140, 100, 40), '150 300 m 150 280 l S 150 280 m 210 280 l S'];
    const [grid] = await cells(...frame, text(112, 114, '3'), text(152, 114, '12'));
    expect(grid).toEqual([['3', '12'], ['￼']]);
  });
});

describe('letters', () => {
  it('that are stroked have the colour of their strokes', async () => {
    expect(await cells(`1 Tr 1 g ${text(20, 100, '12')} 0 g`)).toEqual(['12']);
    expect(await cells(`1 Tr 1 G ${text(20, 100, '12')} 0 Tr 0 G`, text(20, 150, '3'))).toEqual(['3']);
  });
  it('that cut what is painted are digits that may be seen', async () => {
    const [grid] = await cells(...twoRows('', '3'), `q 7 Tr ${text(112, 114, '12')} 110 280 60 20 re f Q`);
    expect((grid as string[][])[0]).toEqual(['行政许可', '￼￼']);
  });
});
