import type { Rule } from './marks.js';
import type { Lines } from './rule-groups.js';

/** Lines that end this near (points) to each other meet. */
const MEET = 1.5;

/**
 * Lines without the boxes that stand across them, such as the frame of a form field set askew of its cell. The sides of
 * such a box end at its corners, where no other line ends on them, and a line of the table goes through.
 */
export function withoutCrossingBoxes({ h, v }: Lines): Lines {
  const gone = new Set([...sidesOfBoxes(h, v), ...sidesOfBoxes(v, h)]);
  const isLeft = (rule: Rule) => !gone.has(rule);
  return { h: h.filter(isLeft), v: v.filter(isLeft) };
}

/** Sides through which a line goes, and those that end where they do. */
function sidesOfBoxes(along: readonly Rule[], across: readonly Rule[]): Rule[] {
  return along.flatMap((side) => {
    const [first, last] = [side.from, side.to].map((end) => cornerAt(side, end, across));
    if (first === undefined || last === undefined || isBefore(first, side) !== isBefore(last, side)) return [];
    const crossed = across.some(
      (rule) => rule.at > side.from + MEET && rule.at < side.to - MEET && goesThrough(rule, side.at),
    );
    const isBox = ![first, last].some((rule) => isJoined(rule, along)) && !isJoined(side, across);
    return crossed && isBox ? [side, first, last] : [];
  });
}

/** The one line that ends where the side ends; undefined where one goes through there. */
function cornerAt(side: Rule, end: number, across: readonly Rule[]): Rule | undefined {
  const there = across.filter((rule) => isNear(rule.at, end) && rule.from < side.at + MEET && rule.to > side.at - MEET);
  const [corner] = there;
  return there.length === 1 && corner !== undefined && !goesThrough(corner, side.at) ? corner : undefined;
}

/** True where another line ends on this one, between its ends: no box, but a part of a table. */
const isJoined = (side: Rule, across: readonly Rule[]): boolean =>
  across.some(
    (rule) =>
      rule.at > side.from + MEET &&
      rule.at < side.to - MEET &&
      (isNear(rule.from, side.at) || isNear(rule.to, side.at)),
  );

const goesThrough = ({ from, to }: Rule, at: number): boolean => from < at - MEET && to > at + MEET;

const isBefore = ({ from }: Rule, { at }: Rule): boolean => from < at - MEET;

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= MEET;
