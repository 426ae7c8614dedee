import { compact, fold } from '../text.js';

/** What a title says: 「河北省2020年政府信息公开工作年度报告」. */
export interface Title {
  readonly text: string;
  readonly organ: string;
  readonly year: number | null;
  /** True where a sentence names the report, and does not entitle it. */
  readonly mention: boolean;
}

/** A year in digits or in Chinese numerals, as named groups of a pattern. */
export const YEAR = '(?:(?<digits>(?:19|20)\\d{2})|(?<chinese>[二一][〇○零Oo0一二三四五六七八九]{3}))';
const TITLE = new RegExp(`^(?<before>.*?)(?:${YEAR}\\s*年?度?)(?<between>.*?)(?:信息|资讯)公开(?<kind>.{0,8}?报告)`);
const TITLE_YEAR_LAST = new RegExp(
  `^(?<before>.*?)(?:政府)?(?:信息|资讯)公开(?<kind>.{0,8}?报告)[（(]?${YEAR}\\s*年?度?[)）]?`,
);
/** 「某某局政府信息公开2022年度报告」 */
const TITLE_YEAR_WITHIN = new RegExp(
  `^(?<before>.*?)(?:政府)?(?:信息|资讯)公开(?:工作)?${YEAR}\\s*年?度?(?<kind>.{0,8}?报告)`,
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
  const match = TITLE.exec(part) ?? TITLE_YEAR_LAST.exec(part) ?? TITLE_YEAR_WITHIN.exec(part);
  const { before = '', between = '' } = match?.groups ?? {};
  const name = stripped(before) || stripped(between.replace(/政府$/, ''));
  const end = /^.*?公开.{0,8}?报告/.exec(part)?.[0].length ?? part.length;
  const lead = before.replace(LEAD, '').replace(LABEL, '');
  const whole = part.slice(before.length - lead.length, YEAR_LAST.test(part) ? undefined : end);
  // Folding changes characters, hardly ever their number: what is returned is the text as printed.
  const asPrinted = (text: string): string => {
    const at = folded.indexOf(text);
    return printed.length === folded.length && at >= 0 ? printed.slice(at, at + text.length) : text;
  };
  return {
    text: asPrinted(whole.replace(/^[《“"]|[》”"]$/g, '')),
    organ: asPrinted(name),
    year: yearOf(match?.groups),
    mention: SENTENCE.test(before) || GOES_ON.test(part.slice(end)),
  };
}

/** The clause of a sentence in which a body announces its report: 「现将某某局2022年政府信息公开工作情况报告如下」. */
export function announcedIn(line: string): Title | undefined {
  for (const clause of line.split(/[，。；]/)) {
    const title = titleOf(clause);
    if (title?.organ && ANNOUNCES.test(clause)) return { ...title, mention: true };
  }
  return undefined;
}

const ANNOUNCES = /^现(?:将|公布|发布)|编制|公布|发布/;
/** What stands before a name: a label, an opening bracket, the path to the page. */
const LEAD = /^.*[:：《》>,，。;；]/;
const YEAR_LAST = /报告[（(].*年度?[)）]$/;
/** What only a sentence has before and after the words of a title. */
const SENTENCE = /[,，。;；]|^现(?:将|公)/;
const GOES_ON = /^》?(?:如下|[,，。;；、])/;
/** How no name begins: a number, a word that stands beside the title in a list of the document's data. */
const LABEL = /^(?:标题|(?:文件|信息|公文)?名称)/;
/** 「某某局编制并公布」: the name ends before what the body does. */
const ACTS = /(?:组织|负责)?(?:编制|公布|发布|印发|制作)(?:[并和、]?(?:编制|公布|发布|印发|公开))?$/;
/** What is left of a name when its line is broken: not even a place or a subject before the kind of body. */
const FRAGMENT = /^\d|^.?(?:人?民?政?府|[局委办厅部院会])$/;

const stripped = (text: string): string => {
  const name = text
    .replace(LEAD, '')
    .replace(LABEL, '')
    .replace(/^(?:现(?:将|公开|公布|发布|报告)?|由|关于(?:印发|发布|公布)?)/, '')
    .replace(/(?:关于(?:印发|发布|公布)?|的|年度)*$/, '')
    .replace(/[（(][^）)]*$/, '')
    .replace(ACTS, '');
  return FRAGMENT.test(name) ? '' : name;
};

/** Words that end the name of a public body. */
const ORGAN =
  /(?:政府|局|委|委员会|办|办公室|厅|部|院|署|处|所|站|队|中心|公司|集团|银行|学校|大学|学院|医院|管委会|街道|办事处|镇|乡|村|省|市|县|区|州|盟|旗|会|社|总队|支队|大队|法院|检察院|兵团|自治区)$/;

/** True for a line that is the name of a public body. */
export const isOrgan = (line: string): boolean => {
  const text = compact(line);
  return text.length >= 2 && text.length <= 30 && ORGAN.test(text) && !/[,。;:>]/.test(text);
};
