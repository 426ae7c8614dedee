import type { certify } from '../certify.js';
import { CELL_IDS, EDITIONS, type Edition, FORM_CELLS, FORMS, type FormCell, TABLE_IDS } from '../forms/index.js';
import type { Cell } from '../model.js';
import { type Column, type OfReport, REPORT, text } from './columns.js';

export interface OfWhole extends OfReport {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly certificate: ReturnType<typeof certify>;
}
const inState = (state: Cell['state']) => (row: OfWhole) =>
  Object.values(row.cells)
    .filter((cell) => cell.state === state)
    .map(({ id }) => id)
    .join(' ');

const NEWEST = EDITIONS.at(-1) as Edition;

/** One line a report, one column a cell. */
export const WIDE: readonly Column<OfWhole>[] = [
  ...REPORT,
  text('title', '标题', 'Title', 'title of the report', ({ report }) => report.title),
  text(
    'published',
    '发布日期',
    'Published',
    'date of publication, YYYY-MM-DD, where printed',
    ({ report }) => report.published,
  ),
  text('editions', '版次', 'Editions', 'the form that the tables follow; three where they differ', ({ report }) => {
    const editions = TABLE_IDS.map((id) => report.tables[id].edition);
    return [...new Set(editions)].length === 1 ? (editions[0] as string) : editions.join(' ');
  }),
  text('unreadable', '无法读取', 'Unreadable', 'cells that could not be read for certain', inState('unreadable')),
  text('absent', '未印出', 'Absent', 'cells that the report does not print', inState('absent')),
  text('certified', '核证', 'Certified', 'tables read whole and pinned, whose sums all hold', ({ certificate }) =>
    TABLE_IDS.filter((id) => certificate.certified[id]).join(' '),
  ),
  text('uncertified', '未核证', 'Not certified', 'the other tables with their reasons', ({ certificate }) =>
    TABLE_IDS.filter((id) => !certificate.certified[id])
      .map((id) => {
        const doubts = certificate.uncertified.filter(({ table }) => table === id);
        return `${id}: ${doubts.map(({ code, count }) => `${code} ${count}`).join(', ')}`;
      })
      .join('; '),
  ),
  ...CELL_IDS.map((id): Column<OfWhole> => {
    const cell = FORM_CELLS.get(id) as FormCell;
    return {
      name: id,
      type: 'number',
      zh: cell.label,
      en: cell.english,
      about: aboutCell(cell),
      of: ({ cells }) => cells[id]?.value ?? null,
    };
  }),
];

/** What a cell holds beyond its label. */
function aboutCell({ table, row, column }: FormCell): string {
  const sum = (of: string, ids: readonly string[]) => (ids.length > 0 ? [`sum of the ${of} ${ids.join(', ')}`] : []);
  return [
    FORMS[NEWEST].tables[table].english,
    ...(column.measure.kind === 'change' ? ['may be negative'] : []),
    ...sum('columns', column.sumOf),
    ...sum('rows', row.sumOf),
  ].join('; ');
}
