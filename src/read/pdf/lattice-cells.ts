import { frameAround } from './frame-around.js';
import { joinInnerBoxes } from './inner-boxes.js';
import type { Box, Rule } from './marks.js';
import { SAME_LINE } from './rules.js';

/** A cell between lines. */
export interface CellBox extends Box {
  /** True for a part of what no lines divide. */
  readonly isCut?: boolean;
}

/** Share of a cell's side that must be drawn for the side to be there. */
const DRAWN = 0.6;

/** True for each stretch between neighbouring positions along which a line is drawn. */
function drawn(lines: readonly Rule[], at: number, stops: readonly number[]): boolean[] {
  const near = lines.filter((line) => Math.abs(line.at - at) <= SAME_LINE);
  return stops.slice(1).map((end, i) => {
    const start = stops[i] as number;
    let covered = 0;
    for (const { from, to } of near) covered = Math.max(covered, Math.min(end, to) - Math.max(start, from));
    return covered >= (end - start) * DRAWN;
  });
}

/** The cells that lines leave between these positions, from top to bottom, then left to right. */
export function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  h: readonly Rule[],
  v: readonly Rule[],
): CellBox[] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  // right[c][r]: the side between columns c and c+1 in row r; below[r][c]: between rows r and r+1 in column c.
  const right = xs.slice(1, -1).map((x) => drawn(v, x, ys));
  const below = ys.slice(1, -1).map((y) => drawn(h, y, xs));
  const region = new Int32Array(rows * columns).fill(-1);
  let count = 0;
  for (let start = 0; start < region.length; start++) {
    if (region[start] !== -1) continue;
    const id = count++;
    const todo = [start];
    region[start] = id;
    const visit = (slot: number) => {
      if (region[slot] !== -1) return;
      region[slot] = id;
      todo.push(slot);
    };
    for (let slot = todo.pop(); slot !== undefined; slot = todo.pop()) {
      const [r, c] = [Math.floor(slot / columns), slot % columns];
      if (c + 1 < columns && !right[c]?.[r]) visit(slot + 1);
      if (c > 0 && !right[c - 1]?.[r]) visit(slot - 1);
      if (r + 1 < rows && !below[r]?.[c]) visit(slot + columns);
      if (r > 0 && !below[r - 1]?.[c]) visit(slot - columns);
    }
  }
  joinInnerBoxes(region, columns);
  const frame = frameAround(region, xs);
  // A region that is no rectangle (a line is missing somewhere) is cut into rectangles, top rows first.
  const squares = new Map<number, number>();
  for (const id of region) squares.set(id, (squares.get(id) ?? 0) + 1);
  const cells: CellBox[] = [];
  const taken = new Uint8Array(region.length);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const slot = r * columns + c;
      if (taken[slot]) continue;
      const id = region[slot] as number;
      if (frame.includes(id)) continue;
      const free = (row: number, column: number) =>
        region[row * columns + column] === id && !taken[row * columns + column];
      let [endC, endR] = [c + 1, r + 1];
      while (endC < columns && free(r, endC)) endC++;
      const whole = (row: number) => {
        for (let k = c; k < endC; k++) if (!free(row, k)) return false;
        return true;
      };
      while (endR < rows && whole(endR)) endR++;
      for (let row = r; row < endR; row++) taken.fill(1, row * columns + c, row * columns + endC);
      const isCut = (squares.get(id) ?? 0) > (endR - r) * (endC - c);
      cells.push({
        x0: xs[c] as number,
        y0: ys[r] as number,
        x1: xs[endC] as number,
        y1: ys[endR] as number,
        ...(isCut ? { isCut } : {}),
      });
    }
  return cells;
}
