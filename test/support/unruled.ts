import { extract } from '../../src/index.js';
import { type Printed, printed, text } from './printed.js';

/** What is read of a table's cells, by row and column: a value, null for a blank one, the state of others. */
export async function cells(table: 'proactive' | 'requests' | 'disputes', pages: readonly Printed[]) {
  const [report] = (await extract(printed(pages))).reports;
  return Object.fromEntries(
    Object.entries(report?.tables[table].cells ?? {}).map(([id, { state, value }]) => [
      id.slice(table.length + 1),
      state === 'read' || state === 'blank' ? value : state,
    ]),
  );
}

/** Words from the left, each in its column; '' for none. */
export const line = (
  y: number,
  words: readonly string[],
  columns: readonly number[] = [25, 110, 180, 250],
  size = 8,
): string[] => words.flatMap((own, i) => (own === '' ? [] : [text(columns[i] as number, y, own, size)]));

/** A line across the page. */
export const across = (y: number, from = 20, to = 300): string => `${from} ${400 - y} m ${to} ${400 - y} l S`;

/** The heads of 第二十条第（一）项 with that of the labels. */
export const HEADS: readonly string[] = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];
