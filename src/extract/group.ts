import { TABLE_IDS } from '../forms/index.js';
import type { Document } from '../model.js';
import { linesOf } from './identify.js';
import type { Located } from './locate.js';
import { type Title, titleOf } from './title.js';

/**
 * Tables into reports, those that are none left out: a print or mobile copy (whole or cut off; the fuller one stays),
 * the empty form printed beside a filled one, and a comparison table of the same words (last year's figures).
 * @param located tables in reading order
 * @returns the tables of each report
 */
export function intoReports(document: Document, located: readonly Located[]): Located[][] {
  const own = withoutOtherYears(document, withoutEmptyForms(document, located));
  const groups = grouped(document, own);
  const copies = copiesIn(own);
  const titles = groups.map((group, i) => titleAbove(document, group, groups[i - 1]));
  const originals = groups.filter((group, i) => {
    if (!group.every((table) => copies.has(table))) return true;
    // Two bodies, or two years, may both report nothing but zeros: then each has a title of its own.
    const own = titles[i];
    return (
      own !== undefined &&
      group.every(isTrivial) &&
      titles.every((other, k) => k === i || other === undefined || !sameTitle(own, other))
    );
  });
  const filled = originals.filter((group) => !group.every(isEmpty));
  return filled.length > 0 ? filled : originals;
}

/**
 * A table of a kind that the running report already has begins another report when a title stands between, or when it
 * is the kind with which the running report began; otherwise it is a comparison table, which belongs to no form.
 */
function grouped(document: Document, located: readonly Located[]): Located[][] {
  const reports: Located[][] = [];
  for (const table of located) {
    const report = reports.at(-1);
    if (report === undefined) reports.push([table]);
    else if (!report.some((l) => l.table === table.table)) report.push(table);
    else if (titleAbove(document, [table], report) !== undefined) reports.push([table]);
    else if (report[0]?.table === table.table) {
      // Where the order of the form goes on from the table before, it was the first that stood out of it.
      const last = report.at(-1) as Located;
      if (TABLE_IDS.indexOf(last.table) < TABLE_IDS.indexOf(table.table))
        report.splice(0, 1, ...report.splice(1), table);
      else reports.push([table]);
    }
  }
  return reports;
}

/** Leaves out the empty form of a table that is printed right before or after the filled one. */
const withoutEmptyForms = (document: Document, located: readonly Located[]): Located[] =>
  located.filter((table, i) => {
    const [before, after] = [located[i - 1], located[i + 1]];
    const fills = (other: Located | undefined): other is Located =>
      other?.table === table.table && textsOf(table).size > 0 && isEmpty(table) && !isEmpty(other);
    return !(
      (fills(before) && titleAbove(document, [table], [before]) === undefined) ||
      (fills(after) && titleAbove(document, [after], [table]) === undefined)
    );
  });

/** Longest line that is looked at for the year of the table below it. */
const LONGEST_CAPTION = 60;

/** A caption of last year's figures that names no year; a sentence may compare with it. */
const LAST_YEAR = /^[\s（(]*(?:附[件表]?\s*[:：])?\s*(?:上一?|去)年(?!.{0,4}结转)[^，。；\d]{0,20}$/;

/**
 * Leaves out a table that its caption gives another year than the report's, where the report has its own. Where it has
 * none, a later year tells when it was filled in; an earlier one may be left over, or the report's own table not one that
 * can be read: then nothing of it is certain.
 */
function withoutOtherYears(document: Document, located: readonly Located[]): Located[] {
  let [year, read, end]: [number | undefined, number, number] = [undefined, 0, 0];
  /** The year of the last title before a block; what was looked through for an earlier one is not looked through again. */
  const yearBefore = (first: number): number | undefined => {
    const titled = linesOf(document, read, first).flatMap((line) => titleOf(line)?.year ?? []);
    read = Math.max(read, first);
    year = titled.at(-1) ?? year;
    return year;
  };
  const earlier = new Set<Located>();
  const others = new Set(
    located.filter((table) => {
      const { first, last } = table;
      const caption = linesOf(document, end, first).findLast((line) => line.trim() !== '') ?? '';
      end = Math.max(end, last + 1);
      if (caption.length > LONGEST_CAPTION || titleOf(caption)?.year != null) return false;
      const years = [...caption.matchAll(/(?:19|20)\d{2}(?=\s*年)/g)].map(Number);
      const own = yearBefore(first);
      if (years.length === 0 ? LAST_YEAR.test(caption) : Math.max(...years) < (own ?? 0)) earlier.add(table);
      return earlier.has(table) || (own !== undefined && years.length > 0 && !years.includes(own));
    }),
  );
  const kept = new Set(located.filter((table) => !others.has(table)).map(({ table }) => table));
  return located
    .filter((table) => !others.has(table) || !kept.has(table.table))
    .map((table) => (earlier.has(table) ? doubted(table) : table));
}

const doubted = (table: Located): Located => ({
  ...table,
  readings: new Map(
    [...table.readings].map(([id, r]) => [id, { ...r, printed: r.printed && { ...r.printed, certain: false } }]),
  ),
});

const firstOf = (group: readonly Located[]): number => Math.min(...group.map((l) => l.first));
const endOf = (group: readonly Located[] | undefined): number =>
  group === undefined ? 0 : Math.max(...group.map((l) => l.last)) + 1;

/** The last title that stands between the tables before and these. */
const titleAbove = (document: Document, group: readonly Located[], before?: readonly Located[]): Title | undefined =>
  linesOf(document, endOf(before), firstOf(group))
    .flatMap((line) => titleOf(line) ?? [])
    .findLast((title) => title.year !== null);

const sameTitle = (a: Title, b: Title): boolean => a.year === b.year && a.organ === b.organ;

/** Texts of the cells that were read for certain, by id. */
const textsOf = (l: Located): Map<string, string> =>
  new Map(
    [...l.readings].flatMap(([id, r]) => (r.printed?.certain ? [[id, r.printed.cell.text.replace(/\s/g, '')]] : [])),
  );

const isTrivial = (l: Located): boolean => [...textsOf(l).values()].every((text) => !/[1-9]/.test(text));
const isEmpty = (l: Located): boolean => [...textsOf(l).values()].every((text) => text === '');

/** Tables that repeat another one; of two that are alike, the second. */
function copiesIn(located: readonly Located[]): Set<Located> {
  const texts = located.map(textsOf);
  const repeats = (a: number, b: number): boolean => {
    if (located[a]?.table !== located[b]?.table) return false;
    const [own, other] = [texts[a] as Map<string, string>, texts[b] as Map<string, string>];
    const same = [...own].filter(([id, text]) => other.get(id) === text).length;
    // The row in which a copy is cut off is not the same.
    return same >= own.size - (own.size < other.size ? 1 : 0);
  };
  return new Set(
    located.filter((_own, i) => located.some((_other, k) => k !== i && repeats(i, k) && (!repeats(k, i) || k < i))),
  );
}

/** Block at which a report begins: its title, or where the one before ended. */
export function startOf(
  document: Document,
  group: readonly Located[],
  previous: readonly Located[] | undefined,
): number {
  const end = endOf(previous);
  for (let i = end; i < firstOf(group); i++) {
    const block = document.blocks[i];
    if (block?.kind === 'paragraph' && titleOf(block.text)?.year != null) return i;
  }
  return end;
}
