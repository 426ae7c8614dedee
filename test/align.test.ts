import { describe, expect, it } from 'vitest';
import { align } from '../src/extract/align.js';
import { similarity } from '../src/text.js';

const alignTexts = (printed: string[], lines: string[], join = 1) =>
  align({
    printed: printed.length,
    lines: lines.length,
    join,
    score: (from, count, j) => {
      const s = similarity(printed.slice(from, from + count).join(''), lines[j] as string) - 0.01 * (count - 1);
      return s >= 0.5 ? s - 0.48 : Number.NEGATIVE_INFINITY;
    },
  });
const pairs = (...args: Parameters<typeof alignTexts>) =>
  alignTexts(...args).map(({ from, count, to }) => [from, count, to]);

describe('align', () => {
  it('keeps the order through typos, extra and missing items', () => {
    expect(
      pairs(['属于国家秘蜜', '小计', '属于行政执法案件'], ['属于国家秘密', '重复申请', '属于行政执法案卷']),
    ).toEqual([
      [0, 1, 0],
      [2, 1, 2],
    ]);
  });

  it('joins a label cut over several items', () => {
    expect(pairs(['社会公益', '组织', '其他'], ['社会公益组织', '其他'], 3)).toEqual([
      [0, 2, 0],
      [2, 1, 1],
    ]);
  });

  it('gives no margin to a line that is printed twice', () => {
    const [match] = alignTexts(['重复申请', '重复申请'], ['重复申请']);
    expect(match?.margin).toBe(0);
  });

  it('gives a clear margin to a line that is printed once', () => {
    const [match] = alignTexts(['重复申请', '信访举报'], ['重复申请']);
    expect(match?.margin).toBeGreaterThan(0.5);
  });
});
