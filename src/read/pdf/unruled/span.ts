import type { Box } from '../marks.js';

/** From where to where something reaches across the page: a column, the figures in it, a word over them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const spanOf = ({ x0, x1 }: Box): Span => ({ from: x0, to: x1 });

export const middleOf = ({ from, to }: Span): number => (from + to) / 2;

/** True where a box stands over or under a part of a span. */
export const overlaps = ({ x0, x1 }: Box, { from, to }: Span): boolean => x0 < to && x1 > from;
