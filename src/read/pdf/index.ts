import { type Document, type Place, pagesText } from '../../model.js';
import { Unreadable } from '../unreadable.js';
import { withCarriedHeads } from './carried-heads.js';
import { clean } from './clean.js';
import { withColumnsOver } from './columns-over.js';
import { withoutFurniture } from './furniture.js';
import { withHeadsBefore } from './heads-before.js';
import { Ink } from './ink.js';
import { layOut } from './layout.js';
import { withLooseTables } from './loose.js';
import { type PdfOptions, pagesOf } from './open.js';
import type { Layout } from './page.js';
import { withPageNumbers } from './page-numbers.js';
import { withoutReprints } from './reprints.js';
import { inReadingOrder } from './side-by-side.js';
import { blocksOf } from './stitch.js';

export type { PdfOptions } from './open.js';

/** Characters that a scanned page may carry besides its picture: a page number, a stamp. More outlines are its text. */
const STAMP = 40;
/** Share of a page's characters that may be signs of a font of their own, such as bullets, which no file decodes. */
const SIGNS = 0.1;

/**
 * Reads a PDF as it is printed: its tables by their rules and by the positions of their text, its running text as
 * paragraphs. Nothing is believed that is not visible on the page.
 * @param bytes the file; left as it is
 * @throws Unreadable for a file that is damaged, locked, too large, a scan, or whose text cannot be decoded
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<Document> {
  const layouts: Layout[] = [];
  const scanned: Place[] = [];
  const undecodable: Place[] = [];
  const pages: Place[] = [];
  const ink = new Ink();
  let lost = 0;
  for await (const page of withPageNumbers(withoutReprints(pagesOf(bytes, options)))) {
    const own = ink.add(page.glyphs);
    lost += page.undecodable;
    const asPicture = page.pictures > 0 || page.hidden > own || page.drawings.length > STAMP;
    const place: Place = { page: page.page, box: [0, 0, page.width, page.height] };
    pages.push(place);
    if (own <= STAMP && asPicture) scanned.push(place);
    if (page.undecodable > own * SIGNS) undecodable.push(place);
    layouts.push(...layOut(clean(page), layouts.at(-1)));
  }
  if (ink.total === 0) throw new Unreadable(scanned.length > 0 ? 'scanned' : 'no-text', { pages: pagesText(scanned) });
  if (ink.isGarbled) throw new Unreadable('undecodable-text', { pages: pagesText(pages) });
  if (lost > ink.total / 2) throw new Unreadable('undecodable-text', { pages: pagesText(undecodable) });
  return {
    format: 'pdf',
    titles: [],
    blocks: blocksOf(
      withLooseTables(withCarriedHeads(withoutFurniture(withHeadsBefore(withColumnsOver(inReadingOrder(layouts)))))),
    ),
    ...(scanned.length > 0 ? { scanned } : {}),
    ...(undecodable.length > 0 ? { undecodable } : {}),
  };
}
