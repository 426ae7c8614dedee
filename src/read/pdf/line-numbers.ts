import { linesOf } from './compose.js';
import { centreX, centreY, type Glyph } from './marks.js';
import { DIGIT } from './visible.js';

/** Lines of a page are numbered where so many numbers stand one under the other. */
const FEWEST = 8;
/** They stand equally far from each other, to this (points). */
const EVEN = 1;

/**
 * A page's glyphs without the numbers of its lines: left of everything else, counting in equal steps, equally far from
 * each other.
 */
export function withoutLineNumbers(glyphs: readonly Glyph[]): readonly Glyph[] {
  const ink = glyphs.filter((g) => g.text !== ' ');
  const edge = ink.reduce((least, g) => (DIGIT.test(g.text) ? least : Math.min(least, g.x0)), Infinity);
  const outside = ink.filter((g) => centreX(g) < edge && DIGIT.test(g.text));
  if (outside.length < FEWEST) return glyphs;
  const numbers = linesOf(outside).map(({ text, box }) => ({ value: Number(text), y: centreY(box) }));
  const steps = numbers.slice(1).map((n, i) => [n.value - (numbers[i]?.value ?? 0), n.y - (numbers[i]?.y ?? 0)]);
  const [step = 0, pitch = 0] = steps[0] ?? [];
  const count = step > 0 && steps.every(([by = 0, down = 0]) => by === step && Math.abs(down - pitch) < EVEN);
  if (!count || numbers.length < FEWEST) return glyphs;
  const gone = new Set(outside);
  return glyphs.filter((g) => !gone.has(g));
}
