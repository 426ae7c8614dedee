import { expect, it } from 'vitest';
import { read } from '../src/read/index.js';

/** The second cell of a table's row. */
async function cell(text: string): Promise<string | undefined> {
  const source = `# 报告\n\n| 信息内容 | 数量 |\n| --- | --- |\n| 行政许可 | ${text} |\n`;
  const { blocks } = await read(new TextEncoder().encode(source));
  return blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows.at(-1)?.[1]?.text] : []))[0];
}

it.each([
  ['**12**', '12'],
  ['~~5~~ 12', '12'],
  ['<del>5</del>12', '12'],
  ['12<!-- 5 -->', '12'],
  ['12<sup>1</sup>', '12¹'],
  ['[12](list1.html)', '12'],
  ['![](12.png)', '\uFFFC'],
  ['<img src="12.png">', '\uFFFC'],
  ['\\-12', '-12'],
])('a cell of Markdown is read as it shows: %s', async (text, shown) => {
  expect(await cell(text)).toBe(shown);
});

it('the mark of a list is no minus', async () => {
  const { blocks } = await read(new TextEncoder().encode('# 报告\n\n- 行政许可\n  - 12\n'));
  expect(blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual(['报告', '行政许可', '12']);
});
