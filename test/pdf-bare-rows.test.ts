import { describe, expect, it } from 'vitest';
import type { Grid } from '../src/model.js';
import { withDoubtfulLast, withDoubtfulRests } from '../src/read/pdf/bare-rows.js';
import type { PageLine, PageTable } from '../src/read/pdf/page.js';

const DOUBT = '\uFFFC';

/** The texts of a row, after the page on which it stands. */
type PrintedRow = readonly [page: number, ...texts: string[]];
/** A grid of these. */
const grid = (...rows: readonly PrintedRow[]): Grid => ({
  kind: 'grid',
  rows: rows.map(([page, ...texts], row) =>
    texts.map((text, column) => ({
      ...{ text, row, column, rowSpan: 1, columnSpan: 1 },
      place: { page, box: [column * 40, row * 20, column * 40 + 40, row * 20 + 20] },
    })),
  ),
});
const marked = (...rows: readonly PrintedRow[]) =>
  withDoubtfulRests(grid(...rows)).rows.map((row) => row.map((c) => c.text));

describe('figures without a label below some of a row', () => {
  it('may be the rest of these', () => {
    expect(marked([1, '2.重复申请', '15', '14'], [1, '', '', '4']).at(-1)).toEqual(['', '', `4${DOUBT}`]);
    expect(marked([1, '2.重复申请', '15', '14'], [2, '', '', '0'])[0]).toEqual(['2.重复申请', '15', `14${DOUBT}`]);
    // The rest of the label of a group is no label.
    expect(marked([1, '（一）予以公开', '62', '648'], [1, '度办理结', '', '4'])[0]?.[2]).toBe(`648${DOUBT}`);
    // What is not read for certain may be a rest too.
    expect(marked([1, '2.重复申请', '3', '2'], [1, '理', `4${DOUBT}`, DOUBT])[0]).toEqual([
      '2.重复申请',
      `3${DOUBT}`,
      '2',
    ]);
    expect(marked([1, '100', '30'], [1, '', '4'])[0]).toEqual(['100', `30${DOUBT}`]);
  });
  it('are no rest where the row has a label, or fills every column', () => {
    for (const rows of [
      [
        [1, '2.重复申请', '15', '14'],
        [1, '3.要求提供公开出版物', '', '4'],
      ],
      [
        [1, '规章', '15', '14'],
        [1, '行政规范性文件', '', '4'],
      ],
      [
        [1, '2.重复申请', '15', '14'],
        [1, '', '3', '4'],
      ],
      // The number of the page.
      [
        [1, '2.重复申请', '10', '14'],
        [1, '', '1', ''],
        [2, '3.要求提供公开出版物', '0', '0'],
      ],
    ] as const)
      expect(
        marked(...rows)
          .flat()
          .join(''),
      ).not.toContain(DOUBT);
  });
});

describe('digits below the last row of a table without rules', () => {
  const pose = { turns: 0, back: undefined };
  const table: PageTable = {
    ...{ kind: 'table', page: 1, pose, box: { x0: 0, y0: 0, x1: 80, y1: 20 } },
    cells: ['24', '30'].map((text, i) => ({ text, box: { x0: i * 40, x1: i * 40 + 40, y0: 0, y1: 20 } })),
    ...{ ruled: false, openAbove: false, openBelow: false },
  };
  const line = (y0: number, text = '4'): PageLine => {
    const box = { x0: 57, x1: 62, y0, y1: y0 + 10 };
    const glyphs = [{ ...box, text, size: 10, angle: 0, vertical: false, order: 0 }];
    return { kind: 'line', page: 1, pose, text, box, glyphs };
  };
  const texts = (below: PageLine, height = 60) => withDoubtfulLast(table, below, height).cells.map((c) => c.text);
  it('make the figures over them doubtful', () => {
    expect(texts(line(22))).toEqual(['24', `30${DOUBT}`]);
  });
  it('are something else further below, with words, or where pages are counted', () => {
    for (const other of [line(60), line(22, '五、4')]) expect(texts(other)).toEqual(['24', '30']);
    expect(texts(line(22), 24)).toEqual(['24', '30']);
  });
});
