import type { CleanPage } from './clean.js';
import { linesOf, type TextLine } from './compose.js';
import { withoutDecoration } from './decoration.js';
import { fillCells, type PageTable } from './fill.js';
import { isPageNumber } from './furniture.js';
import { latticesOf } from './lattice.js';
import { around, type Box, centreX, type Glyph } from './marks.js';
import { isProse } from './prose.js';
import { mergeRules } from './rules.js';

/** A line of running text of a page. */
export interface PageLine extends TextLine {
  readonly kind: 'line';
  readonly page: number;
  readonly turns: number;
}
export type PageItem = PageLine | PageTable;

/** A page, or one half of a page on which two stand side by side, in reading order. */
export interface Layout {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
  /** Heights at which something is drawn across: rows of a table without full rules end there. */
  readonly stops: readonly number[];
  /** True where the lines cannot hold a table; of their glyphs only the first is kept. */
  readonly prose: boolean;
}

/** Least width (points) of the empty strip between two pages printed side by side. */
const GUTTER = 14;
/** Share of the page's width from which a line or band across divides the rows of a table. */
const ACROSS = 0.25;

/** What a page shows, divided into tables and lines of text. */
export function layOut(page: CleanPage): Layout[] {
  const { glyphs, rules: horizontal } = withoutDecoration(page.glyphs, mergeRules(page.horizontal));
  const vertical = mergeRules(page.vertical);
  const lattices = latticesOf(horizontal, vertical).sort((a, b) => area(a.box) - area(b.box));
  const taken = new Set<Glyph>();
  const tables: PageTable[] = lattices.flatMap(({ box, cells, closedAbove, closedBelow }) => {
    if (new Set(cells.map((c) => c.x0)).size < 2) return []; // Lines across in a frame: positions make the columns.
    // A frame around other tables takes what they leave.
    const texts = fillCells(cells, glyphs, taken);
    if (texts.every((text) => text === '')) return [];
    return [
      {
        kind: 'table',
        page: page.page,
        turns: page.turns,
        box,
        cells: cells.map((cell, i) => ({ box: cell, text: texts[i] as string })),
        ruled: true,
        openAbove: !closedAbove,
        openBelow: !closedBelow,
      },
    ];
  });
  const rest = glyphs.filter((g) => !taken.has(g));
  const [width, height] = page.turns % 2 === 1 ? [page.height, page.width] : [page.width, page.height];
  const gutter = gutterOf(tables, rest);
  const sides =
    gutter === undefined
      ? [{ tables, rest }]
      : [
          { tables: tables.filter((t) => centreX(t.box) < gutter), rest: rest.filter((g) => centreX(g) < gutter) },
          { tables: tables.filter((t) => centreX(t.box) >= gutter), rest: rest.filter((g) => centreX(g) >= gutter) },
        ];
  const stops = [
    ...horizontal.filter((rule) => rule.to - rule.from > width * ACROSS).map((rule) => rule.at),
    ...page.fills.filter((fill) => fill.x1 - fill.x0 > width * ACROSS).flatMap((fill) => [fill.y0, fill.y1]),
  ];
  return sides.map((side) => {
    const lines = linesOf(side.rest).map(
      (line): PageLine => ({ kind: 'line', page: page.page, turns: page.turns, ...line }),
    );
    const prose = lines.every((line) => isProse(line) || isPageNumber(line, height));
    // Of prose only the size of its letters is asked for again.
    const kept = prose ? lines.map((line) => ({ ...line, glyphs: line.glyphs.slice(0, 1) })) : lines;
    return { page: page.page, width, height, stops, prose, items: inOrder([...side.tables, ...kept]) };
  });
}

/** Items from top to bottom. */
export const inOrder = (items: readonly PageItem[]): PageItem[] =>
  items.toSorted((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);

const area = (b: Box): number => (b.x1 - b.x0) * (b.y1 - b.y0);

/** The middle of an empty strip from top to bottom, with tables on both sides of it. */
function gutterOf(tables: readonly PageTable[], rest: readonly Glyph[]): number | undefined {
  if (tables.length < 2) return undefined;
  const boxes = [...tables.map((t) => t.box), ...rest.filter((g) => g.text !== ' ')].sort((a, b) => a.x0 - b.x0);
  const all = around(boxes);
  const middle = (all.x0 + all.x1) / 2;
  let reach = -Infinity;
  for (const box of boxes) {
    if (box.x0 - reach >= GUTTER && reach > -Infinity) {
      const at = (box.x0 + reach) / 2;
      const central = Math.abs(at - middle) < (all.x1 - all.x0) * 0.15;
      if (central && tables.some((t) => t.box.x1 < at) && tables.some((t) => t.box.x0 > at)) return at;
    }
    reach = Math.max(reach, box.x1);
  }
  return undefined;
}
