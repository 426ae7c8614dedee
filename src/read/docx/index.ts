import type { Document } from '../../model.js';
import { decode } from '../decode.js';
import { readHtml } from '../html/index.js';
import { isMht, pageOf } from '../mht.js';
import { isXmlPackage, startsWith, ZIP } from '../signature.js';
import { Unreadable } from '../unreadable.js';
import { withFloatingFigures } from './floating-figures.js';
import { Markup } from './markup.js';
import { Numbering } from './numbering.js';
import { openArchive, openXml, type Package, relationsOf } from './package.js';
import { SHOWN } from './signs.js';
import { stitched } from './stitch.js';
import { isWhite, Styles } from './styles.js';
import { child, parseXml } from './xml.js';
import { ZipError } from './zip.js';

/** What else office programs put in an archive, by a part that only it has. */
const FOREIGN: readonly (readonly [part: string, name: string])[] = [
  ['xl/workbook.xml', 'XLSX'],
  ['ppt/presentation.xml', 'PPTX'],
  ['OFD.xml', 'OFD'],
  ['content.xml', 'OpenDocument (ODT, ODS)'],
];

/** Documents may take in documents that take in others; further down there is nothing that a person wrote. */
const DEEPEST = 4;

/**
 * Reads a Word document (DOCX, from Word, WPS, LibreOffice) as it prints with its changes accepted.
 * @param source the archive, or the text of the same written as one XML file
 * @throws Unreadable for an archive that is damaged, too large, or no Word document
 */
export async function readDocx(source: Uint8Array | string): Promise<Document> {
  try {
    const file = typeof source === 'string' ? openXml(parseXml(source)) : openArchive(source);
    const { html, mixed } = await markupOf(file);
    const { titles, blocks } = await readHtml(`<body>${html}</body>`, mixed ? undefined : false);
    return { format: 'docx', titles, blocks: withFloatingFigures(stitched(blocks)) };
  } catch (error) {
    if (error instanceof ZipError) throw new Unreadable(error.problem, { format: 'DOCX' });
    throw error;
  }
}

/**
 * @param depth how many documents it is taken into
 * @returns the document as HTML, and whether parts of it were HTML before
 */
async function markupOf(file: Package, depth = 0): Promise<{ html: string; mixed: boolean }> {
  const main =
    (await relationsOf(file, '/')).find(({ kind }) => kind === 'officeDocument')?.name ?? '/word/document.xml';
  const root = await file.xml(main);
  const foreign = FOREIGN.find(([part]) => file.has(part))?.[1];
  if (foreign !== undefined && root?.name !== 'w:document') throw new Unreadable('unsupported', { format: foreign });
  if (root === undefined) throw new Unreadable('packed', { format: 'ZIP' });
  if (root.name !== 'w:document') throw new Unreadable('unsupported', { format: 'Office Open XML' });
  const body = child(root, 'w:body');
  if (body === undefined) throw new Unreadable('damaged', { format: 'DOCX' });
  const relations = await relationsOf(file, main);
  const part = async (kind: string) => {
    const name = relations.find((relation) => relation.kind === kind)?.name;
    return name === undefined ? undefined : file.xml(name);
  };
  const styles = new Styles(await part('styles'));
  const numbering = new Numbering(await part('numbering'), styles);
  const chunks = new Map<string, string>();
  for (const { id, kind, name } of relations)
    if (kind === 'aFChunk') chunks.set(id, await chunkOf(await file.bytes(name), depth + 1));
  const shaded = !isWhite(child(root, 'w:background')?.attributes['w:color'] ?? 'FFFFFF');
  return { html: new Markup(styles, numbering, chunks, shaded).blocks(body), mixed: chunks.size > 0 };
}

/** A file that the document takes in: a page or another Word document is read, anything else is as good as a picture. */
async function chunkOf(bytes: Uint8Array | undefined, depth: number): Promise<string> {
  if (bytes === undefined) return SHOWN;
  if (startsWith(bytes, ZIP)) return documentIn(() => openArchive(bytes), depth);
  const text = decode(bytes);
  if (isXmlPackage(text)) return documentIn(() => openXml(parseXml(text)), depth);
  const page = isMht(text) ? await pageOf(bytes) : text;
  return /<(?:html|body|table|p)\b/i.test(page) ? `<div>${page}</div>` : SHOWN;
}

async function documentIn(open: () => Package, depth: number): Promise<string> {
  if (depth > DEEPEST) return SHOWN;
  try {
    return (await markupOf(open(), depth)).html;
  } catch (error) {
    // The rest of the document is no worse for a workbook or a broken file that it takes in.
    if (error instanceof ZipError || error instanceof Unreadable) return SHOWN;
    throw error;
  }
}
