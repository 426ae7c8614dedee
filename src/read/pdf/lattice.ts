import type { Box, Rule } from './marks.js';
import { cluster, SAME_LINE } from './rules.js';

/** A table as its rules draw it. */
export interface Lattice {
  readonly box: Box;
  /** Cell boxes, from top to bottom, then left to right. */
  readonly cells: readonly Box[];
  /** False where the rules end without a closing line, as at some page breaks. */
  readonly closedAbove: boolean;
  readonly closedBelow: boolean;
}

/** Lines that meet: across and down. */
interface Lines {
  readonly h: Rule[];
  readonly v: Rule[];
}

/** Lines that end this far (points) from another one still meet it: pens are wide, corners are cut. */
const TOUCH = 3.5;
/** Lines that go this far beyond the outermost rule across them show that a closing rule is missing. */
const BEYOND = 6;
/** Height (points) up to which a row without any line down still joins what is above and below it. */
const TALLEST_BAND = 26;
/** Share of a cell's side that must be drawn for the side to be there. */
const DRAWN = 0.6;

/** The tables that rules draw on a page: each connected set of lines, divided into cells by the lines that are there. */
export function latticesOf(horizontal: readonly Rule[], vertical: readonly Rule[]): Lattice[] {
  return withOpenSides(withLongSides(components(horizontal, vertical))).flatMap(({ h, v }) => {
    // A row that a page break cuts may have but one line across.
    if (v.length < (h.length < 2 ? 3 : 1)) return [];
    const xs = edges(v, h);
    const ys = edges(h, v);
    if (xs.at.length < 2 || ys.at.length < 2) return [];
    const cells = cellsOf(xs.at, ys.at, h, v);
    if (cells.length < 2) return [];
    const box = {
      x0: xs.at[0] as number,
      y0: ys.at[0] as number,
      x1: xs.at.at(-1) as number,
      y1: ys.at.at(-1) as number,
    };
    return [{ box, cells, closedAbove: !ys.before, closedBelow: !ys.after }];
  });
}

/** Positions of the lines, with the outer edges that only the lines across them show. */
function edges(lines: readonly Rule[], across: readonly Rule[]): { at: number[]; before: boolean; after: boolean } {
  const at = cluster(lines.map((line) => line.at));
  const least = Math.min(...across.map((line) => line.from));
  const most = Math.max(...across.map((line) => line.to));
  const before = least < (at[0] as number) - BEYOND;
  const after = most > (at.at(-1) as number) + BEYOND;
  if (before) at.unshift(least);
  if (after) at.push(most);
  return { at, before, after };
}

/** The side of a cell as high as its page's whole table meets no line across; it ends where the table does. */
function withLongSides(parts: readonly Lines[]): Lines[] {
  const lone = parts.filter(({ h }) => h.length === 0).flatMap(({ v }) => v);
  return parts.flatMap(({ h, v }) => {
    if (h.length === 0) return [];
    const top = Math.min(...v.map((r) => r.from));
    const bottom = Math.max(...v.map((r) => r.to));
    const sides = lone.filter((r) => Math.abs(r.from - top) <= TOUCH && Math.abs(r.to - bottom) <= TOUCH);
    return [{ h, v: [...v, ...sides] }];
  });
}

/** A table without lines at its sides falls apart where a row has no line down; its parts are as wide as each other. */
function withOpenSides(parts: readonly Lines[]): Lines[] {
  const extent = ({ h, v }: Lines) => ({
    from: Math.min(...h.map((r) => r.from)),
    to: Math.max(...h.map((r) => r.to)),
    top: Math.min(...h.map((r) => r.at), ...v.map((r) => r.from)),
    bottom: Math.max(...h.map((r) => r.at), ...v.map((r) => r.to)),
  });
  const isOpen = (part: Lines) => {
    const { from, to } = extent(part);
    return part.v.every((r) => r.at > from + BEYOND && r.at < to - BEYOND);
  };
  const joined: Lines[] = [];
  for (const part of parts.filter(({ h }) => h.length > 0).toSorted((a, b) => extent(a).top - extent(b).top)) {
    const own = extent(part);
    const above = joined.find((other) => {
      const { from, to, bottom } = extent(other);
      return (
        isOpen(other) &&
        isOpen(part) &&
        Math.abs(from - own.from) <= TOUCH &&
        Math.abs(to - own.to) <= TOUCH &&
        own.top - bottom <= TALLEST_BAND
      );
    });
    if (above === undefined) joined.push({ h: [...part.h], v: [...part.v] });
    else {
      above.h.push(...part.h);
      above.v.push(...part.v);
    }
  }
  return joined;
}

function components(horizontal: readonly Rule[], vertical: readonly Rule[]): Lines[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    for (let k = i; parent[k] !== root; ) [k, parent[k]] = [parent[k] as number, root];
    return root;
  };
  horizontal.forEach((h, i) => {
    vertical.forEach((v, k) => {
      if (v.at >= h.from - TOUCH && v.at <= h.to + TOUCH && h.at >= v.from - TOUCH && h.at <= v.to + TOUCH)
        parent[find(i)] = find(horizontal.length + k);
    });
  });
  const groups = new Map<number, Lines>();
  const groupOf = (i: number) => {
    const root = find(i);
    let group = groups.get(root);
    if (group === undefined) {
      group = { h: [], v: [] };
      groups.set(root, group);
    }
    return group;
  };
  horizontal.forEach((rule, i) => void groupOf(i).h.push(rule));
  vertical.forEach((rule, k) => void groupOf(horizontal.length + k).v.push(rule));
  return [...groups.values()];
}

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

function cellsOf(xs: readonly number[], ys: readonly number[], h: readonly Rule[], v: readonly Rule[]): Box[] {
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
  // A region that is no rectangle (a line is missing somewhere) is cut into rectangles, top rows first.
  const cells: Box[] = [];
  const taken = new Uint8Array(region.length);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const slot = r * columns + c;
      if (taken[slot]) continue;
      const id = region[slot];
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
      cells.push({ x0: xs[c] as number, y0: ys[r] as number, x1: xs[endC] as number, y1: ys[endR] as number });
    }
  return cells;
}
