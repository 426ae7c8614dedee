import type { Document } from '../../model.js';
import { Unreadable } from '../unreadable.js';
import { clean } from './clean.js';
import { withoutFurniture } from './furniture.js';
import { layOut, withLooseTables } from './layout.js';
import type { PageMarks } from './marks.js';
import { openPdf, type PdfOptions } from './open.js';
import { blocksOf } from './stitch.js';

export type { PdfOptions } from './open.js';

/** Characters that a scanned page may carry besides its picture: a page number, a stamp, a watermark. */
const STAMP = 40;

/**
 * Reads a PDF as it is printed: its tables by their rules and by the positions of their text, its running text as
 * paragraphs. Nothing is believed that is not visible on the page.
 * @param bytes the file; left as it is
 * @throws Unreadable for a file that is damaged, locked, too large, a scan, or whose text cannot be decoded
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<Document> {
  const { pages, title } = await openPdf(bytes, options);
  const inkOf = (page: PageMarks) => page.glyphs.filter((g) => g.text !== ' ').length;
  const ink = pages.reduce((sum, page) => sum + inkOf(page), 0);
  const lost = pages.reduce((sum, page) => sum + page.undecodable, 0);
  const scanned = pages
    .filter((page) => inkOf(page) <= STAMP && (page.pictures > 0 || page.hidden > inkOf(page)))
    .map((page) => page.page);
  if (ink === 0) throw new Unreadable(scanned.length > 0 ? 'scanned' : 'no-text', { pages: pageList(scanned) });
  if (lost > ink / 2)
    throw new Unreadable('undecodable-text', {
      pages: pageList(pages.filter((p) => p.undecodable > 0).map((p) => p.page)),
    });
  const layouts = withoutFurniture(pages.flatMap((page) => layOut(clean(page)))).map(withLooseTables);
  return {
    format: 'pdf',
    titles: title === '' ? [] : [title],
    blocks: blocksOf(layouts),
    ...(scanned.length > 0 ? { scanned: pageList(scanned) } : {}),
  };
}

/** `2–4, 7` */
function pageList(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === page) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join(', ');
}
