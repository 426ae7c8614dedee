import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { linesOf } from '../src/read/pdf/compose.js';
import type { PageTable } from '../src/read/pdf/fill.js';
import { latticesOf } from '../src/read/pdf/lattice.js';
import type { Glyph } from '../src/read/pdf/marks.js';
import { mergeRules } from '../src/read/pdf/rules.js';
import { joinSplitRow } from '../src/read/pdf/split-row.js';
import { readPdf } from '../src/read/pdf/index.js';

const file = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));

/** A PDF of one page with the given content and page resources; no cross-reference table, so it is also a broken one. */
const pdf = (content: string, resources = '', objects = '') =>
  new TextEncoder().encode(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<<${resources}>>>> endobj
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
    ['document/scanned', 'scanned', pdf('BT 3 Tr /F 12 Tf 10 150 Td (12345) Tj ET', helvetica, font)],
  ])('is told as %s, %s', async (rule, reason, bytes) => {
    const { reports, problems } = await extract(bytes);
    expect(reports).toEqual([]);
    expect(problems).toMatchObject([{ rule, args: { reason } }]);
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
  it('takes text drawn twice for one', async () => {
    expect(await text('BT /F 10 Tf 10 150 Td (11) Tj .3 0 Td (11) Tj ET')).toEqual(['11']);
  });
  it('leaves out slanted, white and hidden text and what lies outside the page', async () => {
    const slanted = 'BT /F 30 Tf .8 .6 -.6 .8 50 50 Tm (77) Tj ET ';
    const white = 'q 1 g BT /F 10 Tf 10 90 Td (88) Tj ET Q ';
    const hidden = 'BT 3 Tr /F 10 Tf 10 120 Td (99) Tj 0 Tr ET ';
    const outside = 'BT /F 10 Tf 400 120 Td (66) Tj ET ';
    expect(await text(`${slanted}${white}${hidden}${outside}BT /F 10 Tf 10 150 Td (5) Tj ET`)).toEqual(['5']);
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

describe('a row that a page break cuts', () => {
  const table = (page: number, rows: string[][]): PageTable => ({
    ...{ kind: 'table', page, turns: 0, ruled: true, box: { x0: 0, x1: 90, y0: 0, y1: rows.length * 10 } },
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
  it('is not made of two rows, one of them blank', () => {
    const parts: [PageTable, PageTable] = [table(1, [['行政处罚', '4', '']]), table(2, [['行政强制', '', '']])];
    expect(joinSplitRow(...parts)).toEqual(parts);
    const numbered: [PageTable, PageTable] = [table(1, [['1.属于国家秘密', '4', '0']]), table(2, [['2.其他', '', '']])];
    expect(joinSplitRow(...numbered)).toEqual(numbered);
  });
});

describe('rules', () => {
  it('puts segments, dashes and double lines together', () => {
    const dashes = Array.from({ length: 20 }, (_, i) => ({ at: 10 + (i % 2) * 0.4, from: i * 6, to: i * 6 + 3 }));
    expect(mergeRules(dashes)).toMatchObject([{ from: 0, to: 117 }]);
  });
  it('closes a table whose last rule is missing at the end of the page', () => {
    const h = [0, 20].map((at) => ({ at, from: 0, to: 100 }));
    const v = [0, 50, 100].map((at) => ({ at, from: 0, to: 40 }));
    expect(latticesOf(h, v)[0]?.cells).toHaveLength(4);
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
  });
  it('reads a column of single characters from top to bottom', () => {
    expect(linesOf(['结', '果', '办'].map((t, i) => glyph(t, 0, i * 12))).map((l) => l.text)).toEqual([
      '结',
      '果',
      '办',
    ]);
  });
});
