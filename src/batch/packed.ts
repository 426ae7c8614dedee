/**
 * Records as bytes, for caches and the parts of divided runs: a line of JSON, and behind it the content where that is
 * bytes already, which are neither escaped nor decoded on their way into an output.
 */

const NEWLINE = 0x0a;

/** What is kept: plain JSON, and a content that is bytes or plain JSON. */
export interface Packable {
  readonly content?: unknown;
}

export function packed({ content, ...head }: Packable): Uint8Array {
  if (!(content instanceof Uint8Array)) return Buffer.from(`${JSON.stringify({ ...head, content })}\n`);
  return Buffer.concat([Buffer.from(`${JSON.stringify({ ...head, bytes: content.length })}\n`), content]);
}

/** A record at the start of bytes, and where the next one begins; undefined where it is not whole. @throws for no JSON */
export function unpacked(bytes: Buffer): { readonly value: unknown; readonly end: number } | undefined {
  const end = bytes.indexOf(NEWLINE) + 1;
  if (end === 0) return undefined;
  const value = JSON.parse(bytes.toString('utf8', 0, end)) as { readonly bytes?: number } | null;
  if (value?.bytes === undefined) return { value, end };
  const { bytes: length, ...head } = value;
  if (bytes.length < end + length) return undefined;
  return { value: { ...head, content: bytes.subarray(end, end + length) }, end: end + length };
}

/** The records of a stream. @throws where the last one is not whole */
export async function* records(chunks: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let record = unpacked(rest); record !== undefined; record = unpacked(rest)) {
      yield record.value;
      rest = rest.subarray(record.end);
    }
  }
  if (rest.length > 0) throw new Error('cut off');
}
