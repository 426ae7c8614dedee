import type { Document } from '../model.js';
import { decode } from './decode.js';
import { isMht, pageOf } from './mht.js';
import { isXmlPackage, startsWith, ZIP } from './signature.js';
import { readText } from './text.js';
import { MAX_BYTES, Unreadable } from './unreadable.js';

export { isTooDeep, MAX_BYTES, Unreadable, type UnreadableReason } from './unreadable.js';

/** How the container begins that old office files are, and new ones that are locked with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const isLocked = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes).includes([...'EncryptedPackage'].join('\0'));

/** Formats known by their first bytes that no reader here takes, with what to do about them. */
const FOREIGN: readonly { name: string; bytes: readonly number[] }[] = [
  { name: 'Word 97–2003 / WPS', bytes: OLE },
  { name: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { name: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'RTF', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
];

/** What reports may be packed in. */
const PACKED: typeof FOREIGN = [
  { name: 'gzip', bytes: [0x1f, 0x8b] },
  { name: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { name: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
];

/** The same by the root of their XML. */
const FOREIGN_XML: readonly { name: string; root: RegExp }[] = [
  { name: 'Word 2003 XML', root: /<w:wordDocument\b/ },
  { name: 'OpenDocument XML', root: /<office:document\b/ },
  { name: 'UOF', root: /<uof:UOF\b/i },
];

export interface ReadOptions {
  /** Parse pages as browsers do, whatever the fast parser would have made of them. */
  readonly thorough?: boolean;
  /** Opens a PDF that asks for a password. */
  readonly password?: string;
}

/** A PDF may have some bytes before its header (PDF 32000-1, Annex H: within the first 1024). */
const startsLikePdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');

/**
 * Recognises a file's format by its content and reads it.
 * @param bytes the file
 * @param options for the formats that need any
 * @throws Unreadable for an empty, binary, oversized or unsupported file
 */
export async function read(bytes: Uint8Array, { thorough = false, ...options }: ReadOptions = {}): Promise<Document> {
  if (bytes.length === 0) throw new Unreadable('empty');
  if (bytes.length > MAX_BYTES) throw new Unreadable('too-large', { size: bytes.length, limit: MAX_BYTES });
  if (startsLikePdf(bytes)) return (await import('./pdf/index.js')).readPdf(bytes, options);
  if (startsWith(bytes, ZIP)) return (await import('./docx/index.js')).readDocx(bytes);
  const isLike = (format: (typeof FOREIGN)[number]) => startsWith(bytes, format.bytes);
  const foreign = FOREIGN.find(isLike);
  if (foreign?.bytes === OLE && isLocked(bytes)) throw new Unreadable('locked-document');
  if (foreign !== undefined) throw new Unreadable('unsupported', { format: foreign.name });
  const packed = PACKED.find(isLike);
  if (packed !== undefined) throw new Unreadable('packed', { format: packed.name });
  const text = decode(bytes);
  if (text.trim() === '') throw new Unreadable('empty');
  const start = text.slice(0, 4000);
  if (isXmlPackage(text)) return (await import('./docx/index.js')).readDocx(text);
  const xml = FOREIGN_XML.find(({ root }) => root.test(start));
  if (xml !== undefined) throw new Unreadable('unsupported', { format: xml.name });
  if (isMht(text)) return (await import('./html/index.js')).readHtml(await pageOf(bytes), thorough || undefined);
  if (isHtml(text)) return (await import('./html/index.js')).readHtml(text, thorough || undefined);
  return readText(text);
}

/** A page or a fragment of one: markup from the start, or more tags than a text that quotes some would have. */
function isHtml(text: string): boolean {
  const start = text.slice(0, 2000).trimStart();
  if (
    /^(?:<!doctype html|<html|<\?xml|<!--|<head|<body|<(?:div|table|p|article|section|meta|h\d|span|center|style|script|ul|font)\b)/i.test(
      start,
    )
  )
    return true;
  // Text and Markdown may hold tables as HTML; a page has markup outside its tables, too.
  const outside = text.replace(/<table\b[\s\S]*?<\/table>/gi, '');
  return (outside.match(/<(?:p|div|span|td|h\d)\b[^>]*>/gi)?.length ?? 0) >= 3;
}
