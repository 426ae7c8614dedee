import {
  cellsOf,
  EDITIONS,
  type Edition,
  FORMS,
  type FormTable,
  type Line,
  TABLE_IDS,
  type TableId,
} from '../forms/index.js';
import type { Document } from '../model.js';
import { remembered } from '../remembered.js';
import { hasDigit } from '../text.js';
import { type Fragment, type Reading, readFragment } from './fragment.js';
import { likenesses } from './likeness.js';
import { labelsOf, type PrintedRow, type Source } from './rows.js';
import { flowSource, gridSource } from './sources.js';
import { type View, viewsOf } from './views.js';

/** One printed table of the form, put together from all grids that hold parts of it. */
export interface Located {
  readonly table: TableId;
  /** The editions that fit best; several where what is printed does not tell them apart, as for the disputes. */
  readonly editions: readonly Edition[];
  /** By `row.column`. */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly score: number;
  /** Index of the document's block in which it begins and ends. */
  readonly first: number;
  readonly last: number;
}

/** Fewest rows (or, in one line, columns) that make a table rather than a chance likeness. */
const LEAST_ROWS = 2;
/** Scores no further apart than this say nothing. */
const TIED = 0.01;
/** Most tables of a kind that one file is read for; a page of many reports has a few dozen. */
const MOST_TABLES = 100;
/** Most rows that are looked through again for a second table; alignment takes time by their number each time. */
const MOST_ROWS = 5000;
/** Likeness of a label to a table's first line at which a second copy of the table begins. */
const RESTART = 0.85;

/** Finds every printed table of the forms in a document, in reading order; text without grids is tried last. */
export function locate(document: Document): Located[] {
  const sources = document.blocks.flatMap((block, index) => (block.kind === 'grid' ? [gridSource(block, index)] : []));
  const fromGrids = TABLE_IDS.flatMap((table) => locateTable(sources, table));
  const missing = TABLE_IDS.filter((table) => !fromGrids.some((located) => located.table === table));
  const flow =
    missing.length > 0
      ? [flowSource(document.blocks.flatMap((p, block) => (p.kind === 'paragraph' ? [{ paragraph: p, block }] : [])))]
      : [];
  const fromText = missing.flatMap((table) => locateTable(flow, table));
  return [...fromGrids, ...fromText].sort(
    (a, b) => a.first - b.first || TABLE_IDS.indexOf(a.table) - TABLE_IDS.indexOf(b.table),
  );
}

/** The forms of a table, the newest first, those that editions share only once. */
const formsOf = (table: TableId): FormTable[] => [
  ...new Set(EDITIONS.toReversed().map((edition) => FORMS[edition].tables[table])),
];

/** A table being put together, once for each way of reading it. */
interface Chain {
  readonly form: FormTable;
  readonly view: View;
  readonly fragments: Fragment[];
  readonly rows: { first: PrintedRow; last: PrintedRow }[];
}

function locateTable(sources: readonly Source[], table: TableId): Located[] {
  const located: Located[] = [];
  let open: Chain[] = [];
  const close = () => {
    const finished = open.map(finish).filter((l) => l !== undefined);
    const score = Math.max(...finished.map((l) => l.score));
    const best = finished.filter((l) => l.score > score - TIED);
    if (best[0] !== undefined) located.push({ ...best[0], editions: best.flatMap((l) => l.editions) });
    open = [];
  };
  const read = (piece: Source): void => {
    const labels = piece.rows.map(labelsOf);
    const fragments: Fragment[] = [];
    for (const form of formsOf(table)) {
      for (const view of viewsOf(form)) {
        const chain = open.find((c) => c.view === view);
        const fragment = readFragment(piece, labels, form, view, chain?.fragments.at(-1)?.maps);
        if (fragment !== undefined) fragments.push(fragment);
        // A table most of which is there in one layout is not looked for in others.
        if (fragment !== undefined && fragment.readings.size * 2 > cellsOf(form).length) break;
      }
      // Nor in the older edition: each edition has rows and columns that the other has not.
      if (fragments.at(-1)?.readings.size === cellsOf(form).length) break;
    }
    if (fragments.length === 0) return;
    const best = fragments.reduce((a, b) => (b.score > a.score ? b : a));
    const chain = open.find((c) => c.view === best.view);
    // What one edition leaves of a grid may be what the other has read of it before.
    const isKnown = chain?.rows.some(({ last }) => last === piece.rows[best.last]) === true;
    if (open.length > 0 && !isKnown && (chain === undefined || overlaps(chain, best))) close();
    for (const fragment of fragments) extend(open, fragment, piece);
    const rest = { ...piece, rows: piece.rows.slice(best.last + 1) };
    const more = located.length < MOST_TABLES && rest.rows.length < MOST_ROWS && rest.rows.length >= LEAST_ROWS;
    if (more && speaksOf(rest, table)) read(rest);
  };
  for (const source of sources) if (speaksOf(source, table)) for (const piece of copies(source, table)) read(piece);
  close();
  return located;
}

/** Adds a fragment to the chain that is read in the same way, unless it repeats it. */
function extend(open: Chain[], fragment: Fragment, piece: Source): void {
  let own = open.find((c) => c.view === fragment.view);
  if (own === undefined) {
    own = { form: fragment.form, view: fragment.view, fragments: [], rows: [] };
    open.push(own);
  }
  if (overlaps(own, fragment)) return;
  own.fragments.push(fragment);
  own.rows.push({ first: piece.rows[fragment.first] as PrintedRow, last: piece.rows[fragment.last] as PrintedRow });
}

/** Quick look whether a source can hold a table at all: two of its cells name rows or columns of the form. */
export function speaksOf(source: Source, table: TableId): boolean {
  const texts = new Set(source.rows.flatMap((row) => row.cells.flatMap((c) => (c.blank || c.figure ? [] : [c.text]))));
  const names = (least: number) => {
    let count = 0;
    for (const text of texts) if (nameLikeness(text, table) >= least && ++count >= 2) return true;
    return false;
  };
  // In running text labels may be cut over lines, so that none is whole.
  return !source.geometric || names(1) || names(LEAST_NAME);
}

/** Likeness at which a cell may name a line of the form. */
const LEAST_NAME = 0.6;

/** Likeness of a text to the most similar line of a table, in any edition. */
const nameLikeness = (text: string, table: TableId): number => nameLikenesses[table](text);

const nameLikenesses = Object.fromEntries(
  TABLE_IDS.map((table) => {
    const blocks = EDITIONS.flatMap((edition) => FORMS[edition].tables[table].blocks);
    const lines = blocks.flatMap(({ rows, columns }) => [...rows, ...columns]);
    return [table, remembered((text) => Math.max(...likenesses(text, lines)))];
  }),
) as Record<TableId, (text: string) => number>;

/**
 * True where both print the same cells. One row alone may only look so: the rest of a label that a page break cuts
 * resembles another line, but is not certain to be it, and holds no figure.
 */
function overlaps({ fragments }: Chain, fragment: Fragment): boolean {
  const known = readingsOf(fragments);
  const both = [...fragment.readings].filter(([id]) => known.has(id));
  const isRest = ({ printed }: Reading) => !printed?.certain && !hasDigit(printed?.cell.text ?? '');
  return (
    new Set(both.map(([id]) => rowOf(id))).size > 1 ||
    !(both.every(([, reading]) => isRest(reading)) || both.every(([id]) => isRest(known.get(id) as Reading)))
  );
}

const rowOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));

/** All cells; of one that is printed twice, what is certain. */
function readingsOf(fragments: readonly Fragment[]): Map<string, Reading> {
  const readings = new Map<string, Reading>();
  for (const fragment of fragments)
    for (const [id, reading] of fragment.readings) if (!readings.get(id)?.printed?.certain) readings.set(id, reading);
  return readings;
}

function finish({ form, view, fragments, rows }: Chain): Located | undefined {
  const readings = readingsOf(fragments);
  const first = rows[0]?.first.block;
  const last = rows.at(-1)?.last.block;
  if (first === undefined || last === undefined) return undefined;
  // A row alone may hold cells of many rows of the form: with rows and columns exchanged it is one row all the same.
  const printedRows = view.oneLine
    ? new Set([...readings.keys()].map(rowOf))
    : new Set(fragments.flatMap(({ lines }) => [...lines]));
  // A single row is believed only under heads that are all there: 第（九）项 may be all that a body publishes.
  const headed = fragments.every((f) => [...f.maps].every(([block, map]) => map.matched === block.columns.length));
  if (printedRows.size < LEAST_ROWS && !(headed && readings.size >= 2)) return undefined;
  const editions = EDITIONS.filter((edition) => FORMS[edition].tables[form.id] === form);
  const score = fragments.reduce((sum, f) => sum + f.score, 0);
  return { table: form.id, editions, readings, score, first, last };
}

/** The first row of each table, in every edition. */
const firstLines = Object.fromEntries(
  TABLE_IDS.map((table) => [
    table,
    EDITIONS.flatMap((edition) => FORMS[edition].tables[table].blocks[0]?.rows[0] ?? []),
  ]),
) as Record<TableId, Line[]>;

/** Cuts a source where a second copy of the table begins: its first line is printed again, with its heads before it. */
function copies(source: Source, table: TableId): Source[] {
  const firsts = firstLines[table];
  const starts: number[] = [];
  let figuresSince = false;
  source.rows.forEach((row, i) => {
    if (!row.cells.some((c) => c.figure || c.blank)) return;
    const isFirst = labelsOf(row).some(({ text }) => likenesses(text, firsts).some((like) => like >= RESTART));
    if (isFirst && figuresSince) {
      let top = i;
      while (top > 0 && !(source.rows[top - 1] as PrintedRow).cells.some((c) => c.figure)) top--;
      starts.push(top);
    }
    figuresSince ||= isFirst;
  });
  return [0, ...starts].map((start, i) => ({
    ...source,
    rows: source.rows.slice(start, starts[i] ?? source.rows.length),
  }));
}
