import { NUMERAL_CHARACTERS, readNumeral } from './numerals.js';

/** A figure printed in running text. Positions count in the folded sentence. */
export interface TextFigure {
  readonly start: number;
  readonly end: number;
  /** `count` of requests, files, cases; `percent`; `amount` of money in 元; `other`: what counts people, pages. */
  readonly kind: 'count' | 'percent' | 'amount' | 'other';
  readonly value: number;
  /** The step in which it is printed: 1 for 38件, 1000 for 1.2万件 (one decimal of ten thousand), 0.1 for 53.1%. */
  readonly step: number;
  /** 余, 多, 近, 约: no comparison is possible. */
  readonly approximate: boolean;
  readonly printed: string;
}

/** Counters of what the tables count. 条, 次, 篇 count published items and are never a request or a case. */
const COUNTERS = /^(?:件次?|宗|起|份|例|个|项)(?!工作日|月|以上|环节|方面|渠道|步骤)/;
const FIGURE =
  /(?<![\d.])(?<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?<fraction>\.\d+)?(?<power>万|亿)?(?<vague>余|多|几|来)?(?<percent>%)?/g;
/** 一百二十三件; 一起 is together, and 一件事 a catchword. */
const IN_NUMERALS = new RegExp(
  `(?<![\\d.余多${NUMERAL_CHARACTERS}])(?<digits>[${NUMERAL_CHARACTERS}]+)(?<vague>余|多|几|来)?(?=(?:件次?|宗|例|(?<!一)起)(?!事|套))`,
  'g',
);
const VAGUE_BEFORE =
  /(?:近|约|超过?|逾|达到?近|不足|不低于|不少于|不超过|至少|最多|最长|大约|将近|左右|第|每|[数几上]|[一二三四五六七八九]、)$/;
const VAGUE_AFTER = /^(?:以上|以内|左右|以下|余|多)/;
/** Parts of dates, numbering and names that are digits and no figures. */
const DATE_AFTER = /^(?:年|月|日|时|号|:|\/|[-.]\d)/;
/** Characters around a figure that are looked at: a page of figures without a stop must not be read again for each. */
const NEIGHBOURHOOD = 16;
const POWERS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Figures of a sentence in order. */
export const figuresOf = (text: string): TextFigure[] => {
  const written = figuresInNumerals(text);
  const printed = figuresInDigits(text);
  return written.length === 0 ? printed : [...printed, ...written].sort((a, b) => a.start - b.start);
};

/** Figures in Chinese numerals. What is no exact number stands for one all the same: it ends what was said before it. */
const figuresInNumerals = (text: string): TextFigure[] =>
  [...text.matchAll(IN_NUMERALS)].map((match) => {
    const { digits = '', vague } = match.groups as Record<string, string>;
    const start = match.index;
    const before = text.slice(Math.max(0, start - NEIGHBOURHOOD), start);
    const number = readNumeral(digits);
    const counter = COUNTERS.exec(text.slice(start + digits.length + (vague?.length ?? 0)))?.[0] ?? '';
    const end = start + digits.length + (vague?.length ?? 0) + counter.length;
    return {
      start,
      end,
      kind: 'count',
      value: number?.value ?? 0,
      step: number?.step ?? 1,
      approximate:
        number === undefined ||
        vague !== undefined ||
        VAGUE_BEFORE.test(before) ||
        VAGUE_AFTER.test(text.slice(end, end + NEIGHBOURHOOD)),
      printed: text.slice(start, end),
    };
  });

/**
 * Figures in digits. A figure broken by a space is left out: its digits may belong together or not.
 * @param text folded, without spaces other than those between digits
 */
function figuresInDigits(text: string): TextFigure[] {
  const figures: TextFigure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const { digits = '', fraction = '', power = '', vague, percent } = match.groups as Record<string, string>;
    const start = match.index;
    let end = start + match[0].length;
    const before = text.slice(Math.max(0, start - NEIGHBOURHOOD), start);
    const rest = text.slice(end, end + NEIGHBOURHOOD);
    if (DATE_AFTER.test(rest) || /\d $/.test(before) || /^ \d/.test(rest)) continue;
    if (/[a-z]$/i.test(before)) continue; // H5, IPv6
    if (start === 0 && /^[.、]/.test(rest)) continue; // 1.县政府本级
    const counter = percent === undefined ? COUNTERS.exec(rest)?.[0] : undefined;
    const money = percent === undefined && rest.startsWith('元');
    end += money ? 1 : (counter?.length ?? 0);
    const scale = POWERS[power] ?? 1;
    const decimals = Math.max(0, fraction.length - 1);
    figures.push({
      start,
      end,
      kind: percent !== undefined ? 'percent' : money ? 'amount' : counter !== undefined ? 'count' : 'other',
      // Rounding drops what binary fractions add: 1.23 × 10000.
      value: Number((Number(digits.replace(/,/g, '') + fraction) * scale).toFixed(6)),
      step: scale * 10 ** -decimals,
      approximate:
        vague !== undefined || VAGUE_BEFORE.test(before) || VAGUE_AFTER.test(text.slice(end, end + NEIGHBOURHOOD)),
      printed: text.slice(start, end),
    });
  }
  return figures;
}
