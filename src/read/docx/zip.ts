/** Largest part of an office file that is unpacked. The text of a long report has under 5 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Parts of an archive that are looked at; a document has under 100. */
const MOST_PARTS = 10_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LARGE_END_LOCATOR = 0x07064b50;
const LARGE_END = 0x06064b50;
/** Stands in a directory for a size or an offset that a longer field holds (ZIP64), whether it needs to or not. */
const ELSEWHERE = 0xffffffff;

export type ZipProblem = 'damaged' | 'bomb';
/** Thrown for an archive whose part cannot be had whole. */
export class ZipError extends Error {
  constructor(readonly problem: ZipProblem) {
    super(problem);
  }
}

/** Where a part of an archive stands; sizes are as declared, and never believed. */
interface Part {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly offset: number;
}

/** Reads the directory of a ZIP archive (PKWARE APPNOTE 4.3): the parts by name. */
export function partsOf(bytes: Uint8Array): Map<string, Part> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new ZipError('damaged');
  const parts = new Map<string, Part>();
  const directory = directoryOf(view, end);
  let at = directory.offset;
  for (let i = 0; i < Math.min(directory.count, MOST_PARTS); i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new ZipError('damaged');
    const length = view.getUint16(at + 28, true);
    const extra = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    parts.set(name.replace(/\\/g, '/'), {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...extent(view, at, at + 46 + length, extra),
    });
    at += 46 + length + extra + view.getUint16(at + 32, true);
  }
  return parts;
}

/** Where the directory begins and how many entries it has; ZIP64 says so in a record of its own. */
function directoryOf(view: DataView, end: number): { count: number; offset: number } {
  const locator = end - 20;
  if (locator >= 0 && view.getUint32(locator, true) === LARGE_END_LOCATOR) {
    const large = Number(view.getBigUint64(locator + 8, true));
    if (large + 56 <= view.byteLength && view.getUint32(large, true) === LARGE_END)
      return {
        count: Number(view.getBigUint64(large + 32, true)),
        offset: Number(view.getBigUint64(large + 48, true)),
      };
  }
  return { count: view.getUint16(end + 10, true), offset: view.getUint32(end + 16, true) };
}

/** The packed size and the offset of an entry, from its own fields or from the ZIP64 field among its extra ones. */
function extent(view: DataView, entry: number, from: number, length: number): { packed: number; offset: number } {
  const [plain, packed, offset] = [24, 20, 42].map((at) => view.getUint32(entry + at, true)) as [
    number,
    number,
    number,
  ];
  const to = Math.min(from + length, view.byteLength);
  let at = from;
  while (at + 4 <= to && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  at += 4;
  const large = (field: number): number => {
    if (field !== ELSEWHERE || at + 8 > to) return field;
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  };
  large(plain);
  return { packed: large(packed), offset: large(offset) };
}

/**
 * Unpacks a part, counting what comes out.
 * @throws ZipError when it is larger than any document, or not what was packed (its checksum differs)
 */
export async function unpack(bytes: Uint8Array, part: Part): Promise<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = part;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) throw new ZipError('damaged');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.slice(start, start + part.packed) as Uint8Array<ArrayBuffer>;
  const plain = part.method === 0 ? packed : await inflate(packed);
  if (crc32(plain) !== part.crc) throw new ZipError('damaged');
  return plain;
}

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // What goes wrong shows while reading.
  void writer.write(packed).catch(() => undefined);
  void writer.close().catch(() => undefined);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream.readable as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > MOST_BYTES) throw new ZipError('bomb');
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof ZipError ? error : new ZipError('damaged');
  }
  const plain = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    plain.set(chunk, at);
    at += chunk.length;
  }
  return plain;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
