import { similarity } from '../text.js';

/** How like a known name an unknown one must be (0 to 1) to be a slip of the pen; others have nothing to do with it. */
const SLIP = 0.5;

/** `; did you mean NAME?` where a known name is much like an unknown one, else nothing. */
export function didYouMean(name: string, known: readonly string[]): string {
  const [near] = known.toSorted((a, b) => similarity(b, name) - similarity(a, name));
  return near !== undefined && similarity(near, name) >= SLIP ? `; did you mean ${near}?` : '';
}
