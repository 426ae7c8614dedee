import { compact } from '../text.js';
import { isOrgan, type Title, titleOf, YEAR } from './title.js';

/** Lines above a title that may belong to it: one for the body, one for the year. */
const MOST_ABOVE = 2;
const YEAR_ALONE = new RegExp(`^[（(]?${YEAR}年?度?[)）]?$`);

/** A title with the lines that belong to it, each for itself: the body's name and the year above, the year below. */
export function completed(title: Title, text: string, above: readonly string[], below: string): Title {
  const known = ({ organ, year }: Title) => Number(organ !== '') + Number(year !== null);
  if (title.mention || known(title) === 2) return title;
  const before: string[] = [];
  for (const line of above.toReversed()) {
    if (before.length === MOST_ABOVE || !(line.trim() === '' || isPartOfTitle(line))) break;
    if (line.trim() !== '') before.unshift(line);
  }
  const after = YEAR_ALONE.test(compact(below)) ? [below] : [];
  const wholes = [...before.map((_, i) => before.slice(-i - 1)), []].flatMap((lines) =>
    [[], after].map((end) => titleOf([...lines, text, ...end].join(''))),
  );
  return wholes.reduce<Title>((best, whole) => (whole && known(whole) > known(best) ? whole : best), title);
}

/** A line that holds nothing but a body's name, a year, or both: 「某某局关于2022年」. */
function isPartOfTitle(line: string): boolean {
  const text = compact(line);
  const name = text.replace(new RegExp(`${YEAR}年?度?`), '').replace(/关于$/, '');
  return name === '' || isOrgan(name);
}
