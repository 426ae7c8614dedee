import { textOf } from './compose.js';
import { type Box, centreX, centreY, type Glyph } from './marks.js';
import { PICTURE } from '../../model.js';

/** A table of one page, with what stands in its cells. */
export interface PageTable {
  readonly kind: 'table';
  readonly page: number;
  readonly turns: number;
  readonly box: Box;
  readonly cells: readonly PageCell[];
  /** False where only positions of text divide it. */
  readonly ruled: boolean;
}

export interface PageCell {
  readonly box: Box;
  readonly text: string;
}

/** Text may stand this far (points) outside its cell's rules. */
const SLACK = 1.5;
/** Figures nearer to each other than this (ems) belong to one number, whatever lies between. */
const TIGHT = 0.15;
/** A number too wide for its cell is centred in it, give or take this share of the cell's width. */
const CENTRED = 0.2;
const FIGURE = /^[\d,.，．０-９]$/;

/**
 * Puts glyphs into cells by position.
 * @param boxes cells of one table
 * @param taken glyphs that stand in a cell are added
 * @returns the cells' texts, in the order of the boxes
 */
export function fillCells(boxes: readonly Box[], glyphs: readonly Glyph[], taken: Set<Glyph>): string[] {
  const contents = boxes.map((): Glyph[] => []);
  const cellOf = new Map<Glyph, number>();
  for (const glyph of glyphs) {
    if (taken.has(glyph)) continue;
    const cell = cellAt(boxes, centreX(glyph), centreY(glyph));
    if (cell < 0) continue;
    taken.add(glyph);
    cellOf.set(glyph, cell);
  }
  const unsure = settleOverflow(boxes, cellOf);
  for (const [glyph, cell] of cellOf) contents[cell]?.push(glyph);
  return contents.map((inside, i) => (inside.length === 0 ? '' : textOf(inside)) + (unsure.has(i) ? PICTURE : ''));
}

function cellAt(boxes: readonly Box[], x: number, y: number): number {
  const inside = boxes.findIndex((b) => x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1);
  if (inside >= 0) return inside;
  return boxes.findIndex((b) => x >= b.x0 - SLACK && x <= b.x1 + SLACK && y >= b.y0 - SLACK && y <= b.y1 + SLACK);
}

/**
 * Numbers wider than their cell run over its rules. Such a number goes whole into the cell in whose middle it stands;
 * where none is, the cells it touches cannot be told apart.
 * @returns cells that cannot be read for certain
 */
function settleOverflow(boxes: readonly Box[], cellOf: Map<Glyph, number>): Set<number> {
  const figures = [...cellOf.keys()].filter((g) => FIGURE.test(g.text));
  const unsure = new Set<number>();
  const byRow = figures.sort((a, b) => Math.round(centreY(a)) - Math.round(centreY(b)) || a.x0 - b.x0);
  let run: Glyph[] = [];
  const settle = () => {
    const cells = new Set(run.map((g) => cellOf.get(g) as number));
    if (cells.size > 1) {
      const [x0, x1] = [(run[0] as Glyph).x0, (run.at(-1) as Glyph).x1];
      const home = [...cells].find((i) => {
        const b = boxes[i] as Box;
        return Math.abs((x0 + x1) / 2 - centreX(b)) <= (b.x1 - b.x0) * CENTRED;
      });
      if (home === undefined) for (const cell of cells) unsure.add(cell);
      else for (const g of run) cellOf.set(g, home);
    }
    run = [];
  };
  for (const glyph of byRow) {
    const last = run.at(-1);
    if (
      last !== undefined &&
      (Math.abs(centreY(last) - centreY(glyph)) > 0.3 * glyph.size ||
        glyph.x0 - last.x1 > TIGHT * glyph.size ||
        glyph.x0 < last.x0)
    )
      settle();
    run.push(glyph);
  }
  settle();
  return unsure;
}
