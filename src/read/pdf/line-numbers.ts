import { centreX, centreY, type Glyph } from './marks.js';
import { DIGIT } from './visible.js';

/** Lines of a page are numbered where so many numbers stand one under the other. */
const FEWEST = 8;
/** They stand equally far from each other, to this (points). */
const EVEN = 1;
/** Digits nearer (ems, down) than this stand on one line. */
const SAME_LINE = 0.4;

/**
 * A page's glyphs without the numbers of its lines: left of everything else, counting in equal steps, equally far from
 * each other.
 */
export function withoutLineNumbers(glyphs: readonly Glyph[]): readonly Glyph[] {
  const ink = glyphs.filter((g) => g.text !== ' ');
  const edge = ink.reduce((least, g) => (DIGIT.test(g.text) ? least : Math.min(least, g.x0)), Infinity);
  const outside = ink.filter((g) => centreX(g) < edge && DIGIT.test(g.text));
  if (outside.length < FEWEST) return glyphs;
  const lines: Glyph[][] = [];
  for (const glyph of outside.toSorted((a, b) => centreY(a) - centreY(b))) {
    const last = lines.at(-1)?.[0];
    if (last !== undefined && centreY(glyph) - centreY(last) < SAME_LINE * glyph.size) lines.at(-1)?.push(glyph);
    else lines.push([glyph]);
  }
  const numbers = lines.map((line) => ({
    value: Number(
      line
        .toSorted((a, b) => a.x0 - b.x0)
        .map((g) => g.text)
        .join(''),
    ),
    y: centreY(line[0] as Glyph),
  }));
  const steps = numbers.slice(1).map((n, i) => [n.value - (numbers[i]?.value ?? 0), n.y - (numbers[i]?.y ?? 0)]);
  const [step = 0, pitch = 0] = steps[0] ?? [];
  const count = step > 0 && steps.every(([by = 0, down = 0]) => by === step && Math.abs(down - pitch) < EVEN);
  if (!count || lines.length < FEWEST) return glyphs;
  const gone = new Set(outside);
  return glyphs.filter((g) => !gone.has(g));
}
