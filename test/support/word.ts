import { readDocx } from '../../src/read/docx/index.js';
import { zipOf } from './zip.js';

/** Parts of a Word file by name, beside the document itself. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const documentOf = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`;
export const p = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
export const r = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
export const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

/** The relations that a part has, `[id, kind, target]` each. */
export const relationsOf = (...relations: readonly (readonly [string, string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A Word file of this body, or of other parts alone. */
export const wordFile = (body: string | undefined, parts: Parts = {}): Uint8Array =>
  new Uint8Array(
    zipOf([
      ...(body === undefined ? [] : [['word/document.xml', documentOf(body)] as const]),
      ...Object.entries(parts),
    ]),
  );

/** What is read of a Word file: paragraphs, and rows of tables with `|` between the cells. */
export async function readWord(body: string | undefined, parts: Parts = {}): Promise<string[]> {
  const { blocks } = await readDocx(wordFile(body, parts));
  return blocks.flatMap((b) =>
    b.kind === 'paragraph' ? [b.text] : b.rows.map((cells) => cells.map((c) => c.text).join('|')),
  );
}

/** A style sheet of the document, with the relation that names it. */
export const styled = (styles: string): Parts => ({
  'word/_rels/document.xml.rels': relationsOf(['s', 'styles', 'styles.xml']),
  'word/styles.xml': `<w:styles xmlns:w="${WORD}">${styles}</w:styles>`,
});
