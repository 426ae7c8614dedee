import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { linesOf } from '../src/read/pdf/compose.js';
import { joinCutRows } from '../src/read/pdf/cut-rows.js';
import { fillCells } from '../src/read/pdf/fill.js';
import { readPdf } from '../src/read/pdf/index.js';
import { latticesOf } from '../src/read/pdf/lattice.js';
import type { Glyph } from '../src/read/pdf/marks.js';
import type { Layout, PageTable } from '../src/read/pdf/page.js';
import { isProse } from '../src/read/pdf/prose.js';
import { mergeRules } from '../src/read/pdf/rules.js';
import { joinSplitRow } from '../src/read/pdf/split-row.js';

const file = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));

/** A PDF of one page with the given content and page resources; no cross-reference table, so it is also a broken one. */
const pdf = (content: string, resources = '', objects = '', page = '', catalog = '') =>
  new TextEncoder().encode(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R${catalog}>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<<${resources}>>${page}>> endobj
4 0 obj <</Length ${content.length}>> stream
${content}
endstream endobj
${objects}trailer <</Root 1 0 R>>
%%EOF`);
const helvetica = '/Font<</F 5 0 R>>';
const font = '5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>> endobj\n';

describe('a PDF that cannot be read', () => {
  it.each([
    ['document/unreadable', 'damaged', new TextEncoder().encode('%PDF-1.7\ngarbage')],
    ['document/unreadable', 'damaged', file('blanks-word-2023-pdf/report.pdf').slice(0, 40_000)],
    ['document/unreadable', 'no-text', pdf('')],
    [
      'document/undecodable-text',
      'undecodable-text',
      pdf('BT /F 12 Tf 10 150 Td (\u00d7~\u00fd\u00fe2022\u00de\u00dfw:o\u00fe}q\u00dc\u00ff) Tj ET', helvetica, font),
    ],
    ['document/scanned', 'scanned', pdf('BT 3 Tr /F 12 Tf 10 150 Td (12345) Tj ET', helvetica, font)],
  ])('is told as %s, %s', async (rule, reason, bytes) => {
    const { reports, problems } = await extract(bytes);
    expect(reports).toEqual([]);
    expect(problems).toMatchObject([{ rule, args: { reason } }]);
  });

  it('costs no more memory where a small stream claims to be a huge picture', async () => {
    const picture = (side: number) =>
      pdf(
        'q 300 0 0 300 0 0 cm /I Do Q',
        '/XObject<</I 5 0 R>>',
        `5 0 obj <</Type/XObject/Subtype/Image/Width ${side}/Height ${side}/ColorSpace/DeviceRGB/BitsPerComponent 16/Length 1>> stream
x
endstream endobj
`,
      );
    expect((await extract(picture(100))).problems).toMatchObject([{ rule: 'document/scanned' }]);
    const before = process.resourceUsage().maxRSS;
    const { problems } = await extract(picture(16_000));
    expect(problems).toMatchObject([{ args: { reason: 'no-text' } }]);
    // Kilobytes; decoded it is 1.5 GB.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(300_000);
  });

  it('is told as undecodable where its characters are no language, and not where they are French', async () => {
    const told = async (words: string) =>
      (await extract(pdf(`BT /F 12 Tf 10 150 Td (${words}) Tj ET`, helvetica, font))).problems[0]?.rule;
    expect(await told('\\376\\377/\\256\\3362023~\\357o}_~\\347^\\337w:\\334q')).toBe('document/undecodable-text');
    expect(await told("L'acc\\350s \\340 l'information publique en 2023")).toBe('document/no-tables');
  });

  it('names the pages that are pictures beside a report of which a table is missing', async () => {
    const hex = (text: string) => [...text].map((c) => c.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    const rows = [
      ['信息内容', '本年处理决定数量'],
      ['行政处罚', '12'],
      ['行政强制', '3'],
    ];
    const texts = rows.flatMap((row, r) =>
      row.map((text, c) => `BT /F 10 Tf ${20 + c * 100} ${236 - r * 20} Td <${hex(text)}> Tj ET`),
    );
    const rules = [
      ...[0, 1, 2, 3].map((r) => `10 ${250 - r * 20} m 210 ${250 - r * 20} l S`),
      ...[0, 1, 2].map((c) => `${10 + c * 100} 190 m ${10 + c * 100} 250 l S`),
    ];
    const picture = 'q 300 0 0 300 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q';
    const song = `5 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>> endobj
6 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>> endobj
7 0 obj <</Type/FontDescriptor/FontName/STSong/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>> endobj
8 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 9 0 R/Resources<<>>>> endobj
9 0 obj <</Length ${picture.length}>> stream\n${picture}\nendstream endobj\n`;
    const one = new TextDecoder().decode(pdf([...texts, ...rules].join('\n'), helvetica, song));
    const two = one.replace('Kids[3 0 R]/Count 1', 'Kids[3 0 R 8 0 R]/Count 2');
    const { reports, problems } = await extract(new TextEncoder().encode(two));
    expect(reports[0]?.tables.proactive.cells['proactive.penalties.decisions']).toMatchObject({ value: 12 });
    expect(problems).toMatchObject([{ rule: 'document/scanned', args: { pages: '2' } }]);
    expect(await extract(new TextEncoder().encode(one))).toMatchObject({ problems: [] });
  });

  it('is told when its text cannot be decoded', async () => {
    // Glyph numbers of a font that does not say which characters they stand for.
    const objects = `5 0 obj <</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>> endobj
6 0 obj <</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R>> endobj
7 0 obj <</Type/FontDescriptor/FontName/X/Flags 4>> endobj
`;
    const { problems } = await extract(
      pdf('BT /F 12 Tf 10 150 Td <001300140015001600170018> Tj ET', helvetica, objects),
    );
    expect(problems).toMatchObject([{ rule: 'document/undecodable-text', args: { pages: '1' } }]);
  });
});

describe('what a page shows', () => {
  const text = async (content: string) => {
    const { blocks } = await readPdf(pdf(content, helvetica, font));
    return blocks.map((b) => (b.kind === 'paragraph' ? b.text : b.rows.map((row) => row.map((c) => c.text))));
  };

  it('joins digits placed one by one, and keeps two numbers apart', async () => {
    expect(await text('BT /F 10 Tf 10 150 Td (1) Tj 5.6 0 Td (2) Tj 5.6 0 Td (3) Tj 40 0 Td (4) Tj ET')).toEqual([
      [['123', '4']],
    ]);
  });
  it('keeps a title over small print, and no watermark as large', async () => {
    const small = Array.from({ length: 40 }, (_, i) => `BT /F 5 Tf 20 ${200 - 4 * i} Td (small print) Tj ET`).join(' ');
    const of = async (y: number) => {
      const content = `BT /F 20 Tf 20 ${y} Td (Title) Tj ET ${small}`;
      return (await readPdf(pdf(content, helvetica, font))).blocks.map((b) => (b.kind === 'paragraph' ? b.text : ''));
    };
    expect((await of(250)).join()).toContain('Title');
    expect((await of(100)).join()).not.toContain('T');
  });
  it('takes text drawn twice for one', async () => {
    expect(await text('BT /F 10 Tf 10 150 Td (11) Tj .3 0 Td (11) Tj ET')).toEqual(['11']);
  });
  it('ends where a letter is a thousand times larger than the page', async () => {
    const huge = 'BT /F 1000000 Tf -278000 -350000 Td (1) Tj ET ';
    expect(await text(`${huge}BT /F 10 Tf 10 150 Td (5) Tj 10 0 Td (6) Tj 10 0 Td (7) Tj ET`)).toEqual([
      [['5', '6', '7']],
    ]);
  });
  it('leaves out slanted, white and hidden text and what lies outside the page', async () => {
    const slanted = 'BT /F 30 Tf .8 .6 -.6 .8 50 50 Tm (77) Tj ET ';
    const white = 'q 1 g BT /F 10 Tf 10 90 Td (88) Tj ET Q ';
    const hidden = 'BT 3 Tr /F 10 Tf 10 120 Td (99) Tj 0 Tr ET ';
    const outside = 'BT /F 10 Tf 400 120 Td (66) Tj ET ';
    expect(await text(`${slanted}${white}${hidden}${outside}BT /F 10 Tf 10 150 Td (5) Tj ET`)).toEqual(['5']);
  });
  it('leaves out what the crop box and hidden layers do not show', async () => {
    const content = 'BT /F 10 Tf 10 150 Td (5) Tj 100 0 Td (66) Tj ET /OC /L BDC BT /F 10 Tf 10 90 Td (77) Tj ET EMC';
    const layer = '6 0 obj <</Type/OCG/Name(L)>> endobj\n';
    const { blocks } = await readPdf(
      pdf(
        content,
        `${helvetica}/Properties<</L 6 0 R>>`,
        font + layer,
        '/CropBox[0 0 100 300]',
        '/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>',
      ),
    );
    expect(blocks).toMatchObject([{ text: '5' }]);
  });
  it('reads fonts whose characters are drawings, by what they say they are', async () => {
    const drawn = '500 0 0 0 400 700 d1 0 0 400 700 re f';
    const type3 = `5 0 obj <</Type/Font/Subtype/Type3/FontBBox[0 0 400 700]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 65
/LastChar 65/Widths[500]/Encoding<</Differences[65/a]>>/CharProcs<</a 6 0 R>>/ToUnicode 7 0 R/Resources<<>>>> endobj
6 0 obj <</Length ${drawn.length}>> stream\n${drawn}\nendstream endobj\n`;
    const map =
      'begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <0037> endbfchar endcmap';
    const unicode = `7 0 obj <</Length ${map.length}>> stream\n${map}\nendstream endobj\n`;
    const { blocks } = await readPdf(pdf('BT /F 10 Tf 10 150 Td (AA) Tj ET', helvetica, type3 + unicode));
    expect(blocks).toMatchObject([{ text: '77' }]);
  });
  it('leaves out what is painted over, and reads no number that is cut off', async () => {
    const covered = 'BT /F 10 Tf 10 90 Td (88) Tj ET 1 g 5 85 30 20 re f 0 g ';
    expect(await text(`${covered}BT /F 10 Tf 10 150 Td (5) Tj ET`)).toEqual(['5']);
    const clipped = 'q 0 140 21 30 re W n BT /F 10 Tf 10 150 Td (1234) Tj ET Q';
    expect(await text(clipped)).toEqual(['1\uFFFC']);
    const above = 'BT /F 10 Tf 10 150 Td (-57) Tj ET';
    expect(await text(`q 0 140 13.5 30 re W n ${above} Q`)).toEqual(['\uFFFC']);
    expect((await text(`q 17 140 30 30 re W n ${above} Q`)).join()).toMatch(/^\uFFFC+$/);
    const amount = 'BT /F 10 Tf 10 150 Td (24.28) Tj ET';
    expect((await text(`q 23 140 30 30 re W n ${amount} Q`)).join()).toBe('\uFFFC8');
  });
  it('reads a table of thin areas, with a place for every cell', async () => {
    const bars = [0, 50, 100].map((d) => `10 ${100 + d / 2} 100 .5 re f ${10 + d} 100 .5 50 re f `).join('');
    const cell = (x: number, y: number, t: string) => `BT /F 10 Tf ${x} ${y} Td (${t}) Tj ET `;
    const content = bars + cell(90, 110, 'd') + cell(20, 135, 'a') + cell(70, 135, '12') + cell(20, 110, 'c');
    expect(await text(content)).toEqual([
      [
        ['a', '12'],
        ['c', 'd'],
      ],
    ]);
    const { blocks } = await readPdf(pdf(content, helvetica, font));
    expect(blocks[0]?.kind === 'grid' && blocks[0].rows[0]?.[1]?.place).toEqual({
      page: 1,
      box: [60.3, 149.8, 110.3, 174.8],
    });
  });
});

it('leaves its host as it was, and loads nothing to draw with', async () => {
  const natives = [Array.prototype.push, JSON.parse, process.getBuiltinModule, globalThis.DecompressionStream];
  await readPdf(file('no-rules-2023-pdf/report.pdf'));
  expect([Array.prototype.push, JSON.parse, process.getBuiltinModule, globalThis.DecompressionStream]).toEqual(natives);
  expect(Object.keys(createRequire(import.meta.url).cache).filter((name) => name.includes('canvas'))).toEqual([]);
});

describe('a row that a page break cuts', () => {
  const table = (page: number, rows: string[][]): PageTable => ({
    ...{
      kind: 'table',
      page,
      pose: { turns: 0 },
      ruled: true,
      openAbove: false,
      openBelow: false,
      box: { x0: 0, x1: 90, y0: 0, y1: rows.length * 10 },
    },
    cells: rows.flatMap((row, r) =>
      row.map((text, c) => ({ text, box: { x0: c * 30, x1: c * 30 + 30, y0: r * 10, y1: r * 10 + 10 } })),
    ),
  });
  const texts = (parts: readonly PageTable[]) => parts.map((part) => part.cells.map((c) => c.text));
  it('is one row', () => {
    const [above, below] = [
      table(1, [['1.申请人无正当理由', '4', '0']]),
      table(2, [
        ['逾期不补正', '', ''],
        ['2.其他', '1', '2'],
      ]),
    ];
    expect(texts(joinSplitRow(above, below))).toEqual([
      ['1.申请人无正当理由\n逾期不补正', '4', '0'],
      ['2.其他', '1', '2'],
    ]);
  });
  it('is one row where its label stands in one half and its figures in the other', () => {
    const parts = [
      table(1, [['', '', '7']]),
      table(2, [
        ['5.要求行政机关确认', '', ''],
        ['3.其他', '1', '2'],
      ]),
    ] as const;
    expect(texts(joinSplitRow(...parts))).toEqual([
      ['5.要求行政机关确认', '', '7'],
      ['3.其他', '1', '2'],
    ]);
  });
  it('is not made of two rows, one of them blank', () => {
    const parts: [PageTable, PageTable] = [table(1, [['行政处罚', '4', '']]), table(2, [['行政强制', '', '']])];
    expect(joinSplitRow(...parts)).toEqual(parts);
    const numbered: [PageTable, PageTable] = [table(1, [['1.属于国家秘密', '4', '0']]), table(2, [['2.其他', '', '']])];
    expect(joinSplitRow(...numbered)).toEqual(numbered);
  });
});

describe('a blank row without rules at a page break', () => {
  const page = (number: number, rows: string[][]): Layout => {
    const cells = rows.flatMap((row, r) =>
      row.map((text, c) => ({ text, box: { x0: c * 30, x1: c * 30 + 30, y0: 100 + r * 10, y1: 110 + r * 10 } })),
    );
    const box = { x0: 0, x1: 90, y0: 100, y1: 100 + rows.length * 10 };
    const table: PageTable = {
      ...{ kind: 'table', page: number, pose: { turns: 0 }, ruled: false, openAbove: false, openBelow: false },
      ...{ box, cells },
    };
    return { page: number, width: 200, height: 400, across: [], prose: false, items: [table] };
  };
  const texts = (layout: Layout | undefined) =>
    layout?.items.flatMap((item) => (item.kind === 'table' ? [item.cells.map((c) => c.text)] : []));
  const above = page(1, [
    ['2.重复申请', '7', '0'],
    ['', '18', '0'],
  ]);
  it('may have its figures on the other page, also under heads that every page repeats, or a line taken for a row', () => {
    const head = ['经办人：张三', '', ''];
    const rows = [
      ['3.要求提供公开出版物', '', ''],
      ['4.无正当理由', '12', '1'],
    ];
    const repeated = ['', '自然人', '商业企业'];
    for (const lead of [[], [head], [repeated]]) {
      const [, below] = joinCutRows([above, page(2, [...lead, ...rows])]);
      expect(texts(below)?.[0]?.slice(-6)).toEqual(['3.要求提供公开出版物', '￼', '￼', '4.无正当理由', '12', '1']);
    }
  });
  it('is doubtful alone: the one below it is not cut', () => {
    const [, below] = joinCutRows([
      above,
      page(2, [
        ['3.要求提供公开出版物', '', ''],
        ['4.无正当理由', '', ''],
        ['5.其他', '1', '1'],
      ]),
    ]);
    expect(texts(below)?.[0]?.slice(3, 6)).toEqual(['4.无正当理由', '', '']);
  });
});

describe('a row without a line at the page break', () => {
  const part = (page: number, text: string[], open: 'openAbove' | 'openBelow'): PageTable => ({
    ...{ kind: 'table', page, pose: { turns: 0 }, ruled: true, openAbove: false, openBelow: false },
    ...{ box: { x0: 0, x1: 60, y0: 0, y1: 10 }, [open]: true },
    cells: text.map((t, c) => ({ text: t, box: { x0: c * 30, x1: c * 30 + 30, y0: 0, y1: 10 } })),
  });
  it('is one row, whatever its label', () => {
    const [above, below] = joinSplitRow(part(1, ['行政规范', '4'], 'openBelow'), part(2, ['性文件', ''], 'openAbove'));
    expect([above, below].map(({ cells }) => cells.map((c) => c.text))).toEqual([['行政规范\n性文件', '4'], []]);
  });
  it('is not put together right of words that were printed over a figure', () => {
    const below = part(2, ['4.保护第三方合法权益', '报-示例区\n0', '7'], 'openAbove');
    const parts: [PageTable, PageTable] = [part(1, ['', '', ''], 'openBelow'), below];
    expect(joinSplitRow(...parts)).toEqual(parts);
  });
  it('is two rows where both have figures', () => {
    const parts: [PageTable, PageTable] = [part(1, ['规章', '4'], 'openBelow'), part(2, ['文件', '5'], 'openAbove')];
    expect(joinSplitRow(...parts)).toEqual(parts);
  });
});

describe('figures and rules that disagree', () => {
  const glyph = (text: string, x0: number, y0: number): Glyph => ({
    ...{ text, x0, y0, x1: x0 + 5, y1: y0 + 10, size: 10, angle: 0, vertical: false, order: x0 + y0 * 1000 },
  });
  /** Three rows of two cells, 40 points wide and 20 high. */
  const boxes = [0, 20, 40].flatMap((y0) => [0, 40].map((x0) => ({ x0, x1: x0 + 40, y0, y1: y0 + 20 })));
  const texts = (...glyphs: Glyph[]) => fillCells(boxes, glyphs, new Set());
  it('are read where a figure stands in its cell', () => {
    expect(texts(glyph('1', 18, 5), glyph('2', 58, 5))).toEqual(['1', '2', '', '', '', '']);
  });
  it('leave both cells unread through whose rule a figure stands', () => {
    expect(texts(glyph('1', 38, 5), glyph('2', 58, 25))).toEqual(['\uFFFC', '1\uFFFC', '', '2', '', '']);
    expect(texts(glyph('1', 18, 16))).toEqual(['\uFFFC', '', '1\uFFFC', '', '', '']);
  });
  it('leave both cells unread over whose rule a number on its side runs, or that it leaves', () => {
    const turned = (text: string, y0: number): Glyph => ({
      ...{ text, x0: 15, y0, x1: 25, y1: y0 + 5.5, size: 10, angle: 270, vertical: false, order: 1 },
    });
    expect(texts(turned('1', 23.5), turned('2', 29), turned('3', 34.5))[2]).toBe('321');
    const over = texts(turned('1', 12), turned('2', 17.5), turned('3', 23));
    expect([over[0], over[2]]).toEqual([expect.stringContaining('\uFFFC'), expect.stringContaining('\uFFFC')]);
    expect(texts(turned('1', 52), turned('2', 57.5))[4]).toContain('\uFFFC');
  });
  it('make no number of two that stand one over the other, nor a blank of the cell below', () => {
    expect(texts(glyph('1', 18, 1), glyph('2', 18, 10))).toEqual(['1\n2\uFFFC', '', '\uFFFC', '', '', '']);
  });
  it('make no number of two that stand side by side, nor a blank of the cell beside', () => {
    expect(texts(glyph('1', 2, 5), glyph('2', 14, 5), glyph('3', 19, 5), glyph('4', 24, 5))).toEqual([
      ...['1 234\uFFFC', '\uFFFC', '', '', '', ''],
    ]);
  });
  it('keep a number that is broken because its cell is too narrow', () => {
    const narrow = [{ x0: 0, x1: 12, y0: 0, y1: 30 }];
    expect(fillCells(narrow, [glyph('1', 1, 2), glyph('2', 6, 2), glyph('3', 1, 14)], new Set())).toEqual(['12\n3']);
  });
  it('make no number of two where every figure of a row stands over another: a rule is missing', () => {
    const row = [0, 12, 24].map((x0) => ({ x0, x1: x0 + 12, y0: 0, y1: 30 }));
    const first = row.flatMap(({ x0 }) => [glyph('1', x0 + 1, 2), glyph('2', x0 + 6, 2)]);
    const below = (x0: number) => glyph('3', x0 + 1, 14);
    expect(fillCells(row, [...first, below(0), below(12), below(24)], new Set())).toEqual(Array(3).fill('12\n3\uFFFC'));
    expect(fillCells(row, [...first, below(12)], new Set())).toEqual(['12', '12\n3', '12']);
  });
  it('leave every figure unread where rules run through many pieces of text', () => {
    const row = [0, 20, 40].flatMap((y) => [glyph('字', 37, y + 5), glyph('7', 58, y + 5)]);
    expect(texts(...row).filter((t) => t.includes('7'))).toEqual(['7\uFFFC', '7\uFFFC', '7\uFFFC']);
  });
  it('are read under heads whose lines have no room in a row too low for them, as a spreadsheet prints it', () => {
    const grid = [0, 18].flatMap((y0) => [0, 40, 80].map((x0) => ({ x0, x1: x0 + 40, y0, y1: y0 + 18 })));
    const figures = [18, 58, 98].map((x) => glyph('7', x, 22));
    const last = (...heads: Glyph[]) => fillCells(grid, [...heads, ...figures], new Set()).slice(3);
    const lines = (...ys: number[]) => ys.flatMap((y) => [18, 58, 98].map((x) => glyph('维', x, y)));
    expect(last(...lines(2, 12))).toEqual(['7', '7', '7']);
    expect(last(...lines(12))).toEqual(['7\uFFFC', '7\uFFFC', '7\uFFFC']);
  });
});

describe('rules', () => {
  it('take the side of a cell as high as the page for a part of the table beside it', () => {
    const h = [0, 20, 40].map((at) => ({ at, from: 30, to: 100 }));
    const v = [0, 30, 60, 100].map((at) => ({ at, from: 0, to: 40 }));
    expect(latticesOf(h, v)[0]?.cells[0]).toEqual({ x0: 0, x1: 30, y0: 0, y1: 40 });
  });
  it('make a row of one line across and the lines that go up from it', () => {
    const v = [0, 50, 100].map((at) => ({ at, from: 0, to: 20 }));
    expect(latticesOf([{ at: 20, from: 0, to: 100 }], v)[0]).toMatchObject({ closedAbove: false, closedBelow: true });
  });
  it('puts segments, dashes and double lines together', () => {
    const dashes = Array.from({ length: 20 }, (_, i) => ({ at: 10 + (i % 2) * 0.4, from: i * 6, to: i * 6 + 3 }));
    expect(mergeRules(dashes)).toMatchObject([{ from: 0, to: 117 }]);
  });
  it('closes a table whose last rule is missing at the end of the page', () => {
    const h = [0, 20].map((at) => ({ at, from: 0, to: 100 }));
    const v = [0, 50, 100].map((at) => ({ at, from: 0, to: 40 }));
    expect(latticesOf(h, v)[0]?.cells).toHaveLength(4);
  });
  it('closes a row that its page cuts, however low the rows are in small print', () => {
    const h = [6, 12, 18].map((at) => ({ at, from: 0, to: 100 }));
    const v = [0, 50, 100].map((at) => ({ at, from: 0.5, to: 18 }));
    expect(latticesOf(h, v)[0]?.cells).toHaveLength(6);
    const corners = v.map((rule) => ({ ...rule, from: 3 }));
    expect(latticesOf(h, corners)[0]?.cells).toHaveLength(4);
  });
  it('closes a row where the sides of its cells end, before the frame around them does', () => {
    const h = [0, 20].map((at) => ({ at, from: 0, to: 100 }));
    const v = [0, 100].map((at) => ({ at, from: 0, to: 70 }));
    const sides = [25, 50, 75].map((at) => ({ at, from: 0, to: 40 }));
    expect(latticesOf(h, [...v, ...sides])[0]?.cells.slice(4)).toMatchObject(
      [0, 25, 50, 75].map((x0) => ({ x0, y1: 40 })),
    );
  });
  it('keeps a merged cell whole', () => {
    const h = [0, 20, 40].map((at) => ({ at, from: 0, to: 100 }));
    const v = [0, 100].map((at) => ({ at, from: 0, to: 40 }));
    const [lattice] = latticesOf(h, [...v, { at: 50, from: 20, to: 40 }]);
    expect(lattice?.cells.map((c) => c.x1 - c.x0)).toEqual([100, 50, 50]);
  });
});

describe('lines', () => {
  const glyph = (text: string, x0: number, y0: number, size = 10): Glyph => ({
    ...{ text, x0, y0, x1: x0 + size / 2, y1: y0 + size, size, angle: 0, vertical: false, order: 0 },
  });
  it('raises a footnote mark, so that it joins no number', () => {
    expect(linesOf([glyph('5', 0, 10), glyph('1', 5, 8, 5)])[0]?.text).toBe('5¹');
    // Browsers raise by a third of the size and shrink to five sixths.
    expect(linesOf([glyph('5', 0, 10), glyph('1', 5, 8.3, 8.3)])[0]?.text).toBe('5¹');
  });
  it('reads a column of single characters from top to bottom', () => {
    expect(linesOf(['结', '果', '办'].map((t, i) => glyph(t, 0, i * 12))).map((l) => l.text)).toEqual([
      '结',
      '果',
      '办',
    ]);
  });
});

describe('a line of prose, which no table needs to be looked for in,', () => {
  /** Characters of 10 points from left to right; a blank is left out of the line, its room stays. */
  const line = (text: string, drop = 0) => {
    const glyphs = [...text].map(
      (c, i): Glyph => ({
        ...{ text: c, x0: i * 10, y0: i === 1 ? drop : 0, x1: i * 10 + 10, y1: 10 + (i === 1 ? drop : 0) },
        ...{ size: 10, angle: 0, vertical: false, order: i },
      }),
    );
    return linesOf(glyphs)[0] as ReturnType<typeof linesOf>[number];
  };
  it('is words that nothing divides, whatever figures stand among them', () => {
    expect(isProse(line('办结申请12件，同比增长'))).toBe(true);
  });
  it('is no figure, no mark for nothing, and no words beside a figure', () => {
    for (const text of ['12', '0件', '-', '无', '12（含结转）', '行政处罚 12', '增加 5'])
      expect(isProse(line(text)), text).toBe(false);
  });
  it('is no line whose characters stand at two heights', () => {
    expect(isProse(line('行1处', 3))).toBe(false);
  });
});
