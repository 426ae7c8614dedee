/** Printed text made comparable, and printed figures made numbers. */

import type { Measure } from './forms/index.js';
import { PICTURE, RIGHT_TO_LEFT } from './model.js';

/** Zero-width and soft characters that editors leave inside words and numbers. */
const INVISIBLE = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;

/**
 * Traditional (or variant) and simplified form, in pairs, of the characters that labels and titles of reports use; at
 * the end radicals (U+2E80–2EFF) that some fonts print for characters and that NFKC does not fold.
 */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  `
  計计 減减 項项 數数 處处 決决 條条 採采 購购 總总 額额 動动 開开 況况 發发 對对 規规 範范 許许 務务 罰罚 強强 業业 費费
  請请 據据 關关 爲为 為为 於于 組组 織织 機机 構构 會会 結结 轉转 辦办 區区 這这 屬属 國国 祕秘 穩稳 護护 權权 類类 內内
  過过 執执 詢询 無无 沒没 現现 補补 後后 確确 訪访 舉举 報报 訴诉 復复 當当 認认 獲获 繼继 續续 議议 訟讼 維维 糾纠 審审
  經经 號号 廢废 單单 萬万 繳缴 納纳 體体 問问 題题 進进 員员 廳厅 隊队 團团 銀银 學学 醫医 鎮镇 鄉乡 縣县 檢检 時时 間间
  統统 來来 編编 負负 責责 檔档 種种 誡诫 證证 徵征 買买 門门 億亿 個个 與与 標标 準准 則则 別别 傳传 達达 響响 應应 該该
  資资 訊讯 舊旧 觸触 將将 還还 實实 際际 級级 從从 東东 導导 調调 營营 價价 歲岁 幹干 錄录 書书 長长 馬马 魚鱼 鳥鸟 黃黄
  齊齐 龍龙 農农 漁渔 臺台 灣湾 廣广 蘇苏 滬沪 遼辽 寧宁 陝陕 雲云 貴贵 瓊琼 贛赣 魯鲁 漢汉 濟济 閩闽 術术 銷销 訂订 賬账
  暫暂 適适 戶户 筆笔 冊册 場场 淨净 幣币 廠厂 嶺岭 島岛 華华 鳳凤 蘭兰 慶庆 歷历 麗丽 嚴严 衆众 眾众 優优 偉伟 興兴 衝冲
  涼凉 它他
  ⺠民 ⻚页 ⻓长 ⻔门 ⻅见 ⻆角 ⻋车 ⻉贝 ⻄西 ⻛风 ⻝食 ⻢马 ⻥鱼 ⻩黄 ⻰龙 ⺟母
  `
    .trim()
    .split(/\s+/)
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

const VARIANT = new RegExp(`[${[...VARIANTS.keys()].join('')}]`, 'g');

const BRACKETED = /[（(【〔[{][^（）()【】〔〕[\]{}]*[）)】〕\]}]/g;
/** Numbering in front of a label: 一、 （一） (1) 1. 1、 ① and what is left of it when a bracket is lost. */
const NUMBERING =
  /^(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]?|[一二三四五六七八九十]{1,3}[、.．,，）)]|\d{1,2}[、.．,，）)]?)/;
const NOT_WORDS = /[\s\p{P}\p{S}]/gu;

/** Folds width, compatibility and traditional forms and drops what does not show; nothing else. */
export const fold = (text: string): string => (PLAIN.test(text) ? text : folded(text));

/** Most cells: nothing to fold. */
const PLAIN = /^[ -%'-~\n]*$/;

/** Folded, without spaces: a line whose words an office may have set apart. */
export const compact = (text: string): string => fold(text).replace(/\s/g, '');

const folded = (text: string): string =>
  text
    .replace(/&(?:nbsp|ensp|emsp|#160);/g, ' ') // Escaped twice by some editors, so that the page shows it.
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(VARIANT, (char) => VARIANTS.get(char) as string);

/**
 * The same text on its own, to be kept for long: what is cut out of a page is for V8 a window on that page, which then
 * stays in memory too.
 */
export const apart = (text: string): string => JSON.parse(JSON.stringify(text)) as string;

/** A label reduced to the words that identify it: no spaces, numbering, brackets, punctuation, traditional forms. */
export function labelKey(label: string): string {
  const whole = compact(label);
  // Labels in two languages: the official form has no Latin letters.
  const text = /\p{Script=Han}/u.test(whole) ? whole.replace(/[A-Za-z]+/g, '') : whole;
  const unnumbered = text.replace(NUMBERING, '');
  const bare = unnumbered.replace(BRACKETED, '').replace(NOT_WORDS, '');
  // A label that is nothing but a bracket or a numbering keeps it.
  return bare || unnumbered.replace(NOT_WORDS, '') || text.replace(NOT_WORDS, '');
}

/** Likeness of two label keys, 0 to 1: twice the longest common subsequence over the sum of the lengths. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a === '' || b === '') return 0;
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++)
      current[j] =
        a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
          ? (previous[j - 1] as number) + 1
          : Math.max(previous[j] as number, current[j - 1] as number);
    [previous, current] = [current, previous];
  }
  return (2 * (previous[b.length] as number)) / (a.length + b.length);
}

/** What a printed cell says: a figure, nothing, or something that cannot be read for certain. */
export type Figure =
  | { readonly state: 'read'; readonly value: number }
  | { readonly state: 'blank' | 'unreadable'; readonly value: null };

const BLANK: Figure = { state: 'blank', value: null };
export const UNREADABLE: Figure = { state: 'unreadable', value: null };

/** Marks by which offices say that a cell does not apply. Kept apart from 0: see promise 1 in the README. */
const NOTHING = /^(?:[/\\|_~·.。…×-]+|-*无-*|空白?|暂无|没有|不涉及|未涉及|不适用|未发生|n\/?a|nil|none|null)$/i;
const ZERO_SIGNS = /^(?:[〇○◯零])$/;
const COUNTERS = '件个项条份宗次人起部例处家户篇类批笔所名位单案本册期场';
const UNITS: Readonly<Record<string, number>> = { '': 0, 元: 0, 千: 3, 千元: 3, 万: 4, 万元: 4, 亿: 8, 亿元: 8 };

const SIGN = '(?<sign>[+-]{0,2}|增加?了?|新增|减少?了?|净增|净减)';
const DIGITS = "(?<digits>\\d+|\\d{1,3}(?:[,' ]\\d{3})+)(?<fraction>\\.\\d+)?";
const TAIL = `(?<unit>亿元?|万元?|千元?|元)?(?:人民币)?[${COUNTERS}]{0,2}。?`;
/** A remark after the figure: in brackets, or on a line of its own. */
const REMARK =
  '(?<remark> ?[(\\[〔【][^)\\]〕】]*[)\\]〕】]?[^\\d]*|\\n[^\\d\\n].*|[,;:。、]? ?(?:其中|含|包括|注[:：]).*)?';
/** A remark that is the figure's unit, and one that says something of units or multiples: only the first is certain. */
const UNIT_REMARK = /^\s*[([〔【]?(?:单位[::]?)?(亿元?|万元?|千元?|元)[)\]〕】]?\s*$/;
const SPEAKS_OF_UNITS = /[元亿万千]/;
const FIGURE = new RegExp(`^${SIGN} ?${DIGITS} ?${TAIL}${REMARK}$`, 's');
/** Marks that point to a note below the table. NFKC would turn them into digits of the number. */
const FOOTNOTE_MARKS = /(?<=[\d\uFF10-\uFF19件项个元])\s*(?:[*※†‡⁰¹²³⁴⁵⁶⁷⁸⁹]+|[[〔（(][⁰¹²³⁴⁵⁶⁷⁸⁹]+[\])）〕]|[①-⑳])$/;
const ENCLOSED_OR_RAISED = /[⁰¹²³⁴-⁹₀-₉①-⓿❶-➓㉈-㉟㊱-㊿]/;
/** One and a half with too many decimals, or fifteen hundred: a count has no fraction, so that its point may divide thousands. */
const THOUSANDS_OR_FRACTION = /^[+-]?\d{1,3}(?:\.\d{3})+$/;
/** Two dashes in a row are one character of fonts that join them (U+2E3A). */
const DASHES = /[\u2010-\u2015\u2212\u2500\u2501\u2E3A\u2E3B\u30FC\uFE58\uFE63\uFF0D]/g;

/** Longest text that is looked at for a figure; with its remark a real one has under 100 characters. */
const LONGEST_FIGURE = 300;
const PLAIN_COUNT = /^\d{1,15}$/;
const BROKEN = /^(?!0\n\d)[\d,.+-]+(?:\n[\d,.+-]+)*$/;

/**
 * Reads a printed figure.
 * @param printed the text of the cell as shown
 * @param measure what the form counts there; an amount is returned in its unit
 * @param headUnit the unit that the column head prints, when it does
 * @returns the value, or why there is none. Never guesses: two numbers in a cell, a percentage, a figure with
 *   separators in odd places are `unreadable`.
 */
export function readFigure(printed: string, measure: Measure, headUnit = ''): Figure {
  if (measure.kind === 'count' && PLAIN_COUNT.test(printed)) return { state: 'read', value: Number(printed) };
  if (printed.length > LONGEST_FIGURE || printed.includes(PICTURE) || printed.includes(RIGHT_TO_LEFT))
    return UNREADABLE;
  const plain = printed.replace(INVISIBLE, '').trim().replace(FOOTNOTE_MARKS, '');
  if (ENCLOSED_OR_RAISED.test(plain)) return UNREADABLE;
  const text = fold(plain)
    .replace(/^\\(?=[+-])/, '') // A converter's escape.
    .replace(DASHES, '-')
    .replace(/[，､](?=\d{3}(?!\d))/g, ',')
    .replace(/[’‘]/g, "'")
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/(?<=[亿万千])\s(?=元)/, '') // A unit set apart, or broken by a narrow cell.
    .trim();
  if (text === '') return BLANK;
  const compact = text.replace(/\s/g, '');
  if (NOTHING.test(compact)) return BLANK;
  if (ZERO_SIGNS.test(compact)) return { state: 'read', value: 0 };
  if (measure.kind === 'count' && THOUSANDS_OR_FRACTION.test(compact)) return UNREADABLE;
  // Editors break long numbers over lines: digits alone on both sides of a break are one number. Those of two
  // paragraphs are not, nor are those after a 0.
  const joined = BROKEN.test(text) ? compact : text;
  const match = FIGURE.exec(joined);
  if (!match?.groups) return UNREADABLE;
  const { sign = '', digits = '', fraction = '', remark = '' } = match.groups;
  const remarked = UNIT_REMARK.exec(remark)?.[1];
  if (remarked === undefined && SPEAKS_OF_UNITS.test(remark)) return UNREADABLE;
  if (remarked !== undefined && match.groups.unit !== undefined) return UNREADABLE;
  const unit = match.groups.unit ?? remarked ?? '';
  const negative = sign.includes('-') || sign.startsWith('减') || sign === '净减';
  const amount = measure.kind === 'amount';
  if (amount && unit === '' && headUnit === UNKNOWN_UNIT) return UNREADABLE;
  if (!amount && /元|千/.test(unit)) return UNREADABLE;
  const power = amount
    ? (UNITS[unit && !unit.endsWith('元') ? `${unit}元` : unit || headUnit || measure.unit] ?? 0) -
      (UNITS[measure.unit] ?? 0)
    : (UNITS[unit] ?? 0);
  // Shifting the decimal point in the text keeps 238.99亿元 exact; multiplying would not.
  const value = Number(`${negative ? '-' : ''}${digits.replace(/\D/g, '')}${fraction}e${power}`);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return UNREADABLE;
  return { state: 'read', value: value === 0 ? 0 : value };
}

const WORDS_ONLY = /^[（(“]?[\u4E00-\u9FFF][^\d０-９]*$/;

/** True for text with a digit in it, full-width ones too. */
export const hasDigit = (text: string): boolean => /\p{Nd}/u.test(text);

/** What a spreadsheet prints for a figure that it cannot: #### of a column too narrow, #REF!, #N/A. */
const FAILED_FIGURE = /^#(?:#+|[A-Z][A-Z\d/]+[!?]?)$/;

/** True for text that stands where a figure would: a number, a mark for nothing or for one that failed, or empty. */
export const isFigureLike = (text: string): boolean =>
  PLAIN_COUNT.test(text) ||
  FAILED_FIGURE.test(text) ||
  (!(text.length > 6 && WORDS_ONLY.test(text)) &&
    readFigure(text, { kind: 'amount', unit: '元' }).state !== 'unreadable');

/** Where part of a head cannot be read, so that it may name any unit. */
const UNKNOWN_UNIT = '?';

/** The unit that a column head names in brackets or after its label: 万元, 元, 亿元; '' when it names none. */
export function unitOf(head: string): string {
  const text = compact(head);
  // Whatever else cannot be read: nothing but a colon, however it was printed, stands between 单位 and its unit.
  const named = NAMED_UNIT.exec(text)?.[1];
  return named ?? (head.includes(PICTURE) ? UNKNOWN_UNIT : (UNIT.exec(text)?.[0] ?? ''));
}
const UNIT = /(?:亿|万|千)?元/;
const NAMED_UNIT = new RegExp(`单位[^\\p{Script=Han}${PICTURE}]?(${UNIT.source})`, 'u');
