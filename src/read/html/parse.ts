import type { ParentNode } from 'domhandler';

/**
 * Parses a page into a tree of domhandler's nodes. cheerio's `load` would give the same trees, but makes a class for
 * each page, by which all its nodes live on until the next full garbage collection: half of the time of a parse.
 * @param thorough with parse5, as browsers do, instead of the faster htmlparser2
 */
export async function parse(html: string, thorough: boolean): Promise<ParentNode> {
  if (!thorough) return (await import('htmlparser2')).parseDocument(html);
  const [parse5, { adapter }] = await Promise.all([import('parse5'), import('parse5-htmlparser2-tree-adapter')]);
  return parse5.parse(html, { treeAdapter: adapter });
}
