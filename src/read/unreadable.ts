/** Why a file cannot be read, as a code with values; the wording is the rule `document/unreadable`'s. */
export type UnreadableReason =
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'unsupported'
  | 'damaged'
  | 'password'
  | 'wrong-password'
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
