import { centreY, type Glyph } from './marks.js';

/**
 * @param heightOf where a glyph stands: its middle unless told
 * @returns what looks up the glyphs that stand between two heights, without going through the page each time
 */
export function byHeight(
  glyphs: readonly Glyph[],
  heightOf: (glyph: Glyph) => number = centreY,
): (top: number, bottom: number) => Glyph[] {
  const sorted = glyphs.toSorted((a, b) => heightOf(a) - heightOf(b));
  const firstBelow = (y: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (heightOf(sorted[middle] as Glyph) < y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (top, bottom) => sorted.slice(firstBelow(top), firstBelow(bottom));
}
