import { cellsOf, FORMS, TABLE_IDS, type TableId } from '../forms/index.js';
import type { Cell, Report, TableReading } from '../model.js';
import { readFigure } from '../text.js';
import type { Example } from './rule.js';

/** The report that an example of a rule describes: the form with 0 in every cell, and the example's cells on it. */
export function exampleReport({ edition, cells }: Pick<Example, 'edition' | 'cells'>): Report {
  const reading = (id: TableId): TableReading => ({
    id,
    edition,
    found: true,
    cells: Object.fromEntries(
      cellsOf(FORMS[edition].tables[id]).map(({ id: cell, row, column }): [string, Cell] => {
        const printed = cell in cells ? (cells[cell] as string | null) : '0';
        const figure =
          printed === null ? ({ state: 'absent', value: null } as const) : readFigure(printed, column.measure);
        return [
          cell,
          { id: cell, row: row.id, column: column.id, ...figure, printed: printed ?? '', place: null, by: 'label' },
        ];
      }),
    ),
  });
  return {
    organ: '',
    year: null,
    title: '',
    published: null,
    tables: Object.fromEntries(TABLE_IDS.map((id) => [id, reading(id)])) as Report['tables'],
    sections: [],
  };
}
