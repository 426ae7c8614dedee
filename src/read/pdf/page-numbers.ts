import { isMarginalBox } from './margins.js';
import { around, type Box, centreX, centreY, type Glyph, type PageMarks } from './marks.js';
import { DIGIT } from './visible.js';

/** Pages that must be known before and after one: three that count show a step. */
const REACH = 2;
/** Digits nearer (ems) than this belong to one number; anything else that near makes it a part of something. */
const APART = 0.3;
/** A page's number stands where it stood, by its left end, its middle or its right end, to this (points). */
const SAME_PLACE = 0.5;
/** A number further (ems) from all other text of its page is none of a table's. */
const FAR = 2;

/** A number that stands alone near the upper or lower edge. */
interface Candidate {
  readonly glyphs: readonly Glyph[];
  readonly box: Box;
  readonly value: number;
  /** True for the number of the page itself, counted from the first of the file. */
  readonly isOfPage: boolean;
  /** True where nothing else is printed near its height. */
  readonly isFar: boolean;
}

/**
 * Pages with the glyphs marked that count them: the same place of three pages, one after the other, has numbers that go
 * up, or down, in equal steps; or that of two has their own numbers, one of them far from all other text. Where a table
 * reaches so far, they stand in its cells.
 */
export async function* withPageNumbers(pages: AsyncIterable<PageMarks>): AsyncGenerator<PageMarks> {
  const known: Candidate[][] = [];
  const held: PageMarks[] = [];
  const first = () => {
    const page = held.shift() as PageMarks;
    return marked(page, known, known.length - held.length - 1);
  };
  for await (const page of pages) {
    known.push(candidatesOf(page));
    held.push(page);
    if (held.length > REACH) yield first();
  }
  while (held.length > 0) yield first();
}

function marked(page: PageMarks, known: readonly (readonly Candidate[])[], at: number): PageMarks {
  const counts = new Map<Glyph, 'surely' | 'perhaps'>();
  for (const own of known[at] ?? []) {
    const isOwn = [at - 1, at + 1].some((beside) => known[beside]?.some((other) => areNumbersOfPages(own, other)));
    const isStep = [at - 2, at - 1, at].some((from) => countsFrom(own, from, known.slice(Math.max(0, from), from + 3)));
    if (isOwn || isStep) for (const glyph of own.glyphs) counts.set(glyph, isOwn ? 'surely' : 'perhaps');
  }
  if (counts.size === 0) return page;
  const mark = (glyph: Glyph): Glyph => {
    const how = counts.get(glyph);
    return how === undefined ? glyph : { ...glyph, counts: how };
  };
  return { ...page, glyphs: page.glyphs.map(mark) };
}

/** True where three pages have numbers at the place of this one, in equal steps. */
function countsFrom(own: Candidate, from: number, pages: readonly (readonly Candidate[])[]): boolean {
  if (from < 0 || pages.length < 3) return false;
  const [a = [], b = [], c = []] = pages.map((page) => page.filter((other) => isAtPlace(own, other)));
  return a.some((x) => b.some((y) => c.some((z) => y.value !== x.value && y.value - x.value === z.value - y.value)));
}

/** True where two pages have their own numbers in one place, and one of them is seen to stand in no table. */
const areNumbersOfPages = (own: Candidate, other: Candidate): boolean =>
  own.isOfPage && other.isOfPage && (own.isFar || other.isFar) && isAtPlace(own, other);

const isAtPlace = (a: Candidate, b: Candidate): boolean =>
  Math.abs(a.box.y1 - b.box.y1) < SAME_PLACE &&
  [(box: Box) => box.x0, (box: Box) => box.x1, centreX].some((at) => Math.abs(at(a.box) - at(b.box)) < SAME_PLACE);

function candidatesOf({ page, glyphs, height }: PageMarks): Candidate[] {
  const near = glyphs.filter((g) => g.angle === 0 && g.text !== ' ' && isMarginalBox(g, height));
  const runs: Glyph[][] = [];
  for (const glyph of near.toSorted((a, b) => a.y1 - b.y1 || a.x0 - b.x0)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last !== undefined && glyph.y1 === last.y1 && touches(last, glyph)) run?.push(glyph);
    else runs.push([glyph]);
  }
  return runs.flatMap((run): Candidate[] => {
    if (!run.every((g) => DIGIT.test(g.text))) return [];
    const isAlone = near.every((g) => run.includes(g) || !run.some((digit) => touches(digit, g) || touches(g, digit)));
    if (!isAlone) return [];
    const [box, value] = [around(run), Number(run.map((g) => g.text).join(''))];
    const reach = FAR * (box.y1 - box.y0);
    const isFar = glyphs.every(
      (g) => g.text === ' ' || run.includes(g) || g.y1 < box.y0 - reach || g.y0 > box.y1 + reach,
    );
    return [{ glyphs: run, box, value, isOfPage: value === page, isFar }];
  });
}

/** True where one stands right after the other. */
const touches = (a: Glyph, b: Glyph): boolean =>
  Math.abs(centreY(a) - centreY(b)) < APART * a.size && b.x0 - a.x1 < APART * a.size && centreX(b) > centreX(a);
