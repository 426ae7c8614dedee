import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { readDocx } from '../src/read/docx/index.js';
import { parseXml } from '../src/read/docx/xml.js';

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
const crc = (bytes: Uint8Array) => ~bytes.reduce((c, b) => (CRC[(c ^ b) & 255] as number) ^ (c >>> 8), -1) >>> 0;

/** An archive of one part, word/document.xml. */
function docx(xml: string | Uint8Array, checksum?: number): Uint8Array {
  const plain = typeof xml === 'string' ? Buffer.from(xml) : Buffer.from(xml);
  const packed = deflateRawSync(plain);
  const name = Buffer.from('word/document.xml');
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(checksum ?? crc(plain), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(12, 18); // A declared size is a claim.
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed]);
  const entry = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length, 16);
  return new Uint8Array(Buffer.concat([local, entry, end]));
}

const document = (body: string) => `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
const p = (content: string) => `<w:p>${content}</w:p>`;
const r = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const read = async (body: string) => {
  const { blocks } = await readDocx(docx(document(body)));
  return blocks.flatMap((b) =>
    b.kind === 'paragraph' ? [b.text] : b.rows.map((row) => row.map((c) => c.text).join('|')),
  );
};

it('accepts tracked changes', async () => {
  const changed = `<w:del>${r('12')}</w:del><w:ins>${r('34')}</w:ins><w:moveFrom>${r('5')}</w:moveFrom>`;
  expect(await read(p(changed))).toEqual(['34']);
});

it('takes a formula for something that stands there, not for a blank', async () => {
  const formula = '<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>';
  expect(await read(p(formula))).toEqual(['\uFFFC']);
});

it('reads a text box once, whichever of its two forms an office program wrote', async () => {
  const box = `<w:txbxContent>${p(r('7'))}</w:txbxContent>`;
  const both = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
  expect((await read(p(`${r('1')}<w:r>${both}</w:r>`))).join('')).toMatch(/^(?:17|71)$/);
});

it('leaves out hidden and struck text, and joins a number split over runs', async () => {
  expect(
    await read(p(r('9', '<w:vanish/>') + r('8', '<w:strike/>') + r('1') + r('2', '<w:vanish w:val="0"/>'))),
  ).toEqual(['12']);
});

it('keeps spans, merged rows and tables in content controls', async () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const table = `<w:tbl>${row(cell('g', '<w:vMerge w:val="restart"/>'), cell('a'), cell('1'))}<w:sdt><w:sdtContent>${row(
    cell('', '<w:vMerge/>'),
    cell('b', '<w:gridSpan w:val="2"/>'),
  )}</w:sdtContent></w:sdt></w:tbl>`;
  const { blocks } = await readDocx(docx(document(`<w:sdt><w:sdtContent>${table}</w:sdtContent></w:sdt>`)));
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

it.each([
  ['bomb', docx(Buffer.alloc(80 * 1024 * 1024, 32))],
  ['damaged', docx(document(p(r('1'))), 1)],
  ['damaged', docx(document('<w:p>'))],
  ['damaged', new Uint8Array(Buffer.from('PK\u0003\u0004 cut'))],
  ['unsupported', docx('<x/>')],
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
