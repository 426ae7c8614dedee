import { PICTURE } from '../../model.js';
import { isFigureLike } from '../../text.js';
import { linesOf, type TextLine } from './compose.js';
import type { PageCell, PageTable } from './fill.js';
import { cutLabels, leavesOf } from './label-columns.js';
import type { PageLine } from './layout.js';
import { isBrokenFigure, joinBrokenRows } from './broken-rows.js';
import { around, type Box, centreX, centreY, type Glyph, median } from './marks.js';
import { LABEL_NUMBER, UNIT } from './signs.js';

/** A gap (ems) between pieces of a line that stand in different columns. */
const COLUMN_GAP = 0.55;
/** A gap (ems) between the heads of two columns; characters of one head touch. */
const HEAD_GAP = 0.15;
/** A gap (ems) between two figures; the digits of one stand closer. */
const FIGURE_GAP = 0.35;
/** Figures that begin or end this near (points) to the same line down stand in one column. */
const SAME_EDGE = 1;
const PART_OF_FIGURE = /^[\d０-９.,，+○〇零无/\\—–-]$/;
/** How a label ends that has run into a figure which could not be cut off. */
const ENDS_IN_FIGURE = /(?:[\d０-９][件宗个次万元]*|[○〇零无/\\—–-])$/;
/** A figure and its unit on two lines of a cell stand nearer (ems) to the other figures of their row than any row. */
const STACKED = 1;
/** Digits of one number stand as far apart as each other, give or take this (ems). */
const UNEVEN = 0.12;
const DIGIT = /[\d０-９]/;
/** Lines of one wrapped label or head are nearer (ems, from line to line) than lines of two. */
const LINE_PITCH = 1.7;
/** A line this much wider (share of the page's text) is prose, not a label. */
const PROSE = 0.62;
/** A line this much larger than the figures is a heading. */
const HEADING = 1.15;
/** Heads of columns begin within this many lines over the figures. */
const LOWEST_HEADS = 5;
/** Lines of one label are nearer to each other than this share of their distance to the next label. */
const CONTRAST = 0.88;
const HEADING_NUMBER = /^[一二三四五六七八九十]{1,3}[、.．]/;

/** Text of one column in one line. */
export interface Piece extends TextLine {
  readonly figure: boolean;
}

/** What stands at one height: pieces from left to right. */
export interface Row {
  readonly pieces: readonly Piece[];
  readonly box: Box;
  readonly figures: readonly Piece[];
  /** The height at which most of it stands. */
  readonly y: number;
}

/**
 * Tables that no rules, or only rules across, divide: figures one under the other make the columns, and the words
 * beside them the rows.
 * @param lines loose lines of a page, from top to bottom
 * @param stops heights at which a line or the edge of a band is drawn across: no label reaches over one
 * @returns the lines that belong to no table, and the tables
 */
export function tablesWithoutRules(lines: readonly PageLine[], stops: readonly number[]): (PageLine | PageTable)[] {
  const rows = rowsOf(lines);
  const regions = regionsOf(rows);
  if (regions.length === 0) return [...lines];
  const taken = new Set<Glyph>();
  const tables = regions.map((region): PageTable => {
    for (const row of region) for (const piece of row.pieces) for (const glyph of piece.glyphs) taken.add(glyph);
    const [line] = lines as [PageLine];
    const cells = cellsOf(region, stops);
    return {
      kind: 'table',
      page: line.page,
      turns: line.turns,
      box: around(cells.map((c) => c.box)),
      cells,
      ruled: false,
      openAbove: false,
      openBelow: false,
    };
  });
  return [...lines.filter((line) => !line.glyphs.every((g) => taken.has(g))), ...tables];
}

function rowsOf(lines: readonly PageLine[]): Row[] {
  const pieces = cutLabels(withoutGlue(lines.flatMap(({ glyphs }) => piecesOf(glyphs)))).sort(
    (a, b) => centreY(a.box) - centreY(b.box),
  );
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const [last] = rows.at(-1) ?? [];
    const size = piece.glyphs[0]?.size ?? 10;
    if (last !== undefined && Math.abs(centreY(last.box) - centreY(piece.box)) < 0.3 * size) rows.at(-1)?.push(piece);
    else rows.push([piece]);
  }
  return withStacked(rows).map(({ pieces: own, y }) => {
    const sorted = own.toSorted((a, b) => a.box.x0 - b.box.x0);
    const figures = sorted.filter((p) => p.figure);
    // A line that only numbers its columns or is a lone figure among words is no row of figures.
    return { pieces: sorted, box: around(sorted.map((p) => p.box)), figures, y };
  });
}

/** Puts figures and units that a narrow cell breaks over two lines to the row in whose empty columns they stand. */
function withStacked(rows: readonly (readonly Piece[])[]): { pieces: Piece[]; y: number }[] {
  const whole = rows.map((pieces) => ({ pieces: [...pieces], y: centreY((pieces[0] as Piece).box) }));
  const gone = new Set<object>();
  for (const row of whole.toSorted((a, b) => a.pieces.length - b.pieces.length)) {
    if (!row.pieces.every((p) => p.figure || UNIT.test(p.text))) continue;
    const near = (other: typeof row) => Math.abs(other.y - row.y) < STACKED * (row.pieces[0]?.glyphs[0]?.size ?? 10);
    const home = whole.find(
      (other) =>
        other !== row &&
        !gone.has(other) &&
        near(other) &&
        other.pieces.length > row.pieces.length &&
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

function piecesOf(glyphs: readonly Glyph[]): Piece[] {
  // A line was put together with some tolerance; a table's rows may stand closer than that.
  const levels: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => centreY(a) - centreY(b))) {
    const last = levels.at(-1)?.[0];
    if (last !== undefined && Math.abs(centreY(last) - centreY(glyph)) < 0.25 * glyph.size) levels.at(-1)?.push(glyph);
    else levels.push([glyph]);
  }
  return levels.flatMap((level) => {
    const parts: Glyph[][] = [];
    for (const glyph of level.toSorted((a, b) => a.x0 - b.x0)) {
      const last = parts.at(-1)?.at(-1);
      const apart = last !== undefined && DIGIT.test(last.text) && DIGIT.test(glyph.text) ? FIGURE_GAP : COLUMN_GAP;
      if (last !== undefined && glyph.x0 - last.x1 < apart * glyph.size) parts.at(-1)?.push(glyph);
      else parts.push([glyph]);
    }
    return parts.flatMap((part) => linesOf(part)).map((line): Piece => ({ ...line, figure: isFigureLike(line.text) }));
  });
}

/** Labels that run into the first figure of their row are cut where figures of other rows begin or end. */
function withoutGlue(pieces: readonly Piece[]): Piece[] {
  const figures = pieces.filter((p) => p.figure && DIGIT.test(p.text)).map((p) => p.box);
  const begins = (other: Box, box: Box) => Math.abs(other.x0 - box.x0) < SAME_EDGE;
  // Two figures, or one and the head over it.
  const inColumn = (box: Box) => {
    const own = figures.filter((f) => begins(f, box) || Math.abs(f.x1 - box.x1) < SAME_EDGE).length;
    return own >= 2 || (own === 1 && pieces.filter((p) => begins(p.box, box)).length >= 2);
  };
  return pieces.flatMap((piece) => {
    const glyphs = piece.glyphs.toSorted((a, b) => a.x0 - b.x0);
    const end = glyphs.findLastIndex((g) => !PART_OF_FIGURE.test(g.text)) + 1;
    if (piece.figure || end === 0 || end === glyphs.length || !inColumn(around(glyphs.slice(end)))) return [piece];
    return [glyphs.slice(0, end), glyphs.slice(end)].flatMap((part) =>
      linesOf(part).map((line): Piece => ({ ...line, figure: isFigureLike(line.text) })),
    );
  });
}

/** Stretches of rows that make a table: rows of figures with what stands over and between them. */
function regionsOf(rows: readonly Row[]): Row[][] {
  const text = around(rows.map((r) => r.box));
  const size = median(
    rows.flatMap((r) => r.figures.map((f) => f.glyphs[0]?.size ?? 10)),
    10,
  );
  const isFigures = (row: Row) => row.figures.length >= 3 || (row.figures.length >= 1 && row.pieces.length >= 2);
  const isProse = (row: Row) =>
    row.pieces.length === 1 && row.box.x1 - row.box.x0 > PROSE * (text.x1 - text.x0) && row.figures.length === 0;
  const gaps = rows.slice(1).map((row, i) => row.box.y0 - (rows[i] as Row).box.y1);
  const usual = median(
    gaps.filter((gap) => gap > 0),
    6,
  );
  const isHeading = (row: Row, i: number) =>
    row.pieces.length === 1 &&
    row.figures.length === 0 &&
    ((row.pieces[0]?.glyphs[0]?.size ?? 0) > size * HEADING ||
      (HEADING_NUMBER.test(row.pieces[0]?.text ?? '') && (gaps[i - 1] ?? Infinity) > usual * 1.4));
  const regions: Row[][] = [];
  let open: Row[] = [];
  const close = () => {
    const last = open.findLastIndex(isFigures);
    if (last < 0) {
      open = [];
      return;
    }
    // Words under the last figures are its labels' last lines, when they stand close.
    let end = last + 1;
    while (end < open.length && (open[end] as Row).box.y0 - (open[end - 1] as Row).box.y1 < size * 0.6) end++;
    if (open.slice(0, end).some((r) => r.pieces.length >= 3 || r.figures.length >= 2)) regions.push(open.slice(0, end));
    open = [];
  };
  rows.forEach((row, i) => {
    if (isProse(row) || isHeading(row, i)) close();
    else open.push(row);
  });
  close();
  return regions;
}

/** Rows of figures under the same heads, with these. */
interface Band {
  readonly heads: readonly Row[];
  readonly body: readonly Row[];
}

function cellsOf(region: readonly Row[], stops: readonly number[]): PageCell[] {
  const firstFigure = Math.min(...region.flatMap((row) => row.figures.map((f) => f.box.x0)));
  const box = around(region.map((r) => r.box));
  const bands: { heads: Row[]; body: Row[] }[] = [];
  region.forEach((row, i) => {
    // Words over the figures are a head, and so is what stands above or between such words.
    const next = region.findIndex((r, k) => k >= i && r.figures.length > 0);
    const under = next < 0 ? region.findLast((r) => r.figures.length > 0) : region[next];
    const figuresFrom = under?.figures[0]?.box.x0 ?? firstFigure;
    const isOver = (r: Row) =>
      r.pieces.some((p) => p.box.x1 > figuresFrom + 2 || (r.pieces.length > 1 && p.box.x0 > firstFigure));
    const last = bands.at(-1);
    const among = last === undefined || last.body.length === 0 || row.pieces.some((p) => p.box.x1 > firstFigure + 2);
    const head =
      row.figures.length === 0 && (isOver(row) || (among && region.slice(i, next < 0 ? undefined : next).some(isOver)));
    if (head && (last === undefined || last.body.length > 0)) bands.push({ heads: [row], body: [] });
    else if (head) last?.heads.push(row);
    else if (last === undefined) bands.push({ heads: [], body: [row] });
    else last.body.push(row);
  });
  // The column of labels is the same over the whole table.
  const labels = bands
    .flatMap((band) => band.body.flatMap((row) => row.pieces.filter((p) => !p.figure)))
    .filter((p) => p.box.x0 < firstFigure);
  return bands.flatMap((band, i) => {
    const top = i === 0 ? box.y0 - 1 : band.heads[0] !== undefined ? band.heads[0].box.y0 - 1 : box.y0;
    const next = bands[i + 1];
    const bottom = next === undefined ? box.y1 + 1 : (next.heads[0] ?? (next.body[0] as Row)).box.y0 - 1;
    return bandCells(band, { ...box, x0: box.x0 - 1, x1: box.x1 + 1, y0: top, y1: bottom }, stops, labels);
  });
}

/** A column of figures: where its figures stand, and what stands over it. */
export interface Column {
  readonly from: number;
  readonly to: number;
  readonly head: readonly Piece[];
}

/**
 * The columns of a band: figures one under the other, paired with the heads. A head without figures is a blank column,
 * but only when every other head stands over its figures.
 * @returns undefined where heads and figures cannot be paired for certain
 */
function columnsOf(
  band: Band,
  labels: readonly Piece[],
): { columns: Column[]; certain: boolean; heads: readonly Piece[] } {
  const spans: { from: number; to: number }[] = [];
  for (const row of band.body)
    for (const { box } of row.figures) {
      const over = spans.filter((c) => box.x0 < c.to && box.x1 > c.from);
      const from = Math.min(box.x0, ...over.map((c) => c.from));
      const to = Math.max(box.x1, ...over.map((c) => c.to));
      for (const c of over) spans.splice(spans.indexOf(c), 1);
      spans.push({ from, to });
    }
  spans.sort((a, b) => a.from - b.from);
  const whole = band.heads.flatMap((row) => row.pieces);
  const pieces = whole.flatMap((p) => cutBetween(p, spans, beginnings(p, whole, spans)));
  const stacks = stacksOf(pieces).filter(
    (stack) => !stack.some(({ box }) => labels.some((p) => box.x0 < p.box.x1 && box.x1 > p.box.x0)),
  );
  const boxes = stacks.map((stack) => around(stack.map((p) => p.box)));
  const over = spans.map((span) => boxes.flatMap((b, i) => (b.x0 < span.to && b.x1 > span.from ? [i] : [])));
  const own = (i: number | undefined) => (i === undefined ? [] : (stacks[i] ?? []));
  if (stacks.length === spans.length) {
    // As many heads as columns, but one that stands over another's figures: some are no heads, some were not found.
    const inPlace = over.every((list, k) => list.length === 0 || list.includes(k));
    return { columns: spans.map((s, i) => ({ ...s, head: own(i) })), certain: inPlace, heads: pieces };
  }
  const single = over.every((list) => list.length === 1) && new Set(over.flat()).size === spans.length;
  if (stacks.length > spans.length && single) {
    const paired = new Map(over.map(([i], k) => [i, k]));
    const columns = boxes.map((b, i) => {
      const span = spans[paired.get(i) ?? -1];
      return { from: Math.min(b.x0, span?.from ?? b.x0), to: Math.max(b.x1, span?.to ?? b.x1), head: own(i) };
    });
    return { columns, certain: true, heads: pieces };
  }
  return {
    columns: spans.map((s, i) => ({ ...s, head: over[i]?.length === 1 ? own(over[i]?.[0]) : [] })),
    certain: stacks.length === 0,
    heads: pieces,
  };
}

/** Where the heads begin that touch each other in one piece of the lowest line: each as its figures, all of them. */
function beginnings(
  piece: Piece,
  heads: readonly Piece[],
  spans: readonly { from: number; to: number }[],
): readonly Glyph[] {
  const under = ({ from, to }: { from: number; to: number }) => piece.box.x0 < to && piece.box.x1 > from;
  const isLowest = !heads.some(({ box }) => box.y0 >= piece.box.y1 && under({ from: box.x0, to: box.x1 }));
  const own = isLowest ? spans.filter(under) : [];
  const at = own.flatMap(({ from }) => piece.glyphs.find((g) => Math.abs(g.x0 - from) < SAME_EDGE) ?? []);
  const isAligned = at.length === own.length && Math.abs((at[0]?.x0 ?? Infinity) - piece.box.x0) < SAME_EDGE;
  return own.length > 1 && isAligned ? at : [];
}

/** Heads that touch or nearly do are cut where one begins, or where a gap lies about halfway between two columns. */
function cutBetween(piece: Piece, spans: readonly { from: number; to: number }[], starts: readonly Glyph[]): Piece[] {
  const glyphs = piece.glyphs.toSorted((a, b) => a.x0 - b.x0);
  const parts: Glyph[][] = [];
  glyphs.forEach((glyph, i) => {
    const before = glyphs[i - 1];
    const x = before === undefined ? 0 : (before.x1 + glyph.x0) / 2;
    const cut =
      before !== undefined &&
      (starts.includes(glyph) ||
        (glyph.x0 - before.x1 > HEAD_GAP * glyph.size &&
          spans.slice(1).some((span, k) => {
            const [a, b] = [middle(spans[k] as { from: number; to: number }), middle(span)];
            return Math.abs(x - (a + b) / 2) < (b - a) * 0.35;
          })));
    if (before === undefined || cut) parts.push([glyph]);
    else parts.at(-1)?.push(glyph);
  });
  return parts.length < 2
    ? [piece]
    : parts.flatMap((part) => linesOf(part)).map((line) => ({ ...line, figure: false }));
}

const middle = ({ from, to }: { from: number; to: number }): number => (from + to) / 2;

/** Heads by column, from the lowest level up: a piece over one stack belongs to it, one over several names a group. */
function stacksOf(heads: readonly Piece[]): Piece[][] {
  const pieces = heads.toSorted((a, b) => b.box.y1 - a.box.y1);
  const bottom = pieces[0]?.box.y1 ?? 0;
  const stacks: Piece[][] = [];
  for (const piece of pieces) {
    const over = stacks.filter((stack) => stack.some(({ box }) => piece.box.x0 < box.x1 && piece.box.x1 > box.x0));
    const size = piece.glyphs[0]?.size ?? 10;
    const [stack] = over;
    if (stack === undefined) {
      if (bottom - piece.box.y1 < LOWEST_HEADS * size) stacks.push([piece]);
    } else if (over.length === 1) {
      const last = stack.at(-1) as Piece;
      if (centreY(last.box) - centreY(piece.box) < LINE_PITCH * size) stack.push(piece);
    }
  }
  return stacks
    .map((stack) => stack.toSorted((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0))
    .sort((a, b) => (a[0] as Piece).box.x0 - (b[0] as Piece).box.x0);
}

function bandCells(band: Band, box: Box, stops: readonly number[], allLabels: readonly Piece[]): PageCell[] {
  const { columns, certain: paired, heads } = columnsOf(band, allLabels);
  const { rows: figureRows, doubtful: unproven } = joinBrokenRows(band.body, columns);
  if (columns.length === 0 || figureRows.length === 0)
    return [...band.heads, ...band.body].map((row) => ({
      box: { ...box, y0: row.box.y0, y1: row.box.y1 },
      text: row.pieces.map((p) => p.text).join(' '),
    }));
  const labels = band.body.flatMap((row) =>
    row.pieces.filter((p) => !p.figure && p.box.x0 < (columns[0] as { from: number }).from),
  );
  const first = (columns[0] as { from: number }).from;
  const labelEnd = Math.min(first - 0.5, (Math.max(...labels.map((p) => p.box.x1), box.x0 + 1) + first) / 2);
  const bounds = [labels.length > 0 ? labelEnd : box.x0];
  for (let i = 1; i < columns.length; i++)
    bounds.push(((columns[i - 1] as { to: number }).to + (columns[i] as { from: number }).from) / 2);
  bounds.push(box.x1);
  const cells: PageCell[] = [];
  const used = new Set(columns.flatMap((column) => column.head));
  const top = Math.min(...[...used].map((p) => p.box.y0));
  // Words beside the heads that stand over no column: of a column that was not found, perhaps.
  const certain =
    paired &&
    heads.every(
      (p) =>
        used.has(p) ||
        centreY(p.box) < top ||
        p.box.x1 <= (bounds[0] as number) + 1 ||
        columns.some((c) => p.box.x0 < c.to && p.box.x1 > c.from),
    );
  const bodyTop = headCells(heads, columns, bounds, box, labels.length > 0, cells);

  const heights = [...figureRows.map((row) => row.y), ...blankRows(figureRows, labels)].sort((a, b) => a - b);
  const ys = boundariesOf(
    heights.map((y) => extentOf(y, figureRows)),
    labels,
    stops,
    bodyTop,
    box.y1,
  );
  const labelOf = (r: number) =>
    labels.filter(({ box: b }) => centreY(b) >= (ys[r] as number) && centreY(b) < (ys[r + 1] as number));
  // Rows that go on after a numbered one without a number, some without figures: blank rows, or lines of one label.
  const isBlank = (r: number) => figureRows.every((row) => row.y !== heights[r]);
  const starts = heights.map((_, r) => isNumbered(labelOf(r)));
  const cut = new Set<number>();
  for (let r = 0, end = 0; r < heights.length; r = end) {
    for (end = r + 1; end < heights.length && starts[r] && !starts[end]; ) end++;
    const rows = heights.map((_, i) => i).slice(r, end);
    if (rows.length > 1 && rows.some(isBlank)) for (const row of rows) cut.add(row);
  }
  heights.forEach((height, r) => {
    const [y0, y1] = [ys[r] as number, ys[r + 1] as number];
    // No figure of the body is left out, however low the heads hang.
    const inside = (p: Piece) =>
      (centreY(p.box) >= y0 || (r === 0 && p.figure)) &&
      (centreY(p.box) < y1 || (r === heights.length - 1 && p.figure));
    const own = labelOf(r);
    if (labels.length > 0) cells.push(...labelCells(own, { x0: box.x0, x1: labelEnd, y0, y1 }));
    const row = figureRows.find(({ y }) => y === height);
    const doubtful =
      !certain || cut.has(r) || mayBeTwo(own, height, labels) || (row !== undefined && unproven.has(row));
    const glued = own.some((p) => ENDS_IN_FIGURE.test(p.text));
    const rest = band.body.flatMap((row) => row.pieces).filter((p) => inside(p) && !labels.includes(p));
    columns.forEach(({ from, to }, c) => {
      const [x0, x1] = [bounds[c] as number, bounds[c + 1] as number];
      const within = rest
        .filter((p) => centreX(p.box) >= x0 && centreX(p.box) < x1)
        .sort((a, b) => a.box.y0 - b.box.y0);
      const text = within.map((p) => p.text).join('\n');
      // Text of the column beside that reaches in here may be the figures of both, run together.
      const shared = text === '' && rest.some(({ box: b }) => Math.min(b.x1, to) - Math.max(b.x0, from) > 1);
      const lines = within.filter((p) => p.figure);
      const two =
        (lines.length > 1 && !isBrokenFigure(lines, columns, c, band.body)) || within.some((p) => isUneven(p.glyphs));
      cells.push({
        box: { x0, x1, y0, y1 },
        text: doubtful || two || shared || (glued && text === '') ? `${text}${PICTURE}` : text,
      });
    });
  });
  return cells;
}

/** True where digits stand apart at one place more than at others: perhaps two figures. */
function isUneven(glyphs: readonly Glyph[]): boolean {
  const digits = glyphs.filter((g) => g.text !== ' ').sort((a, b) => a.x0 - b.x0);
  const gaps = digits.slice(1).flatMap((g, i) => {
    const before = digits[i] as Glyph;
    return DIGIT.test(g.text) && DIGIT.test(before.text) ? [(g.x0 - before.x1) / g.size] : [];
  });
  return Math.max(...gaps) - Math.min(0, ...gaps) > UNEVEN && new Set(digits.map((g) => g.order)).size > 1;
}

const isNumbered = (label: readonly Piece[]): boolean => {
  const leaf = (labelColumns(label).at(-1) ?? []).toSorted((a, b) => a.box.y0 - b.box.y0);
  return leaf[0] !== undefined && LABEL_NUMBER.test(leaf[0].text);
};

/** Label pieces of a row by column: groups left, the row's own label right. */
function labelColumns(pieces: readonly Piece[]): Piece[][] {
  const columns: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.box.x0 - b.box.x0)) {
    const last = columns.at(-1);
    const near = last?.some((p) => piece.box.x0 < p.box.x1) ?? false;
    if (near) last?.push(piece);
    else columns.push([piece]);
  }
  return columns;
}

/** Labels of one row: the leaf's, and left of it its group's, which stands in a column of its own. */
function labelCells(pieces: readonly Piece[], box: Box): PageCell[] {
  const columns = labelColumns(pieces);
  if (columns.length === 0) return [{ box, text: '' }];
  return columns.map((column, i) => ({
    box: {
      ...box,
      x0: i === 0 ? box.x0 : Math.min(...column.map((p) => p.box.x0)),
      x1: columns[i + 1] === undefined ? box.x1 : Math.min(...(columns[i + 1] as Piece[]).map((p) => p.box.x0)),
    },
    text: column
      .toSorted((a, b) => centreY(a.box) - centreY(b.box))
      .map((p) => p.text)
      .join('\n'),
  }));
}

/** Heights of labels that have no figures beside them: rows that were left blank. */
function blankRows(rows: readonly Row[], labels: readonly Piece[]): number[] {
  const leaves = leavesOf(labels).sort((a, b) => centreY(a.box) - centreY(b.box));
  const pitch = (a: Piece, b: Piece) => (centreY(b.box) - centreY(a.box)) / (b.glyphs[0]?.size ?? 10);
  const pitches = leaves.slice(1).flatMap((p, i) => {
    const step = pitch(leaves[i] as Piece, p);
    return step > 0.8 ? [step] : [];
  });
  // The closest lines of all are those of one label, unless every label has one line: then none is taken for blank.
  const wrapped = Math.max(LINE_PITCH, Math.min(...pitches) * 1.2);
  const blocks: Piece[][] = [];
  for (const piece of leaves) {
    const last = blocks.at(-1)?.at(-1);
    if (last !== undefined && pitch(last, piece) < wrapped && !LABEL_NUMBER.test(piece.text))
      blocks.at(-1)?.push(piece);
    else blocks.push([piece]);
  }
  const extents = blocks.map((block) => ({
    ...around(block.map((p) => p.box)),
    numbered: LABEL_NUMBER.test(block[0]?.text ?? ''),
  }));
  const at = rows.map((row) => row.y);
  const beside = new Set(extents.filter(({ y0, y1 }) => at.some((y) => y > y0 - 1 && y < y1 + 1)));
  // Figures beside no line of their label stand in the middle of one of an even number of lines.
  for (const y of at) {
    if (extents.some(({ y0, y1 }) => y > y0 - 1 && y < y1 + 1)) continue;
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
 * True where the lines beside a row's figures may be two labels, one of a row that was left blank: the figures stand
 * at one of them, and the next row's label is no further away than these are from each other.
 */
function mayBeTwo(own: readonly Piece[], y: number, labels: readonly Piece[]): boolean {
  const leaf = labelColumns(leavesOf(own)).at(-1) ?? [];
  const lines = leaf.map((p) => centreY(p.box)).sort((a, b) => a - b);
  const [first, last] = [lines[0] ?? y, lines.at(-1) ?? y];
  const size = own[0]?.glyphs[0]?.size ?? 10;
  if (last - first < 0.8 * size || Math.abs((first + last) / 2 - y) < 0.35 * size) return false;
  const step = Math.max(...lines.slice(1).map((line, i) => line - (lines[i] as number)));
  const others = labels
    .filter((p) => !own.includes(p) && leaf.some(({ box }) => p.box.x0 < box.x1 && p.box.x1 > box.x0))
    .map((p) => centreY(p.box));
  const next = Math.min(...others.map((o) => (o > last ? o - last : first - o)).filter((d) => d > 0));
  return step > Math.min(next * CONTRAST, LINE_PITCH * size * 1.2);
}

/** A row's height, and from where to where its figures reach. */
interface Extent {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

const extentOf = (y: number, rows: readonly Row[]): Extent => {
  const own = rows.find((row) => row.y === y);
  const box = own && around(own.pieces.filter((p) => p.figure || UNIT.test(p.text)).map((p) => p.box));
  return { y, from: box?.y0 ?? y, to: box?.y1 ?? y };
};

/** Heights between the rows: at a line drawn there, before a numbered label, or in the widest gap. */
function boundariesOf(
  rows: readonly Extent[],
  labels: readonly Piece[],
  stops: readonly number[],
  top: number,
  bottom: number,
): number[] {
  const leaves = leavesOf(labels).sort((a, b) => centreY(a.box) - centreY(b.box));
  const between = rows.slice(1).map(({ y: y1 }, i) => {
    const { y: y0 } = rows[i] as Extent;
    const stop = stops.find((y) => y > y0 && y < y1);
    if (stop !== undefined) return stop;
    const near = leaves.filter((p) => centreY(p.box) >= y0 - 1 && centreY(p.box) <= y1 + 1);
    const numbered = near.filter((p) => LABEL_NUMBER.test(p.text) && centreY(p.box) > y0 + 1);
    const first = numbered[0];
    if (first !== undefined) return first.box.y0 - 0.5;
    let best = (y0 + y1) / 2;
    let widest = 0;
    near.slice(1).forEach((p, k) => {
      const before = near[k] as Piece;
      const gap = p.box.y0 - before.box.y1;
      if (gap > widest + 0.5) [best, widest] = [(p.box.y0 + before.box.y1) / 2, gap];
    });
    return best;
  });
  // No boundary cuts figures off that stand in two lines.
  const at = between.map((y, i) => {
    const [above, below] = [rows[i] as Extent, rows[i + 1] as Extent];
    return above.to > below.from ? y : Math.min(Math.max(y, above.to), below.from);
  });
  return [top, ...at, bottom];
}

/**
 * Heads over the columns: wrapped lines put together, the lowest level in one row, wider ones in rows above.
 * @returns where the heads end
 */
function headCells(
  pieces: readonly Piece[],
  columns: readonly Column[],
  bounds: readonly number[],
  box: Box,
  labelled: boolean,
  cells: PageCell[],
): number {
  if (pieces.length === 0) return box.y0;
  const bottom = Math.max(...pieces.map((p) => p.box.y1)) + 0.5;
  const start = bounds[0] as number;
  const used = new Set(columns.flatMap((column) => column.head));
  const tops = [...used].map((p) => p.box.y0);
  const lowTop = tops.length === 0 ? bottom - 1 : Math.min(...tops) - 0.5;
  const upper = pieces.filter((p) => !used.has(p) && p.box.x1 > start + 1);
  const levels = [...new Set(upper.map((p) => Math.round(p.box.y0)))].sort((a, b) => a - b);
  levels.forEach((level, l) => {
    const y1 = (levels[l + 1] ?? Math.max(lowTop, level + 5.5) + 0.4) - 0.4;
    for (const p of upper.filter((q) => Math.round(q.box.y0) === level)) {
      const over = columns.flatMap((o, c) => (p.box.x0 < o.to && p.box.x1 > o.from ? [c] : []));
      const inside = bounds.findLastIndex((x) => x <= centreX(p.box));
      const from = over[0] ?? Math.max(0, Math.min(inside, columns.length - 1));
      const to = over.at(-1) ?? from;
      cells.push({
        box: { x0: bounds[from] as number, x1: bounds[to + 1] as number, y0: level - 0.4, y1 },
        text: p.text,
      });
    }
  });
  const low = levels.length === 0 ? box.y0 : Math.max(lowTop, (levels.at(-1) as number) + 5.5);
  // A numbered label among the heads: lines of the first row's, perhaps, or of a row without figures.
  const own = labelled ? pieces.filter((p) => !used.has(p) && p.box.x1 <= start + 1) : [];
  const none = own.some((p) => LABEL_NUMBER.test(p.text)) ? PICTURE : '';
  if (labelled) {
    cells.push({ box: { x0: box.x0, x1: start, y0: low, y1: bottom }, text: own.map((p) => p.text).join('\n') });
  }
  columns.forEach(({ head }, c) => {
    cells.push({
      box: { x0: bounds[c] as number, x1: bounds[c + 1] as number, y0: low, y1: bottom },
      text: head.length === 0 ? none : head.map((p) => p.text).join('\n'),
    });
  });
  return bottom;
}
