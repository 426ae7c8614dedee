import { crc32 } from 'node:zlib';
import { Entry, open, type ZipFile } from 'yauzl';
import { MAX_BYTES, Unreadable } from '../read/unreadable.js';
import { nameOf, type Path } from './name.js';

/** What of an entry says where its bytes are and how they are packed. */
const PACKING = [
  'relativeOffsetOfLocalHeader',
  'compressedSize',
  'uncompressedSize',
  'compressionMethod',
  'generalPurposeBitFlag',
  'crc32',
] as const;
type Packing = Readonly<Pick<Entry, (typeof PACKING)[number]>>;

/** Where a file lies in a ZIP archive and how it is packed. Plain data: it travels to the worker that unpacks it. */
export interface PackedFile {
  readonly archive: Path;
  readonly entry: Packing;
}

/** What an archive may unpack to: pages shrink to a tenth, so more than this was made to exhaust its reader. */
const MAX_RATIO = 200;
const MIN_TOTAL = 256 * 1024 * 1024;

/**
 * The files of a ZIP archive in its order; nothing is unpacked.
 * @param wanted chooses files by their path in the archive
 * @throws Unreadable when the archive or its directory is damaged, or these files would unpack to too much
 */
export async function archiveFiles(
  path: Path,
  wanted: (name: string) => boolean,
): Promise<{ name: string; packed: PackedFile }[]> {
  const { files, size } = await opened(path, async (zip) => {
    const files: { name: string; packed: PackedFile }[] = [];
    for await (const entry of zip.eachEntry()) {
      const name = nameIn(entry);
      if (!name.endsWith('/') && wanted(name)) files.push({ name, packed: { archive: path, entry: packingOf(entry) } });
    }
    return { files, size: zip.fileSize };
  });
  // A file that is too large is not unpacked at all.
  const sizes = files.map(({ packed }) => packed.entry.uncompressedSize).filter((each) => each <= MAX_BYTES);
  const total = sizes.reduce((sum, each) => sum + each, 0);
  if (total > Math.max(MIN_TOTAL, size * MAX_RATIO)) throw new Unreadable('bomb');
  return files;
}

/**
 * The bytes of a file in an archive, counted while they come: more than the archive declares is damage.
 * @throws Unreadable when the file is damaged, locked, too large, or packed in a way that is not known here
 */
export function unpack({ archive, entry: packing }: PackedFile): Promise<Uint8Array> {
  const entry: Entry = Object.assign(new Entry(), packing);
  if (entry.uncompressedSize > MAX_BYTES)
    throw new Unreadable('too-large', { size: entry.uncompressedSize, limit: MAX_BYTES });
  if (entry.isEncrypted()) throw new Unreadable('locked-archive');
  if (!entry.canDecodeFileData()) throw new Unreadable('packed', { format: `ZIP (method ${entry.compressionMethod})` });
  return opened(archive, async (zip) => {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    // A damaged byte may still unpack, to another figure.
    if (crc32(bytes) !== entry.crc32) throw new Unreadable('damaged', { format: 'ZIP' });
    return bytes;
  });
}

/** Opens an archive, works, and closes it. What is wrong in it is damage; what the system refuses is not. */
async function opened<T>(path: Path, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  let zip: ZipFile | undefined;
  try {
    zip = await new Promise<ZipFile>((resolve, reject) =>
      // The file system takes bytes as well, whatever the type says.
      open(path as string, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, file) =>
        error === null ? resolve(file) : reject(error),
      ),
    );
    return await work(zip);
  } catch (error) {
    if (error instanceof Unreadable || 'syscall' in (error as Error)) throw error;
    throw new Unreadable('damaged', { format: 'ZIP' });
  } finally {
    zip?.close();
  }
}

const packingOf = (entry: Entry): Packing => Object.fromEntries(PACKING.map((key) => [key, entry[key]])) as Packing;

const UTF8_FLAG = 0x800;
/** Systems that pack with names in a code page, by the upper byte of `version made by` (APPNOTE.TXT 4.4.2). */
const DOS = 0;
/** Beyond ASCII only characters that UTF-8 writes in two bytes; Chinese ones take three. */
const TWO_BYTES = /^[\0-\u07ff]*[\u0080-\u07ff][\0-\u07ff]*$/;

/** The name of an entry: UTF-8 where flagged, else what its bytes say. */
function nameIn({ fileNameRaw, generalPurposeBitFlag, versionMadeBy }: Entry): string {
  const isFlagged = (generalPurposeBitFlag & UTF8_FLAG) !== 0;
  const name = isFlagged ? new TextDecoder().decode(fileNameRaw) : nameOf(fileNameRaw);
  // 一.html in GB18030 happens to be valid UTF-8, with a Cyrillic letter.
  const isMisread = !isFlagged && versionMadeBy >> 8 === DOS && TWO_BYTES.test(name);
  return (isMisread ? new TextDecoder('gb18030').decode(fileNameRaw) : name).replaceAll('\\', '/');
}
