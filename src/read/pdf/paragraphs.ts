import type { Paragraph } from '../../model.js';
import { linesOf, sizeOf } from './compose.js';
import { placeOf } from './grid.js';
import { around, median } from './marks.js';
import type { Layout, PageLine } from './page.js';

/** Lines further apart than this (times the usual distance) are different paragraphs. */
const APART = 1.6;
/** Letters so much larger (times) than those an em before them are no part of their line. */
const LARGER = 1.4;

/** Running text: lines that fill their column continue in the next line; others end their paragraph. */
export function paragraphsOf(printed: readonly { line: PageLine; page: Layout }[]): Paragraph[] {
  const lines = printed.flatMap(({ line, page }) => partsOf(line).map((part) => ({ line: part, page })));
  const right = Math.max(...lines.map(({ line }) => line.box.x1));
  const left = Math.min(...lines.map(({ line }) => line.box.x0));
  const steps = lines.slice(1).flatMap(({ line }, i) => {
    const before = (lines[i] as (typeof lines)[number]).line;
    return before.page === line.page && line.box.y0 > before.box.y0 ? [line.box.y0 - before.box.y0] : [];
  });
  const step = median(steps, 20);
  const groups: { lines: PageLine[]; page: Layout }[] = [];
  lines.forEach(({ line, page }, i) => {
    const before = lines[i - 1]?.line;
    const size = sizeOf(line);
    const same =
      before !== undefined &&
      right - before.box.x1 < size * 1.6 &&
      line.box.x0 - left < size * 0.8 &&
      Math.abs(sizeOf(before) - size) < 1 &&
      (before.page !== line.page || line.box.y0 - before.box.y0 < step * APART);
    if (same) groups.at(-1)?.lines.push(line);
    else groups.push({ lines: [line], page });
  });
  return joinTitles(groups).map(({ lines: own, broken }) => {
    const first = own.filter((l) => l.page === own[0]?.page);
    const [line] = own as [PageLine];
    return {
      kind: 'paragraph',
      text: own.map((l) => l.text).join(broken ? '\n' : ''),
      place: placeOf(line.page, around(first.map((l) => l.box)), line.pose),
    };
  });
}

/** What stands beside each other in letters of other sizes: a title, and the list of the site's pages beside it. */
function partsOf(line: PageLine): PageLine[] {
  const at = line.glyphs.findIndex((glyph, i) => {
    const before = line.glyphs[i - 1] ?? glyph;
    const [small, large] = [Math.min(before.size, glyph.size), Math.max(before.size, glyph.size)];
    return large > small * LARGER && glyph.x0 - before.x1 > large;
  });
  if (at < 0) return [line];
  const parts = [line.glyphs.slice(0, at), line.glyphs.slice(at)];
  return parts.flatMap((glyphs) => linesOf(glyphs).map((part) => ({ ...line, ...part })));
}

interface Group {
  readonly lines: PageLine[];
  readonly page: Layout;
  readonly broken?: boolean;
}

/** Large lines that follow each other are one title, broken where it is printed so. */
function joinTitles(groups: readonly Group[]): Group[] {
  const usual = median(
    groups.map((g) => sizeOf(g.lines[0])),
    10,
  );
  const joined: Group[] = [];
  for (const group of groups) {
    const last = joined.at(-1);
    const size = (g: Group | undefined) => g?.lines[0]?.glyphs[0]?.size ?? 0;
    const [a, b] = [last?.lines.at(-1), group.lines[0]];
    if (
      last !== undefined &&
      a !== undefined &&
      b !== undefined &&
      size(group) > usual * 1.25 &&
      Math.abs(size(last) - size(group)) < 0.5 &&
      a.page === b.page &&
      b.box.y0 - a.box.y1 < size(group) * 1.5
    )
      joined[joined.length - 1] = { ...last, lines: [...last.lines, ...group.lines], broken: true };
    else joined.push(group);
  }
  return joined;
}
