import { around, type Box, median, type Rule } from './marks.js';

/** A line as it was painted. */
export interface PaintedRule extends Rule {
  /** Lightness: 0 black, 1 white. */
  readonly light: number;
}

/** Guides are at least so many, on pages made for writing. */
const FEWEST = 6;
/** Share of the page's width or height that they go along. */
const LONG = 0.75;
/** They begin and end alike, and stand equally far from each other, to this (points). */
const ALIKE = 1;
/** They are lighter than the lines of a table by this. */
const LIGHTER = 0.15;
/** They go beyond the other lines by this (points), at both ends. */
const BEYOND = 4;

interface Lines {
  readonly horizontal: readonly PaintedRule[];
  readonly vertical: readonly PaintedRule[];
}

/**
 * A page's lines without the guides of the paper that it is printed on: pale lines from edge to edge, equally far from
 * each other, that end at no other line. They divide nothing.
 */
export function withoutGuides({ horizontal, vertical }: Lines, width: number, height: number): Lines {
  const darkest = Math.min(darkestOf(horizontal), darkestOf(vertical));
  const [across, down] = [
    guidesAmong(horizontal, width * LONG, darkest + LIGHTER),
    guidesAmong(vertical, height * LONG, darkest + LIGHTER),
  ];
  if (across.size === 0 && down.size === 0) return { horizontal, vertical };
  const rest = {
    horizontal: horizontal.filter((rule) => !across.has(rule)),
    vertical: vertical.filter((rule) => !down.has(rule)),
  };
  const table = extentOf(rest);
  const areGuides =
    [...across].every((rule) => goesBeyond(rule, table.x0, table.x1)) &&
    [...down].every((rule) => goesBeyond(rule, table.y0, table.y1));
  return areGuides ? rest : { horizontal, vertical };
}

const darkestOf = (rules: readonly PaintedRule[]): number =>
  rules.reduce((least, { light }) => Math.min(least, light), 1);

const goesBeyond = ({ from, to }: Rule, first: number, last: number): boolean =>
  from < first - BEYOND && to > last + BEYOND;

/** Long pale lines that begin and end alike, in equal steps. */
function guidesAmong(rules: readonly PaintedRule[], length: number, least: number): Set<PaintedRule> {
  const long = rules.filter(({ from, to, light }) => to - from > length && light > least);
  const [first] = long;
  const alike = long
    .filter(
      ({ from, to }) => first !== undefined && Math.abs(from - first.from) < ALIKE && Math.abs(to - first.to) < ALIKE,
    )
    .sort((a, b) => a.at - b.at);
  const steps = alike.slice(1).map(({ at }, i) => at - (alike[i] as PaintedRule).at);
  const step = median(steps);
  return alike.length >= FEWEST && steps.every((s) => Math.abs(s - step) < ALIKE) ? new Set(alike) : new Set();
}

const extentOf = ({ horizontal, vertical }: Lines): Box =>
  around([
    ...horizontal.map(({ at, from, to }) => ({ x0: from, x1: to, y0: at, y1: at })),
    ...vertical.map(({ at, from, to }) => ({ x0: at, x1: at, y0: from, y1: to })),
  ]);
