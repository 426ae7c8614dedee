import { clean } from './clean.js';
import { linesOf } from './compose.js';
import type { PageMarks } from './marks.js';
import { applyX, applyY, IDENTITY } from './matrix.js';
import { type PdfOptions, pagesOf } from './open.js';
import { mergeRules } from './rules.js';

/** What is drawn on one page: its lines of text and its rules as they were put together. */
export interface Seen {
  readonly width: number;
  readonly height: number;
  readonly rules: readonly (readonly [number, number, number, number])[];
  readonly texts: readonly { readonly text: string; readonly x: number; readonly y: number; readonly size: number }[];
}

/** @param number counts from 1; @returns undefined where the file has no such page */
export async function seePage(bytes: Uint8Array, number: number, options: PdfOptions): Promise<Seen | undefined> {
  let marks: PageMarks | undefined;
  for await (const page of pagesOf(bytes, options)) if (page.page === number) marks = page;
  if (marks === undefined) return undefined;
  // A page whose text is turned is shown as it is read.
  const page = clean(marks);
  const { askew = IDENTITY } = marks;
  const at = (x: number, y: number) => [applyX(askew, x, y), applyY(askew, x, y)] as const;
  return {
    width: marks.width,
    height: marks.height,
    rules: [
      ...mergeRules(marks.horizontal).map((r) => [...at(r.from, r.at), ...at(r.to, r.at)] as const),
      ...mergeRules(marks.vertical).map((r) => [...at(r.at, r.from), ...at(r.at, r.to)] as const),
    ],
    texts: linesOf(page.pose.turns === 0 ? page.glyphs : marks.glyphs).flatMap(({ glyphs }) =>
      glyphs.map((g) => {
        const [x, y] = at(g.x0, g.y1 - g.size * 0.12);
        return { text: g.text, x, y, size: g.size };
      }),
    ),
  };
}
