import { expect, it } from 'vitest';
import { read } from '../src/read/index.js';

const blocks = async (text: string) =>
  (await read(new TextEncoder().encode(text))).blocks.map((block) =>
    block.kind === 'grid' ? block.rows.map((row) => row.map((cell) => cell.text)) : block.text,
  );

it('reads lines that commas divide as a table, quoted cells whole', async () => {
  expect(await blocks('规章\n内容,制发,"现行,有效"\n规章,"1,234",8\n文件,2,')).toEqual([
    '规章',
    [
      ['内容', '制发', '现行,有效'],
      ['规章', '1,234', '8'],
      ['文件', '2', ''],
    ],
  ]);
});

it.each([
  ['prose', '受理申请,办结,公开信息。\n今年,去年,前年都是这样。\n一,二,三件。'],
  ['thousands without heads', '规章,1,234\n文件,5,678\n许可,9,012'],
  ['figures divided by spaces', '内容,制发,废止\n规章 1,234 2,345\n文件 3,456 4,567'],
  ['rows of several widths', '内容,制发,废止\n许可,1,234,\n处罚,5,678,'],
])('leaves commas in %s alone', async (_, text) => {
  expect((await read(new TextEncoder().encode(text))).blocks.every((block) => block.kind === 'paragraph')).toBe(true);
});
