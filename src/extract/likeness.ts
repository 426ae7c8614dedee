import type { Line } from '../forms/index.js';
import { fold, labelKey, similarity } from '../text.js';

/** Labels repeat over files and pages; reducing and comparing them is most of the work of an alignment. */
const CACHE_SIZE = 5_000;

/** A function of a text with its last few thousand answers kept. */
export function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= CACHE_SIZE) known.clear();
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}

/** labelKey, remembered. */
export const keyOf = remembered(labelKey);

/** Every wording under which a line may be printed: its label, known variants, and both with its groups in front. */
const keysOf = (() => {
  const known = new WeakMap<Line, string[]>();
  return (line: Line): string[] => {
    let keys = known.get(line);
    if (keys === undefined) {
      const labels = [line.label, ...line.aliases];
      const group = line.path.at(-1) ?? '';
      keys = [...new Set([...labels, group + line.label, line.path.join('') + line.label].map(labelKey))];
      known.set(line, keys);
    }
    return keys;
  };
})();

/** How much a printed label resembles a line of the form, 0 to 1. */
export function likeness(text: string, line: Line): number {
  const known = likenesses.get(line) ?? remembered((words) => compare(keyOf(words), keysOf(line)));
  likenesses.set(line, known);
  return known(text);
}
const likenesses = new WeakMap<Line, (text: string) => number>();

function compare(key: string, others: readonly string[]): number {
  let best = 0;
  for (const other of others) {
    if (key === other) return 1;
    // Too different in length to come near: not worth comparing.
    if (2 * Math.min(key.length, other.length) > (key.length + other.length) * best)
      best = Math.max(best, similarity(key, other));
  }
  return best;
}

/** A label's characters without spaces and punctuation, brackets' content kept: for looking one up inside other text. */
export const labelWords = remembered((text) => fold(text).replace(/[\s\p{P}]/gu, ''));
