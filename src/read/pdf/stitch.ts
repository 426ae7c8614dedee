import type { Grid, Paragraph } from '../../model.js';
import { withDoubtfulLast, withDoubtfulRests } from './bare-rows.js';
import { mayContinue } from './continued.js';
import { gridOf } from './grid.js';
import { centreY } from './marks.js';
import type { Layout, PageItem, PageLine, PageTable } from './page.js';
import { paragraphsOf } from './paragraphs.js';
import { joinSplitRow, withDoubtfulEnd } from './split-row.js';

/** Pages as blocks in reading order: tables put together over page breaks, lines as paragraphs. */
export function blocksOf(pages: readonly Layout[]): (Paragraph | Grid)[] {
  const blocks: (Paragraph | Grid)[] = [];
  let lines: { line: PageLine; page: Layout }[] = [];
  let parts: PageTable[] = [];
  let beside: { line: PageLine; page: Layout }[] = [];
  const flushLines = () => {
    if (lines.length > 0) blocks.push(...paragraphsOf(lines));
    lines = [];
  };
  const flushTable = () => {
    if (parts.length > 0) blocks.push(withDoubtfulRests(gridOf(parts)));
    parts = [];
    lines.push(...beside);
    beside = [];
  };
  pages.forEach((page) => {
    page.items.forEach((item: PageItem, i) => {
      const open = parts.at(-1);
      if (item.kind === 'line' && open !== undefined && isMarginNote(item, open)) {
        beside.push({ line: item, page });
        return;
      }
      if (open !== undefined && i === 0) parts.splice(-1, 1, withDoubtfulEnd(open, item));
      else if (open !== undefined) parts.splice(-1, 1, withDoubtfulLast(open, item, page.height));
      if (item.kind === 'line') {
        flushTable();
        lines.push({ line: item, page });
        return;
      }
      const last = parts.at(-1);
      const follows = last !== undefined && i === 0 && (item.goesOn === true || mayContinue(last, item));
      if (!follows) flushTable();
      flushLines();
      if (!follows) parts.push(item);
      // Spreadsheets, which print further columns on other pages, cut no row.
      else parts.splice(-1, 1, ...(item.ruled && item.over === undefined ? joinSplitRow(last, item) : [last, item]));
      for (const note of item.notes ?? [])
        beside.push({ line: { kind: 'line', page: item.page, pose: item.pose, ...note }, page });
    });
  });
  flushTable();
  flushLines();
  return blocks;
}

/** True for words in the margin beside a table, as of a comment or a tracked change: the table goes on after them. */
const isMarginNote = (line: PageLine, { box, page, ruled }: PageTable): boolean =>
  ruled &&
  line.page === page &&
  (line.box.x0 >= box.x1 || line.box.x1 <= box.x0) &&
  centreY(line.box) > box.y0 &&
  centreY(line.box) < box.y1 &&
  /\p{L}/u.test(line.text);
