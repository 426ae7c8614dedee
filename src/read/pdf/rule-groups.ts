import type { Rule } from './marks.js';

/** Lines that meet: across and down. */
export interface Lines {
  readonly h: Rule[];
  readonly v: Rule[];
}

/** Lines that end this far (points) from another one still meet it: pens are wide, corners are cut. */
export const TOUCH = 3.5;
/** Lines that go this far beyond the outermost rule across them show that a closing rule is missing. */
export const BEYOND = 6;
/** Height (points) up to which a row without any line down still joins what is above and below it. */
const TALLEST_BAND = 26;

/** Sets of lines that meet, each one a table: also where long sides, or sides that are not drawn, take it apart. */
export const ruleGroupsOf = (horizontal: readonly Rule[], vertical: readonly Rule[]): Lines[] =>
  withOpenSides(withLongSides(components(horizontal, vertical)));

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

/**
 * A table without lines at its sides falls apart where a row has no line down: a line across ends one part, another
 * begins the next, as wide as it. Where lines down end, so does a table.
 */
function withOpenSides(parts: readonly Lines[]): Lines[] {
  const joined: Extent[] = [];
  const sorted = parts
    .filter(({ h }) => h.length > 0)
    .map(extentOf)
    .sort((a, b) => a.top - b.top);
  for (const part of sorted) {
    const at = joined.findIndex(
      (above) =>
        above.open &&
        part.open &&
        Math.abs(above.from - part.from) <= TOUCH &&
        Math.abs(above.to - part.to) <= TOUCH &&
        part.top - above.bottom <= TALLEST_BAND &&
        above.lastAcross >= above.bottom - TOUCH &&
        part.firstAcross <= part.top + TOUCH,
    );
    const above = joined[at];
    if (above === undefined) joined.push(part);
    else joined[at] = extentOf({ h: [...above.h, ...part.h], v: [...above.v, ...part.v] });
  }
  return joined;
}

interface Extent extends Lines {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  readonly firstAcross: number;
  readonly lastAcross: number;
  /** True where no line stands at its sides. */
  readonly open: boolean;
}

function extentOf({ h, v }: Lines): Extent {
  const [from, to] = [Math.min(...h.map((r) => r.from)), Math.max(...h.map((r) => r.to))];
  const [firstAcross, lastAcross] = [Math.min(...h.map((r) => r.at)), Math.max(...h.map((r) => r.at))];
  return {
    ...{ h, v, from, to, firstAcross, lastAcross },
    top: Math.min(firstAcross, ...v.map((r) => r.from)),
    bottom: Math.max(lastAcross, ...v.map((r) => r.to)),
    open: v.every((r) => r.at > from + BEYOND && r.at < to - BEYOND),
  };
}
