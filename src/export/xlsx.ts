import { FILE } from './columns.js';
import type { ExportFormat, ExportOptions } from './format.js';
import { chosenColumns, headsOf, type Line, TABLES, type TableName } from './tables.js';
import { Workbook } from './workbook.js';

/** The sheets in the order of their tabs. */
const SHEETS = [
  { name: 'data', table: 'wide' },
  { name: 'cells', table: 'long' },
  { name: 'findings', table: 'findings' },
  { name: 'failures', table: 'failures' },
] as const satisfies { name: string; table: TableName }[];

const namesOf = (table: TableName) => TABLES[table].columns.map(({ name }) => name);
const ONLY_WIDE = new Set(namesOf('wide').filter((name) => !namesOf('long').includes(name)));
const ONLY_LONG = new Set(namesOf('long').filter((name) => !namesOf('wide').includes(name)));

/** The sheets with their columns. Where columns are chosen, `data` and `cells` are there if one of their own is. */
const sheetsOf = ({ columns }: ExportOptions) => {
  const long = columns === undefined || columns.some((name) => ONLY_LONG.has(name));
  const wide = columns === undefined || !long || columns.some((name) => ONLY_WIDE.has(name));
  return SHEETS.filter(({ name }) => (name === 'cells' ? long : name === 'data' ? wide : true)).map((sheet) => ({
    ...sheet,
    columns: chosenColumns(TABLES[sheet.table], sheet.name === 'data' || sheet.name === 'cells' ? columns : undefined),
  }));
};

/** An Excel workbook. Its content is the lines that a file adds to each sheet. */
export const xlsxFormat: ExportFormat<readonly (readonly Line[])[]> = {
  content: (file, options) =>
    sheetsOf(options).map(({ table, columns }) => TABLES[table].lines(file, columns, options.labels ?? 'zh')),
  async *chunks(files, options) {
    const { labels = 'zh' } = options;
    const workbook = new Workbook();
    const sheets = sheetsOf(options).map(({ name, columns }) => {
      const heads = [...(labels === 'id' ? [] : [headsOf(columns, labels)]), headsOf(columns, 'id')];
      return {
        rows: workbook.sheet(name, columns, heads, name === 'cells'),
        gap: columns.findIndex((column) => column.name === FILE),
      };
    });
    for await (const { file, content } of files) {
      for (const [i, { rows, gap }] of sheets.entries())
        for (const line of content[i] ?? []) rows.add(gap < 0 ? line : line.with(gap, file));
      yield* workbook.taken();
    }
    for (const { rows } of sheets) rows.end();
    workbook.end();
    yield* workbook.taken();
  },
};
