import { sizeOf } from '../compose.js';
import { beginsRow } from '../form-names.js';
import { around, type Box, centreY } from '../marks.js';
import type { Piece } from './pieces.js';
import type { Row } from './rows.js';

/** Labels from which their numbers and names are the table's way, and no chance. */
const LEAST = 3;
/** Figures stand at this height (ems, give or take) where they are set at the top, in the middle or at the end of their row. */
const SAME_HEIGHT = 0.35;

/** What stands from one number or name to the next, and the row of figures beside it. */
export interface NumberedLabel {
  readonly box: Box;
  readonly row: Row | undefined;
}

/**
 * Where a number or a name begins every row, what stands from one to the next is one label, however far apart its lines.
 * @param leaves the labels of the rows themselves
 * @returns undefined where labels are not numbered, or figures do not stand beside them in one and the same way
 */
export function numberedLabels(rows: readonly Row[], leaves: readonly Piece[]): NumberedLabel[] | undefined {
  const blocks: Piece[][] = [];
  for (const leaf of leaves.toSorted((a, b) => centreY(a.box) - centreY(b.box))) {
    if (beginsRow(leaf.text) || blocks.length === 0) blocks.push([leaf]);
    else blocks.at(-1)?.push(leaf);
  }
  const ends = blocks.map((block) => ({
    box: around(block.map((p) => p.box)),
    lines: block.map((p) => centreY(p.box)),
  }));
  const found = ends.map(({ box, lines }, i) => {
    // A page break may cut the last label; its figures then stand at the middle of what is not there, or a bit above.
    const above = i === ends.length - 1 ? ends[i - 1] : undefined;
    const from = above === undefined ? box.y0 : Math.max(above.box.y1, box.y0 - (box.y1 - box.y0) / lines.length);
    const own = rows.filter(({ y }) => y > from - 1 && y < box.y1 + 1);
    const [first, last] = [lines[0] as number, lines.at(-1) as number];
    const at = (y: number) =>
      above !== undefined || own.every((row) => Math.abs(row.y - y) < SAME_HEIGHT * sizeOf(row.figures[0]));
    return { box, row: own[0], count: own.length, top: at(first), middle: at((first + last) / 2), bottom: at(last) };
  });
  // Words before the first number are the rest of a label on the page before, but not beside figures.
  const [start] = found;
  if (!beginsRow(blocks[0]?.[0]?.text ?? '') && start?.row !== undefined) return undefined;
  const isOrderly =
    found.every(({ count }) => count < 2) &&
    found.filter(({ row }) => row !== undefined).length === rows.length &&
    found.length >= LEAST &&
    (found.every(({ top }) => top) || found.every(({ middle }) => middle) || found.every(({ bottom }) => bottom));
  return isOrderly ? found : undefined;
}
