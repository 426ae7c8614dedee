import type { Document } from '../../model.js';
import { readHtml } from '../html/index.js';
import { Unreadable } from '../unreadable.js';
import { toMarkup } from './markup.js';
import { child, elementsOf, parseXml } from './xml.js';
import { partsOf, unpack, ZipError } from './zip.js';

/**
 * Reads a Word document (DOCX, from Word, WPS, LibreOffice) as it prints with its changes accepted.
 * @throws Unreadable for an archive that is damaged, too large, or no Word document
 */
export async function readDocx(bytes: Uint8Array): Promise<Document> {
  const main = await mainPart(bytes);
  const body = child(parseXml(main), 'w:body');
  if (body === undefined) throw new Unreadable('damaged', { format: 'DOCX' });
  const { titles, blocks } = await readHtml(`<body>${toMarkup(body)}</body>`, false);
  return { format: 'docx', titles, blocks };
}

/** The XML of the document itself, which the archive's relations name. */
async function mainPart(bytes: Uint8Array): Promise<string> {
  try {
    const parts = partsOf(bytes);
    const text = async (name: string) => {
      const part = parts.get(name);
      return part === undefined ? undefined : new TextDecoder().decode(await unpack(bytes, part));
    };
    const relations = elementsOf(parseXml((await text('_rels/.rels')) ?? ''));
    const target = relations.find(({ attributes }) => /\/officeDocument$/.test(attributes.Type ?? ''))?.attributes
      .Target;
    const main = await text((target ?? 'word/document.xml').replace(/^\//, ''));
    if (main === undefined || !/<w:document\b/.test(main.slice(0, 4000)))
      throw new Unreadable('unsupported', { format: 'ZIP (XLSX, OFD, …)' });
    return main;
  } catch (error) {
    if (error instanceof ZipError) throw new Unreadable(error.problem, { format: 'DOCX' });
    throw error;
  }
}
