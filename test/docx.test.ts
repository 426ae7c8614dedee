import { expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { readDocx } from '../src/read/docx/index.js';
import { parseXml } from '../src/read/docx/xml.js';
import { cell, p, r, readWord, row, wordFile } from './support/word.js';

it('accepts tracked changes', async () => {
  const changed = `<w:del>${r('12')}</w:del><w:ins>${r('34')}</w:ins><w:moveFrom>${r('5')}</w:moveFrom>`;
  const conflict = `<w14:conflictDel>${r('6')}</w14:conflictDel><w14:conflictIns>${r('7')}</w14:conflictIns>`;
  expect(await readWord(p(changed + conflict))).toEqual(['347']);
});

it('joins paragraphs whose end is deleted', async () => {
  const mark = '<w:rPr><w:del/></w:rPr>';
  expect(await readWord(p(r('12'), mark) + p(`<w:del>${r('9')}</w:del>`, mark) + p(r('34')) + p(r('5')))).toEqual([
    '1234',
    '5',
  ]);
  expect(await readWord(row(cell(p(r('12'), mark))).replace(/^(.*)$/, '<w:tbl>$1$1</w:tbl>'))).toEqual(['12', '12']);
});

it('takes formulas, charts, drawn letters and objects for something that stands there, not for a blank', async () => {
  const drawn = [
    '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
    '<w:subDoc r:id="elsewhere"/>',
    '<w:r><w:drawing><a:p><a:r><a:t>12</a:t></a:r></a:p></w:drawing></w:r>',
    '<w:r><w:drawing><c:chart/></w:drawing></w:r>',
    '<w:r><w:pict><v:shape><v:textpath string="12"/></v:shape></w:pict></w:r>',
    '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>',
    '<w:r><w:object><o:OLEObject/></w:object></w:r>',
  ];
  expect(await readWord(drawn.map((each) => p(each)).join(''))).toEqual(drawn.map(() => '\uFFFC'));
});

it('reads a formula that is a figure in one line', async () => {
  const [hidden, math] = ['<w:rPr><w:vanish/></w:rPr>', '<m:rPr><m:nor/></m:rPr>'];
  const line = `<m:oMath><m:r><m:t>1</m:t></m:r><m:r>${hidden}<m:t>9</m:t></m:r><m:r>${math}<m:t>2</m:t></m:r></m:oMath>`;
  expect(await readWord(p(line) + p(`<m:oMathPara>${line}</m:oMathPara>`))).toEqual(['12', '12']);
});

it('merges a cell only with one in the row right above', async () => {
  const text = (words: string, properties = '') => cell(p(r(words)), properties);
  const rows = [
    row(text('甲'), text('组', '<w:vMerge w:val="restart"/>')),
    row(text('合计', '<w:gridSpan w:val="2"/>')),
    row(text('6'), text('5', '<w:vMerge/>')),
    row(text('7'), text('', '<w:vMerge/>')),
  ];
  expect(await readWord(`<w:tbl>${rows.join('')}</w:tbl>`)).toEqual(['甲|组', '合计', '6|5', '7']);
});

it('reads a text box once, whichever of its two forms an office program wrote', async () => {
  const both = (content: string) =>
    `<mc:AlternateContent><mc:Choice>${content}</mc:Choice><mc:Fallback>${content}</mc:Fallback></mc:AlternateContent>`;
  const box = `<w:txbxContent>${p(r('7'))}</w:txbxContent>`;
  expect((await readWord(p(`${r('1')}<w:r>${both(box)}</w:r>`))).join('')).toMatch(/^(?:17|71)$/);
  expect(await readWord(both(p(r('8'))))).toEqual(['8']);
});

it('takes the branch that Word takes, not one for another program', async () => {
  const branches = `<mc:AlternateContent xmlns:o="http://office.example/2013/own" xmlns:s="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:Choice Requires="o">${p(r('1'))}</mc:Choice><mc:Choice Requires="s">${p(r('2'))}</mc:Choice><mc:Fallback>${p(r('3'))}</mc:Fallback></mc:AlternateContent>`;
  expect(await readWord(branches)).toEqual(['2']);
  expect(await readWord(branches.replace('Requires="s"', 'Requires="s o"'))).toEqual(['3']);
});

it('keeps spans, merged rows and tables in content controls', async () => {
  const text = (words: string, properties = '') => cell(p(r(words)), properties);
  const table = `<w:tbl>${row(text('g', '<w:vMerge w:val="restart"/>'), text('a'), text('1'))}<w:sdt><w:sdtContent>${row(
    text('', '<w:vMerge/>'),
    text('b', '<w:gridSpan w:val="2"/>'),
  )}</w:sdtContent></w:sdt></w:tbl>`;
  const { blocks } = await readDocx(wordFile(`<w:sdt><w:sdtContent>${table}</w:sdtContent></w:sdt>`));
  const [grid] = blocks;
  expect(
    grid?.kind === 'grid' && grid.rows.map((cells) => cells.map((c) => [c.text, c.column, c.rowSpan, c.columnSpan])),
  ).toEqual([
    [
      ['g', 0, 2, 1],
      ['a', 1, 1, 1],
      ['1', 2, 1, 1],
    ],
    [['b', 1, 1, 2]],
  ]);
});

it('merges cells as old programs do, whatever text is left in those merged away', async () => {
  const wide = [cell(p(r('a')), '<w:hMerge w:val="restart"/>'), cell(p(r('old')), '<w:hMerge/>')];
  const { blocks } = await readDocx(
    wordFile(`<w:tbl>${row(...wide, cell(p(r('1'))))}${row(...wide.slice(0, 1), cell(p('')), cell(p('')))}</w:tbl>`),
  );
  const [grid] = blocks;
  expect(grid?.kind === 'grid' && grid.rows[0]?.map((c) => [c.text, c.column, c.columnSpan])).toEqual([
    ['a', 0, 2],
    ['1', 2, 1],
  ]);
});

it('keeps the columns that a row leaves out, in front and behind, as blank cells', async () => {
  const text = (words: string) => cell(p(r(words)));
  const short = row(text('b')).replace('<w:tr>', '<w:tr><w:trPr><w:gridAfter w:val="2"/></w:trPr>');
  const late = row(text('3')).replace('<w:tr>', '<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>');
  expect(await readWord(`<w:tbl>${row(text('a'), text('1'), text('2'))}${short}${late}</w:tbl>`)).toEqual([
    'a|1|2',
    'b|',
    '|3',
  ]);
  // A row that merely ends before the line in which the others do.
  const grid = `<w:tblGrid>${[800, 800, 300].map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  const ragged = row(text('b'), text('1')).replace('<w:tr>', '<w:tr><w:trPr><w:gridAfter w:val="1"/></w:trPr>');
  expect(await readWord(`<w:tbl>${grid}${row(text('a'), text('1'), text('2'))}${ragged}</w:tbl>`)).toEqual([
    'a|1|2',
    'b|1',
  ]);
});

it('leaves out cells that a row has too many, which continue none and hold nothing', async () => {
  const text = (words: string, properties = '') => cell(p(r(words)), properties);
  const grid = '<w:tblGrid><w:gridCol w:w="800"/><w:gridCol w:w="800"/><w:gridCol w:w="800"/></w:tblGrid>';
  const lone = '<w:gridSpan w:val="0"/><w:vMerge w:val="continue"/>';
  const heads = row(text('a'), text('b'), text('总计', '<w:vMerge w:val="restart"/>'));
  // html-to-docx continues the merged cell a row too late.
  const rows = (extra: string) => heads + row(text('1'), text('2')) + row(text('3'), text('4'), extra, text('5'));
  expect(await readWord(`<w:tbl>${grid}${rows(cell(p(''), lone))}</w:tbl>`)).toEqual(['a|b|总计', '1|2', '3|4|5']);
  expect((await readWord(`<w:tbl>${grid}${rows(text('6', lone))}</w:tbl>`)).at(-1)).toBe('3|4|6|5');
  const whole = row(text('3'), cell(p(''), lone), text('5'));
  expect((await readWord(`<w:tbl>${grid}${heads}${row(text('1'), text('2'))}${whole}</w:tbl>`)).at(-1)).toBe('3||5');
});

it('takes lines that miss each other by a hair for one', async () => {
  const grid = '<w:tblGrid><w:gridCol w:w="799"/><w:gridCol w:w="1"/><w:gridCol w:w="800"/></w:tblGrid>';
  const wide = (text: string, span: number) => cell(p(r(text)), `<w:gridSpan w:val="${span}"/>`);
  const rows = row(wide('a', 1), wide('b', 2)) + row(wide('1', 2), wide('2', 1));
  const { blocks } = await readDocx(wordFile(`<w:tbl>${grid}${rows}</w:tbl>`));
  const [table] = blocks;
  expect(table?.kind === 'grid' && table.rows.map((cells) => cells.map((c) => [c.column, c.columnSpan]))).toEqual([
    [
      [0, 1],
      [1, 1],
    ],
    [
      [0, 1],
      [1, 1],
    ],
  ]);
});

it('takes a row that begins a hair further right than the others for one that begins there', async () => {
  const grid = '<w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="800"/><w:gridCol w:w="800"/></w:tblGrid>';
  const wide = cell(p(r('a')), '<w:gridSpan w:val="2"/>') + cell(p(r('1')));
  const late = `<w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(p(r('b')))}${cell(p(r('2')))}`;
  expect(await readWord(`<w:tbl>${grid}${row(wide)}${row(late)}</w:tbl>`)).toEqual(['a|1', 'b|2']);
});

it('puts a table together that an office divided, and keeps the place of every cell', async () => {
  const part = (...texts: string[]) =>
    `<w:tbl>${texts.map((text) => row(cell(p(r(text))), cell(p(r('1'))))).join('')}</w:tbl>`;
  const { blocks } = await readDocx(wordFile(part('a', 'b') + p('') + p(r('（续表）')) + part('c')));
  expect(
    blocks.map((b) => b.kind === 'grid' && b.rows.map(([first]) => [first?.text, first?.row, first?.place])),
  ).toEqual([
    [
      ['a', 0, { table: 1, row: 1, cell: 1 }],
      ['b', 1, { table: 1, row: 2, cell: 1 }],
      ['c', 2, { table: 2, row: 1, cell: 1 }],
    ],
  ]);
  const apart = [part('a') + p(r('二、')) + part('b'), part('a') + p('') + part('a', 'b')];
  for (const body of apart)
    expect((await readDocx(wordFile(body))).blocks.filter(({ kind }) => kind === 'grid')).toHaveLength(2);
});

it('leaves a content control blank that shows only what to fill in', async () => {
  const control = (text: string) =>
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r(text)}</w:sdtContent></w:sdt>`;
  expect(await readWord(p(control('单击此处输入文字。')) + p(control('0')))).toEqual(['', '0']);
});

/** A file of one document part whose checksum is another's. */
function withWrongChecksum(): Uint8Array {
  const bytes = wordFile(p(r('1')));
  const directory = bytes.findLastIndex((_, i) => bytes[i] === 0x50 && bytes[i + 2] === 1 && bytes[i + 3] === 2);
  bytes[directory + 16] = (bytes[directory + 16] as number) ^ 1;
  return bytes;
}

it.each([
  ['bomb', wordFile(undefined, { 'word/document.xml': Buffer.alloc(80 * 1024 * 1024, 32) })],
  ['damaged', withWrongChecksum()],
  ['damaged', wordFile('<w:p>')],
  ['damaged', wordFile(p(r('1')), { 'word/_rels/document.xml.rels': '<Relationships>' })],
  ['damaged', new Uint8Array(Buffer.from('PK\u0003\u0004 cut'))],
  ['unsupported', wordFile(undefined, { 'word/document.xml': '<x/>' })],
  ['packed', wordFile(undefined, { 'report.html': '<p>1</p>' })],
])('says of an archive: %s', async (reason, bytes) => {
  expect(await extract(bytes)).toMatchObject({
    reports: [],
    problems: [{ rule: 'document/unreadable', args: { reason } }],
  });
});

it('decodes entities and refuses tags that do not match', () => {
  expect(parseXml('<a b="1&amp;2">&#20013;<c/></a>')).toMatchObject({
    attributes: { b: '1&2' },
    children: ['中', { name: 'c' }],
  });
  expect(parseXml('<a><b></a>')).toBeUndefined();
});

const picture = '<w:r><w:drawing><a:blip/></w:drawing></w:r>';

it.each([
  ['every page is a picture', p(picture) + p(picture), 1],
  ['a title and pictures', p(r('某某局2022年政府信息公开工作年度报告')) + p(picture + picture), 1],
  ['a picture beside the name of a table', p(r('三、收到和处理政府信息公开申请情况')) + p(picture), 1],
  ['a notice with a picture', p(r('关于召开会议的通知')) + p(picture), 0],
])('tells whether the tables may be pictures: %s', async (_, body, images) => {
  expect(await extract(wordFile(body))).toMatchObject({
    reports: [],
    problems: [{ rule: 'document/no-tables', args: { images } }],
  });
});
