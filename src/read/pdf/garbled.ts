import type { PageMarks } from './marks.js';

const HAN = /\p{Script=Han}/u;
/** Characters to which fonts with a wrong table of characters are mapped: letters and signs of Latin-1 beyond ASCII. */
const LATIN_1 = /[\u00A1-\u00FF]/;
/** More of them (share of all) than any language has: French and Vietnamese have less than a tenth. */
const LEAST = 0.2;

/** Counts whether the characters that a file tells can be those that it draws. */
export class Script {
  #han = 0;
  #latin = 0;
  #all = 0;
  readonly pages: number[] = [];

  add({ page, glyphs }: PageMarks): void {
    const before = this.#latin;
    for (const { text } of glyphs) {
      if (text === ' ') continue;
      this.#all++;
      if (LATIN_1.test(text)) this.#latin++;
      else if (HAN.test(text)) this.#han++;
    }
    if (this.#latin > before) this.pages.push(page);
  }

  /** True where nothing is Chinese and too much is no language at all. */
  get garbled(): boolean {
    return this.#han === 0 && this.#latin > this.#all * LEAST;
  }
}
