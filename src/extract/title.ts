import { fold } from '../text.js';

/** What a title says: 「河北省2020年政府信息公开工作年度报告」. */
export interface Title {
  readonly text: string;
  readonly organ: string;
  readonly year: number | null;
}

/** A year in digits or in Chinese numerals, as named groups of a pattern. */
export const YEAR = '(?:(?<digits>(?:19|20)\\d{2})|(?<chinese>[二一][〇○零Oo0一二三四五六七八九]{3}))';
const TITLE = new RegExp(`^(?<before>.*?)(?:${YEAR}\\s*年?度?)(?<between>.*?)(?:信息|资讯)公开(?<kind>.{0,8}?报告)`);
const TITLE_YEAR_LAST = new RegExp(
  `^(?<before>.*?)(?:政府)?(?:信息|资讯)公开(?<kind>.{0,8}?报告)[（(]?${YEAR}\\s*年?度?[)）]?`,
);
const TITLE_WORDS = /(?:信息|资讯)公开.{0,8}报告/;
/** A quick look at a line as it is printed, spaced out or not. */
const MAY_BE_TITLE = /公\s*[开開].*[报報]\s*告/s;
const LONGEST_TITLE = 80;
const CHINESE_DIGITS = '〇一二三四五六七八九';
/** The year that the groups of YEAR hold. */
export const yearOf = (groups: Record<string, string> | undefined): number | null => {
  if (groups?.digits !== undefined) return Number(groups.digits);
  const chinese = groups?.chinese;
  if (chinese === undefined) return null;
  return Number([...chinese.replace(/[○零Oo0]/g, '〇')].map((c) => CHINESE_DIGITS.indexOf(c)).join(''));
};

/** Reads a line as a report's title, as printed; undefined when it is none. Site names around it are dropped. */
export function titleOf(line: string): Title | undefined {
  if (line.length > LONGEST_TITLE * 2 || !MAY_BE_TITLE.test(line)) return undefined;
  const printed = line.replace(/[\s#*\u200B-\u200F\uFEFF]+/g, '');
  const folded = fold(printed);
  if (folded.length > LONGEST_TITLE || !TITLE_WORDS.test(folded)) return undefined;
  const part = folded.split(/[-_|>»—–·/]+/).find((text) => TITLE_WORDS.test(text)) ?? folded;
  const match = TITLE.exec(part) ?? TITLE_YEAR_LAST.exec(part);
  const { before = '', between = '' } = match?.groups ?? {};
  const name = stripped(before) || stripped(between.replace(/政府$/, ''));
  const end = /^.*?公开.{0,8}?报告/.exec(part)?.[0].length ?? part.length;
  const whole = part.slice(before.length - before.replace(LEAD, '').length, YEAR_LAST.test(part) ? undefined : end);
  // Folding changes characters, hardly ever their number: what is returned is the text as printed.
  const asPrinted = (text: string): string => {
    const at = folded.indexOf(text);
    return printed.length === folded.length && at >= 0 ? printed.slice(at, at + text.length) : text;
  };
  return {
    text: asPrinted(whole.replace(/^[《“"]|[》”"]$/g, '')),
    organ: asPrinted(name),
    year: yearOf(match?.groups),
  };
}

/** What stands before a name: a label, an opening bracket, the path to the page. */
const LEAD = /^.*[:：《》>,，。;；]/;
const YEAR_LAST = /报告[（(].*年度?[)）]$/;

const stripped = (text: string): string =>
  text
    .replace(LEAD, '')
    .replace(/^(?:现(?:将|公开|公布|发布|报告)?|关于(?:印发|发布|公布)?)/, '')
    .replace(/(?:关于(?:印发|发布|公布)?|的|年度)*$/, '')
    .replace(/[（(][^）)]*$/, '');
