import { PICTURE } from '../../model.js';
import { textOf } from './compose.js';
import { contestedCells } from './contested.js';
import { drawnCells, uprightCells } from './drawn.js';
import { hasForeignSign } from './foreign-sign.js';
import type { CellBox } from './lattice-cells.js';
import { around, type Box, centreX, centreY, type Drawing, type Glyph, type Rule } from './marks.js';
import { FIGURE, isTurned, OUTSIDE, settleOverflow } from './overflow.js';

/** Text may stand this far (points) outside its cell's rules. */
const SLACK = 1.5;
/** How far (ems) digits are looked for beside a table. */
const REACH = 4;

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
  const at = cellFinder(boxes, table);
  for (const glyph of glyphs) {
    if (taken.has(glyph)) continue;
    const cell = at(centreX(glyph), centreY(glyph));
    if (glyph.counts && cell !== OUTSIDE) {
      taken.add(glyph);
      if (glyph.counts === 'perhaps') counted.add(cell);
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

/** Digits just beside a table, where their line goes, may belong to a number that is too long for its outermost cell. */
function isBeside(table: Box, glyph: Glyph): boolean {
  const reach = REACH * glyph.size;
  const [across, down] = isTurned(glyph) ? [0, reach] : [reach, 0];
  return (
    centreY(glyph) > table.y0 - down &&
    centreY(glyph) < table.y1 + down &&
    centreX(glyph) > table.x0 - across &&
    centreX(glyph) < table.x1 + across
  );
}

/** Finds the cell in or at which a point lies; most glyphs stand in the cell of the glyph before, or outside the table. */
function cellFinder(boxes: readonly Box[], table: Box): (x: number, y: number) => number {
  let last = 0;
  const isWithin = ({ x0, y0, x1, y1 }: Box, x: number, y: number, slack: number) =>
    x >= x0 - slack && x <= x1 + slack && y >= y0 - slack && y <= y1 + slack;
  return (x, y) => {
    if (!isWithin(table, x, y, SLACK)) return OUTSIDE;
    // Not on its sides, which it shares with others.
    const before = boxes[last];
    if (before !== undefined && x > before.x0 && x < before.x1 && y > before.y0 && y < before.y1) return last;
    const inside = boxes.findIndex((box) => isWithin(box, x, y, 0));
    const cell = inside >= 0 ? inside : boxes.findIndex((box) => isWithin(box, x, y, SLACK));
    if (cell >= 0) last = cell;
    return cell;
  };
}
