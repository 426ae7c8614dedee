import {
  addressOf,
  cellsOf,
  EDITIONS,
  type Edition,
  FORMS,
  type FormTable,
  type Line,
  TABLE_IDS,
  type TableId,
} from '../forms/index.js';
import type { Cell, Document, Paragraph, Report, TableReading } from '../model.js';
import { readFigure, UNREADABLE } from '../text.js';
import { columnsElsewhere } from './columns-elsewhere.js';
import type { Reading } from './fragment.js';
import { doubtfulGaps } from './gaps.js';
import { intoReports, startOf } from './group.js';
import { identify, linesOf } from './identify.js';
import { type Located, locate } from './locate.js';
import { namedLines } from './named.js';
import { type Orphan, orphansOf } from './orphans.js';
import { picturedRows, picturedTable } from './pictured.js';
import { sectionsOf } from './sections.js';

/**
 * Finds the annual reports in a document and reads their tables.
 * @returns the reports in reading order; none when no table of the form is printed
 */
export function extractReports(document: Document): Report[] {
  const located = locate(document);
  const unseen = [...(document.scanned ?? []), ...(document.undecodable ?? [])];
  const taken = new Set(
    located.flatMap(({ readings }) => [...readings.values()].flatMap(({ printed }) => printed?.cell.place ?? [])),
  );
  const groups = intoReports(document, located);
  const starts = groups.map((group, i) => startOf(document, group, groups[i - 1]));
  return groups.map((group, i) => {
    const from = i === 0 ? 0 : (starts[i] as number);
    const to = starts[i + 1] ?? document.blocks.length;
    const first = Math.min(...group.map((l) => l.first));
    const last = Math.max(...group.map((l) => l.last));
    const edition = mainEdition(group);
    const inTable = (index: number) => group.some((l) => l.first <= index && index <= l.last);
    const paragraphs = document.blocks.filter(
      (block, index): block is Paragraph =>
        block.kind === 'paragraph' && from <= index && index < to && !inTable(index),
    );
    const sections = sectionsOf(paragraphs);
    const tables = Object.fromEntries(
      TABLE_IDS.map((id) => {
        const own = group.find((l) => l.table === id);
        const table = reading(id, edition, own);
        const orphans = (form: FormTable) => {
          const printed = [
            ...orphansOf(document, [from, to], form, own, taken),
            ...columnsElsewhere(document, [from, to], form, taken),
            ...namedLines(document, [from, to], form, own, isFound(table)),
          ];
          // Where no row was found for certain, none is missing between two that were.
          const rest = own === undefined ? printed.slice(0, 1).map(anyRow) : doubtfulGaps(own, form);
          const pictured = own === undefined ? picturedTable(sections, id) : [];
          return [...printed, ...rest, ...pictured, ...picturedRows(unseen, own, form)];
        };
        return [id, Object.values(table.cells).some(isAbsent) ? withOrphans(table, orphans) : table];
      }),
    ) as Record<TableId, TableReading>;
    const identity = identify(
      linesOf(document, from, first + 1),
      linesOf(document, last + 1, to),
      i === 0 ? document.titles : [],
    );
    return { ...identity, tables, sections };
  });
}

/** The edition of the tables that tell it; those that do not (the disputes, a table cut off early) go with them. */
const mainEdition = (group: readonly Located[]): Edition =>
  group.find((l) => l.editions.length === 1)?.editions[0] ?? (EDITIONS.at(-1) as Edition);

function reading(id: TableId, edition: Edition, located: Located | undefined): TableReading {
  const own = located === undefined || located.editions.includes(edition) ? edition : (located.editions[0] as Edition);
  const cells: Record<string, Cell> = {};
  for (const { id: cell, row, column } of cellsOf(FORMS[own].tables[id]))
    cells[cell] = read(cell, row, column, located?.readings.get(addressOf(row, column)));
  return { id, edition: own, found: located !== undefined, cells };
}

const anyRow = ({ place }: Orphan): Orphan => ({ printed: '', place, line: undefined });

const isAbsent = ({ state }: Cell): boolean => state === 'absent';

/** Whether any cell of a row was found. */
const isFound = ({ cells }: TableReading) => {
  const rows = new Set(Object.values(cells).flatMap((cell) => (isAbsent(cell) ? [] : [cell.row])));
  return (line: Line): boolean => rows.has(line.id);
};

/** A table whose cells that were not found may stand in rows of which nothing could be made: our failing, if they do. */
function withOrphans(table: TableReading, orphansOf: (form: FormTable) => readonly Orphan[]): TableReading {
  const orphans = orphansOf(FORMS[table.edition].tables[table.id]);
  if (orphans.length === 0) return table;
  const cells = Object.values(table.cells).map((cell): Cell => {
    const orphan = orphans.find(
      ({ line, column }) => (line?.id ?? cell.row) === cell.row && (column?.id ?? cell.column) === cell.column,
    );
    if (!isAbsent(cell) || orphan === undefined) return cell;
    const by = orphan.line === undefined ? 'order' : 'label';
    return { ...cell, ...UNREADABLE, printed: orphan.printed, place: orphan.place, by };
  });
  return { ...table, found: true, cells: Object.fromEntries(cells.map((cell) => [cell.id, cell])) };
}

function read(id: string, row: Line, column: Line, found: Reading | undefined): Cell {
  if (found === undefined || found.printed === null)
    return { id, row: row.id, column: column.id, state: 'absent', value: null, printed: '', place: null, by: null };
  const { text, place } = found.printed.cell;
  const { state, value } = found.printed.certain ? readFigure(text, column.measure, found.unit) : UNREADABLE;
  return { id, row: row.id, column: column.id, state, value, printed: text, place, by: found.by };
}
