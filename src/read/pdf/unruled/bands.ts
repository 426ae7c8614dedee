import { sizeOf } from '../compose.js';
import { beginsRow, isGroupName } from '../form-names.js';
import { around, type Box, centreY } from '../marks.js';
import { linesOfCorner } from './corner.js';
import { labelColumns } from './labels.js';
import { isAligned, LINE_PITCH, type Piece } from './pieces.js';
import { isBlankUnder, isRepeated } from './repeated-heads.js';
import type { Row } from './rows.js';
import { isIn, type Strip } from './strips.js';

/** Rows of figures under the same heads, with these. */
export interface Band {
  readonly heads: readonly Row[];
  readonly body: readonly Row[];
  /** The part of the table that it takes. */
  readonly box: Box;
  /** How near two rows of the table stand that each have a label of their own; Infinity where none follow each other. */
  readonly pitch: number;
  /** Where the rows of figures of the table end. */
  readonly ends: readonly number[];
}

/**
 * The bands of a table, from top to bottom. Words over figures are a head, and so is what stands above or between them.
 * @param strips its rows, where lines across divide them
 */
export function bandsOf(region: readonly Row[], strips: readonly Strip[]): Band[] {
  const firstFigure = firstFigureOf(region);
  const labelEnd = Math.max(
    ...region
      .filter((r) => r.figures.length > 0)
      .flatMap((r) => labelsIn(r, firstFigure))
      .map((p) => p.box.x1),
  );
  const ends = region.flatMap((row) => row.figures.at(-1)?.box.x1 ?? []);
  const lastEnd = Math.max(...ends);
  // Where figures end at the right of their cells, their head may end left of them, but right of all labels.
  const isBesideLabels = ({ text, box }: Piece) => box.x0 > labelEnd && box.x0 < lastEnd && !beginsRow(text);
  const bands: { heads: Row[]; body: Row[] }[] = [];
  region.forEach((row, i) => {
    const next = region.findIndex((r, k) => k >= i && r.figures.length > 0);
    const under = next < 0 ? region.findLast((r) => r.figures.length > 0) : region[next];
    const figuresFrom = under?.figures[0]?.box.x0 ?? firstFigure;
    const isOver = (r: Row) =>
      r.pieces.some(
        (p) =>
          (p.box.x1 > figuresFrom + 2 && p.box.x0 < lastEnd) ||
          (r.pieces.length > 1 && (p.box.x0 > firstFigure || isBesideLabels(p))),
      );
    const last = bands.at(-1);
    const over = last?.heads ?? [];
    const among =
      last === undefined ||
      last.body.length === 0 ||
      row.pieces.some((p) => p.box.x1 > firstFigure + 2) ||
      row.pieces.every((p) => p.box.x0 > labelEnd);
    const isNextLine = last?.body.length === 0 && row.pieces.every((p) => isBesideLabels(p) && goesOn(p, over));
    const head =
      row.figures.length === 0 &&
      !row.pieces.some(({ text }) => isGroupName(text)) &&
      !isBlankUnder(row, over, region) &&
      !(over.some(({ pieces }) => pieces.length > 1) && isAlone(row, region, strips, firstFigure)) &&
      (isOver(row) || isNextLine || (among && region.slice(i, next < 0 ? undefined : next).some(isOver)));
    if (head && (last === undefined || last.body.length > 0 || isRepeated(row, last.heads)))
      bands.push({ heads: [row], body: [] });
    else if (head) last?.heads.push(row);
    else if (last === undefined) bands.push({ heads: [], body: [row] });
    else last.body.push(row);
  });
  const box = around(region.map((r) => r.box));
  const pitch = Math.min(...bands.flatMap(({ body }) => stepsOf(body, firstFigure)));
  return bands.map(({ heads, body }, i) => {
    const rest = linesOfCorner(heads, body);
    const band = { heads: [...heads, ...body.slice(0, rest)], body: body.slice(rest) };
    const [above, next] = [bands[i - 1], bands[i + 1]];
    const y0 = above === undefined ? box.y0 - 1 : between(above, { heads, body });
    const y1 = next === undefined ? box.y1 + 1 : between({ heads, body }, next);
    return { ...band, pitch, ends, box: { x0: box.x0 - 1, x1: box.x1 + 1, y0, y1 } };
  });
}

/** True for words under a head, as near as the lines of one are. */
const goesOn = (piece: Piece, heads: readonly Row[]): boolean =>
  heads.some(({ pieces }) =>
    pieces.some(
      (head) => isAligned(piece, head) && centreY(piece.box) - centreY(head.box) < LINE_PITCH * sizeOf(piece),
    ),
  );

/** True for a label alone in its strip, left of all figures: under heads, a blank row. */
function isAlone(row: Row, region: readonly Row[], strips: readonly Strip[], firstFigure: number): boolean {
  const strip = strips.find((own) => isIn(row.y, own));
  const pieces = strip === undefined ? [] : region.filter(({ y }) => isIn(y, strip)).flatMap((other) => other.pieces);
  return labelColumns(pieces).length === 1 && pieces.every((p) => !p.figure && p.box.x1 < firstFigure);
}

/** Where one band ends and the next begins: over its first row, but under the middle of what stands in the last of the other. */
function between(above: Pick<Band, 'heads' | 'body'>, below: Pick<Band, 'heads' | 'body'>): number {
  const last = [...above.heads, ...above.body].flatMap((row) => row.pieces.map((p) => centreY(p.box)));
  const first = below.heads[0] ?? (below.body[0] as Row);
  return Math.max(first.box.y0 - 1, ...last.map((y) => y + 0.5));
}

/** From row to row, where both have figures and a label beside them. */
function stepsOf(body: readonly Row[], firstFigure: number): number[] {
  const isWhole = ({ pieces, figures }: Row) =>
    figures.length > 0 && pieces.some((p) => !p.figure && p.box.x0 < firstFigure);
  return body.slice(1).flatMap((row, i) => {
    const above = body[i] as Row;
    return isWhole(above) && isWhole(row) ? [row.y - above.y] : [];
  });
}

const firstFigureOf = (rows: readonly Row[]): number =>
  Math.min(...rows.flatMap((row) => row.figures.map((f) => f.box.x0)));

/** Labels of all bands: their column is the same over the whole table. */
export function labelsOf(bands: readonly Band[]): Piece[] {
  const rows = bands.flatMap((band) => band.body);
  const firstFigure = firstFigureOf(rows);
  return rows.flatMap((row) => labelsIn(row, firstFigure));
}

const labelsIn = ({ pieces }: Row, firstFigure: number): Piece[] =>
  pieces.filter((p) => !p.figure && p.box.x0 < firstFigure);
