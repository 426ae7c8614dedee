/** A path as the system takes it: in bytes where its name is not UTF-8, which no string of ours can hold. */
export type Path = string | Buffer;

/**
 * A name of which only the bytes are known: UTF-8, else GB18030, in which Chinese Windows writes names and from which
 * they come unchanged onto other systems.
 */
export function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
