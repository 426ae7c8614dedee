import { hasDigit, isFigureLike } from '../../text.js';
import { around, type Box } from './marks.js';
import type { PageCell, PageLine, PageTable } from './page.js';
import { piecesOf } from './unruled/pieces.js';

/** Heads stand no further (ems) above the first figures, and lines of one head no further apart. */
const NEAR = 1.5;
const TIGHT = 0.5;
/** So many words begin over as many columns not by chance. */
const LEAST = 3;
/** Words may stand this far (points) outside their column. */
const SLACK = 1;

/**
 * Puts heads that have no rules, such as words on a grey ground, into the ruled table under them: there is one over
 * every cell of its first row, in one line or more, and figures stand in that row.
 * @param least columns from which words over each are no chance
 * @returns the tables and the lines, those of heads left out
 */
export function withHeadsOver(
  tables: readonly PageTable[],
  lines: readonly PageLine[],
  least = LEAST,
): { tables: PageTable[]; lines: PageLine[] } {
  const taken = new Set<PageLine>();
  const headed = tables.map((table) => {
    const first = firstRow(table);
    if (first.length < least || !first.some(({ text }) => hasDigit(text) && isFigureLike(text))) return table;
    const heads = headsOver(first, lines);
    const texts = first.map(({ box }) => textOver(box, heads));
    if (texts.includes('')) return table;
    for (const line of heads) taken.add(line);
    const { y0 } = around(heads.map(({ box }) => box));
    const cells = first.map(({ box }, i): PageCell => ({ box: { ...box, y0, y1: box.y0 }, text: texts[i] as string }));
    return { ...table, box: { ...table.box, y0 }, cells: [...cells, ...table.cells], openAbove: false };
  });
  return { tables: headed, lines: lines.filter((line) => !taken.has(line)) };
}

const firstRow = ({ cells, box }: PageTable): PageCell[] =>
  cells.filter((cell) => cell.box.y0 < box.y0 + SLACK).sort((a, b) => a.box.x0 - b.box.x0);

/** The lines right over a row that stand in its columns. */
function headsOver(row: readonly PageCell[], lines: readonly PageLine[]): PageLine[] {
  const heads: PageLine[] = [];
  let top = (row[0] as PageCell).box.y0;
  for (const line of lines.toSorted((a, b) => b.box.y1 - a.box.y1)) {
    if (line.box.y1 > top + SLACK && heads.length === 0) continue;
    const reach = (line.glyphs[0]?.size ?? 0) * (heads.length === 0 ? NEAR : TIGHT);
    const stands = piecesOf(line.glyphs).every(
      (piece) => !piece.figure && row.some(({ box }) => isOver(piece.box, box)),
    );
    if (top - line.box.y1 > reach || !stands) break;
    heads.push(line);
    top = Math.min(top, line.box.y0);
  }
  return heads;
}

const isOver = (words: Box, column: Box): boolean => words.x0 > column.x0 - SLACK && words.x1 < column.x1 + SLACK;

/** The words over a column, from top to bottom. */
const textOver = (box: Box, heads: readonly PageLine[]): string =>
  heads
    .toSorted((a, b) => a.box.y0 - b.box.y0)
    .flatMap(({ glyphs }) => piecesOf(glyphs).filter((piece) => isOver(piece.box, box)))
    .map(({ text }) => text)
    .join('\n');
