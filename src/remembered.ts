import { apart } from './text.js';

/** Labels repeat over files and pages; reducing and comparing them is most of the work of an alignment. */
const CACHE_SIZE = 5_000;
/** No label is longer; paragraphs do not repeat. */
const LONGEST_LABEL = 100;

/** A function of a text with the answers to a few thousand short ones kept. */
export function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (key.length > LONGEST_LABEL) return make(key);
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= CACHE_SIZE) known.clear();
      const own = apart(key);
      value = make(own);
      known.set(own, value);
    }
    return value;
  };
}
