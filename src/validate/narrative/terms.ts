import { cellsOf, FORMS } from '../../forms/index.js';
import type { TableReading } from '../../model.js';
import { figureOf } from '../../sums.js';

interface SignedCell {
  readonly id: string;
  readonly sign: 1 | -1;
}

/** What is asked again for every statement of every report: it depends on the form alone. */
const memo = <T>(make: (table: TableReading, key: string) => T): ((table: TableReading, key: string) => T) => {
  const known = new Map<string, T>();
  return (table, key) => {
    const name = `${table.edition} ${table.id} ${key}`;
    let value = known.get(name);
    if (value === undefined) {
      value = make(table, key);
      known.set(name, value);
    }
    return value;
  };
};

/** Signed cells of a term: `row`, `-row`, `row@column`, `group.*`. */
export const cellsOfTerm = memo((table, term): readonly SignedCell[] => {
  const sign = term.startsWith('-') ? -1 : 1;
  const [row = '', column = 'total'] = term.replace('-', '').split('@');
  const group = row.endsWith('.*') ? row.slice(0, -2) : undefined;
  return cellsOf(FORMS[table.edition].tables[table.id])
    .filter((c) => c.column.id === column)
    .filter(
      (c) => c.row.id === row || (group !== undefined && (c.row.id === group || c.row.id.startsWith(`${group}.`))),
    )
    .map((c) => ({ id: c.id, sign }));
});

/** Ids of the addends of a total, along its row and down its column; empty for any other cell. */
const addendsOf = memo((table, id): Readonly<Record<'row' | 'column', readonly string[]>> => {
  const cell = cellsOf(FORMS[table.edition].tables[table.id]).find((c) => c.id === id);
  return {
    row: cell?.column.sumOf.map((column) => `${table.id}.${cell.row.id}.${column}`) ?? [],
    column: cell?.row.sumOf.map((row) => `${table.id}.${row}.${cell.column.id}`) ?? [],
  };
});

/** A cell's figure as printed. */
const printedOf: Reading = (id, table) => figureOf(table.cells[id]);

/** A total's figure as its addends give it: what a correct table would print. */
function computedOf(id: string, table: TableReading, axis: 'row' | 'column'): number | undefined {
  const addends = addendsOf(table, id)[axis];
  if (addends.length === 0) return printedOf(id, table);
  const values = addends.map((addend) => printedOf(addend, table));
  return values.every((v) => v !== undefined) ? values.reduce((sum, v) => sum + v, 0) : printedOf(id, table);
}

/** A total left blank over filled addends counts as their sum: an office left out 总计 of every outcome. */
export const filledOf: Reading = (id, table) =>
  table.cells[id]?.state === 'blank' ? computedOf(id, table, 'row') : printedOf(id, table);

type Reading = (id: string, table: TableReading) => number | undefined;
export const READINGS: readonly Reading[] = [
  printedOf,
  filledOf,
  (id, table) => computedOf(id, table, 'row'),
  (id, table) => computedOf(id, table, 'column'),
];

export function sumOf(
  cells: readonly { id: string; sign: number }[],
  table: TableReading,
  read: Reading,
): number | undefined {
  const values = cells.map(({ id, sign }) => [read(id, table), sign] as const);
  if (values.length === 0 || values.some(([v]) => v === undefined)) return undefined;
  return values.reduce((sum, [v, sign]) => sum + (v as number) * sign, 0);
}
