import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { cellsOf, type Edition, FORMS, TABLE_IDS, type TableId } from '../forms/index.js';
import type { Cell, Report, TableReading } from '../model.js';

/**
 * A report without its sections in one string of some 3 KB, where its cells are 70 KB of objects: `validate` holds every
 * report until the last one is read, as years are compared with each other.
 */
export type PackedReport = string;

type PackedCell = readonly [Cell['state'], Cell['value'], Cell['printed'], Cell['place'], Cell['by']];
interface PackedTable {
  readonly edition: Edition;
  readonly found: boolean;
  /** In the order of the form, which says what they are. */
  readonly cells: readonly PackedCell[];
}
type Kept = Omit<Report, 'tables' | 'sections'> & { readonly tables: Readonly<Record<TableId, PackedTable>> };

/** Speed counts for more than size. */
const LEVEL = 1;

export function packReport({ organ, year, title, published, tables }: Report): PackedReport {
  const kept: Kept = { organ, year, title, published, tables: ofTables((id) => packTable(tables[id])) };
  return deflateRawSync(JSON.stringify(kept), { level: LEVEL }).toString('base64');
}

export function unpackReport(packed: PackedReport): Report {
  const kept = JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString()) as Kept;
  return { ...kept, tables: ofTables((id) => unpackTable(id, kept.tables[id])), sections: [] };
}

const ofTables = <T>(make: (id: TableId) => T) =>
  Object.fromEntries(TABLE_IDS.map((id) => [id, make(id)])) as Record<TableId, T>;

const packTable = ({ id, edition, found, cells }: TableReading): PackedTable => ({
  edition,
  found,
  cells: cellsOf(FORMS[edition].tables[id]).map((form) => {
    const { state, value, printed, place, by } = cells[form.id] as Cell;
    return [state, value, printed, place, by];
  }),
});

const unpackTable = (id: TableId, { edition, found, cells }: PackedTable): TableReading => ({
  id,
  edition,
  found,
  cells: Object.fromEntries(
    cellsOf(FORMS[edition].tables[id]).map((form, i) => {
      const [state, value, printed, place, by] = cells[i] as PackedCell;
      return [form.id, { id: form.id, row: form.row.id, column: form.column.id, state, value, printed, place, by }];
    }),
  ),
});
