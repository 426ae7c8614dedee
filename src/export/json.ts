import { type Certificate, certify } from '../certify.js';
import { TABLE_IDS, type TableId } from '../forms/index.js';
import type { CellState, Place, Report } from '../model.js';
import type { ExportFormat, Piece } from './format.js';

/** A cell as JSON prints it. */
export interface JsonCell {
  readonly value: number | null;
  readonly state: CellState;
  readonly printed: string;
  readonly place: Place | null;
}

/** A report as JSON prints it; row ids are keys as they stand, dots included. */
export interface JsonReport extends Certificate {
  readonly file: string;
  readonly report: number;
  readonly organ: string;
  readonly year: number | null;
  readonly title: string;
  readonly published: string | null;
  readonly editions: Readonly<Record<TableId, string>>;
  readonly tables: Readonly<Record<TableId, Readonly<Record<string, Readonly<Record<string, JsonCell>>>>>>;
  readonly sections: readonly { readonly id: string; readonly heading: string; readonly text: string }[];
}

/**
 * @param index place of the report in its file, from 1
 */
export function reportToJson(file: string, report: Report, index: number): JsonReport {
  const tables = Object.fromEntries(
    TABLE_IDS.map((id) => {
      const rows: Record<string, Record<string, JsonCell>> = {};
      for (const { row, column, value, state, printed, place } of Object.values(report.tables[id].cells)) {
        rows[row] ??= {};
        (rows[row] as Record<string, JsonCell>)[column] = { value, state, printed, place };
      }
      return [id, rows];
    }),
  ) as JsonReport['tables'];
  const { organ, year, title, published } = report;
  const editions = Object.fromEntries(TABLE_IDS.map((id) => [id, report.tables[id].edition])) as JsonReport['editions'];
  const sections = report.sections.map(({ id, heading, paragraphs }) => ({
    id,
    heading,
    text: paragraphs.map((p) => p.text).join('\n'),
  }));
  return { file, report: index, organ, year, title, published, editions, ...certify(report), tables, sections };
}

/** A report of a file without the file's name, which comes first. */
type Nameless = Omit<JsonReport, 'file'>;

const content: ExportFormat<readonly Nameless[]>['content'] = ({ reports }) =>
  reports.map((report, i) => {
    const { file: _, ...rest } = reportToJson('', report, i + 1);
    return rest;
  });

async function* namedReports(files: AsyncIterable<Piece<readonly Nameless[]>>): AsyncIterable<JsonReport> {
  for await (const { file, content } of files) for (const report of content) yield { file, ...report };
}

/** `{ "reports": [ … ] }` */
export const jsonFormat: ExportFormat<readonly Nameless[]> = {
  content,
  async *chunks(files) {
    let separator = '{\n"reports": [\n';
    for await (const report of namedReports(files)) {
      yield separator + JSON.stringify(report, null, 1);
      separator = ',\n';
    }
    yield separator === ',\n' ? '\n]\n}\n' : '{\n"reports": []\n}\n';
  },
};

/** One report a line. */
export const ndjsonFormat: ExportFormat<readonly Nameless[]> = {
  content,
  async *chunks(files) {
    for await (const report of namedReports(files)) yield `${JSON.stringify(report)}\n`;
  },
};
