import { type Entry, open, type ZipFile } from 'yauzl';
import { MAX_BYTES, Unreadable } from '../index.js';

/** A file in a ZIP archive. */
export interface ArchiveEntry {
  /** Its path inside the archive. */
  readonly name: string;
  /** @throws Unreadable when it is damaged, encrypted, or unpacks to more than any report has */
  readonly bytes: () => Promise<Uint8Array>;
}

/** What an archive may unpack to: pages shrink to a tenth, so more than this was made to exhaust its reader. */
const MAX_RATIO = 200;
const MIN_TOTAL = 256 * 1024 * 1024;

/**
 * The files of a ZIP archive in its order. Nothing is unpacked before it is asked for, and bytes are counted as they
 * come, whatever the archive declares.
 * @throws Unreadable when the archive or its directory is damaged
 */
export async function archiveEntries(path: string): Promise<ArchiveEntry[]> {
  const entries: Entry[] = [];
  const total = await opened(path, async (zip) => {
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry) => {
        entries.push(entry);
        zip.readEntry();
      });
      zip.on('end', resolve);
      zip.on('error', reject);
      zip.readEntry();
    });
    return zip.fileSize;
  });
  const budget = { left: Math.max(MIN_TOTAL, total * MAX_RATIO) };
  return entries
    .map((entry) => ({ name: nameOf(entry), bytes: () => opened(path, (zip) => unpack(zip, entry, budget)) }))
    .filter(({ name }) => !name.endsWith('/'));
}

/** Opens an archive, works, and closes it. */
async function opened<T>(path: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    open(path, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, file) =>
      error === null ? resolve(file) : reject('code' in error ? error : new Unreadable('damaged', { format: 'ZIP' })),
    ),
  );
  try {
    return await work(zip);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged', { format: 'ZIP' });
  } finally {
    zip.close();
  }
}

async function unpack(zip: ZipFile, entry: Entry, budget: { left: number }): Promise<Uint8Array> {
  if (entry.uncompressedSize > MAX_BYTES)
    throw new Unreadable('too-large', { size: entry.uncompressedSize, limit: MAX_BYTES });
  if (entry.isEncrypted()) throw new Unreadable('unsupported', { format: 'encrypted ZIP' });
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(entry, (error, readable) => (error === null ? resolve(readable) : reject(error))),
  );
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    budget.left -= chunk.length;
    // One byte more than is read tells the reader that the file is too large; the rest stays packed.
    if (size > MAX_BYTES) break;
    if (budget.left < 0) throw new Unreadable('bomb');
  }
  return Buffer.concat(chunks);
}

/** The name of an entry: UTF-8 where flagged or valid, else GB18030, in which Chinese Windows writes them. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const UTF8_FLAG = 0x800;
  const name = (() => {
    if ((generalPurposeBitFlag & UTF8_FLAG) === 0)
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
      } catch {
        return new TextDecoder('gb18030').decode(fileNameRaw);
      }
    return new TextDecoder().decode(fileNameRaw);
  })();
  return name.replaceAll('\\', '/');
}
