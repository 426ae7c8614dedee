import { addressOf, type FormTable, type TableId } from '../forms/index.js';
import { PICTURE, type Place, pageOf, type Section } from '../model.js';
import type { Located } from './locate.js';
import type { Orphan } from './orphans.js';

/**
 * Rows that were not found and may stand on a page that is a picture, or whose characters nobody knows, so nobody can say
 * that the report lacks them: those between what was read before and after that page, or on it, and all of a table of
 * which nothing was read.
 * @param unseen such pages
 */
export function picturedRows(unseen: readonly Place[], own: Located | undefined, { blocks }: FormTable): Orphan[] {
  if (own === undefined) return unseen.slice(0, 1).map((place) => ({ printed: '', place, line: undefined }));
  const rows = blocks.flatMap(({ rows, columns }) =>
    rows.map((line) => ({
      line,
      pages: columns.flatMap((column) => pageOf(own.readings.get(addressOf(line, column))?.printed?.cell.place) ?? []),
    })),
  );
  return rows.flatMap(({ line, pages }, i): Orphan[] => {
    if (pages.length > 0) return [];
    const above = rows.slice(0, i).flatMap((row) => row.pages);
    const below = rows.slice(i + 1).flatMap((row) => row.pages);
    // Before the first row and after the last, only the next page belongs to the table.
    const from = above.length > 0 ? Math.max(...above) : Math.min(...below) - 1;
    const to = below.length > 0 ? Math.min(...below) : from + 1;
    const place = unseen.find((page) => isBetween(pageOf(page), from, to));
    return place === undefined ? [] : [{ printed: '', place, line }];
  });
}

const isBetween = (page: number | undefined, from: number, to: number): boolean =>
  page !== undefined && page >= from && page <= to;

/**
 * All of a table that was not found though a picture or an object of another program stands in its section: it may stand
 * there.
 */
export const picturedTable = (sections: readonly Section[], table: TableId): Orphan[] =>
  sections
    .filter(({ id }) => id === table)
    .flatMap(({ paragraphs }) => paragraphs.filter(({ text }) => text.includes(PICTURE)))
    .slice(0, 1)
    .map(({ place }) => ({ printed: PICTURE, place, line: undefined }));
