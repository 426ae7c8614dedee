import { PICTURE } from '../../model.js';
import type { Glyph } from './marks.js';

const LAST_ASCII = '\u007F';
const FIRST_IDEOGRAPH = '\u2E80';
/** Share of characters beyond ASCII that no text in Latin letters has. */
const FOREIGN = 0.25;
/** Fewer characters tell no language. */
const FEW = 20;

/** Counts the characters that a document shows, by what they tell of its fonts. */
export class Ink {
  total = 0;
  private ideographs = 0;
  private foreign = 0;

  /** @returns how many characters a page shows */
  add(glyphs: readonly Glyph[]): number {
    const before = this.total;
    for (const { text } of glyphs) {
      if (text === ' ') continue;
      this.total++;
      if (text === PICTURE || (text > LAST_ASCII && text < FIRST_IDEOGRAPH)) this.foreign++;
      else if (text > LAST_ASCII) this.ideographs++;
    }
    return this.total - before;
  }

  /** True for text that is hardly Chinese, and no other language either: numbers of glyphs that look like letters. */
  get isGarbled(): boolean {
    return this.total > FEW && this.ideographs < this.foreign && this.foreign > this.total * FOREIGN;
  }
}
