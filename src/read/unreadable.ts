/** Largest file that is read. A report page is under 1 MB; this is a bound on time and memory, not on reports. */
export const MAX_BYTES = 32 * 1024 * 1024;

/** Why a file cannot be read, as a code with values; the wording is the rule `document/unreadable`'s. */
export type UnreadableReason =
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'too-deep'
  | 'unsupported'
  | 'damaged'
  | 'password'
  | 'wrong-password'
  | 'packed'
  | 'locked-document'
  | 'locked-archive'
  | 'nested-archive'
  | 'too-many-pages'
  | 'bomb'
  | 'no-text'
  | 'scanned'
  | 'undecodable-text';

/** Thrown by a reader for a file that it cannot make a Document of; becomes a `document/unreadable` finding. */
export class Unreadable extends Error {
  constructor(
    readonly reason: UnreadableReason,
    readonly args: Readonly<Record<string, string | number>> = {},
  ) {
    super(reason);
    this.name = 'Unreadable';
  }
}

/** True for the error of an engine whose stack a file has used up: elements nested by the ten thousand, and the like. */
export const isTooDeep = (error: unknown): boolean => error instanceof RangeError && /stack/i.test(error.message);
