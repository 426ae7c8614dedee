import type { Font, FontGlyph } from './text-state.js';

/**
 * Characters of the CJK Radicals Supplement that have no compatibility mapping, with the ideograph they stand for.
 * Fonts that share outlines between a radical and an ideograph print 民 and report ⺠.
 */
const RADICALS: ReadonlyMap<string, string> = new Map(
  '⺁厂 ⺇几 ⺌小 ⺎兀 ⺏尣 ⺒巳 ⺓幺 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺝月 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺲罒 ⺳网 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺聿 ⺻聿 ⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑长 ⻒镸 ⻓长 ⻔门 ⻕阝 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫齐 ⻬齐 ⻭齿 ⻮齿 ⻯龙 ⻰龙 ⻱龟 ⻲龟 ⻳龟'
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

/** The character that a glyph shows: radicals folded to ideographs, ' ' for any space, '' for what has no width either. */
export function characterOf(unicode: string): string {
  if (unicode.length === 1) {
    const code = unicode.charCodeAt(0);
    if (code >= 0x2e80 && code <= 0x2fd5) return RADICALS.get(unicode) ?? unicode.normalize('NFKC');
    if ((code >= 0x30 && code <= 0x39) || (code >= 0x4e00 && code < 0xa000)) return unicode;
    // Compatibility ideographs, and the forms that punctuation takes in vertical text.
    if ((code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe10 && code <= 0xfe4f)) return unicode.normalize('NFKC');
  }
  const shown = unicode.replace(/[\u200B-\u200F\u2028-\u202E\u2060\uFEFF\u00AD]/g, '');
  return shown !== '' && shown.trim() === '' ? ' ' : shown.trim();
}

const PRIVATE = /[\uE000-\uF8FF\uFFFD\u{F0000}-\u{10FFFF}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a lost encoding
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/;
/** Scripts and signs that reports are written in. */
const PLAUSIBLE =
  /[\u0020-\u007E\u00A0-\u00FF\u2010-\u203B\u2103-\u217F\u2190-\u2193\u2200-\u22FF\u2460-\u25FF\u2E3A\u2E3B\u2E80-\u2FDF\u3000-\u303F\u3400-\u9FFF\uF900-\uFAFF\uFE10-\uFE6F\uFF00-\uFFEF]/;
const isOwnCode = (unicode: string, code: number): boolean => unicode.length === 1 && unicode.charCodeAt(0) === code;

/** Share of implausible characters from which a font's character codes are taken to be mere glyph numbers. */
const GARBLED = 0.25;

/** Codes of a font that may all be spaces: plain, wide, one that breaks no line. */
const MOST_SPACES = 3;

interface Evidence {
  /** Codes reported as spaces: of a damaged table, any character may be. */
  readonly spaces: Set<number>;
  glyphs: number;
  equal: number;
  control: number;
  implausible: number;
}

/**
 * Judges fonts by what was seen of them. A font without ToUnicode table whose encoding is private reports its glyph
 * numbers as characters: control characters, or scripts that no report is written in. Such text is never believed.
 */
export class FontTrust {
  private readonly seen = new Map<Font, Evidence>();

  private of(font: Font): Evidence {
    let evidence = this.seen.get(font);
    if (evidence === undefined) {
      evidence = { spaces: new Set(), glyphs: 0, equal: 0, control: 0, implausible: 0 };
      this.seen.set(font, evidence);
    }
    return evidence;
  }

  sawSpace(font: Font, { unicode, originalCharCode }: FontGlyph): void {
    if (unicode === ' ') this.of(font).spaces.add(originalCharCode);
  }

  saw(font: Font, { unicode, originalCharCode }: FontGlyph): void {
    const evidence = this.of(font);
    evidence.glyphs++;
    if (isOwnCode(unicode, originalCharCode)) evidence.equal++;
    if (CONTROL.test(unicode)) evidence.control++;
    else if (!PLAUSIBLE.test(unicode)) evidence.implausible++;
  }

  /** False where the character is not known. */
  trusts(font: Font, { unicode, originalCharCode }: FontGlyph): boolean {
    if (PRIVATE.test(unicode) || CONTROL.test(unicode)) return false;
    const evidence = this.seen.get(font);
    if (evidence === undefined) return true;
    if (unicode === ' ' && evidence.spaces.size > MOST_SPACES) return false;
    // Where a font's table has no entry, its glyph number is reported instead.
    if (originalCharCode > 0xff && isOwnCode(unicode, originalCharCode) && evidence.equal < evidence.glyphs / 2)
      return false;
    return isSound(evidence);
  }

  /** Whether a character that looks like a tab or a line feed is one: a glyph number in a garbled font is not. */
  isBlank(font: Font, { unicode, originalCharCode }: FontGlyph): boolean {
    const evidence = this.seen.get(font);
    return unicode !== ' ' && originalCharCode <= 0xff && (evidence === undefined || isSound(evidence));
  }
}

/** False for a font whose character codes are mere glyph numbers. */
const isSound = ({ glyphs, equal, control, implausible }: Evidence): boolean =>
  !(equal === glyphs && (control > 0 || implausible > glyphs * GARBLED)) && control + implausible <= glyphs / 2;
