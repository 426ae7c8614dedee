import type { CheerioAPI } from 'cheerio';
import type { AnyNode, ParentNode } from 'domhandler';
import type { Document } from '../../model.js';
import { Unreadable } from '../unreadable.js';
import { Page } from './page.js';
import { displayOf } from './visible.js';

/** How far from the end of a page a cell that was cut off may begin. */
const LONGEST_CELL = 4000;
/** A page that ends inside a cell was cut off, perhaps inside its figure: the cell must not pass for whole. */
const CUT = /<t[dh]\b[^>]*>(?:[^<]|<\/?(?:p|span|font|b|strong|o:p)\b[^>]*>)*(?:<[^>]*)?$/i;

/**
 * Reads a page (or fragment) as a browser shows it: paragraphs and tables in reading order.
 * @param html decoded text of the page
 * @param thorough parse with parse5, as browsers do, instead of the faster htmlparser2, which agrees with it on
 *   pages whose table tags balance
 * @param tablesBefore tables of the file that stand before this part of it, for their numbers
 */
export async function readHtml(html: string, thorough = !balanced(html), tablesBefore = 0): Promise<Document> {
  if (tooDeep(html)) throw new Unreadable('too-deep');
  const { load } = thorough ? await import('cheerio') : await import('cheerio/slim');
  // Some systems serve the article in a CDATA section; a browser shows what is in it.
  const $ = load(html.replace(/<!\[CDATA\[|\]\]>/g, '') + (CUT.test(html.slice(-LONGEST_CELL)) ? '\uFFFD' : ''));
  const numbers = $('table')
    .toArray()
    .map((table, index): [AnyNode, number] => [table, tablesBefore + index + 1]);
  const page = new Page(await displayOf($), new Map(numbers));
  page.container($.root()[0] as ParentNode);
  return { format: 'html', titles: titlesOf($), blocks: page.blocks };
}

/** True when every table, row and cell that opens also closes, so that no parser has to guess. */
function balanced(html: string): boolean {
  const counts: Record<string, number> = {};
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)(table|tr|td|th)\b/gi))
    counts[name.toLowerCase()] = (counts[name.toLowerCase()] ?? 0) + (slash ? -1 : 1);
  return Object.values(counts).every((n) => n === 0);
}

/** Most boxes that stand open at once; parsers take time by the square of it. Unclosed cells of a sloppy page count. */
const DEEPEST = 10_000;

function tooDeep(html: string): boolean {
  if (html.length < DEEPEST * 4) return false;
  let depth = 0;
  for (const [, slash] of html.matchAll(/<(\/?)(?:div|table|span|ul|center|section)\b/gi)) {
    depth = Math.max(0, depth + (slash ? -1 : 1));
    if (depth > DEEPEST) return true;
  }
  return false;
}

function titlesOf($: CheerioAPI): string[] {
  const metas = $('meta[name="ArticleTitle" i], meta[property="og:title"], meta[name="title" i]');
  return [
    ...metas.toArray().map((meta) => $(meta).attr('content') ?? ''),
    ...$('title')
      .toArray()
      .map((t) => $(t).text()),
  ]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}
