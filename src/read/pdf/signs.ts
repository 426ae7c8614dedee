/** How the label of a row begins on the form where rows are numbered: （一）, 三、, 2. */
export const LABEL_NUMBER =
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\p{Nd}{1,2}[.．、](?!\p{Nd}))/u;
/** A unit that stands alone, as where a narrow cell breaks it from its figure. */
export const UNIT = /^[件宗个次]$|^[万亿]?元$/;

export const isNumbered = (label: string): boolean => LABEL_NUMBER.test(label);

const NUMERALS = '一二三四五六七八九十';

/** True where a label's number comes after that of another in the same way of numbering, or begins it anew: 2. after 1. */
export function follows(before: string, label: string): boolean {
  const [a, b] = [before, label].map(numberOf);
  return a !== undefined && b !== undefined && a.sign === b.sign && (b.number === a.number + 1 || b.number === 1);
}

/** True for the number that begins a way of numbering. */
export const isFirst = (label: string): boolean => numberOf(label)?.number === 1;

/** The number with which a label begins, up to ten, and how it is marked. */
function numberOf(label: string): { number: number; sign: string } | undefined {
  const own = LABEL_NUMBER.exec(label)?.[0].normalize('NFKC') ?? '';
  const [numeral = ''] = /[\d一二三四五六七八九十]+/.exec(own) ?? [];
  const number = /^\d+$/.test(numeral) ? Number(numeral) : numeral.length === 1 ? NUMERALS.indexOf(numeral) + 1 : 0;
  const sign = /^\(/.test(own) ? '（一）' : /^\d/.test(own) ? '1.' : '一、';
  return number === 0 ? undefined : { number, sign };
}
