import { expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { read } from '../src/read/index.js';
import { cell, documentOf, p, r, readWord, relationsOf, row, WORD, wordFile } from './support/word.js';
import { zipOf } from './support/zip.js';

const plain = documentOf(p(r('申请12件')));
const strict = plain.replace(WORD, 'http://purl.oclc.org/ooxml/wordprocessingml/main');

it.each([
  ['as Word writes it', plain],
  ['in the strict format', strict],
  ['with other prefixes', plain.replace(/w:(?!\/\/)/g, 'ns0:').replace('xmlns:w', 'xmlns:ns0')],
  ['without prefixes', strict.replace(/<(\/?)w:/g, '<$1').replace('xmlns:w', 'xmlns')],
  ['in UTF-16', Buffer.from(`\uFEFF${plain}`, 'utf16le')],
  ['with a byte order mark', Buffer.from(`\uFEFF${plain}`)],
])('reads a document part %s', async (_, part) => {
  expect(await readWord(undefined, { 'word/document.xml': part })).toEqual(['申请12件']);
});

it.each(['word/other.xml', '/word/other.xml', './word/other.xml', 'Word/Other.xml'])(
  'finds the document that the package names: %s',
  async (target) => {
    const rels = relationsOf(['d', 'officeDocument', target]);
    expect(await readWord(p(r('decoy')), { '_rels/.rels': rels, 'word/other.xml': plain })).toEqual(['申请12件']);
  },
);

it('reads pages and documents that the document takes in, where they stand', async () => {
  const html = '<html><body><table><tr><td>a</td><td>1</td></tr></table></body></html>';
  const chunk = {
    'word/_rels/document.xml.rels': relationsOf(['c', 'aFChunk', 'chunk.html']),
    'word/chunk.html': html,
  };
  const body = `${p(r('above'))}<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="c"/>${p(r('below'))}`;
  expect(await readWord(body, chunk)).toEqual(['above', 'a|1', 'below']);
  expect(await readWord(body, { ...chunk, 'word/chunk.html': '{\\rtf1 1}' })).toEqual(['above', '\uFFFC', 'below']);
  const document = wordFile(`<w:tbl>${row(cell(p(r('b'))), cell(p(r('2'))))}</w:tbl>`);
  expect(await readWord(body, { ...chunk, 'word/chunk.html': document })).toEqual(['above', 'b|2', 'below']);
  const broken = document.subarray(0, 100);
  expect(await readWord(body, { ...chunk, 'word/chunk.html': broken })).toEqual(['above', '\uFFFC', 'below']);
  expect(await readWord(body)).toEqual(['above', '\uFFFC', 'below']);
  // One that takes in itself would never end.
  let deep = document;
  for (let i = 0; i < 9; i++) deep = wordFile(body, { ...chunk, 'word/chunk.html': deep });
  expect(await readWord(body, { ...chunk, 'word/chunk.html': deep })).toContain('\uFFFC');
});

/** A page saved in one file, with a picture beside it. */
const mht = (html: string) => `MIME-Version: 1.0
Content-Type: multipart/related; boundary="----=next"

------=next
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

${[...Buffer.from(html)].map((byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte))).join('')}

------=next
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------=next--
`;

it('reads a page saved in one file, by itself and in a document that takes it in', async () => {
  const page = mht('<table><tr><td colspan="2">申请</td></tr><tr><td>a</td><td>12</td></tr></table>');
  const { format, blocks } = await read(new TextEncoder().encode(page));
  expect({ format, blocks }).toMatchObject({
    format: 'html',
    blocks: [{ rows: [[{ text: '申请', columnSpan: 2 }], [{ text: 'a' }, { text: '12' }]] }],
  });
  const rels = relationsOf(['c', 'aFChunk', 'chunk.mht']);
  expect(
    await readWord('<w:altChunk r:id="c"/>', { 'word/_rels/document.xml.rels': rels, 'word/chunk.mht': page }),
  ).toEqual(['申请', 'a|12']);
});

/** A document written as one XML file. */
const flat = (document: string) => {
  const part = (name: string, xml: string) =>
    `<pkg:part pkg:name="${name}"><pkg:xmlData>${xml.replace(/<\?.*?\?>/, '')}</pkg:xmlData></pkg:part>`;
  const rels = part('/_rels/.rels', relationsOf(['d', 'officeDocument', 'word/document.xml']));
  return `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${rels}${part('/word/document.xml', document)}</pkg:package>`;
};

it('reads a document written as one XML file, by itself and in a document that takes it in', async () => {
  const { format, blocks } = await read(new TextEncoder().encode(flat(plain)));
  expect({ format, blocks }).toMatchObject({ format: 'docx', blocks: [{ text: '申请12件' }] });
  const rels = relationsOf(['c', 'aFChunk', 'chunk.xml']);
  const parts = { 'word/_rels/document.xml.rels': rels, 'word/chunk.xml': flat(plain) };
  expect(await readWord('<w:altChunk r:id="c"/>', parts)).toEqual(['申请12件']);
});

/** The same archive with its sizes and offsets in the fields of ZIP64, as programs write it that cannot know them. */
function large(archive: Buffer): Uint8Array {
  const end = archive.length - 22;
  const from = archive.readUInt32LE(end + 16);
  const entry = Buffer.from(archive.subarray(from, end));
  const longs = (...values: number[]) => {
    const bytes = Buffer.alloc(values.length * 8);
    values.forEach((value, i) => void bytes.writeBigUInt64LE(BigInt(value), i * 8));
    return bytes;
  };
  const extra = longs(entry.readUInt32LE(24), entry.readUInt32LE(20), entry.readUInt32LE(42));
  for (const at of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, at);
  entry.writeUInt16LE(28, 30);
  const directory = Buffer.concat([entry, Buffer.from([1, 0, 24, 0]), extra]);
  const record = [
    Buffer.from('PK\x06\x06', 'latin1'),
    longs(44),
    Buffer.alloc(12),
    longs(1, 1, directory.length, from),
  ];
  const locator = [
    Buffer.from('PK\x06\x07', 'latin1'),
    Buffer.alloc(4),
    longs(from + directory.length),
    Buffer.alloc(4),
  ];
  const last = Buffer.concat([
    Buffer.from('PK\x05\x06', 'latin1'),
    Buffer.alloc(4),
    Buffer.alloc(12, 255),
    Buffer.alloc(2),
  ]);
  return new Uint8Array(Buffer.concat([archive.subarray(0, from), directory, ...record, ...locator, last]));
}

it('reads an archive with the long fields of ZIP64', async () => {
  expect(await read(large(zipOf([['word/document.xml', plain]])))).toMatchObject({ blocks: [{ text: '申请12件' }] });
});

const ole = (stream: string) =>
  new Uint8Array(
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]),
  );

it.each([
  ['XLSX', wordFile(undefined, { 'xl/workbook.xml': '<workbook/>' })],
  ['OFD', wordFile(undefined, { 'OFD.xml': '<ofd:OFD/>' })],
  ['OpenDocument (ODT, ODS)', wordFile(undefined, { 'content.xml': '<office:document-content/>' })],
  ['Word 2003 XML', Buffer.from('<?xml version="1.0"?><w:wordDocument><w:body/></w:wordDocument>')],
  ['Word 97–2003 / WPS', ole('WordDocument')],
])('names what it does not read: %s', async (format, bytes) => {
  expect(await extract(bytes)).toMatchObject({ problems: [{ args: { reason: 'unsupported', format } }] });
});

it('tells a document that is locked with a password', async () => {
  expect(await extract(ole('EncryptedPackage'))).toMatchObject({ problems: [{ args: { reason: 'locked-document' } }] });
});
