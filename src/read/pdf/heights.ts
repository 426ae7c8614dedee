import { centreY, type Glyph } from './marks.js';

/** @returns what looks up the glyphs whose middles lie between two heights, without going through the page each time */
export function byHeight(glyphs: readonly Glyph[]): (top: number, bottom: number) => Glyph[] {
  const sorted = glyphs.toSorted((a, b) => centreY(a) - centreY(b));
  const firstBelow = (y: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (centreY(sorted[middle] as Glyph) < y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (top, bottom) => sorted.slice(firstBelow(top), firstBelow(bottom));
}
