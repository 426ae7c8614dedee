/** Lets work run side by side, or alone when it must not be disturbed. */
export class Turns {
  readonly #running = new Set<Promise<unknown>>();
  #alone: Promise<unknown> | undefined;

  /** Runs beside others, but never beside work that runs alone. */
  async beside<T>(work: () => Promise<T>): Promise<T> {
    while (this.#alone !== undefined) await this.#alone;
    const result = work();
    const ended = result.catch(() => undefined).finally(() => this.#running.delete(ended));
    this.#running.add(ended);
    return result;
  }

  /** Runs when everything that runs has ended; nothing begins before it has ended. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.#alone !== undefined) await this.#alone;
    const result = Promise.all(this.#running).then(work);
    this.#alone = result
      .catch(() => undefined)
      .finally(() => {
        this.#alone = undefined;
      });
    return result;
  }
}
