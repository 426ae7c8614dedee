import { Unreadable } from './unreadable.js';

/** How far the head of a page in one file reaches. */
const HEAD = 4000;

/** True for a page that a browser or an office program saved in one file (MHTML, RFC 2557), whatever its name. */
export const isMht = (text: string): boolean => {
  const head = text.slice(0, HEAD);
  return /^mime-version:/im.test(head) && /^content-type:\s*(?:multipart\/related|text\/html)/im.test(head);
};

/**
 * The page that such a file holds, as HTML.
 * @throws Unreadable when there is none, or the file is made to exhaust its reader
 */
export async function pageOf(bytes: Uint8Array): Promise<string> {
  const { default: PostalMime } = await import('postal-mime');
  const { html } = await PostalMime.parse(bytes).catch(() => ({ html: undefined }));
  if (html === undefined) throw new Unreadable('damaged', { format: 'MHT' });
  return html;
}
