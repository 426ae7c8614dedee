import type { Document } from '../../model.js';
import { Unreadable } from '../unreadable.js';
import { withCarriedHeads } from './carried-heads.js';
import { clean } from './clean.js';
import { withoutFurniture } from './furniture.js';
import { Script } from './garbled.js';
import { type Layout, layOut } from './layout.js';
import { withLooseTables } from './loose.js';
import type { PageMarks } from './marks.js';
import { type PdfOptions, pagesOf } from './open.js';
import { inReadingOrder } from './side-by-side.js';
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
  const layouts: Layout[] = [];
  const scanned: number[] = [];
  const undecodable: number[] = [];
  const script = new Script();
  let ink = 0;
  let lost = 0;
  for await (const page of pagesOf(bytes, options)) {
    const own = inkOf(page);
    script.add(page);
    ink += own;
    lost += page.undecodable;
    if (page.undecodable > 0) undecodable.push(page.page);
    if (own <= STAMP && (page.pictures > 0 || page.hidden > own)) scanned.push(page.page);
    layouts.push(...layOut(clean(page)));
  }
  if (ink === 0) throw new Unreadable(scanned.length > 0 ? 'scanned' : 'no-text', { pages: pageList(scanned) });
  if (lost > ink / 2) throw new Unreadable('undecodable-text', { pages: pageList(undecodable) });
  if (script.garbled) throw new Unreadable('undecodable-text', { pages: pageList(script.pages) });
  return {
    format: 'pdf',
    titles: [],
    blocks: blocksOf(withLooseTables(withCarriedHeads(withoutFurniture(inReadingOrder(layouts))))),
    ...(scanned.length > 0 ? { scanned: pageList(scanned) } : {}),
  };
}

/** How many characters a page shows. */
function inkOf({ glyphs }: PageMarks): number {
  let ink = 0;
  for (const { text } of glyphs) if (text !== ' ') ink++;
  return ink;
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
