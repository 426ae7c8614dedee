import { describe, expect, it } from 'vitest';
import { readPdf } from '../src/read/pdf/index.js';
import { printed, table, text } from './support/printed.js';

const cells = async (...marks: string[]) => {
  const [grid] = (await readPdf(printed([{ marks }]))).blocks;
  return grid?.kind === 'grid' ? grid.rows.map((row) => row.map((c) => c.text)) : [];
};
const ROWS = [
  ['信息内容', '数量'],
  ['行政处罚', '12'],
];
const TABLE = table([20, 100], [90, 60], ROWS);
/** A pen's way round a letter with a bar through its middle, set in 10 points, from the left end of its baseline on. */
const round = (x: number, y: number) => {
  const at = (dx: number, dy: number) => `${x + dx} ${400 - y + dy}`;
  return `${at(0.4, 3.5)} m ${at(9.6, 3.5)} l ${at(9.6, 4.5)} l ${at(6, 4.5)} l ${at(6, 7)} l ${at(5, 8)} ${at(4, 8)} ${at(4, 7)} c ${at(4, 4.5)} l ${at(0.4, 4.5)} l h`;
};
const outlines = (...letters: string[]) => `0.3 w ${letters.join(' ')} S`;

describe('outlines of letters that a pen draws round them', () => {
  // As cairo writes the bold letters of a font that has none.
  it('are no lines of a table and strike nothing out', async () => {
    const heads = [text(22, 114, '信息内容'), outlines(...[22, 32, 42, 52].map((x) => round(x, 114)))];
    expect(await cells(...TABLE, ...heads, text(112, 114, '数量'), outlines(round(112, 114), round(122, 114)))).toEqual(
      ROWS,
    );
  });
  it('are what nobody can read where no letters stand', async () => {
    const [, row] = await cells(
      ...table([20, 100], [90, 60], [ROWS[0] as string[], ['行政处罚', '']]),
      '113 262 m 121 262 l 121 270 l 118 274 114 274 113 270 c h S',
    );
    expect(row).toEqual(['行政处罚', '￼']);
  });
  it('are none where the pen does not come back: what it goes through is struck out', async () => {
    const [, row] = await cells(...TABLE, '112 269.5 m 122 269.5 l S');
    expect(row).toEqual(['行政处罚', '￼￼']);
  });
});
