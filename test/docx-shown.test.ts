import { expect, it } from 'vitest';
import { cell, documentOf, p, r, readWord, relationsOf, row, styled, WORD } from './support/word.js';

it('leaves out hidden and struck text, and joins a number split over runs', async () => {
  expect(
    await readWord(p(r('9', '<w:vanish/>') + r('8', '<w:strike/>') + r('1') + r('2', '<w:vanish w:val="0"/>'))),
  ).toEqual(['12']);
});

it('leaves out what styles hide: of runs, of paragraphs, of those they are based on', async () => {
  const styles = styled(
    `<w:style w:type="character" w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style>
     <w:style w:type="character" w:styleId="own"><w:basedOn w:val="base"/></w:style>
     <w:style w:type="paragraph" w:styleId="block"><w:rPr><w:vanish/></w:rPr></w:style>`,
  );
  const block = '<w:pStyle w:val="block"/>';
  expect(
    await readWord(
      p(r('9', '<w:rStyle w:val="own"/>') + r('1')) +
        p(r('8'), block) +
        p(r('2', '<w:vanish w:val="0"/>'), block) +
        // A style within a style switches it back on (ECMA-376, 17.7.3).
        p(r('3', '<w:rStyle w:val="own"/>'), block),
      styles,
    ),
  ).toEqual(['1', '', '2', '3']);
});

it('leaves out what no eye sees: white on white, text of one point', async () => {
  const white = '<w:color w:val="FFFFFF"/>';
  const dark = '<w:shd w:val="clear" w:fill="1F4E79"/>';
  const theme = '<w:shd w:val="clear" w:themeFill="accent1"/>';
  const table = `<w:tbl>${row(cell(p(r('5', white)), dark), cell(p(r('6', white))), cell(p(r('7', white)), theme))}</w:tbl>`;
  const rest =
    p(r('注')) +
    p(r('1') + r('9', white) + r('2', white + dark) + r('8', '<w:sz w:val="2"/>') + r('0', '<w:sz w:val="0"/>')) +
    p(r('3', white), dark);
  expect(await readWord(table + rest)).toEqual(['5||7', '注', '120', '3']);
  const night = documentOf(p(r('4', white))).replace('<w:body>', '<w:background w:color="002060"/><w:body>');
  expect(await readWord(undefined, { 'word/document.xml': night })).toEqual(['4']);
});

const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

it('reads the result of a field, never a figure in its instruction', async () => {
  const inner = mark('begin') + instruction('MERGEFIELD n') + mark('separate') + r('88') + mark('end');
  const outer = mark('begin') + instruction('IF ') + inner + instruction(' > 0') + mark('separate');
  expect(await readWord(p(outer + r('12')) + p(r('3') + mark('end') + r('4')))).toEqual(['12', '34']);
});

it('does not let a broken field swallow what follows', async () => {
  const broken = mark('begin') + instruction('=SUM(LEFT)') + r('5');
  expect(await readWord(p(broken) + p(r('12')) + p(r('3') + mark('end')))).toEqual(['\uFFFC', '12', '3']);
});

it.each([
  ['a formula without a result', mark('begin') + instruction('=SUM(LEFT)') + mark('end'), '\uFFFC'],
  ['a formula with an empty one', '<w:fldSimple w:instr="=SUM(LEFT)"/>', '\uFFFC'],
  ['a file that is taken in', mark('begin') + instruction('LINK a.xlsx') + mark('separate') + mark('end'), '\uFFFC'],
  ['a list to choose from', mark('begin') + instruction('FORMDROPDOWN') + mark('end'), '\uFFFC'],
  ['a form field left empty', mark('begin') + instruction('FORMTEXT') + mark('separate') + mark('end'), ''],
  ['an entry for an index', mark('begin') + instruction('XE "1"') + mark('end'), ''],
])('takes for printed: %s', async (_, field, shown) => {
  expect(await readWord(p(field))).toEqual([shown]);
});

const list = (settings: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>${settings}${['0', '7', '12']
    .map((entry) => `<w:listEntry w:val="${entry}"/>`)
    .join('')}</w:ddList></w:ffData></w:fldChar></w:r>${instruction('FORMDROPDOWN')}`;

it.each([
  ['chosen', '<w:result w:val="2"/>', '12'],
  ['preset', '<w:default w:val="1"/>', '7'],
  ['first, where nothing is told', '', '0'],
  ['unknown', '<w:result w:val="9"/>', '\uFFFC'],
])('takes for printed the entry of a list to choose from that is %s', async (_, settings, shown) => {
  const field = list(settings) + mark('separate') + mark('end');
  expect(await readWord(p(field) + p(list(settings) + mark('end')))).toEqual([shown, shown]);
});

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbered = {
  'word/_rels/document.xml.rels': relationsOf(['n', 'numbering', 'numbering.xml'], ['s', 'styles', 'styles.xml']),
  'word/numbering.xml': `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0">${
    level(0, 'chineseCountingThousand', '%1、', '<w:suff w:val="nothing"/>') +
    level(1, 'japaneseCounting', '（%2）', '<w:pStyle w:val="h2"/><w:suff w:val="nothing"/>') +
    level(2, 'decimal', '%3.')
  }</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '●')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num></w:numbering>`,
  'word/styles.xml': `<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
};
const inList = (at: number, number = 1) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${number}"/></w:numPr>`;

it('prints the numbers that Word counts by itself', async () => {
  const paragraphs = [
    p(r('总体情况'), inList(0)),
    p(r('予以公开'), inList(1)),
    p(r('部分公开'), '<w:pStyle w:val="h2"/>'),
    p(r('属于国家秘密'), inList(2)),
    p(r('其他处理'), inList(2)),
    p(r('主动公开'), inList(0)),
    p(r('不予公开'), inList(1)),
    p(r('点'), inList(0, 2)),
    p(r('另起'), inList(0, 3)),
    p(r('再起'), inList(0, 3)),
  ];
  expect(await readWord(paragraphs.join(''), numbered)).toEqual([
    '一、总体情况',
    '（一）予以公开',
    '（二）部分公开',
    '1. 属于国家秘密',
    '2. 其他处理',
    '二、主动公开',
    '（一）不予公开',
    '点',
    '十一、另起',
    '十二、再起',
  ]);
});

it('shows the number of a paragraph in the cell of a figure', async () => {
  expect(
    await readWord(`<w:tbl>${row(cell(p(r('12'), inList(2))), cell(p('', inList(2))))}</w:tbl>`, numbered),
  ).toEqual(['1. 12|2.']);
});

it('takes what is set higher than the rest of its line for a mark, and a line that is raised as a whole for figures', async () => {
  const high = '<w:position w:val="8"/>';
  expect(await readWord(p(r('43') + r('1', high)) + p(r('5', high) + r('6', high)))).toEqual(['43¹', '56']);
  // Half a point higher is no mark.
  expect(await readWord(p(r('4') + r('3', '<w:position w:val="1"/>')))).toEqual(['43']);
});

it('takes no cell for blank over which a figure of a text box may lie', async () => {
  const box = (figure: string) =>
    `<w:r><w:pict><v:shape style="position:absolute;left:9pt;top:60pt"><v:textbox><w:txbxContent>${p(r(figure))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const table = (...figures: string[]) =>
    `<w:tbl>${row(cell(p(r('结果维持'))), cell(p(r('总计'))), cell(p('')))}${row(...figures.map((f) => cell(p(f === '' ? '' : r(f)))))}</w:tbl>`;
  const note = p(r('注：无。'));
  expect(await readWord(p(box('3')) + table('', '7', ''))).toEqual(['', '3', '结果维持|总计|', '\uFFFC|7|\uFFFC']);
  expect(await readWord(p(box('3')) + note + table('', '7', ''))).toEqual([
    '',
    '3',
    '注：无。',
    '结果维持|总计|',
    '|7|',
  ]);
});
