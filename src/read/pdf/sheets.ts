import type { CleanPage } from './clean.js';
import { type Box, centreX, centreY } from './marks.js';
import { IDENTITY, multiply } from './matrix.js';

/** Half the height (share of the sheet's) of the strip between two rows of pages that is empty. */
const STRIP = 0.015;

/**
 * The pages that share a sheet, each from its own corner on, in reading order: two, or four on an upright sheet.
 * @param gutter where the empty strip between them runs down
 */
export function pagesOnSheet(sheet: CleanPage, gutter: number): CleanPage[] {
  const { width, height } = sheet;
  const ys = height > width && isEmptyAcross(sheet) ? [0, height / 2, height] : [0, height];
  return ys.slice(1).flatMap((y1, i) => {
    const y0 = ys[i] as number;
    return [partOf(sheet, { x0: 0, y0, x1: gutter, y1 }), partOf(sheet, { x0: gutter, y0, x1: width, y1 })];
  });
}

/** True where nothing stands around the middle of the sheet's height. */
function isEmptyAcross({ glyphs, horizontal, vertical, height }: CleanPage): boolean {
  const [from, to] = [height * (0.5 - STRIP), height * (0.5 + STRIP)];
  return (
    glyphs.every((g) => g.y1 < from || g.y0 > to) &&
    horizontal.every((rule) => rule.at < from || rule.at > to) &&
    vertical.every((rule) => rule.to < from || rule.from > to)
  );
}

function partOf(sheet: CleanPage, { x0: x, y0: y, x1, y1 }: Box): CleanPage {
  const { pose, glyphs, horizontal, vertical, fills, drawings } = sheet;
  // What goes beyond the edge of the sheet belongs to the page there.
  const isIn = (box: Box) =>
    (x === 0 ? centreX(box) < x1 : centreX(box) >= x) &&
    (y === 0 || centreY(box) >= y) &&
    (y1 === sheet.height || centreY(box) < y1);
  const moved = <T extends Box>(boxes: readonly T[]): T[] =>
    boxes.filter(isIn).map((box) => ({ ...box, x0: box.x0 - x, x1: box.x1 - x, y0: box.y0 - y, y1: box.y1 - y }));
  return {
    ...sheet,
    width: x1 - x,
    height: y1 - y,
    pose: { ...pose, back: multiply(pose.back ?? IDENTITY, [1, 0, 0, 1, x, y]) },
    glyphs: moved(glyphs),
    horizontal: horizontal
      .filter(({ at, from, to }) => isIn({ x0: from, x1: to, y0: at, y1: at }))
      .map(({ at, from, to }) => ({ at: at - y, from: from - x, to: to - x })),
    vertical: vertical
      .filter(({ at, from, to }) => isIn({ x0: at, x1: at, y0: from, y1: to }))
      .map(({ at, from, to }) => ({ at: at - x, from: from - y, to: to - y })),
    fills: moved(fills),
    drawings: moved(drawings),
  };
}
