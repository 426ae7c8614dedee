import { PICTURE } from '../../model.js';
import { textOf } from './compose.js';
import { contestedCells } from './contested.js';
import { drawnCells, uprightCells } from './drawn.js';
import { hasForeignSign } from './foreign-sign.js';
import type { CellBox } from './lattice-cells.js';
import { around, type Box, centreX, centreY, type Drawing, type Glyph, type Rule } from './marks.js';
import type { Pose } from './pose.js';
import type { CarriedColumns } from './unruled/carried-columns.js';

/** A table of one page, with what stands in its cells. */
export interface PageTable {
  readonly kind: 'table';
  readonly page: number;
  readonly pose: Pose;
  readonly box: Box;
  readonly cells: readonly PageCell[];
  /** False where only positions of text divide it. */
  readonly ruled: boolean;
  /** True where no line ends it, as where a page break cuts a row. */
  readonly openAbove: boolean;
  readonly openBelow: boolean;
  /** Of a table without rules, the columns of its last rows. */
  readonly columns?: CarriedColumns;
  /** True where its last row has figures and no label of its own. */
  readonly bare?: boolean;
  /** True where its first rows stand in the columns of the table that ends the page before. */
  readonly goesOn?: boolean;
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
/** How far (ems) digits are looked for beside a table. */
const REACH = 4;
/** In place of a cell's index. */
const OUTSIDE = -1;
const FIGURE = /^[\d,.，．０-９]$/;

/**
 * Puts glyphs into cells by position.
 * @param boxes cells of one table
 * @param drawings what the page shows besides text and lines
 * @param taken glyphs that stand in a cell are added
 * @param upright lines down, also short ones
 * @returns the cells' texts, in the order of the boxes
 */
export function fillCells(
  boxes: readonly CellBox[],
  glyphs: readonly Glyph[],
  taken: Set<Glyph>,
  drawings: readonly Drawing[] = [],
  upright: readonly Rule[] = [],
): string[] {
  const contents = boxes.map((): Glyph[] => []);
  const cellOf = new Map<Glyph, number>();
  const counted = new Set<number>();
  const table = around(boxes);
  for (const glyph of glyphs) {
    if (taken.has(glyph)) continue;
    const cell = cellAt(boxes, centreX(glyph), centreY(glyph));
    if (glyph.counts && cell !== OUTSIDE) {
      taken.add(glyph);
      counted.add(cell);
    } else if (cell !== OUTSIDE || (FIGURE.test(glyph.text) && isBeside(table, glyph))) cellOf.set(glyph, cell);
  }
  const unsure = settleOverflow(boxes, cellOf);
  for (const [glyph, cell] of cellOf) {
    if (cell === OUTSIDE) continue;
    taken.add(glyph);
    contents[cell]?.push(glyph);
  }
  const filled = { boxes, contents };
  // What stands in one part of a cell that lines cut up may belong to the next.
  boxes.forEach(({ isCut }, i) => {
    // A figure may go on where another page has one, and count as it does.
    if ((isCut || counted.has(i)) && contents[i]?.length === 0) unsure.add(i);
    if (hasForeignSign(contents[i] ?? [], glyphs)) unsure.add(i);
  });
  for (const cell of [...contestedCells(filled), ...drawnCells(filled, drawings), ...uprightCells(filled, upright)])
    unsure.add(cell);
  return contents.map((inside, i) => (inside.length === 0 ? '' : textOf(inside)) + (unsure.has(i) ? PICTURE : ''));
}

/** Digits just right or left of a table may belong to a number that is too wide for its outermost cell. */
const isBeside = (table: Box, glyph: Glyph): boolean =>
  centreY(glyph) > table.y0 &&
  centreY(glyph) < table.y1 &&
  glyph.x0 < table.x1 + REACH * glyph.size &&
  glyph.x1 > table.x0 - REACH * glyph.size;

function cellAt(boxes: readonly Box[], x: number, y: number): number {
  const inside = boxes.findIndex((b) => x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1);
  if (inside >= 0) return inside;
  return boxes.findIndex((b) => x >= b.x0 - SLACK && x <= b.x1 + SLACK && y >= b.y0 - SLACK && y <= b.y1 + SLACK);
}

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
function settleOverflow(boxes: readonly Box[], cellOf: Map<Glyph, number>): Set<number> {
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
  runs.forEach((run, i) => {
    const last = run.glyphs.at(-1) as Glyph;
    for (const other of runs.slice(i + 1)) {
      if (other.cell === run.cell || (run.centred && other.centred)) continue;
      const [left, right] = [run, other].sort((a, b) => (a.glyphs[0] as Glyph).x0 - (b.glyphs[0] as Glyph).x0) as [
        Run,
        Run,
      ];
      const gap = (right.glyphs[0] as Glyph).x0 - (left.glyphs.at(-1) as Glyph).x1;
      if (gap > TIGHT * last.size || !sameLine(last, other.glyphs[0] as Glyph)) continue;
      unsure.add(run.cell).add(other.cell);
    }
  });
  return unsure;
}

const sameLine = (a: Glyph, b: Glyph): boolean => Math.abs(centreY(a) - centreY(b)) <= 0.3 * b.size;

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
