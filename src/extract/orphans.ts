import type { FormTable, Line } from '../forms/index.js';
import type { Document, Grid, Paragraph, Place } from '../model.js';
import { likenesses } from './likeness.js';
import { type Located, speaksOf } from './locate.js';
import { isHead, isNumbering, labelsOf, type PrintedCell, type PrintedRow } from './rows.js';
import { isSectionHeading } from './sections.js';
import { flowSource, gridSource } from './sources.js';
import { titleOf } from './title.js';

/** A printed row that no table took, though it may belong to one. */
export interface Orphan {
  readonly printed: string;
  readonly place: Place;
  /** The line of the form that its label names; undefined where it has none. */
  readonly line: Line | undefined;
  /** The only column of which it tells. */
  readonly column?: Line;
}

/** Longest line between a table and its rest: a page number, a word that it goes on. */
const LONGEST_BETWEEN = 40;
/** Longest word of a line of heads, which may have fifteen. */
const LONGEST_HEAD = 8;
/** Likeness from which a label names a line. */
export const NAMED = 0.85;

/**
 * The rows of figures after a table, or after its heads, that nothing could be made of, and labels that stand there alone:
 * cells of it that were not found may stand there, so nobody can say that the report does not print them. Nor where
 * running text names most rows of a table in which the figures could not be told apart.
 * @param from first block of the report
 * @param to the block after its last
 * @param taken places of what the tables of the document were read from
 */
export function orphansOf(
  document: Document,
  [from, to]: readonly [number, number],
  form: FormTable,
  own: Located | undefined,
  taken: ReadonlySet<Place>,
): Orphan[] {
  const isFree = ({ cells }: PrintedRow) => !cells.some((c) => c.own && taken.has(c.place));
  const begins = (block: number) =>
    own === undefined ? speaksOf(gridSource(document.blocks[block] as Grid, block), form.id) : block === own.last;
  // Most of a table under heads that are not the form's.
  const lines = form.blocks.flatMap((block) => block.rows);
  const isForm = (rows: readonly PrintedRow[]) =>
    own === undefined && new Set(rows.flatMap((row) => orphanOf(row, form)?.line ?? [])).size > lines.length / 2;
  const orphans: Orphan[] = [];
  let last: number | undefined;
  for (let i = from; i < to; i++) {
    const block = document.blocks[i];
    if (block?.kind === 'paragraph') {
      if (endsTable(document, i)) last = undefined;
      const line = last === undefined ? undefined : nameOf(block.text, form);
      if (line !== undefined) orphans.push({ printed: '', place: block.place, line });
    }
    if (block?.kind !== 'grid') continue;
    const { rows } = gridSource(block, i);
    const within = own !== undefined && own.first <= i && i <= own.last;
    const speaks = begins(i);
    const goesOn = last !== undefined || within || isForm(rows);
    const free = goesOn || (own === undefined && speaks) ? rows.filter(isFree) : [];
    const isRest = goesOn && free.length === rows.length;
    const found = free.flatMap((row) => orphanOf(row, form) ?? (isRest ? (namedRow(row, form) ?? []) : []));
    // Between rows that were read, figures without a label are their notes, not rows of their own.
    const named = isRest || own === undefined ? found : found.filter(({ line }) => line !== undefined);
    orphans.push(...named);
    last = named.length > 0 || speaks ? i : undefined;
  }
  if (own !== undefined || orphans.length > 0) return orphans;
  const { rows } = flowSource(paragraphsOf(document, from, to));
  const named = isForm(rows) ? rows.filter(isFree).flatMap((row) => namedRow(row, form) ?? []) : [];
  return named.toSorted((a, b) => Number(a.printed === '') - Number(b.printed === ''));
}

const paragraphsOf = ({ blocks }: Document, from: number, to: number): { paragraph: Paragraph; block: number }[] =>
  blocks
    .slice(from, to)
    .flatMap((paragraph, i) => (paragraph.kind === 'paragraph' ? [{ paragraph, block: from + i }] : []));

/** True for a block of running text over which no table goes on; a title that was printed before heads the page. */
export function endsTable({ blocks }: Document, index: number): boolean {
  const text = textOf(blocks[index]);
  const isSentence = text.length > LONGEST_BETWEEN && text.split(/\s+/).some((word) => word.length > LONGEST_HEAD);
  if (isSentence || isSectionHeading(text) >= 0) return true;
  return titleOf(text)?.year != null && !blocks.slice(0, index).some((block) => textOf(block) === text);
}

const textOf = (block: Document['blocks'][number] | undefined): string =>
  block?.kind === 'paragraph' ? block.text : '';

/** The line of the form that a label names. */
const nameOf = (label: string, { blocks }: FormTable): Line | undefined => {
  for (const { rows } of blocks) {
    const likes = likenesses(label, rows);
    const line = rows.find((_, i) => (likes[i] as number) >= NAMED);
    if (line !== undefined) return line;
  }
  return undefined;
};

/** A row that holds figures and either no words or a label of the form. */
function orphanOf(row: PrintedRow, form: FormTable): Orphan | undefined {
  const figures = figuresOf(row);
  const [first] = figures;
  if (first === undefined || isHead(row) || isNumbering(row)) return undefined;
  return labelsOf(row).length > 0
    ? namedRow(row, form)
    : { printed: printedOf(figures), place: first.place, line: undefined };
}

/** A row with a label of the form, whether figures stand beside it or not. */
function namedRow(row: PrintedRow, form: FormTable): Orphan | undefined {
  const [line] = labelsOf(row).flatMap(({ text }) => nameOf(text, form) ?? []);
  const figures = figuresOf(row);
  const place = (figures[0] ?? row.cells[0])?.place;
  return line === undefined || place === undefined ? undefined : { printed: printedOf(figures), place, line };
}

const figuresOf = ({ cells }: PrintedRow): PrintedCell[] => cells.filter((c) => c.own && c.figure);
const printedOf = (figures: readonly PrintedCell[]): string => figures.map((c) => c.text).join(' ');
