import { quarter } from './compose.js';
import { type Box, centreX, centreY, type Glyph } from './marks.js';

/** Figures nearer to each other than this (ems) belong to one number, whatever lies between. */
const TIGHT = 0.15;
/** Figures of one line stand no higher or lower than this (ems) of each other. */
const SAME_LINE = 0.3;
/** A number too wide for its cell is centred in it, give or take this share of the cell's width. */
const CENTRED = 0.2;
/** In place of a cell's index. */
export const OUTSIDE = -1;
export const FIGURE = /^[\d,.，．０-９]$/;

/** Digits drawn together that stand side by side: a number, or a part of one. */
interface Run {
  readonly glyphs: Glyph[];
  cell: number;
  readonly centred: boolean;
}

/**
 * Numbers wider than their cell run over its rules. Such a number goes whole into the cell in whose middle it stands;
 * where none is, or where digits of two cells touch that are not both centred, the cells cannot be told apart.
 * @returns cells that cannot be read for certain
 */
export function settleOverflow(boxes: readonly Box[], cellOf: Map<Glyph, number>): Set<number> {
  const unsure = new Set<number>();
  const runs = [...runsOf([...cellOf.keys()].filter((g) => FIGURE.test(g.text)))].map((glyphs): Run => {
    const cells = new Set(glyphs.map((g) => cellOf.get(g) as number));
    const middle = ((glyphs[0] as Glyph).x0 + (glyphs.at(-1) as Glyph).x1) / 2;
    const home = [...cells].find((i) => {
      if (i === OUTSIDE) return false;
      const { x0, x1 } = boxes[i] as Box;
      return Math.abs(middle - (x0 + x1) / 2) <= (x1 - x0) * CENTRED;
    });
    if (cells.size > 1 && home === undefined) for (const cell of cells) unsure.add(cell);
    else if (cells.size > 1) for (const g of glyphs) cellOf.set(g, home as number);
    return { glyphs, cell: home ?? (cellOf.get(glyphs[0] as Glyph) as number), centred: home !== undefined };
  });
  // Digits drawn one by one, or in pieces, show no more than that they touch across a rule.
  for (const [left, right] of neighbours(runs)) {
    if (left.cell === right.cell || (left.centred && right.centred)) continue;
    unsure.add(left.cell).add(right.cell);
  }
  for (const cell of turnedOver(cellOf)) unsure.add(cell);
  return unsure;
}

/** Cells over whose rules a number set on its side runs. */
function* turnedOver(cellOf: ReadonlyMap<Glyph, number>): Iterable<number> {
  const figures = [...cellOf.keys()].filter((g) => isTurned(g) && FIGURE.test(g.text)).sort((a, b) => a.y0 - b.y0);
  for (const [i, upper] of figures.entries())
    for (let j = i + 1; j < figures.length; j++) {
      const lower = figures[j] as Glyph;
      if (lower.y0 - upper.y1 > TIGHT * upper.size) break;
      const isNext = Math.abs(centreX(upper) - centreX(lower)) <= SAME_LINE * upper.size;
      const cells = [upper, lower].map((g) => cellOf.get(g) as number);
      if (isNext && cells[0] !== cells[1]) yield* cells;
    }
}

/** True for text on its side. */
export const isTurned = ({ angle }: Glyph): boolean => quarter(angle) % 2 === 1;

/** Runs that stand on one line so near to each other that they may be one number, the left one first. */
function* neighbours(runs: readonly Run[]): Iterable<readonly [Run, Run]> {
  const heightOf = ({ glyphs }: Run) => centreY(glyphs[0] as Glyph);
  const byHeight = runs.toSorted((a, b) => heightOf(a) - heightOf(b));
  const reach = SAME_LINE * runs.reduce((most, { glyphs }) => Math.max(most, (glyphs[0] as Glyph).size), 0);
  for (const [i, run] of byHeight.entries())
    for (let k = i + 1; k < byHeight.length; k++) {
      const other = byHeight[k] as Run;
      if (heightOf(other) - heightOf(run) > reach) break;
      const isLeft = (run.glyphs[0] as Glyph).x0 <= (other.glyphs[0] as Glyph).x0;
      const [left, right] = isLeft ? [run, other] : [other, run];
      const [last, next] = [left.glyphs.at(-1) as Glyph, right.glyphs[0] as Glyph];
      if (next.x0 - last.x1 <= TIGHT * last.size && sameLine(last, next)) yield [left, right];
    }
}

const sameLine = (a: Glyph, b: Glyph): boolean => Math.abs(centreY(a) - centreY(b)) <= SAME_LINE * b.size;

/** Digits by the operation that drew them, cut where they stand apart. */
function* runsOf(figures: readonly Glyph[]): Iterable<Glyph[]> {
  const sorted = figures.toSorted((a, b) => a.order - b.order || a.x0 - b.x0);
  let run: Glyph[] = [];
  for (const glyph of sorted) {
    const last = run.at(-1);
    if (
      last !== undefined &&
      (last.order !== glyph.order || glyph.x0 - last.x1 > TIGHT * glyph.size || !sameLine(last, glyph))
    ) {
      yield run;
      run = [];
    }
    run.push(glyph);
  }
  if (run.length > 0) yield run;
}
