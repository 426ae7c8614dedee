import type { Matrix } from './matrix.js';

/** What a page shows, as plain values. Units: points (1/72 inch) from the top left corner of the page as displayed. */

/** x0 ≤ x1, y0 ≤ y1, y downwards. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** One drawn character (or ligature). */
export interface Glyph extends Box {
  readonly text: string;
  /** Height of the em. */
  readonly size: number;
  /** Direction of the line of writing in degrees, clockwise: 0 for ordinary text. */
  readonly angle: number;
  /** Set in a vertical writing mode: the next glyph stands below. */
  readonly vertical: boolean;
  /** Position in the order of drawing. */
  readonly order: number;
  /** Seen as in a mirror. */
  readonly mirrored?: true;
  /** Counts the pages. */
  readonly counts?: 'surely' | 'perhaps';
}

/** A straight line along an axis; `at` is its position across, `from`–`to` its extent. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A painted area too large to be a rule. */
export interface Fill extends Box {
  readonly order: number;
  readonly opaque: boolean;
  /** Lightness: 0 black, 1 white. */
  readonly light: number;
}

/** A small picture, or a shape that is no rule and no plain area: letters may be drawn so. */
export interface Drawing extends Box {
  /** True for lines of a pen, not for an area. */
  readonly lines: boolean;
}

export interface PageMarks {
  /** Counts from 1. */
  readonly page: number;
  /** Brings these marks back to where the page shows them, where it was fed in askew. */
  readonly askew?: Matrix | undefined;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
  readonly fills: readonly Fill[];
  readonly drawings: readonly Drawing[];
  /** Glyphs not drawn visibly: an OCR layer, or text hidden on purpose. */
  readonly hidden: number;
  /** Glyphs whose characters the file does not tell. */
  readonly undecodable: number;
  /** Pictures that cover a good part of the page. */
  readonly pictures: number;
}

export const centreX = (b: Box): number => (b.x0 + b.x1) / 2;
export const centreY = (b: Box): number => (b.y0 + b.y1) / 2;

export const widthOf = ({ x0, x1 }: Box): number => x1 - x0;

/** True where the middle of a box lies in another. */
export const isOn = (box: Box, under: Box): boolean =>
  centreX(box) > under.x0 && centreX(box) < under.x1 && centreY(box) > under.y0 && centreY(box) < under.y1;

/** True where two boxes share some of the page. */
export const meets = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** True where two boxes stand at one height, for a part of it. */
export const isBeside = (a: Pick<Box, 'y0' | 'y1'>, b: Pick<Box, 'y0' | 'y1'>): boolean => a.y0 < b.y1 && b.y0 < a.y1;

/** True for a box in another, out of which it may reach so far (points). */
export const isIn = (a: Box, b: Box, slack: number): boolean =>
  a.x0 >= b.x0 - slack && a.x1 <= b.x1 + slack && a.y0 >= b.y0 - slack && a.y1 <= b.y1 + slack;

export function around(boxes: readonly Box[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    if (box.x0 < x0) x0 = box.x0;
    if (box.y0 < y0) y0 = box.y0;
    if (box.x1 > x1) x1 = box.x1;
    if (box.y1 > y1) y1 = box.y1;
  }
  return { x0, y0, x1, y1 };
}

/** The middle value, or `none` of an empty list. */
export const median = (values: readonly number[], none = 0): number => {
  const sorted = new Float64Array(values).sort();
  return sorted[sorted.length >> 1] ?? none;
};
