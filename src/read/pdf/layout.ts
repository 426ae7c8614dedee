import { PICTURE } from '../../model.js';
import { isFigureLike } from '../../text.js';
import type { CleanPage } from './clean.js';
import { linesOf, type TextLine } from './compose.js';
import { fillCells, type PageCell, type PageTable } from './fill.js';
import { latticesOf } from './lattice.js';
import { around, type Box, centreX, type Glyph } from './marks.js';
import { mergeRules } from './rules.js';
import { tablesWithoutRules } from './unruled.js';

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
}

/** Least width (points) of the empty strip between two pages printed side by side. */
const GUTTER = 14;
/** Share of the page's width from which a line or band across divides the rows of a table. */
const ACROSS = 0.25;

/** What a page shows, divided into tables and lines of text. */
export function layOut(page: CleanPage): Layout[] {
  const horizontal = mergeRules(page.horizontal);
  const vertical = mergeRules(page.vertical);
  const lattices = latticesOf(horizontal, vertical).sort((a, b) => area(a.box) - area(b.box));
  const taken = new Set<Glyph>();
  const tables: PageTable[] = lattices.flatMap(({ box, cells, closedAbove, closedBelow }) => {
    if (new Set(cells.map((c) => c.x0)).size < 2) return []; // Lines across in a frame: positions make the columns.
    // A frame around other tables takes what they leave.
    const texts = fillCells(cells, page.glyphs, taken);
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
  const rest = page.glyphs.filter((g) => !taken.has(g));
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
  return sides.map((side) => ({ page: page.page, width, height, stops, items: itemsOf(page, side.tables, side.rest) }));
}

function itemsOf(page: CleanPage, tables: readonly PageTable[], rest: readonly Glyph[]): PageItem[] {
  const lines = linesOf(rest).map((line): PageLine => ({ kind: 'line', page: page.page, turns: page.turns, ...line }));
  return inOrder([...tables, ...lines]);
}

const inOrder = (items: readonly PageItem[]): PageItem[] =>
  items.toSorted((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);

/** The page with the tables that only the positions of text show. */
export function withLooseTables(layout: Layout): Layout {
  const lines = layout.items.filter((item) => item.kind === 'line');
  const tables = layout.items.filter((item) => item.kind === 'table');
  const items = inOrder([...tables, ...tablesWithoutRules(lines, layout.stops)]);
  return {
    ...layout,
    items: items.map((item, i) =>
      item.kind === 'line' || item.ruled || (i > 0 && i < items.length - 1)
        ? item
        : withDoubtfulEdges(item, i === 0, i === items.length - 1),
    ),
  };
}

/** A blank row where a page begins or ends may have its figures on the other page: no rule shows that it is whole. */
function withDoubtfulEdges(table: PageTable, first: boolean, last: boolean): PageTable {
  const top = Math.min(...table.cells.map((c) => c.box.y0));
  const bottom = Math.max(...table.cells.map((c) => c.box.y1));
  const edges = [
    first ? table.cells.filter((c) => c.box.y0 < top + 1) : [],
    last ? table.cells.filter((c) => c.box.y1 > bottom - 1) : [],
  ];
  const isBlankRow = (row: readonly PageCell[]) =>
    row.some((c) => c.text !== '') && row.every((c) => c.text === '' || !isFigureLike(c.text));
  const doubtful = new Set(edges.filter(isBlankRow).flatMap((row) => row.filter((c) => c.text === '')));
  return { ...table, cells: table.cells.map((c) => (doubtful.has(c) ? { ...c, text: PICTURE } : c)) };
}

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
