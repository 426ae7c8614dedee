/** A number written in Chinese numerals. */
export interface Numeral {
  readonly value: number;
  /** 1 for 一百二十三, 10,000 for 三万: what a round figure may have dropped. */
  readonly step: number;
}

const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
/** Up to 九千九百九十九, 零 where a place is skipped; 十二 and 一十二 alike. */
const BELOW_MYRIAD =
  '(?=[一二三四五六七八九十])(?:[一二三四五六七八九]千)?零?(?:[一二三四五六七八九]百)?零?(?:[一二三四五六七八九]?十)?零?[一二三四五六七八九]?';
const NUMERAL = new RegExp(`^(?:(?:${BELOW_MYRIAD})[亿万]){0,2}零?(?:${BELOW_MYRIAD})?$`);

/** Characters of which numerals are made. */
export const NUMERAL_CHARACTERS = '零〇一二两三四五六七八九十百千万亿';

/**
 * Reads a number in Chinese numerals.
 * @returns undefined for what is no exact number: 三五件, 百件, 一二三
 */
export function readNumeral(text: string): Numeral | undefined {
  const plain = text.replace(/〇/g, '零').replace(/两/g, '二');
  if (plain === '零') return { value: 0, step: 1 };
  if (!NUMERAL.test(plain)) return undefined;
  let [value, section, digit, step] = [0, 0, 0, 1];
  for (const character of plain) {
    const place = UNITS[character];
    const myriad = MYRIADS[character];
    step = place ?? myriad ?? 1;
    if (place !== undefined) {
      section += (digit || 1) * place;
      digit = 0;
    } else if (myriad !== undefined) {
      value = (value + section + digit) * myriad;
      [section, digit] = [0, 0];
    } else digit = DIGITS.indexOf(character);
  }
  // 二十件 is twenty; 三百件 may be a round number.
  return { value: value + section + digit, step: step < 100 ? 1 : step };
}
