interface Message {
  readonly chunk?: { readonly fnArray?: readonly number[]; readonly argsArray?: readonly unknown[] };
}
type Listener = (event: { readonly data: Message }) => void;

/**
 * Carries the messages between pdf.js and its worker, which in Node run in the same thread. pdf.js's own port copies
 * each of them deeply, glyph by glyph: a quarter of the time that reading a page takes.
 */
export class SameThread {
  private readonly listeners = new Set<Listener>();
  private readonly soon = Promise.resolve();

  postMessage(message: Message): void {
    const data = withOwnLists(message);
    void this.soon.then(() => {
      for (const listener of this.listeners) listener({ data });
    });
  }
  addEventListener(_: string, listener: Listener, { signal }: { readonly signal?: AbortSignal } = {}): void {
    this.listeners.add(listener);
    signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }
  removeEventListener(_: string, listener: Listener): void {
    this.listeners.delete(listener);
  }
}

/** The sender empties its lists of drawing operations once they are sent, and fills them again. */
const withOwnLists = (message: Message): Message =>
  message.chunk?.fnArray === undefined
    ? message
    : {
        ...message,
        chunk: {
          ...message.chunk,
          fnArray: message.chunk.fnArray.slice(),
          argsArray: message.chunk.argsArray?.slice() ?? [],
        },
      };
