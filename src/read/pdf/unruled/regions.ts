import { sizeOf } from '../compose.js';
import { isGroupName, isRowName } from '../form-names.js';
import { around, median, type Rule } from '../marks.js';
import { follows, isFirst, LABEL_NUMBER } from '../signs.js';
import { LINE_PITCH, type Piece, SAME_EDGE } from './pieces.js';
import { blankBand } from './repeated-heads.js';
import type { Row } from './rows.js';
import { blankBelow } from './strips.js';
import { drawnApart } from './touching.js';

/** A line this much wider (share of the page's text) is prose, not a label. */
export const PROSE = 0.62;
/** A line this much larger than the figures and the labels beside them, or than most lines, is a heading. */
export const HEADING = 1.15;
/** How a note under a table begins. */
const NOTE = /^[（(]?\s*(?:备?注|说明)\s*[:：]/;
/** Words that begin over as many figures do so not by chance. */
const LEAST_HEADS = 3;
/** Labels this far (ems) right of others stand in a column of their own. */
const INDENT = 2;
const HEADING_NUMBER = /^[一二三四五六七八九十]{1,3}[、.．]/;
/** A heading has words after its number; lines of a narrow label, 三、 over 本年 over 度办, have none to speak of. */
const NUMBERED_HEADING = /^[一二三四五六七八九十]{1,3}[、.．]\s*\S{3}/;

/**
 * Stretches of rows that make a table: rows of figures with what stands over and between them.
 * @param across what is drawn across the page
 * @param goesOn true where a table may go on from the page before, so that rows of one figure are enough
 */
export function regionsOf(rows: readonly Row[], across: readonly Rule[], goesOn: boolean): Row[][] {
  const regions: Row[][] = [];
  let open: Row[] = [];
  const text = around(rows.map((r) => r.box));
  const size = median(
    rows.flatMap((r) => r.figures.map(sizeOf)),
    10,
  );
  // Fonts that have no letters for figures may give these in another size than the labels beside them.
  const labels = rows.flatMap((r) => (r.figures.length > 0 ? r.pieces.filter((p) => !p.figure).map(sizeOf) : []));
  const headingSize = HEADING * Math.max(size, median(labels));
  const isFigures = (row: Row) =>
    row.figures.length >= 3 || (row.figures.length >= 1 && (row.pieces.length >= 2 || isBetweenLines(row, rows)));
  const isProse = (row: Row, i: number) =>
    row.pieces.length === 1 &&
    row.box.x1 - row.box.x0 > PROSE * (text.x1 - text.x0) &&
    row.figures.length === 0 &&
    !isOverFigures(row, rows[i + 1]);
  const gaps = rows.slice(1).map((row, i) => row.box.y0 - (rows[i] as Row).box.y1);
  const usual = median(
    gaps.filter((gap) => gap > 0),
    6,
  );
  const headsFollow = (next: Row | undefined) =>
    next !== undefined && next.figures.length === 0 && next.pieces.length > 1;
  // A heading stands over the heads; a line this near to figures is of their label.
  const isBesideFigures = (row: Row, i: number) => {
    const next = rows.slice(i + 1, i + 3).find((other) => other.figures.length > 1);
    if (next === undefined || next.y - row.y > LINE_PITCH * size) return false;
    return next.figures.length > 2 || next.pieces.slice(-2).every((p) => p.figure);
  };
  // The next number after that of a row's label is a row's too.
  const isBlankRow = (row: Row) => open.some(isFigures) && isNext(row.pieces[0] as Piece, open);
  const isHeading = (row: Row, i: number) =>
    row.pieces.length === 1 &&
    row.figures.length === 0 &&
    !isBesideFigures(row, i) &&
    !isGroupName(row.pieces[0]?.text ?? '') &&
    ((row.pieces[0]?.glyphs[0]?.size ?? 0) > headingSize ||
      (NUMBERED_HEADING.test(row.pieces[0]?.text ?? '') &&
        (((gaps[i - 1] ?? Infinity) > usual * 1.4 && !isBlankRow(row)) || headsFollow(rows[i + 1])))) &&
    blankBelow(open, [row], across) === 0;
  const close = () => {
    const last = open.findLastIndex(isFigures);
    if (last < 0) {
      open = [];
      return;
    }
    // Words under the last figures are its labels' last lines, when they stand close, or the labels of blank rows.
    let end = last + 1;
    const isNear = (row: Row) => row.box.y0 - (open[end - 1] as Row).box.y1 < size * 0.6;
    const isNote = ({ pieces: [first] }: Row) => NOTE.test(first?.text ?? '');
    const isBelow = (row: Row) => !isNote(row) && (isNear(row) || isNextLabel(row, open.slice(0, end)));
    while (end < open.length) {
      const [table, below] = [open.slice(0, end), open.slice(end)];
      const rows = isBelow(open[end] as Row) ? 1 : blankBelow(table, below, across) || blankBand(table, below);
      if (rows === 0) break;
      end += rows;
    }
    const region = open.slice(0, end);
    const isRest = goesOn && region[0] === rows[0] && hasColumn(region);
    if (isRest || region.some((r) => r.pieces.length >= 3 || r.figures.length >= 2 || isNamed(r))) regions.push(region);
    open = [];
  };
  rows.forEach((row, i) => {
    if (isProse(row, i) || isHeading(row, i)) close();
    else open.push(row);
  });
  close();
  return regions;
}

/**
 * True for a line that stands over nothing but figures, or has a word begin over each of them: heads, however near they
 * stand.
 */
const isOverFigures = ({ pieces, box }: Row, below: Row | undefined): boolean => {
  const under = below?.figures.filter((f) => f.box.x0 < box.x1 && f.box.x1 > box.x0) ?? [];
  const starts = pieces.flatMap((p) => drawnApart(p.glyphs).flatMap(([first]) => first?.x0 ?? []));
  return (
    under.length >= LEAST_HEADS &&
    (below?.pieces.length === under.length ||
      under.every((f) => starts.some((x) => Math.abs(x - f.box.x0) < SAME_EDGE)))
  );
};

/**
 * True for a label, a row's or its group's, that stands under another and has the next number, but not a section's; labels
 * that stand further in than their groups begin anew with each.
 */
function isNextLabel({ pieces }: Row, above: readonly Row[]): boolean {
  const left = Math.min(...above.map((row) => row.box.x0));
  const isOwn = (label: Piece) => {
    const isInner = label.box.x0 - left > INDENT * sizeOf(label);
    return (isInner || !isFirst(label.text)) && !HEADING_NUMBER.test(label.text) && isNext(label, above);
  };
  return pieces.some(isOwn) && pieces.every((p) => !p.figure);
}

/** True for a label with the number after that of the last numbered one that begins where it does. */
function isNext(label: Piece, above: readonly Row[]): boolean {
  const aligned = above.flatMap(({ pieces }) =>
    pieces.filter((p) => LABEL_NUMBER.test(p.text) && Math.abs(p.box.x0 - label.box.x0) < SAME_EDGE),
  );
  return follows(aligned.at(-1)?.text ?? '', label.text);
}

/** True for a lone figure as high as the middle of the two lines of its label, above and below it. */
function isBetweenLines(row: Row, rows: readonly Row[]): boolean {
  const at = rows.indexOf(row);
  const [above, below] = [rows[at - 1], rows[at + 1]];
  const isLine = (other: Row) => other.figures.length === 0 && (other.pieces.at(-1) as Piece).box.x1 < row.box.x0;
  if (above === undefined || below === undefined || !isLine(above) || !isLine(below)) return false;
  const size = sizeOf(row.pieces[0]);
  return (
    below.y - above.y < LINE_PITCH * size &&
    Math.abs(above.y + below.y - 2 * row.y) < size / 2 &&
    Math.abs(above.box.x0 - below.box.x0) < SAME_EDGE
  );
}

/** True for a row of the form with its only figure. */
const isNamed = ({ pieces: [label, figure, ...others] }: Row): boolean =>
  label !== undefined && figure?.figure === true && others.length === 0 && isRowName(label.text);

/** True for two rows or more of one figure after a label, all of them one under the other. */
function hasColumn(region: readonly Row[]): boolean {
  const figures = region.filter((r) => r.figures.length > 0);
  const boxes = figures.flatMap((r) => r.figures.map((f) => f.box));
  const [from, to] = [Math.max(...boxes.map((b) => b.x0)), Math.min(...boxes.map((b) => b.x1))];
  return figures.length > 1 && from < to && figures.every((r) => r.pieces.length === 2 && r.pieces[1]?.figure);
}
