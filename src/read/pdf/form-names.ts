import { EDITIONS, FORMS, type Line, TABLE_IDS } from '../../forms/index.js';
import { remembered } from '../../remembered.js';
import { compact, labelKey, similarity } from '../../text.js';
import { LABEL_NUMBER } from './signs.js';

/** So many characters of a name are enough to tell it where a narrow cell breaks it: 行政许可 and 行政处罚 part after two. */
const LEAST = 4;
/** Words with so much in common may be the same. */
const ALIKE = 0.5;

const TABLES = EDITIONS.flatMap((edition) => TABLE_IDS.map((id) => FORMS[edition].tables[id]));
const BLOCKS = TABLES.flatMap(({ oneLine, blocks }) => (oneLine ? [] : blocks));

/** What stands on the official forms in a line of its own without a number: 规章, 行政许可, and 第二十条第（五）项 over them. */
const UNNUMBERED: readonly string[] = [
  ...new Set(
    BLOCKS.flatMap(({ title, rows }) => [title, ...rows.flatMap(({ label, aliases }) => [label, ...aliases])])
      .filter((label) => label !== '' && !LABEL_NUMBER.test(label))
      .map(labelKey),
  ),
];
/** All rows that have figures, and how many columns they have. */
const WIDTHS = new Map<string, Set<number>>();
for (const { rows, columns } of BLOCKS)
  for (const key of rows.map(({ label }) => labelKey(label)))
    WIDTHS.set(key, (WIDTHS.get(key) ?? new Set()).add(columns.length));
/** Groups of rows in both editions; （六）其他处理 is a row of one. */
const GROUPS: ReadonlySet<string> = new Set(
  BLOCKS.flatMap(({ rows }) => rows.flatMap(({ path }) => path.map(labelKey))).filter((key) => !WIDTHS.has(key)),
);
const COLUMNS: ReadonlySet<string> = new Set(
  TABLES.flatMap(({ oneLine, blocks }) => blocks.flatMap(({ rows, columns }) => (oneLine ? rows : columns)))
    .flatMap(({ label, aliases }) => [label, ...aliases])
    .map(compact),
);
const HEADS: ReadonlySet<string> = new Set(
  TABLES.flatMap(({ blocks }) => blocks.flatMap(({ columns }) => columns))
    .flatMap(({ label, aliases }) => [label, ...aliases])
    .map(compact),
);
const NOTES: readonly string[] = TABLES.flatMap(({ note }) => (note === '' ? [] : compact(note)));

/** True for the whole name of a row. */
export const isRowName = (line: string): boolean => UNNUMBERED.includes(labelKey(line));

/** True for the whole name of a group of rows: 三、本年度办理结果. */
export const isGroupName = (line: string): boolean => GROUPS.has(labelKey(line));

/** True for a line that begins the label of a row: with its number, or with its name. */
export const beginsRow = remembered((line: string): boolean => {
  if (LABEL_NUMBER.test(line)) return true;
  const key = labelKey(line);
  return UNNUMBERED.some((name) => name === key || (key.length >= LEAST && name.startsWith(key)));
});

/** How many columns the forms have beside a row, by its name; none for another line. */
export const columnsBeside = (line: string): ReadonlySet<number> => WIDTHS.get(labelKey(line)) ?? NONE;
const NONE: ReadonlySet<number> = new Set();

/** Which of so many columns beside a row has a name; undefined where none has, or one in one block and another in another. */
export function placeAmong(words: string, columns: number): number | undefined {
  const own = compact(words);
  const isNamed = ({ label, aliases }: Line) => [label, ...aliases].some((name) => compact(name) === own);
  const blocks = BLOCKS.filter((block) => block.columns.length === columns);
  const places = new Set(blocks.map((block) => block.columns.findIndex(isNamed)).filter((at) => at >= 0));
  return places.size === 1 ? [...places][0] : undefined;
}

/** True for the whole name of a column. */
export const isColumnName = (words: string): boolean => COLUMNS.has(compact(words));

/** True for the whole name of a column of figures, also where the form prints all rows in one: 结果维持. */
export const isHeadName = (words: string): boolean => HEADS.has(compact(words));

/** True for words that may be the name of a column, printed otherwise than on the form. */
export function mayNameColumn(words: string): boolean {
  const own = compact(words);
  return [...COLUMNS].some((name) => similarity(own, name) >= ALIKE);
}

/**
 * Where the names of columns begin of which a line is put together, or with which it ends after words of the form's note.
 * @param characters of the line, one or more each, without spaces
 * @returns indices of characters, but for the first; none where the line holds anything else, or only one name
 */
export function namesBegin(characters: readonly string[]): number[] {
  const texts = characters.map(compact);
  const textOf = (from: number, end: number) => texts.slice(from, end).join('');
  const begin: number[] = [];
  for (let end = texts.length; end > 0; end = begin[0] as number) {
    const from = texts.findIndex((_, i) => i < end && COLUMNS.has(textOf(i, end)));
    if (from < 0) return begin.length > 0 && NOTES.some((note) => note.includes(textOf(0, end))) ? begin : [];
    begin.unshift(from);
  }
  return begin.slice(1);
}
