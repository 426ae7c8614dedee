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
const LONGEST_TITLE = 80;
const CHINESE_DIGITS = '〇一二三四五六七八九';
/** The year that the groups of YEAR hold. */
export const yearOf = (groups: Record<string, string> | undefined): number | null => {
  if (groups?.digits !== undefined) return Number(groups.digits);
  const chinese = groups?.chinese;
  if (chinese === undefined) return null;
  return Number([...chinese.replace(/[○零Oo0]/g, '〇')].map((c) => CHINESE_DIGITS.indexOf(c)).join(''));
};

/** Reads a line as a report's title; undefined when it is none. Site names around it are dropped. */
export function titleOf(line: string): Title | undefined {
  if (line.length > LONGEST_TITLE * 2 || !/公[开開]/.test(line)) return undefined;
  const whole = fold(line)
    .replace(/^[#*\s]+/, '')
    .replace(/\s+/g, '');
  if (whole.length > LONGEST_TITLE || !TITLE_WORDS.test(whole)) return undefined;
  const text = whole.split(/[-_|>»—–·/]+/).find((part) => TITLE_WORDS.test(part)) ?? whole;
  const match = TITLE.exec(text) ?? TITLE_YEAR_LAST.exec(text);
  if (!match?.groups) return { text: tidyTitle(text), organ: '', year: null };
  const { before = '', between = '' } = match.groups;
  const organ = tidyOrgan(before) || tidyOrgan(between.replace(/政府$/, ''));
  const from = before.replace(/^.*[:：《>]/, '');
  return { text: tidyTitle(text.slice(before.length - from.length)), organ, year: yearOf(match.groups) };
}

const tidyTitle = (text: string): string => text.replace(/^[《“"]|[》”"]$/g, '').replace(/(报告).*$/, '$1');
const tidyOrgan = (text: string): string =>
  text
    .replace(/^.*[:：《>]/, '')
    .replace(/^关于(?:印发|发布|公布)?/, '')
    .replace(/(?:关于(?:印发|发布|公布)?|的|年度)*$/, '')
    .replace(/[（(][^）)]*$/, '');
