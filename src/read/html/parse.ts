import type { ParentNode } from 'domhandler';

/**
 * Parses a page into a tree of domhandler's nodes.
 * @param thorough by cheerio with parse5, as browsers do. Otherwise with htmlparser2, on which cheerio stands: its
 *   `load` makes a class for each page, by which all nodes live on until the next full garbage collection, and that was
 *   half of the time of a parse.
 */
export async function parse(html: string, thorough: boolean): Promise<ParentNode> {
  if (!thorough) return (await import('htmlparser2')).parseDocument(html);
  return (await import('cheerio')).load(html).root()[0] as ParentNode;
}
