import { PICTURE } from '../../model.js';
import type { Styles } from './styles.js';
import { child, elementsOf, settingOf, type XmlElement } from './xml.js';

/** What a document counts in one list: how far each level has come. */
interface List {
  readonly levels: ReadonlyMap<number, XmlElement>;
  readonly counts: Map<number, number>;
}

const listed = (parent: XmlElement | undefined, name: string, key: string): Map<string, XmlElement> =>
  new Map(elementsOf(parent).flatMap((e) => (e.name === name ? [[e.attributes[key] ?? '', e]] : [])));

/** The numbers that Word prints before paragraphs and that stand nowhere in their text: 一、 （一） 1. */
export class Numbering {
  private readonly numbers: ReadonlyMap<string, XmlElement>;
  private readonly abstract: ReadonlyMap<string, XmlElement>;
  private readonly lists = new Map<XmlElement, List>();
  private readonly started = new Set<XmlElement>();

  /** @param numbering the root of the part that holds the lists */
  constructor(
    numbering: XmlElement | undefined,
    private readonly styles: Styles,
  ) {
    this.numbers = listed(numbering, 'w:num', 'w:numId');
    this.abstract = listed(numbering, 'w:abstractNum', 'w:abstractNumId');
  }

  /**
   * Counts a paragraph.
   * @param properties the paragraph's
   * @returns its number as printed, with the blank after it; '' where it has none
   */
  next(properties: XmlElement | undefined): string {
    const style = settingOf(child(properties, 'w:pStyle'));
    const asked = [properties, ...this.styles.chain(style).map((s) => child(s, 'w:pPr'))].map((p) =>
      child(p, 'w:numPr'),
    );
    const said = (name: string) => asked.map((numPr) => settingOf(child(numPr, name))).find((v) => v !== undefined);
    const number = this.numbers.get(said('w:numId') ?? '');
    const list = number && this.listOf(number);
    if (number === undefined || list === undefined) return '';
    const byStyle = [...list.levels].find(([, level]) => style && settingOf(child(level, 'w:pStyle')) === style)?.[0];
    const at = Number(settingOf(child(asked[0], 'w:ilvl')) ?? byStyle ?? said('w:ilvl') ?? 0);
    const level = child(overrideOf(number, at), 'w:lvl') ?? list.levels.get(at);
    if (level === undefined) return '';
    this.restart(number, list);
    list.counts.set(at, (list.counts.get(at) ?? startOf(level) - 1) + 1);
    for (const deeper of list.counts.keys()) if (deeper > at) list.counts.delete(deeper);
    const text = (settingOf(child(level, 'w:lvlText')) ?? '').replace(/%(\d)/g, (_, digit) => {
      const other = list.levels.get(Number(digit) - 1);
      return printed(list.counts.get(Number(digit) - 1) ?? (other ? startOf(other) : 1), other);
    });
    if (text === '' || formatOf(level) === 'bullet') return '';
    return settingOf(child(level, 'w:suff')) === 'nothing' ? text : `${text} `;
  }

  private listOf(number: XmlElement): List | undefined {
    let abstract = this.abstract.get(settingOf(child(number, 'w:abstractNumId')) ?? '');
    const link = settingOf(child(abstract, 'w:numStyleLink'));
    if (link !== undefined)
      abstract = [...this.abstract.values()].find((a) => settingOf(child(a, 'w:styleLink')) === link) ?? abstract;
    if (abstract === undefined) return undefined;
    let list = this.lists.get(abstract);
    if (list === undefined) {
      const levels = listed(abstract, 'w:lvl', 'w:ilvl');
      list = { levels: new Map([...levels].map(([at, level]) => [Number(at), level])), counts: new Map() };
      this.lists.set(abstract, list);
    }
    return list;
  }

  /** Lists that are numbered on from one another may begin anew where the second is first used. */
  private restart(number: XmlElement, list: List): void {
    if (this.started.has(number)) return;
    this.started.add(number);
    for (const override of elementsOf(number)) {
      const start = settingOf(child(override, 'w:startOverride'));
      if (start !== undefined) list.counts.set(Number(override.attributes['w:ilvl']), Number(start) - 1);
    }
  }
}

const overrideOf = (number: XmlElement, at: number): XmlElement | undefined =>
  elementsOf(number).find((o) => o.name === 'w:lvlOverride' && o.attributes['w:ilvl'] === String(at));

const startOf = (level: XmlElement): number => Number(settingOf(child(level, 'w:start')) ?? 1);
const formatOf = (level: XmlElement | undefined): string => settingOf(child(level, 'w:numFmt')) ?? 'decimal';

const DIGITS = '〇一二三四五六七八九';
const chinese = (n: number): string =>
  n < 10 ? (DIGITS[n] as string) : `${n < 20 ? '' : DIGITS[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : DIGITS[n % 10]}`;
/** Largest number that is written in another way than in digits; lists of a report end long before. */
const MOST = 99;

/** A number in the format of its level; one that is not known here is something that cannot be read. */
function printed(n: number, level: XmlElement | undefined): string {
  const format = formatOf(level);
  if (format === 'decimal') return String(n);
  if (!(n >= 1 && n <= MOST)) return PICTURE;
  switch (format) {
    case 'none':
      return '';
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'decimalFullWidth':
      return String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    case 'lowerLetter':
      return n <= 26 ? String.fromCharCode(96 + n) : PICTURE;
    case 'upperLetter':
      return n <= 26 ? String.fromCharCode(64 + n) : PICTURE;
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return n <= 20 ? String.fromCharCode(0x245f + n) : PICTURE;
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chinese(n);
    default:
      return PICTURE;
  }
}
