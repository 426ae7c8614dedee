import { sizeOf } from '../compose.js';
import { beginsRow } from '../form-names.js';
import { around, centreY, isBeside } from '../marks.js';
import { labelColumns } from './labels.js';
import { LINE_PITCH, type Piece } from './pieces.js';
import type { Row } from './rows.js';

/** Lines of one label are nearer to each other than this share of their distance to the next label. */
export const CONTRAST = 0.88;

/** Lines this near (ems) to figures stand at their height. */
const BESIDE = 0.35;

/**
 * Heights of labels that have no figures beside them: rows that were left blank.
 * @param own the labels of the rows themselves
 * @param fromRow how near (points) two rows of the table stand
 */
export function blankRows(rows: readonly Row[], own: readonly Piece[], fromRow: number): number[] {
  const leaves = own.toSorted((a, b) => centreY(a.box) - centreY(b.box));
  const pitch = (a: Piece, b: Piece) => (centreY(b.box) - centreY(a.box)) / sizeOf(b);
  const pitches = leaves.slice(1).flatMap((p, i) => {
    const step = pitch(leaves[i] as Piece, p);
    return step > 0.8 ? [step] : [];
  });
  // The closest lines of all are those of one label, unless every label has one line: then none is taken for blank.
  const wrapped = Math.max(LINE_PITCH, Math.min(...pitches) * 1.2);
  const blocks: Piece[][] = [];
  for (const piece of leaves) {
    const last = blocks.at(-1)?.at(-1);
    // Of rows that are all blank only others of the table show how far they stand from each other.
    const apart = rows.length === 0 && last !== undefined && pitch(last, piece) * sizeOf(piece) > fromRow * CONTRAST;
    if (last !== undefined && pitch(last, piece) < wrapped && !apart && !beginsRow(piece.text))
      blocks.at(-1)?.push(piece);
    else blocks.push([piece]);
  }
  const extents = blocks.map((block) => ({
    ...around(block.map((p) => p.box)),
    numbered: beginsRow(block[0]?.text ?? ''),
  }));
  const at = rows.map((row) => row.y);
  const beside = new Set(extents.filter(({ y0, y1 }) => at.some((y) => y > y0 - 1 && y < y1 + 1)));
  for (const { y, figures } of rows) {
    if (extents.some(({ y0, y1 }) => y > y0 - 1 && y < y1 + 1)) continue;
    // No two rows share a part of the page: what stands a little higher or lower than the figures is their label.
    const reach = around(figures.map((f) => f.box));
    const shared = extents.filter((extent) => isBeside(extent, reach));
    for (const extent of shared) beside.add(extent);
    if (shared.length > 0) continue;
    // Figures beside no line of their label stand in the middle of one of an even number of lines.
    const above = extents.findLast((e) => e.y1 <= y);
    const below = extents.find((e) => e.y0 >= y);
    if (above !== undefined) beside.add(above);
    if (below !== undefined && !below.numbered) beside.add(below);
  }
  return extents.flatMap((extent, i) => {
    const [above, below] = [extents[i - 1], extents[i + 1]];
    // Words left of the labels both above and below name their group.
    const group = above !== undefined && below !== undefined && above.x0 >= extent.x1 && below.x0 >= extent.x1;
    return beside.has(extent) || group ? [] : [(extent.y0 + extent.y1) / 2];
  });
}

/**
 * The height of lines over the label of the first figures that stand further from it than its own lines from each other:
 * the rest of a label on the page before.
 */
export function restAbove(rows: readonly Row[], own: readonly Piece[]): number[] {
  const [first, second] = rows;
  const leaves = own.toSorted((a, b) => centreY(a.box) - centreY(b.box));
  const at = leaves.findIndex(
    ({ box, glyphs }) => first && Math.abs(centreY(box) - first.y) < BESIDE * sizeOf({ glyphs }),
  );
  const [before, label, next] = [leaves[at - 1], leaves[at], leaves[at + 1]];
  if (before === undefined || label === undefined || next === undefined) return [];
  const [step, inner] = [centreY(label.box) - centreY(before.box), centreY(next.box) - centreY(label.box)];
  if (inner > step * CONTRAST || centreY(next.box) > (second?.y ?? Infinity) - inner / 2) return [];
  return [centreY(around(leaves.slice(0, at).map((p) => p.box)))];
}

/**
 * The lines of a row's label that may be another label, of a row that was left blank: its figures do not stand in the
 * middle, and the next row's label is no further away than the lines are from each other.
 * @param own the row's own label, without that of its group
 * @param pitch how near two rows of the table stand
 * @returns undefined where they are one label; else the lines at another height than the figures, above and below them
 */
export function otherLabels(
  own: readonly Piece[],
  y: number,
  labels: readonly Piece[],
  pitch: number,
): Piece[][] | undefined {
  const leaf = labelColumns(own).at(-1) ?? [];
  const lines = leaf.map((p) => centreY(p.box)).sort((a, b) => a - b);
  const [first, last] = [lines[0] ?? y, lines.at(-1) ?? y];
  const size = sizeOf(own[0]);
  if (last - first < 0.8 * size || Math.abs((first + last) / 2 - y) < BESIDE * size) return undefined;
  const step = Math.max(...lines.slice(1).map((line, i) => line - (lines[i] as number)));
  const others = labels
    .filter((p) => !own.includes(p) && leaf.some(({ box }) => p.box.x0 < box.x1 && p.box.x1 > box.x0))
    .map((p) => centreY(p.box));
  const next = Math.min(pitch, ...others.map((o) => (o > last ? o - last : first - o)).filter((d) => d > 0));
  // Where nothing shows how far rows stand from each other, nothing shows that these are not two.
  if (Number.isFinite(next) && step <= Math.min(next * CONTRAST, LINE_PITCH * size * 1.2)) return undefined;
  const away = leaf.filter((p) => Math.abs(centreY(p.box) - y) >= BESIDE * size);
  return [away.filter((p) => centreY(p.box) < y), away.filter((p) => centreY(p.box) > y)].filter((l) => l.length > 0);
}

/**
 * Rows that go on after a numbered one without a number, some without figures: blank rows, or lines of one label.
 * @returns indices of the rows of such blocks
 */
export function mixedBlocks(rows: readonly { readonly starts: boolean; readonly blank: boolean }[]): Set<number> {
  const mixed = new Set<number>();
  for (let r = 0, end = 0; r < rows.length; r = end) {
    for (end = r + 1; end < rows.length && rows[r]?.starts && !rows[end]?.starts; ) end++;
    const block = rows.slice(r, end);
    if (block.length > 1 && block.some((row) => row.blank)) for (let i = r; i < end; i++) mixed.add(i);
  }
  return mixed;
}
