import { type Box, type Glyph, median } from './marks.js';
import { IDENTITY, type Matrix, mapBox, multiply } from './matrix.js';

/** How text lies on the page as displayed. Tables are looked for on the page turned upright; places turn back. */
export interface Pose {
  /** Quarter turns (clockwise). */
  readonly turns: number;
  /** Brings an upright box back to where the page shows it; none where it stands there. */
  readonly back?: Matrix | undefined;
}

/** Text slanted less than this (degrees) is level: over the width of a page it rises by less than half a point. */
const LEVEL = 0.05;
/** Text slanted more is a watermark or a stamp. */
const SLANT = 6;

const offAxis = (angle: number): number => angle - Math.round(angle / 90) * 90;

/** True for text along a side of the page, as that of tables is. */
export const isLevel = ({ angle }: Glyph): boolean => angle === 0 || Math.abs(offAxis(angle)) <= SLANT;

/** The slant of most of a page's text in degrees, clockwise; 0 where it is level, or slanted each in its own way. */
export function slantOf(glyphs: readonly Glyph[]): number {
  const slanted = glyphs.filter(({ angle }) => angle !== 0 && Math.abs(offAxis(angle)) > LEVEL);
  if (slanted.length * 2 <= glyphs.length) return 0;
  const slant = median(slanted.map(({ angle }) => offAxis(angle)));
  return Math.abs(slant) <= SLANT ? slant : 0;
}

/** True for a page most of whose text is seen as in a mirror: a sheet printed for its back. */
export const isMirrored = (glyphs: readonly Glyph[]): boolean =>
  glyphs.filter((g) => g.mirrored).length * 2 > glyphs.length;

/** Turns a page over, from left to right, and back. */
export const overturned = (width: number): Matrix => [-1, 0, 0, 1, width, 0];

/** Turns a page around its middle, by degrees clockwise. */
export function turnedBy(degrees: number, width: number, height: number): Matrix {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [x, y] = [width / 2, height / 2];
  return multiply([cos, sin, -sin, cos, x, y], [1, 0, 0, 1, -x, -y]);
}

/** Turns a page back by quarter turns; its top left corner is again where all begins. */
export function uprighted(turns: number, width: number, height: number): Matrix {
  if (turns === 1) return [0, -1, 1, 0, 0, width];
  if (turns === 2) return [-1, 0, 0, -1, width, height];
  if (turns === 3) return [0, 1, -1, 0, height, 0];
  return IDENTITY;
}

/** Where a box of the upright page lies on the page as displayed. */
export const asDisplayed = (box: Box, { back }: Pose): Box =>
  back === undefined ? box : mapBox(back, box.x0, box.y0, box.x1, box.y1);
