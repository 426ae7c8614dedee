import { expect, it } from 'vitest';
import { readPdf } from '../src/read/pdf/index.js';

const stream = (words: string) => `<</Length ${words.length}>> stream\n${words}\nendstream`;

/**
 * A page whose font is drawn by procedures in units of the em, upside down, without a bounding box: as Cairo writes it.
 * @param up which way its procedures draw what stands over the line
 */
const page = (up: 1 | -1) => `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj ${stream(`1 0 0 -1 0 400 cm BT /F 1 Tf 12 0 0 ${12 * up} 20 100 Tm <000100> Tj 12 0 0 ${12 * up} 20 120 Tm <01> Tj ET`)} endobj
5 0 obj <</Type/Font/Subtype/Type3/FontMatrix[1 0 0 ${up} 0 0]/FontBBox[0 0 0 0]/FirstChar 0/LastChar 1/Widths[1 0.6]
/Encoding<</Type/Encoding/Differences[0/a/b]>>/CharProcs<</a 6 0 R/b 6 0 R>>/ToUnicode 7 0 R>> endobj
6 0 obj ${stream('1 0 0 0 1 1 d1 0 0 0.5 -0.7 re f')} endobj
7 0 obj ${stream('/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <00> <4ef6> <01> <0037> endbfchar endcmap end')} endobj
trailer <</Root 1 0 R>>
%%EOF`;

it('a font drawn by procedures has its em where it gives no box', async () => {
  const { blocks } = await readPdf(new TextEncoder().encode(page(-1)));
  expect(blocks.map((b) => (b.kind === 'paragraph' ? b.text : '')).join('')).toBe('件7件7');
});

it.each([1, -1] as const)('a font drawn upside down stands on its line, not under it', async (up) => {
  const { blocks } = await readPdf(new TextEncoder().encode(page(up)));
  const place = blocks[0]?.kind === 'paragraph' ? blocks[0].place : undefined;
  const [, top, , bottom] = place !== undefined && 'box' in place ? place.box : [];
  // Its two baselines are 100 and 120 points from the top, its em is 12.
  expect(top).toBeCloseTo(100 - 0.82 * 12, 0);
  expect(bottom).toBeCloseTo(120 + 0.12 * 12, 0);
});
