import { Unreadable } from './unreadable.js';

/** Encodings under which GB text is declared; only GB18030 reads all of them right (gbk gets 4-byte characters wrong). */
const GB =
  /^(?:gb[\s_-]?2312(?:-80)?|gbk|gb[\s_-]?18030|x-gbk|cp936|ms936|windows-936|hz-gb-2312|chinese|csgb2312|iso-ir-58)$/i;
const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i;
/** How far into a file a declaration is looked for; pages with long scripts in front declare late. */
const DECLARATION_WINDOW = 16_384;
/** Share of undecodable characters among those beyond ASCII up to which text still counts as damaged UTF-8 (a page cut inside a character). */
const DAMAGE = 0.01;

/**
 * Bytes to text: byte order mark, then strict UTF-8, then what the page declares, then GB18030. Strict UTF-8 goes
 * before the declaration because wrong declarations are common and Chinese text in another encoding is never valid
 * UTF-8 by accident.
 * @throws Unreadable `binary` when the bytes are no text in any of these
 */
export function decode(bytes: Uint8Array): string {
  const marked = byMark(bytes);
  const text = marked ?? strict('utf-8', bytes) ?? declared(bytes);
  if (looksBinary(text)) throw new Unreadable('binary');
  return text;
}

function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // UTF-16 without a mark: in markup every other byte is 0.
  if (a === 0x3c && b === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0 && b === 0x3c) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

function strict(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function declared(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARATION_WINDOW));
  const match = DECLARED.exec(head);
  const name = match?.[1] ?? match?.[2] ?? '';
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const foreign = count(lenient, /[^\0-\x7F]/g);
  const damaged = count(lenient, /\uFFFD/g) / Math.max(1, foreign);
  if (damaged < DAMAGE) return lenient;
  if (name !== '' && !GB.test(name) && !/^utf-?8$/i.test(name)) {
    const text = lookup(name, bytes);
    if (text !== undefined) return text;
  }
  return strict('gb18030', bytes) ?? new TextDecoder('gb18030').decode(bytes);
}

function lookup(name: string, bytes: Uint8Array): string | undefined {
  try {
    return strict(name, bytes);
  } catch {
    return undefined;
  }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 100_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
  const odd = count(sample, /[\u0000-\u0008\u000E-\u001F\uFFFD\uE000-\uF8FF]/g);
  return odd > 8 && odd / sample.length > 0.02;
}
