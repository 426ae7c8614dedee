import type { Layout, PageLine } from './page.js';

const FIGURE = /^\d+$/;
/** How far (points) apart the lines of a list begin, and how much their distances differ. */
const SAME_START = 0.5;
const SAME_STEP = 4;

/**
 * True for a number in a list of such, a line each: it begins where the next two lines do, one of which is a number too,
 * and stands as far from them as these from each other.
 */
export function isListed({ box }: PageLine, { items, height }: Layout): boolean {
  const inwards = box.y0 < height / 2 ? items : items.toReversed();
  const at = inwards.findIndex((item) => item.box === box);
  const [next, third] = inwards.slice(at + 1, at + 3);
  if (next?.kind !== 'line' || third?.kind !== 'line') return false;
  return (
    [next, third].every((other) => Math.abs(other.box.x0 - box.x0) < SAME_START) &&
    [next, third].some((other) => FIGURE.test(other.text.trim())) &&
    Math.abs(box.y1 - next.box.y1 - (next.box.y1 - third.box.y1)) < SAME_STEP
  );
}
