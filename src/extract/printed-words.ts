import { PICTURE, type Place, withoutPictures } from '../model.js';
import { isFigureLike } from '../text.js';
import { labelWords } from './likeness.js';

/** A cell, or a paragraph. */
export interface Text {
  readonly text: string;
  readonly place: Place;
}

/** Whether a text is a figure, even one that cannot be read whole. */
export const isFigure = (text: string): boolean => isFigureLike(withoutPictures(text));

/** Words of which some cannot be read. */
export const UNREADABLE_WORDS = new RegExp(`\\p{L}[^\\p{L}]*${PICTURE}|${PICTURE}[^\\p{L}]*\\p{L}`, 'u');

/** A line without the figures after its words, as running text prints a row. */
function withoutFigures(line: string): string {
  const words = line.trim().split(/\s+/);
  while (words.length > 1 && isFigure(words.at(-1) as string)) words.pop();
  return words.join(' ');
}

/** Looks words up in texts that follow each other, figures left out: a label may be broken over several of them. */
export class PrintedWords {
  readonly #cells: readonly Text[];
  readonly #texts: readonly Text[];
  readonly #words: readonly string[];
  readonly #all: string;

  constructor(texts: readonly Text[]) {
    this.#cells = texts;
    this.#texts = texts
      .filter(({ text }) => !isFigure(text))
      .flatMap(({ text, place }) => text.split('\n').map((line) => ({ text: withoutFigures(line), place })));
    this.#words = this.#texts.map(({ text }) => labelWords(text));
    this.#all = this.#words.join('');
  }

  /** The texts that say nothing else. */
  alone(words: string): Text[] {
    return this.#texts.filter((_, i) => this.#words[i] === words);
  }

  /** The texts of several lines or words that hold all characters, as where the lines of two heads were taken for one's. */
  mixed(words: string): Text[] {
    return this.#cells.filter(({ text }) => /\s/.test(text.trim()) && [...words].every((c) => text.includes(c)));
  }

  /** The texts in which the words begin. */
  within(words: string): Text[] {
    const found: Text[] = [];
    let [next, end] = [0, 0];
    for (let at = this.#all.indexOf(words); at >= 0; at = this.#all.indexOf(words, at + 1)) {
      while (end <= at) end += (this.#words[next++] as string).length;
      found.push(this.#texts[next - 1] as Text);
    }
    return found;
  }
}
