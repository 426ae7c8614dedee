/** Requests tables for simulations: consistent ones of any size, with cells spoiled or erased. */
import { cellsOf, FORMS, sumsOf } from '../dist/index.js';

/** A generator of numbers in [0, 1) from a seed (mulberry32, Tommy Ettinger, public domain). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One index, drawn by weights. */
function draw(weights, random) {
  let rest = random() * weights.reduce((a, b) => a + b, 0);
  const index = weights.findIndex((weight) => {
    rest -= weight;
    return rest < 0;
  });
  return index < 0 ? weights.length - 1 : index;
}

/** Most requests come from natural persons, and few outcomes are common: weights fall off steeply. */
const falling = (count, random) => Array.from({ length: count }, (_, i) => (random() + 0.05) / (i + 1) ** 1.5);

/** A table in which every sum holds, of about `size` requests: each is drawn with its applicant and its outcome. */
export function consistentTable(edition, size, random) {
  const form = FORMS[edition].tables.requests;
  const [{ rows, columns }] = form.blocks;
  const kinds = columns.filter((column) => column.sumOf.length === 0);
  const outcomes = [...rows.find((row) => row.id === 'total').sumOf, 'carried_out'];
  const [byKind, byOutcome] = [
    falling(kinds.length, random),
    falling(outcomes.length, random).sort(() => random() - 0.5),
  ];
  const figures = new Map(cellsOf(form).map(({ id }) => [id, 0]));
  const add = (row, column) => figures.set(`requests.${row}.${column}`, figures.get(`requests.${row}.${column}`) + 1);
  const requests = Math.max(1, Math.round(size * (0.5 + random())));
  for (let i = 0; i < requests; i++) {
    const { id } = kinds[draw(byKind, random)];
    add(random() < 0.05 ? 'carried_in' : 'new', id);
    add(outcomes[draw(byOutcome, random)], id);
  }
  // Column totals come before row totals in the form's sums, so every addend is there when its total is taken.
  for (const { kind, left, right } of sumsOf(form))
    if (kind !== 'balance')
      figures.set(
        right[0],
        left.reduce((sum, id) => sum + figures.get(id), 0),
      );
  return tableOf(edition, 'requests', figures);
}

const tableOf = (edition, id, figures) => ({
  id,
  edition,
  found: true,
  cells: Object.fromEntries(
    cellsOf(FORMS[edition].tables[id]).map((cell) => {
      const value = figures.get(cell.id) ?? 0;
      const { row, column } = cell;
      const read = { state: 'read', value, printed: String(value), place: null, by: 'label' };
      return [cell.id, { id: cell.id, row: row.id, column: column.id, ...read }];
    }),
  ),
});

/** The table with some cells other than they were. */
export const patched = (table, changes) => ({
  ...table,
  cells: {
    ...table.cells,
    ...Object.fromEntries(
      changes.map(({ id, value = null, state = 'read' }) => [
        id,
        { ...table.cells[id], state, value, printed: value === null ? '?' : String(value) },
      ]),
    ),
  },
});

export const reportWith = (table) => ({
  organ: '',
  year: null,
  title: '',
  published: null,
  sections: [],
  tables: {
    proactive: tableOf(table.edition, 'proactive', new Map()),
    requests: table,
    disputes: tableOf(table.edition, 'disputes', new Map()),
  },
});

/** `count` cells of the table, each with a figure that is not its own. */
export function spoiled(table, count, random) {
  const ids = Object.keys(table.cells);
  const wrong = new Map();
  while (wrong.size < count) {
    const id = ids[Math.floor(random() * ids.length)];
    const value = misprint(table.cells[id].value ?? 0, random);
    if (value !== table.cells[id].value) wrong.set(id, value);
  }
  return [...wrong].map(([id, value]) => ({ id, value }));
}

function misprint(value, random) {
  const digits = [...String(value)];
  const at = Math.floor(random() * digits.length);
  const digit = () => String(Math.floor(random() * 10));
  const kinds = [
    () => digits.with(at, digit()),
    () => (at > 0 ? digits.with(at, digits[at - 1]).with(at - 1, digits[at]) : digits.with(at, digit())),
    () => (digits.length > 1 ? digits.toSpliced(at, 1) : [digit()]),
    () => digits.toSpliced(at, 0, digits[at]),
    () => [...digits, '0'],
    () => [String(Math.floor(random() * (2 * value + 10)))],
  ];
  return Number(kinds[Math.floor(random() * kinds.length)]().join(''));
}
