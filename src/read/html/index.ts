import type { AnyNode, Element, ParentNode } from 'domhandler';
import type { Document } from '../../model.js';
import { Unreadable } from '../unreadable.js';
import { fillerOf } from './made.js';
import { Page } from './page.js';
import { parse } from './parse.js';
import { rawText } from './raw-text.js';
import { rowTablesJoined } from './row-tables.js';
import { displayOf, isElement } from './visible.js';

/** How far from the end of a page a cell that was cut off may begin. */
const LONGEST_CELL = 4000;
/** A page that ends inside a cell was cut off, perhaps inside its figure: the cell must not pass for whole. */
const CUT = /<t[dh]\b[^>]*>(?:[^<]|<\/?(?:p|span|font|b|strong|o:p)\b[^>]*>)*(?:<[^>]*)?$/i;

/**
 * Reads a page (or fragment) as a browser shows it: paragraphs and tables in reading order.
 * @param html decoded text of the page
 * @param thorough parse with parse5, as browsers do, instead of the faster htmlparser2, which agrees with it on
 *   pages whose table tags balance and whose style sheets name no bodies of tables
 * @param tablesBefore tables of the file that stand before this part of it, for their numbers
 */
export async function readHtml(
  html: string,
  thorough = !balanced(html) || namesBodies(html),
  tablesBefore = 0,
): Promise<Document> {
  if (tooDeep(html)) throw new Unreadable('too-deep');
  // Some systems serve the article in a CDATA section; a browser shows what is in it.
  const source = html.replace(/<!\[CDATA\[|\]\]>/g, '') + (CUT.test(html.slice(-LONGEST_CELL)) ? '\uFFFD' : '');
  const root = await parse(source, thorough);
  const { tables, styles, scripts, metas, titles, styled } = elementsOf(root);
  const sheets = styles
    .filter(isForScripts)
    .map((style) => ({ media: style.attribs.media ?? '', css: rawText(style) }));
  const numbers = tables.map((element, index): [AnyNode, number] => [element, tablesBefore + index + 1]);
  const page = new Page(await displayOf(root, sheets, styled), new Map(numbers), fillerOf(scripts));
  page.container(root);
  return { format: 'html', titles: titlesOf(metas, titles), blocks: rowTablesJoined(page.blocks) };
}

/** The elements of a page that are looked for, in order. One walk finds all; a query for each kind costs as a parse. */
function elementsOf(root: ParentNode) {
  const found = { tables: [], styles: [], scripts: [], metas: [], titles: [], styled: [] } as Record<
    'tables' | 'styles' | 'scripts' | 'metas' | 'titles' | 'styled',
    Element[]
  >;
  const kinds: ReadonlyMap<string, Element[]> = new Map([
    ['table', found.tables],
    ['style', found.styles],
    ['script', found.scripts],
    ['meta', found.metas],
    ['title', found.titles],
  ]);
  const visit = (parent: ParentNode): void => {
    for (const node of parent.children) {
      if (isElement(node)) {
        kinds.get(node.name)?.push(node);
        if (node.attribs.style !== undefined || node.attribs.color !== undefined) found.styled.push(node);
        visit(node);
      } else if (node.type === 'root') visit(node); // What a template holds.
    }
  };
  visit(root);
  return found;
}

/** False for a style sheet for browsers that run no scripts: all that people use do. */
const isForScripts = ({ parent }: Element): boolean => !(parent && 'name' in parent && parent.name === 'noscript');

/** True where a style sheet names bodies of tables, which browsers add where the source has none. */
const namesBodies = (html: string): boolean => /\btbody\b[^{}<]*\{/i.test(html);

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
  if (html.split('<', DEEPEST + 1).length <= DEEPEST) return false;
  let depth = 0;
  for (const [, slash] of html.matchAll(/<(\/?)(?:div|table|span|ul|center|section)\b/gi)) {
    depth = Math.max(0, depth + (slash ? -1 : 1));
    if (depth > DEEPEST) return true;
  }
  return false;
}

function titlesOf(metas: readonly Element[], titles: readonly Element[]): string[] {
  const named = metas.filter(
    ({ attribs: { name = '', property } }) => /^(?:article)?title$/i.test(name) || property === 'og:title',
  );
  return [...named.map(({ attribs }) => attribs.content ?? ''), ...titles.map(rawText)]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}
