import { gzipSync } from 'fflate';
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { type Column, FILE, type Value } from './columns.js';
import type { ExportFormat } from './format.js';
import { chosenColumns, type Line, TABLES } from './tables.js';

/** Rows held in memory before they are written; readers such as DuckDB share the work by these groups. */
const ROW_GROUP = 50_000;

const TYPES = { text: 'STRING', integer: 'INT32', number: 'DOUBLE' } as const;

/** Values by column, as Parquet keeps them. */
const columnData = (columns: readonly Column[], data: readonly Value[][]) =>
  columns.map(({ name, type }, i) => ({ name, type: TYPES[type], nullable: true, data: data[i] as Value[] }));

/** Parquet in row groups. Its content is the lines of a file. */
export const parquetFormat: ExportFormat<readonly Line[]> = {
  content: (file, { layout, columns, labels = 'zh' }) =>
    TABLES[layout].lines(file, chosenColumns(TABLES[layout], columns), labels),
  async *chunks(files, options) {
    const columns = chosenColumns(TABLES[options.layout], options.columns);
    const gap = columns.findIndex(({ name }) => name === FILE);
    const bytes = new ByteWriter();
    const taken = (): Uint8Array => {
      const chunk = bytes.getBytes().slice();
      bytes.index = 0;
      return chunk;
    };
    const empty = () => columns.map((): Value[] => []);
    const parquet = new ParquetWriter({
      writer: bytes,
      schema: schemaFromColumnData({ columnData: columnData(columns, empty()) }),
      // Snappy, the default, makes files of varied reports a third larger.
      codec: 'GZIP',
      compressors: { GZIP: (input) => gzipSync(input, { mtime: 0 }) },
      createdBy: 'nianbao',
    });
    let group = empty();
    const written = (): Uint8Array => {
      parquet.write({ columnData: columnData(columns, group), rowGroupSize: ROW_GROUP });
      group = empty();
      return taken();
    };
    for await (const { file, content } of files)
      for (const line of content) {
        for (const [i, value] of line.entries()) group[i]?.push(i === gap ? file : value);
        if (group[0]?.length === ROW_GROUP) yield written();
      }
    yield written();
    parquet.finish();
    yield taken();
  },
};
