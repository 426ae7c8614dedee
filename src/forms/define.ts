/**
 * The words in which an official form is declared. A form nests as it is printed: a table has blocks of rows and
 * columns, lines stand in groups, and `total()` means "the sum of what stands beside it". Everything else — cell ids,
 * sums, CSV columns, schemas, blank forms — is derived here.
 */

/** What a printed figure counts. Only `change` carries a sign by design; only `amount` has decimals and a unit. */
export type Measure = { kind: 'count' } | { kind: 'change' } | { kind: 'amount'; unit: '元' | '万元' };

/** One row or one column of a form. */
export interface Line {
  /** Id within its table, `refused.state_secret`. */
  readonly id: string;
  /** The label as printed on the official form. */
  readonly label: string;
  /** The same in English, for outputs. */
  readonly english: string;
  /** Other wordings that published reports use for the same line. */
  readonly aliases: readonly string[];
  /** Labels of the groups it stands in, outermost first. */
  readonly path: readonly string[];
  /** The same in English. */
  readonly englishPath: readonly string[];
  readonly measure: Measure;
  /** Ids of the lines whose sum it is, when it is a total. */
  readonly sumOf: readonly string[];
}

type Options = { aliases?: string[]; measure?: Measure };
type Node =
  | { type: 'leaf' | 'total'; id: string; label: string; english: string; options: Options }
  | { type: 'group'; id: string; label: string; english: string; nodes: Node[] };

/** A row or column that carries figures. */
export const leaf = (id: string, label: string, english: string, options: Options = {}): Node => ({
  type: 'leaf',
  id,
  label,
  english,
  options,
});
/** A line that is the sum of all lines beside it, those inside neighbouring groups included. */
export const total = (id: string, label: string, english: string, options: Options = {}): Node => ({
  type: 'total',
  id,
  label,
  english,
  options,
});
/** Lines under a common label. A group with an id prefixes the ids of its lines; one without only labels them. */
export const group = (id: string, label: string, english: string, nodes: Node[]): Node => ({
  type: 'group',
  id,
  label,
  english,
  nodes,
});

/** The part of a table that shares its column heads: the requests table is one block, each 第二十条 item is one. */
export interface Block {
  /** The row that titles the block, where there is one. */
  readonly title: string;
  readonly english: string;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
}

export const block = (title: string, english: string, parts: { columns: Node[]; rows: Node[] }): Block => ({
  title,
  english,
  rows: lines(parts.rows),
  columns: lines(parts.columns),
});

function lines(nodes: Node[], path: string[] = [], englishPath: string[] = [], prefix = ''): Line[] {
  const beside = (node: Node): string[] =>
    node.type === 'group'
      ? lines(node.nodes, [], [], prefix + (node.id && `${node.id}.`)).map((line) => line.id)
      : node.type === 'leaf'
        ? [prefix + node.id]
        : [];
  return nodes.flatMap((node): Line[] =>
    node.type === 'group'
      ? lines(node.nodes, [...path, node.label], [...englishPath, node.english], prefix + (node.id && `${node.id}.`))
      : [
          {
            id: prefix + node.id,
            label: node.label,
            english: node.english,
            aliases: node.options.aliases ?? [],
            path,
            englishPath,
            measure: node.options.measure ?? { kind: 'count' },
            sumOf: node.type === 'total' ? nodes.flatMap(beside) : [],
          },
        ],
  );
}

/** An equation that the form itself prints, between rows of one column: sum of `left` = sum of `right`. */
export interface Balance {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/**
 * An equation between the reports of one body for two years running. `rows`: between rows, in every column; `columns`:
 * between columns, in every row that has them. The line `now` of a year is the sum of the lines `before` of the year
 * before and `during` of the year itself; a `-` in front subtracts.
 */
export interface Continuation {
  readonly id: 'carried-in' | 'items-prior' | 'in-force';
  readonly along: 'rows' | 'columns';
  readonly now: string;
  readonly before: readonly string[];
  readonly during: readonly string[];
}

export type TableId = 'proactive' | 'requests' | 'disputes';
export const TABLE_IDS: readonly TableId[] = ['proactive', 'requests', 'disputes'];

export interface FormTable {
  readonly id: TableId;
  /** Heading of the section of the report that holds the table. */
  readonly title: string;
  readonly english: string;
  /** Explanatory note printed in the table's corner. */
  readonly note: string;
  /** Label over the group of columns, where one is printed. */
  readonly columnsTitle: string;
  /** True where the official form prints all rows side by side in one line of figures. */
  readonly oneLine: boolean;
  readonly blocks: readonly Block[];
  readonly balances: readonly Balance[];
  readonly continuations: readonly Continuation[];
}

export const table = (
  id: TableId,
  parts: Partial<Omit<FormTable, 'id'>> & Pick<FormTable, 'title' | 'english' | 'blocks'>,
) => ({
  note: '',
  columnsTitle: '',
  oneLine: false,
  balances: [],
  continuations: [],
  ...parts,
  id,
});

export type Edition = '2019' | '2021';

export interface Form {
  readonly edition: Edition;
  /** The official letter that prescribes the form. */
  readonly basis: string;
  readonly usedFor: string;
  readonly tables: Readonly<Record<TableId, FormTable>>;
}

/** One cell of a form, addressed `table.row.column`. */
export interface FormCell {
  readonly id: string;
  readonly table: TableId;
  readonly row: Line;
  readonly column: Line;
  readonly block: Block;
  /** The official labels that lead to it: groups and label of its row, then its column. */
  readonly label: string;
  /** The same in English. */
  readonly english: string;
}

/** A cell's address within its table, `row.column`. Kept, since every reading of every table asks for all of them. */
export function addressOf(row: Line, column: Line): string {
  let columns = addresses.get(row);
  if (columns === undefined) {
    columns = new Map();
    addresses.set(row, columns);
  }
  let address = columns.get(column);
  if (address === undefined) {
    address = `${row.id}.${column.id}`;
    columns.set(column, address);
  }
  return address;
}
const addresses = new WeakMap<Line, Map<Line, string>>();

/** The cells of a table in printed order. */
export function cellsOf(table: FormTable): readonly FormCell[] {
  let cells = cellsByTable.get(table);
  if (cells === undefined) {
    cells = table.blocks.flatMap((block) =>
      block.rows.flatMap((row) =>
        block.columns.map((column) => ({
          id: `${table.id}.${row.id}.${column.id}`,
          table: table.id,
          row,
          column,
          block,
          label: `${[block.title, ...row.path, row.label].filter(Boolean).join(' / ')} · ${column.label}`,
          english: `${[block.english, ...row.englishPath, row.english].filter(Boolean).join(' / ')} · ${column.english}`,
        })),
      ),
    );
    cellsByTable.set(table, cells);
  }
  return cells;
}
const cellsByTable = new WeakMap<FormTable, readonly FormCell[]>();

/** A label without the long instruction that the form prints behind it in brackets. */
export const shortLabel = (label: string): string => label.replace(/（[^（）]{6,}）$/, '');

/** An equation over cells of one report. `row` or `column` names the line that it runs along. */
export interface Sum {
  readonly kind: 'balance' | 'column-total' | 'row-total';
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Every equation of a table, derived from its totals and balances: 33 totals and 7 balances for the 2019 form. */
export function sumsOf(table: FormTable): Sum[] {
  const at = (row: string, column: string) => `${table.id}.${row}.${column}`;
  return table.blocks.flatMap(({ rows, columns }) => [
    ...table.balances.flatMap(({ left, right }) =>
      columns.map(({ id: column }): Sum => {
        const cells = (ids: readonly string[]) => ids.map((row) => at(row, column));
        return { kind: 'balance', table: table.id, row: '', column, left: cells(left), right: cells(right) };
      }),
    ),
    ...rows
      .filter((row) => row.sumOf.length > 0)
      .flatMap((row) =>
        columns.map(({ id: column }): Sum => {
          const left = row.sumOf.map((id) => at(id, column));
          return { kind: 'column-total', table: table.id, row: row.id, column, left, right: [at(row.id, column)] };
        }),
      ),
    ...columns
      .filter((column) => column.sumOf.length > 0)
      .flatMap((column) =>
        rows.map(({ id: row }): Sum => {
          const left = column.sumOf.map((id) => at(row, id));
          return { kind: 'row-total', table: table.id, row, column: column.id, left, right: [at(row, column.id)] };
        }),
      ),
  ]);
}
