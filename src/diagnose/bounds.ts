import type { Row } from './elimination.js';

/** The least and the most that a figure can be. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

const ANY_COUNT: Bounds = { least: 0, most: Infinity };
/** Rounds of narrowing; what takes longer is not found, which is no error. */
const ROUNDS = 20;

/**
 * How far equations bound their unknowns when none is negative: each is narrowed by the bounds of its neighbours, until
 * nothing moves. Cells whose sum is 0 are all 0; unknowns that stand alone are what their equation says.
 */
export function bounds(rows: readonly Row[]): ReadonlyMap<string, Bounds> {
  const known = new Map<string, Bounds>();
  for (const { coefficients } of rows) for (const id of coefficients.keys()) known.set(id, ANY_COUNT);
  for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
    moved = false;
    for (const { coefficients, sum } of rows)
      for (const [id, factor] of coefficients) {
        let [low, high] = [sum, sum];
        for (const [other, value] of coefficients) {
          if (other === id) continue;
          const { least, most } = known.get(other) as Bounds;
          low -= value > 0 ? value * most : value * least;
          high -= value > 0 ? value * least : value * most;
        }
        const [from, to] = factor > 0 ? [low / factor, high / factor] : [high / factor, low / factor];
        const { least, most } = known.get(id) as Bounds;
        const narrowed = { least: Math.max(least, from), most: Math.min(most, to) };
        if (narrowed.least === least && narrowed.most === most) continue;
        known.set(id, narrowed);
        moved = true;
      }
  }
  return known;
}
