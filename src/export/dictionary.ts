import { cellsOf, EDITIONS, type Edition, FORM_CELLS, FORMS, TABLE_IDS } from '../forms/index.js';
import { unitOf } from './columns.js';
import { csvOf } from './csv.js';
import { TABLES } from './tables.js';

const HEAD = ['name', 'layouts', 'type', 'kind', 'unit', 'editions', 'label_zh', 'label_en', 'description'];

const IDS = new Map(
  EDITIONS.map((edition) => [
    edition,
    new Set(TABLE_IDS.flatMap((id) => cellsOf(FORMS[edition].tables[id]).map((cell) => cell.id))),
  ]),
);

/**
 * The data dictionary as CSV: one line for each column of the outputs. `layouts` are `long` and `wide` (in a workbook the
 * sheets `cells` and `data`) and the workbook's `findings` and `failures`.
 * @param edition only the cells of this form
 */
export function dictionaryCsv(edition?: Edition): string {
  const layouts = Object.entries(TABLES);
  const columns = new Map(layouts.toReversed().flatMap(([, table]) => table.columns.map((each) => [each.name, each])));
  const names = new Set(layouts.flatMap(([, table]) => table.columns.map(({ name }) => name)));
  const lines = [...names].flatMap((name) => {
    const column = columns.get(name);
    const cell = FORM_CELLS.get(name);
    const editions = EDITIONS.filter((each) => IDS.get(each)?.has(name));
    if (column === undefined || (cell && edition && !editions.includes(edition))) return [];
    return [
      [
        name,
        layouts
          .flatMap(([layout, table]) => (table.columns.some((each) => each.name === name) ? [layout] : []))
          .join(' '),
        column.type,
        cell?.column.measure.kind ?? '',
        cell ? unitOf(cell.column) : '',
        editions.join(' '),
        column.zh,
        column.en,
        column.about,
      ],
    ];
  });
  return csvOf([HEAD, ...lines]);
}
