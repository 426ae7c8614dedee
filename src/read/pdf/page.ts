import type { TextLine } from './compose.js';
import type { Box, Rule } from './marks.js';
import type { Pose } from './pose.js';
import type { CarriedColumns } from './unruled/carried-columns.js';

/** A line of running text of a page. */
export interface PageLine extends TextLine {
  readonly kind: 'line';
  readonly page: number;
  readonly pose: Pose;
}

/** A table of one page, with what stands in its cells. */
export interface PageTable {
  readonly kind: 'table';
  readonly page: number;
  readonly pose: Pose;
  readonly box: Box;
  readonly cells: readonly PageCell[];
  /** False where only positions of text divide it. */
  readonly ruled: boolean;
  /** True where no line ends it, as where a page break cuts a row. */
  readonly openAbove: boolean;
  readonly openBelow: boolean;
  /** Of a ruled table, where the columns end in which its last row stands that no rules divide. */
  readonly ends?: readonly number[];
  /** Of a table without rules, the columns of its last rows. */
  readonly columns?: CarriedColumns;
  /** True where its last row has figures and no label of its own. */
  readonly bare?: boolean;
  /** True where its first rows stand in the columns of the table that ends the page before. */
  readonly goesOn?: boolean;
  /** Its further columns, which stand on pages of their own, from left to right. */
  readonly over?: readonly PageTable[];
  /** Words printed beside it, of which nothing is a part of it. */
  readonly notes?: readonly TextLine[];
}

export interface PageCell {
  readonly box: Box;
  readonly text: string;
}

export type PageItem = PageLine | PageTable;

/** A page, or one half of a page on which two stand side by side, in reading order. */
export interface Layout {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
  /** What is drawn across: lines, and the edges of bands. Rows of a table without full rules end there. */
  readonly across: readonly Rule[];
  /** True where the lines cannot hold a table; of their glyphs only the first is kept. */
  readonly prose: boolean;
  /** Of a page on which two stand side by side: 0 for the left one; true where they are of two reports. */
  readonly half?: number;
  readonly parallel?: boolean;
}

/** Items from top to bottom. */
export const inOrder = (items: readonly PageItem[]): PageItem[] =>
  items.toSorted((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
