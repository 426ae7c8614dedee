import { isUnread } from '../../../model.js';
import { sizeOf } from '../compose.js';
import { around, type Box, centreY, median } from '../marks.js';
import type { PageLine } from '../page.js';
import { UNIT } from '../signs.js';
import { cutLabels } from './leaves.js';
import { cutNamedHeads } from './named-heads.js';
import { type Piece, piecesOf, withoutGlue } from './pieces.js';
import { withoutTouching } from './touching.js';
import { withUprightLabels } from './upright-labels.js';

/** A figure and its unit on two lines of a cell stand nearer (ems) to the other figures of their row than any row. */
const STACKED = 1;
/** Lines of two rows are further apart (ems) than this. */
export const TOO_NEAR = 0.85;

/** Pieces of a row stand as high as the first of them (give or take this, in ems), */
const LEVEL = 0.3;
/** or as any other, where that is not this much lower than the first. */
const SAME_LEVEL = 0.15;
const MOST_LEVELS = 0.5;

/** What stands at one height: pieces from left to right. */
export interface Row {
  readonly pieces: readonly Piece[];
  readonly box: Box;
  readonly figures: readonly Piece[];
  /** The height at which most of it stands. */
  readonly y: number;
}

export function rowsOf(lines: readonly PageLine[]): Row[] {
  const printed = lines.flatMap(({ glyphs }) => piecesOf(glyphs.filter((g) => g.counts !== 'surely')));
  const cut = cutLabels(cutNamedHeads(withoutTouching(withoutGlue(printed))));
  const pieces = withUprightLabels(cut).sort((a, b) => centreY(a.box) - centreY(b.box));
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const last = rows.at(-1);
    if (last !== undefined && isOfRow(piece, last)) last.push(piece);
    else rows.push([piece]);
  }
  return withStacked(withLevels(rows)).map(({ pieces: own, y }) => {
    const sorted = own.toSorted((a, b) => a.box.x0 - b.box.x0);
    const figures = sorted.filter((p) => p.figure);
    return { pieces: sorted, box: around(sorted.map((p) => p.box)), figures, y };
  });
}

/** True for what stands as high as the first piece of a row, or as any other and not much lower than that. */
function isOfRow(piece: Piece, row: readonly Piece[]): boolean {
  const lower = (other: Piece) => (centreY(piece.box) - centreY(other.box)) / Math.max(sizeOf(piece), sizeOf(other));
  const fromFirst = lower(row[0] as Piece);
  return fromFirst < LEVEL || (fromFirst < MOST_LEVELS && row.some((other) => lower(other) < SAME_LEVEL));
}

/** A row while it is put together. */
interface OpenRow {
  readonly pieces: Piece[];
  readonly y: number;
}

/**
 * Figures nearer than rows can be are of one row, on whose lines narrow cells break some and set others in the middle; and
 * so are characters that nobody knows, which may be figures.
 */
function withLevels(rows: readonly (readonly Piece[])[]): OpenRow[] {
  const open: OpenRow[] = [];
  let levels: (Level & { readonly at: number })[] = [];
  for (const pieces of rows) {
    const figures = pieces.filter((p) => p.figure || isUnread(p.text));
    const row = { pieces: [...pieces], y: heightOf(pieces) };
    const last = levels.at(-1);
    const goesOn = last !== undefined && areLevels(last, { figures, y: row.y });
    if (figures.length > 0) levels = [...(goesOn ? levels : []), { at: open.length, figures, y: row.y }];
    open.push(row);
    const [first] = levels;
    if (!goesOn || first === undefined || last === undefined) continue;
    // The lines between, of labels, stay as they are.
    const above = open[last.at] as OpenRow;
    open[open.length - 1] = { pieces: [...above.pieces, ...row.pieces], y: (first.y + row.y) / 2 };
    open[last.at] = { pieces: [], y: above.y };
  }
  return open.filter(({ pieces }) => pieces.length > 0);
}

/** What stands at one height, as far as it is figures. */
interface Level {
  readonly figures: readonly Piece[];
  readonly y: number;
}

/** True for lines of figures nearer to each other than the figures are high, each in columns that the other leaves empty. */
const areLevels = (above: Level, below: Level): boolean =>
  below.figures.length > 0 &&
  Math.abs(below.y - above.y) < TOO_NEAR * Math.max(sizeOf(above.figures[0]), sizeOf(below.figures[0])) &&
  !below.figures.some(({ box }) => above.figures.some((f) => f.box.x0 < box.x1 && f.box.x1 > box.x0));

const isLabelled = (pieces: readonly Piece[]): boolean => pieces.some((p) => !p.figure && !UNIT.test(p.text));

/** Puts figures and units that a narrow cell breaks over two lines to the row in whose empty columns they stand. */
function withStacked(whole: readonly OpenRow[]): OpenRow[] {
  const gone = new Set<object>();
  for (const row of whole.toSorted((a, b) => a.pieces.length - b.pieces.length)) {
    if (isLabelled(row.pieces)) continue;
    const near = (other: typeof row) => Math.abs(other.y - row.y) < STACKED * sizeOf(row.pieces[0]);
    const home = whole.find(
      (other) =>
        other !== row &&
        !gone.has(other) &&
        near(other) &&
        (isLabelled(other.pieces) || other.pieces.length > row.pieces.length) &&
        other.pieces.some((p) => p.figure) &&
        !other.pieces.some((p) =>
          row.pieces.some(
            ({ box }) => Math.abs(centreY(p.box) - other.y) < 1 && p.box.x0 < box.x1 && p.box.x1 > box.x0,
          ),
        ),
    );
    if (home === undefined) continue;
    home.pieces.push(...row.pieces);
    gone.add(row);
  }
  return whole.filter((row) => !gone.has(row));
}

/** Where figures stand, for labels beside them may be set a little higher or lower. */
const heightOf = (pieces: readonly Piece[]): number =>
  median(
    pieces.filter((p) => p.figure).map((p) => centreY(p.box)),
    centreY((pieces[0] as Piece).box),
  );
