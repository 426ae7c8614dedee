import { expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { printed, table, text } from './support/printed.js';

const FIGURES = ['2', '0', '1', '0', '3', '4', '5', '0', '0', '9', '1', '4', '0', '1', '6'];
const X = FIGURES.map((_, i) => 30 + 40 * i);
const over = (y: number, words: readonly string[]) =>
  words.flatMap((word, i) => (word === '' ? [] : [text((X[i] as number) + 2, y, word, 8)]));
const thrice = (...words: string[]) => [...words, ...words, ...words];

/** Heads on plain ground over a ruled row, as grey head rows without lines come out. */
const report = (...heads: string[]) =>
  printed([
    {
      width: 680,
      marks: [
        text(60, 40, '四、政府信息公开行政复议、行政诉讼情况', 14),
        text(100, 76, '行政复议', 8),
        text(380, 68, '行政诉讼', 8),
        ...[text(250, 84, '未经复议直接起诉', 8), text(440, 84, '复议后起诉', 8)],
        ...heads,
        ...table(
          [30, 120],
          FIGURES.map(() => 40),
          [FIGURES],
          { size: 8 },
        ),
      ],
    },
  ]);

async function disputes(pdf: Uint8Array) {
  const [found] = (await extract(pdf)).reports;
  return Object.values(found?.tables.disputes.cells ?? {}).map(({ state, value }) =>
    state === 'read' ? value : state,
  );
}

it.each([
  ['in one line', over(112, thrice('结果维持', '结果纠正', '其他结果', '尚未审结', '总计'))],
  [
    'in two lines, with a short one between them',
    [
      ...over(103, thrice('结果', '结果', '其他', '尚未', '')),
      ...over(108, thrice('', '', '', '', '总计')),
      ...over(113, thrice('维持', '纠正', '结果', '审结', '')),
    ],
  ],
])('reads a ruled row under heads without rules %s', async (_, heads) => {
  expect(await disputes(report(...heads))).toEqual(FIGURES.map(Number));
});

it('does not take words over some of the columns for their heads', async () => {
  const cells = await disputes(report(...over(112, ['结果维持', '结果纠正', '其他结果'])));
  expect(cells.filter((value) => typeof value === 'number')).toEqual([]);
});
