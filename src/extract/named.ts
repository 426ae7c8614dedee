import type { FormTable, Line } from '../forms/index.js';
import type { Document } from '../model.js';
import { labelKey } from '../text.js';
import { labelWords } from './likeness.js';
import type { Located } from './locate.js';
import { endsTable, type Orphan } from './orphans.js';
import { isFigure, PrintedWords, type Text, UNREADABLE_WORDS } from './printed-words.js';

/** Fewest characters of a label that name a line inside other words. */
const LEAST_LABEL = 4;

/**
 * Rows that were not found and columns that are named in a table or right before or after it, alone or among other words,
 * and words there that cannot all be read: what was not found may be printed, so nobody can say that the report lacks it.
 * Of a table of which nothing was found every row must be named, and figures stand by; or most rows, and all the heads.
 * @param from first block of the report
 * @param to the block after its last
 * @param isFound whether a row was found
 */
export function namedLines(
  document: Document,
  [from, to]: readonly [number, number],
  form: FormTable,
  own: Located | undefined,
  isFound: (row: Line) => boolean,
): Orphan[] {
  if (own !== undefined) {
    let [first, last] = [own.first, own.last];
    while (first > from && goesOn(document, first - 1)) first--;
    while (last + 1 < to && goesOn(document, last + 1)) last++;
    const texts = textsOf(document, first, last);
    // There any line of the form may be named.
    const unread = texts.find(({ text }) => UNREADABLE_WORDS.test(text));
    const named = namedIn(texts, form, isFound);
    return unread === undefined ? named : [...named, { printed: unread.text, place: unread.place, line: undefined }];
  }
  const rows = form.blocks.flatMap((block) => block.rows);
  for (let first = from; first < to; first++) {
    let last = first - 1;
    while (last + 1 < to && goesOn(document, last + 1)) last++;
    const texts = textsOf(document, first, last);
    const named = namedIn(texts, form, isFound);
    const count = rows.filter((row) => named.some(({ line }) => line === row)).length;
    const start = texts.findIndex(({ place }) => place === named[0]?.place);
    const isFilled = count === rows.length && texts.slice(start).some(({ text }) => isFigure(text));
    if (isFilled || (count > rows.length / 2 && isHeaded(document.blocks.slice(first, last + 1), form))) return named;
    first = Math.max(first, last);
  }
  return [];
}

/** True where running text holds all that the heads of a table say, in whatever order their lines were taken. */
function isHeaded(blocks: Document['blocks'], form: FormTable): boolean {
  const words = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text : [])).join('');
  const labels = form.blocks.flatMap(({ columns }) => columns.map(({ label }) => labelKey(label)));
  return labels.every((label) => [...label].every((c) => words.includes(c)));
}

/** Rows not found and columns that are named in texts. */
function namedIn(texts: readonly Text[], form: FormTable, isFound: (row: Line) => boolean): Orphan[] {
  const printed = new PrintedWords(texts);
  return form.blocks.flatMap(({ rows, columns }) => [
    ...rows.flatMap((line): Orphan[] => {
      const place = isFound(line) ? undefined : nameOf(line, printed, form)[0]?.place;
      return place === undefined ? [] : [{ printed: '', place, line }];
    }),
    ...columns.flatMap((column): Orphan[] => {
      const names = [...nameOf(column, printed, form), ...printed.mixed(labelKey(column.label))];
      const places = new Set(names.map(({ place }) => place));
      const [place] = places;
      // In one line every row has columns of its own.
      const isNamed = place !== undefined && places.size >= (form.oneLine ? rows.length : 1);
      return isNamed ? rows.filter(isFound).map((line) => ({ printed: '', place, line, column })) : [];
    }),
  ]);
}

/** Where a line is named. A short label, which others may hold, must stand alone, with its numbering. */
function nameOf({ label, aliases }: Line, printed: PrintedWords, { oneLine }: FormTable): Text[] {
  const names = [label, ...aliases].map((wording) => {
    const key = labelKey(wording);
    return oneLine || key.length >= LEAST_LABEL ? printed.within(key) : printed.alone(labelWords(wording));
  });
  return names.reduce((a, b) => (b.length > a.length ? b : a));
}

const textsOf = ({ blocks }: Document, first: number, last: number): Text[] =>
  blocks
    .slice(first, last + 1)
    .flatMap((block): readonly Text[] => (block.kind === 'grid' ? block.rows.flat() : [block]));

/** Whether a table may go on over a block. */
const goesOn = (document: Document, index: number): boolean => {
  const block = document.blocks[index];
  return block?.kind === 'grid' || (block?.kind === 'paragraph' && !endsTable(document, index));
};
