import { cellsOf, type Edition, FORMS, SECTIONS, TABLE_IDS, type TableId } from '../forms/index.js';
import type { Cell, Paragraph, Report, TableReading } from '../model.js';
import { readFigure } from '../text.js';

/** A report in the few words of an example. */
export interface ExampleForm {
  readonly edition: Edition;
  /** Printed text by cell id, on a form of zeros; null removes the cell (absent), `?` makes it unreadable. */
  readonly cells: Readonly<Record<string, string | null>>;
  /** Paragraphs of the first section, one a line. */
  readonly narrative?: string;
  /** Headings of the other sections that the report prints. */
  readonly headings?: readonly string[];
  /** Tables that follow another edition. */
  readonly editions?: Partial<Record<TableId, Edition>>;
  /** What else the report prints. */
  readonly report?: Partial<Pick<Report, 'organ' | 'year' | 'title' | 'published'>>;
}

/** The report that an example of a rule describes: the form with 0 in every cell, and the example's cells on it. */
export function exampleReport({ edition, cells, narrative, headings = [], editions, report }: ExampleForm): Report {
  const reading = (id: TableId): TableReading => {
    const own = editions?.[id] ?? edition;
    const all = cellsOf(FORMS[own].tables[id]).map(({ id: cell, row, column }): [string, Cell] => {
      const printed = cell in cells ? (cells[cell] as string | null) : '0';
      const figure =
        printed === null ? ({ state: 'absent', value: null } as const) : readFigure(printed, column.measure);
      const rest = { printed: printed ?? '', place: null, by: 'label' } as const;
      return [cell, { id: cell, row: row.id, column: column.id, ...figure, ...rest }];
    });
    return { id, edition: own, found: true, cells: Object.fromEntries(all) };
  };
  const paragraphs = (narrative?.split('\n') ?? []).map(
    (text, i): Paragraph => ({ kind: 'paragraph', text, place: { block: i + 1 } }),
  );
  const printed = SECTIONS.filter(
    ({ id, title }) => headings.includes(title) || (id === 'overview' && paragraphs.length > 0),
  );
  return {
    organ: '青岚县人民政府',
    year: edition === '2021' ? 2022 : 2020,
    title: '',
    published: null,
    ...report,
    tables: Object.fromEntries(TABLE_IDS.map((id) => [id, reading(id)])) as Report['tables'],
    sections: printed.map(({ id, title }) => ({ id, heading: title, paragraphs: id === 'overview' ? paragraphs : [] })),
  };
}
