import { sizeOf } from '../compose.js';
import { around, centreY } from '../marks.js';
import type { Band } from './bands.js';
import { blankRows, mixedBlocks, otherLabels, restAbove } from './blank-rows.js';
import { boundariesOf } from './boundaries.js';
import { hasBeginning } from './labels.js';
import { leavesOf } from './leaves.js';
import { numberedLabels } from './numbered-labels.js';
import type { Piece } from './pieces.js';
import type { Row } from './rows.js';

/** Figures further away (ems) from every line of a label may be those of a row that has lost its own. */
const BESIDE = 1.3;

/** A label whose middle is as far (ems, give or take) from two rows of figures may be that of both. */
const BETWEEN = 0.3;
/** Figures that are not nearer than this (ems) to their own label than to one without figures may be those of that one. */
const NEARER = 0.6;

/** One row of a body: from where to where it reaches, and what stands in it. */
export interface BodyRow {
  readonly y0: number;
  readonly y1: number;
  readonly labels: readonly Piece[];
  /** Its figures; none where it was left blank. */
  readonly row: Row | undefined;
  /** False where no label stands beside it, or but the rest of its group's. */
  readonly labelled: boolean;
  /** True where its label may be two rows', or another row's. */
  readonly unsure: boolean;
}

/**
 * Divides the body of a band between its rows: those of figures, and those whose labels stand alone.
 * @param top where the heads end
 */
export function divideBody(
  { heads, box: { y1: bottom }, pitch: fromRow }: Band,
  rows: readonly Row[],
  labels: readonly Piece[],
  stops: readonly number[],
  top: number,
): BodyRow[] {
  const leaves = leavesOf(labels);
  // What stands over the first label is no line of it: that far, at most, are rows from each other.
  const fromHeads = Math.min(...leaves.map(middleOf)) - Math.max(...heads.flatMap((row) => row.pieces.map(middleOf)));
  const pitch = fromHeads > 0 ? Math.min(fromRow, fromHeads) : fromRow;
  const numbered = numberedLabels(rows, leaves);
  const alone =
    numbered?.flatMap((label) => (label.row === undefined ? [centreY(label.box)] : [])) ??
    blankRows(rows, leaves, pitch);
  const isPageTop = numbered === undefined && heads.length === 0 && alone.every((y) => y > (rows[0]?.y ?? 0));
  const blank = isPageTop ? [...restAbove(rows, leaves), ...alone] : alone;
  // Below the last figures may stand the rest of their label, a blank row, or the caption of the heads that follow: in
  // each case the figures are those of the label beside them.
  const apart = new Set<number>();
  const divide = () => {
    const heights = [...rows.map((row) => row.y), ...blank, ...apart].sort((a, b) => a - b);
    const ys = boundariesOf(heights, rows, leaves, numbered, stops, top, bottom);
    return heights.map((y, r) => {
      const [y0, y1] = [ys[r] as number, ys[r + 1] as number];
      const own = labels.filter((p) => centreY(p.box) >= y0 && centreY(p.box) < y1);
      // Nothing but the rest of a group's label is no label of two rows.
      const leaf = own.some((p) => leaves.includes(p)) ? leavesOf(own) : [];
      const others = numbered === undefined && !apart.has(y) ? otherLabels(leaf, y, labels, pitch) : undefined;
      const row = rows.find((r) => r.y === y);
      const far =
        row !== undefined &&
        leaf.length > 0 &&
        (leaf.every((p) => distance(p, y) > BESIDE) || isBetween(leaf, row, rows));
      return { y, y0, y1, labels: own, row, leaf, others, far };
    });
  };
  const end = divide().at(-1);
  const [below] = end?.others ?? [];
  if (end?.row !== undefined && below?.every((p) => centreY(p.box) > end.y) && below.length < end.leaf.length)
    apart.add(centreY(around(below.map((p) => p.box))));
  const divided = divide();
  const mixed = mixedBlocks(
    divided.map(({ labels: own, row }) => ({ starts: hasBeginning(own), blank: row === undefined })),
  );
  const halfway = halfwayRows(divided);
  return divided.map(({ y, others, leaf, far, ...own }, r) => ({
    ...own,
    labelled: leaf.length > 0,
    unsure: numbered === undefined && (mixed.has(r) || halfway.has(r) || others !== undefined || apart.has(y) || far),
  }));
}

/** True where a row's label stands halfway to another row: a figure broken over two lines makes two of one. */
function isBetween(leaf: readonly Piece[], row: Row, rows: readonly Row[]): boolean {
  const middle = centreY(around(leaf.map((p) => p.box)));
  const near = BETWEEN * sizeOf(leaf[0]);
  const away = ({ y }: Row) => Math.abs(y - middle);
  return rows.some((other) => other !== row && Math.abs(away(other) - away(row)) < near);
}

/**
 * Rows of figures that stand as far from their label as from that of the blank row above or below.
 * @returns indices of both
 */
function halfwayRows(rows: readonly { readonly row: Row | undefined; readonly leaf: readonly Piece[] }[]): Set<number> {
  const halfway = new Set<number>();
  rows.forEach(({ row, leaf }, r) => {
    if (row === undefined || leaf.length === 0) return;
    for (const at of [r - 1, r + 1]) {
      const next = rows[at];
      if (next === undefined || next.row !== undefined || next.leaf.length === 0) continue;
      if (nearest(next.leaf, row.y) - nearest(leaf, row.y) < NEARER) halfway.add(r).add(at);
    }
  });
  return halfway;
}

const nearest = (leaf: readonly Piece[], y: number): number => Math.min(...leaf.map((p) => distance(p, y)));
const middleOf = ({ box }: Piece): number => centreY(box);
const distance = ({ box, glyphs }: Piece, y: number): number => Math.abs(centreY(box) - y) / sizeOf({ glyphs });
