import { isOfSize } from './compose.js';
import { centreX, centreY, type Glyph } from './marks.js';
import { isLevel } from './pose.js';

/** Neighbours on the arc of a seal turn by less than this (degrees), and stand at most this far (ems) from each other. */
const TURN = 50;
const APART = 3;

/** Level letters in the middle of an arc, as the number of a seal has them, lie over the page like the rest of it. */
export function withoutArcs(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (glyphs.every(isLevel)) return glyphs;
  const curved = new Set<Glyph>();
  let before: Glyph | undefined;
  let level: Glyph[] = [];
  for (const glyph of glyphs) {
    if (glyph.text === ' ') continue;
    if (isLevel(glyph)) {
      level.push(glyph);
      continue;
    }
    if (before !== undefined && level.length > 0 && isArc([before, ...level, glyph]))
      for (const g of level) curved.add(g);
    before = glyph;
    level = [];
  }
  return curved.size === 0 ? glyphs : glyphs.filter((g) => !curved.has(g));
}

/** True where each letter stands beside the one before it, and all turn to the same side. */
function isArc(glyphs: readonly Glyph[]): boolean {
  const turns = glyphs.slice(1).map((g, i) => {
    const previous = glyphs[i] as Glyph;
    const apart = Math.hypot(centreX(g) - centreX(previous), centreY(g) - centreY(previous));
    const near = isOfSize(g, previous) && apart < APART * g.size;
    return near ? ((g.angle - previous.angle + 540) % 360) - 180 : Number.NaN;
  });
  return turns.every((t) => t > 0 && t < TURN) || turns.every((t) => t < 0 && t > -TURN);
}
