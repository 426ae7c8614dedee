import { PICTURE } from '../../model.js';
import type { CleanPage } from './clean.js';
import { isColumnOfFigures } from './column-of-figures.js';
import { linesOf } from './compose.js';
import { SAME_SIDE } from './continued.js';
import { cutColumn, isCutOff } from './cut-off.js';
import { withoutDecoration } from './decoration.js';
import { drawnLetters } from './drawn.js';
import { fillCells } from './fill.js';
import { gutterOf } from './gutter.js';
import { withHeadsOver } from './heads-over.js';
import { dividesLabelsOnly } from './labels-only.js';
import { latticesOf } from './lattice.js';
import { lostUprights } from './lost-uprights.js';
import { isPageNumber, lastItem } from './margins.js';
import { around, type Box, type Glyph, type Rule, widthOf } from './marks.js';
import { inOrder, type Layout, type PageLine, type PageTable } from './page.js';
import { isProse } from './prose.js';
import { rowBelow } from './row-below.js';
import { mergeRules, SHORTEST, SHORTEST_STROKE } from './rules.js';
import { pagesOnSheet } from './sheets.js';
import { dividedByHeads } from './undivided.js';
import { piecesReader } from './unruled/pieces.js';

/** Share of the page's width from which a line or band across divides the rows of a table. */
const ACROSS = 0.25;

/**
 * What a page shows, divided into tables and lines of text.
 * @param before the page before
 */
export function layOut(page: CleanPage, before?: Layout): Layout[] {
  const found = tablesOf(page, before);
  const { tables, rest } = found;
  const { glyphs, width, height } = page;
  const boxes = tables.map((t) => t.box);
  const gutter = tables.length > 1 || width > height ? gutterOf(boxes, glyphs, rest, page) : undefined;
  if (gutter === undefined) return [layoutOf(page, found)];
  const { parallel } = gutter;
  const halves: Layout[] = [];
  for (const [i, part] of pagesOnSheet(page, gutter.at).entries()) {
    const layout = layoutOf(part, tablesOf(part, parallel ? undefined : (halves.at(-1) ?? before)));
    halves.push({ ...layout, half: i % 2, parallel });
  }
  return halves;
}

/** The tables that rules draw on a page, and what is left. */
interface Found {
  readonly tables: readonly PageTable[];
  readonly rest: readonly Glyph[];
  /** Lines across. */
  readonly lines: readonly Rule[];
}

function tablesOf(page: CleanPage, before?: Layout): Found {
  const { glyphs, rules } = withoutDecoration(page.glyphs, mergeRules(page.horizontal, SHORTEST_STROKE));
  const horizontal = rules.filter((rule) => rule.to - rule.from >= SHORTEST);
  const upright = mergeRules(page.vertical, SHORTEST_STROKE);
  const drawn = upright.filter((rule) => rule.to - rule.from >= SHORTEST);
  const vertical = [...drawn, ...lostUprights(horizontal, drawn, piecesReader(glyphs))];
  const lattices = latticesOf(horizontal, vertical).sort((a, b) => area(a.box) - area(b.box));
  const taken = new Set<Glyph>();
  const tables: PageTable[] = lattices.flatMap(({ box: frame, cells: drawn, closedAbove, closedBelow, openRight }) => {
    const piecesIn = piecesReader(glyphs.filter((g) => !taken.has(g)));
    // Lines across in a frame: positions make the columns.
    if (new Set(drawn.map((c) => c.x0)).size < 2 && !isColumnOfFigures(drawn, piecesIn)) return [];
    if (dividesLabelsOnly(drawn, piecesIn)) return [];
    const row = rowBelow(frame, horizontal, piecesIn);
    const divided = dividedByHeads(row === undefined ? drawn : [...drawn, row], piecesIn, endsAbove(frame, before));
    const cells = divided.cells.filter((cell) => cell !== row);
    const box = around(cells);
    // A frame around other tables takes what they leave.
    const texts = fillCells(cells, glyphs, taken, page.drawings, upright);
    if (texts.every((text) => text === '')) return [];
    const lost = openRight ? cutColumn(cells, texts) : [];
    return [
      {
        kind: 'table',
        page: page.page,
        pose: page.pose,
        box,
        cells: cells.map((cell, i) => ({
          box: cell,
          text: texts[i] || (isCutOff(cell, page) || lost.includes(cell) ? PICTURE : ''),
        })),
        ruled: true,
        openAbove: !closedAbove,
        openBelow: !closedBelow && box.y1 === frame.y1,
        ends: divided.ends,
      },
    ];
  });
  const words = glyphs.filter((g) => !taken.has(g));
  return { tables, rest: [...words, ...drawnLetters(words, page.drawings)], lines: horizontal };
}

/** Where the columns end in which the table may go on that ends the page before, on this page. */
function endsAbove(box: Box, before?: Layout): number[] {
  const above = lastItem(before);
  if (above?.kind !== 'table' || Math.abs(widthOf(above.box) - widthOf(box)) > SAME_SIDE) return [];
  return (above.ends ?? []).map((x) => x - above.box.x0 + box.x0);
}

function layoutOf({ page, pose, width, height, fills }: CleanPage, { tables: ruled, rest, lines }: Found): Layout {
  // Of a band each cell may be painted by itself.
  const edges = fills.flatMap(({ x0, x1, y0, y1 }) => [y0, y1].map((at): Rule => ({ at, from: x0, to: x1 })));
  const across = [...lines, ...mergeRules(edges, SHORTEST)].filter((rule) => rule.to - rule.from > width * ACROSS);
  const { tables, lines: loose } = withHeadsOver(
    ruled,
    linesOf(rest).map((line): PageLine => ({ kind: 'line', page, pose, ...line })),
  );
  const prose = loose.every((line) => isProse(line) || isPageNumber(line, height));
  // Of prose only the size of its letters is asked for again.
  const kept = prose ? loose.map((line) => ({ ...line, glyphs: line.glyphs.slice(0, 1) })) : loose;
  return { page, width, height, across, prose, items: inOrder([...tables, ...kept]) };
}

const area = (b: Box): number => (b.x1 - b.x0) * (b.y1 - b.y0);
