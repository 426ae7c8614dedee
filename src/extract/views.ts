import { addressOf, type FormTable, type Line } from '../forms/index.js';

/** Rows that share column heads, as one way of printing a table shows them. */
export interface ViewBlock {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
}

/** One way in which a table of the form may be laid out on the page. */
export interface View {
  readonly blocks: readonly ViewBlock[];
  /** The rows of all blocks in order, and the block of each. */
  readonly lines: readonly Line[];
  readonly blockOf: readonly ViewBlock[];
  /** The cell at a printed row and column of the view: `row.column` ids of the form. */
  readonly cell: (row: Line, column: Line) => string;
  /** True where the figures stand in one row that has no label of its own. */
  readonly oneLine: boolean;
}

const known = new WeakMap<FormTable, View[]>();

/**
 * The layouts in which a table is looked for: as the form prints it, with rows and columns exchanged, and, for the
 * disputes, in one line of figures (the official layout) or one row a procedure (common on narrow pages).
 */
export function viewsOf(table: FormTable): readonly View[] {
  let views = known.get(table);
  if (views === undefined) {
    const { blocks } = table;
    const plain = view(blocks, addressOf);
    const turned = view(
      blocks.map(({ rows, columns }) => ({ rows: columns, columns: rows })),
      (row, column) => addressOf(column, row),
    );
    // Exchanging the axes of 第二十条 would give one-row tables of one column; no office prints that.
    views = blocks.length > 1 ? [plain] : table.oneLine ? [oneLine(table), plain, turned] : [plain, turned];
    known.set(table, views);
  }
  return views;
}

const view = (blocks: readonly ViewBlock[], cell: View['cell'], oneLine = false): View => ({
  blocks,
  lines: blocks.flatMap(({ rows }) => rows),
  blockOf: blocks.flatMap((block) => block.rows.map(() => block)),
  cell,
  oneLine,
});

const UNLABELLED: Line = {
  id: '',
  label: '',
  english: '',
  aliases: [],
  path: [],
  englishPath: [],
  measure: { kind: 'count' },
  sumOf: [],
};

function oneLine(table: FormTable): View {
  const columns = table.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map(
        (column): Line => ({
          ...column,
          id: `${row.id}.${column.id}`,
          path: [...row.path, row.label],
        }),
      ),
    ),
  );
  return view([{ rows: [UNLABELLED], columns }], (_, column) => column.id, true);
}
