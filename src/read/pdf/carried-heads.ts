import { sizeOf } from './compose.js';
import { type Box, median } from './marks.js';
import { inOrder, type Layout, type PageItem, type PageLine } from './page.js';
import { LABEL_NUMBER } from './signs.js';
import { piecesOf } from './unruled/pieces.js';
import { HEADING, PROSE } from './unruled/regions.js';

/** Most lines that the heads of a table have at the end of a page. */
const MOST_LINES = 10;
const HEADING_OR_SENTENCE = /^[一二三四五六七八九十]{1,3}[、.．]|[。；]$/;
/** Heads whose figures had no room stand below this share of the page; others end a part of a sheet that was cut up. */
const END = 0.5;
/** Lines on the next page among which the first figures stand. */
const FIRST_LINES = 6;

/**
 * Heads of a table without rules that stand at the end of a page, apart from their figures at the top of the next, are
 * put over these.
 */
export function withCarriedHeads(pages: readonly Layout[]): Layout[] {
  const carried = [...pages];
  for (let i = 0; i + 1 < carried.length; i++) {
    const [page, next] = [carried[i] as Layout, carried[i + 1] as Layout];
    const heads = begins(next) ? trailingHeads(page) : [];
    const [first, last] = [next.items[0], heads.at(-1)];
    if (first === undefined || last === undefined || (first.kind === 'line' && next.width !== page.width)) continue;
    if (last.box.y1 < page.height * END || !standOver(heads, next) || hasOwnHeads(next, heads)) continue;
    const size = sizeOf(last);
    const down = first.box.y0 - size / 2 - last.box.y1;
    const moved = heads.map((line) => ({ ...moveLine(line, down), page: next.page, pose: first.pose }));
    carried[i] = { ...page, items: page.items.filter((item) => !heads.includes(item as PageLine)) };
    carried[i + 1] = { ...next, items: inOrder([...moved, ...next.items]) };
  }
  return carried;
}

/** True where some of these words stand over figures of the next page: labels stand left of them all. */
function standOver(heads: readonly PageLine[], { items }: Layout): boolean {
  const lines = items.filter((item) => item.kind === 'line');
  const figures = lines.flatMap(({ glyphs }) => piecesOf(glyphs).filter((p) => p.figure));
  const start = Math.min(...figures.map(({ box }) => box.x0));
  return heads.some(({ box }) => box.x1 > start);
}

/** True for a page that prints these heads again, over its own figures: some lines of cut heads may be alike. */
function hasOwnHeads({ items }: Layout, heads: readonly PageLine[]): boolean {
  const lines = items.filter((item) => item.kind === 'line');
  const figures = lines.findIndex((line) => figuresOf(line) > 0);
  const own = wordsOf(lines.slice(0, Math.max(0, figures)));
  const printed = [...new Set(wordsOf(heads))].filter((words) => words.length > 1);
  const again = printed.filter((words) => own.includes(words)).length;
  return again > 0 && again * 2 >= printed.length;
}

const wordsOf = (lines: readonly PageLine[]): string[] =>
  lines.flatMap(({ glyphs }) => piecesOf(glyphs)).map((piece) => piece.text);

/** True for a page that may begin with figures without rules. */
const begins = (page: Layout): boolean =>
  !page.prose &&
  page.items[0]?.kind === 'line' &&
  page.items.slice(0, FIRST_LINES).some((item) => item.kind === 'line' && figuresOf(item) > 0);

const figuresOf = (line: PageLine): number => piecesOf(line.glyphs).filter((p) => p.figure).length;

/** The last lines of a page that are no prose and hold no figure, where some of them stand in several columns. */
function trailingHeads({ items, prose }: Layout): PageLine[] {
  if (prose) return [];
  const lines = items.filter((item) => item.kind === 'line');
  const width = Math.max(...lines.map(({ box }) => box.x1)) - Math.min(...lines.map(({ box }) => box.x0));
  const size = median(lines.map(sizeOf), 10);
  const isHead = (item: PageItem): item is PageLine => {
    if (item.kind !== 'line' || item.glyphs.length < 2 || HEADING_OR_SENTENCE.test(item.text)) return false;
    const pieces = piecesOf(item.glyphs);
    return (
      (item.glyphs[0]?.size ?? 0) < size * HEADING &&
      // A numbered label is a row's, and its other half may stand on the next page.
      pieces.every((p) => !p.figure && !LABEL_NUMBER.test(p.text)) &&
      (pieces.length > 1 || item.box.x1 - item.box.x0 < PROSE * width)
    );
  };
  const start = items.findLastIndex((item) => !isHead(item)) + 1;
  const heads = items.slice(start).filter((item) => item.kind === 'line');
  const columns = heads.some((line) => piecesOf(line.glyphs).length > 1);
  return columns && heads.length <= MOST_LINES ? heads : [];
}

/** A line further down on its page. */
export const moveLine = (line: PageLine, down: number): PageLine => ({
  ...line,
  box: move(line.box, down),
  glyphs: line.glyphs.map((glyph) => ({ ...glyph, ...move(glyph, down) })),
});

const move = ({ x0, y0, x1, y1 }: Box, down: number): Box => ({ x0, y0: y0 + down, x1, y1: y1 + down });
