import {
  type Cell,
  cellsOf,
  type Edition,
  FORMS,
  type Report,
  SECTIONS,
  TABLE_IDS,
  type TableId,
  type TableReading,
} from '../src/index.js';
import { readFigure } from '../src/text.js';

export interface FormReport {
  readonly edition: Edition;
  /** Printed text by cell id, on a form of zeros; null removes the cell; `?` makes it unreadable. */
  readonly cells?: Readonly<Record<string, string | null>>;
  readonly narrative?: string | undefined;
  readonly headings?: readonly string[] | undefined;
  readonly editions?: Partial<Record<TableId, Edition>> | undefined;
  readonly report?: Partial<Pick<Report, 'organ' | 'year' | 'title' | 'published'>> | undefined;
}

/** A report on an all-zero form with cells set: what the examples of the rules are written on. */
export function formReport({
  edition,
  cells = {},
  narrative,
  report,
  headings = [],
  editions = {},
}: FormReport): Report {
  const reading = (id: TableReading['id']): TableReading => ({
    id,
    edition: editions[id] ?? edition,
    found: true,
    cells: Object.fromEntries(
      cellsOf(FORMS[editions[id] ?? edition].tables[id]).map(({ id: cell, row, column }): [string, Cell] => {
        const printed = cells[cell] === undefined ? '0' : cells[cell];
        const base = { id: cell, row: row.id, column: column.id, place: null, by: 'label' as const };
        return [
          cell,
          printed === null
            ? { ...base, state: 'absent', value: null, printed: '' }
            : { ...base, ...readFigure(printed, column.measure), printed },
        ];
      }),
    ),
  });
  const tables = Object.fromEntries(TABLE_IDS.map((id) => [id, reading(id)])) as Report['tables'];
  const paragraphs = (narrative ?? '')
    .split('\n')
    .map((text, i) => ({ kind: 'paragraph' as const, text, place: { block: i + 1 } }));
  const overview = { id: 'overview' as const, heading: '一、总体情况', paragraphs };
  return {
    organ: '青岚县人民政府',
    year: edition === '2021' ? 2022 : 2020,
    title: '',
    published: null,
    ...report,
    tables,
    sections: [
      ...(narrative === undefined ? [] : [overview]),
      ...SECTIONS.filter(({ title }) => headings.includes(title)).map(({ id, title }) => ({
        id,
        heading: title,
        paragraphs: [],
      })),
    ],
  };
}

/** Addresses of findings as the examples write them. */
export const addressOf = ({ table, row, column }: { table: string; row: string; column: string }): string =>
  row !== '' || column !== '' ? `${row}/${column}` : table;
