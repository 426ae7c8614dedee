import type { Document } from '../model.js';
import { readHtml } from './html/index.js';

/** A pipe table's rule, or a heading: what tells Markdown from plain text. */
const PIPE_RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/m;

/** True for text whose tables are written in Markdown. */
export const isMarkdown = (text: string): boolean => PIPE_RULE.test(text) || (/^#{1,6} /m.test(text) && /<table\b/i.test(text));

/** Reads Markdown by way of the HTML that it stands for; tables in raw HTML pass through. */
export async function readMarkdown(text: string): Promise<Document> {
  const { Marked } = await import('marked');
  const html = await new Marked({ gfm: true, async: false }).parse(text);
  return { ...(await readHtml(html)), format: 'markdown' };
}
