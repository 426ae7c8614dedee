import type { Layout } from './page.js';

/**
 * Halves of pages in reading order. Two pages of one report on a sheet follow each other; of two reports beside each
 * other, the right one begins after the last page of the left one.
 * @param layouts pages and halves as they are printed
 */
export function inReadingOrder(layouts: readonly Layout[]): readonly Layout[] {
  if (!layouts.some((layout) => layout.parallel)) return layouts;
  const from = layouts.findIndex((layout) => layout.half !== undefined);
  const to = layouts.findLastIndex((layout) => layout.half !== undefined) + 1;
  const run = layouts.slice(from, to);
  return [
    ...layouts.slice(0, from),
    ...run.filter((layout) => layout.half !== 1),
    ...run.filter((layout) => layout.half === 1),
    ...layouts.slice(to),
  ];
}
