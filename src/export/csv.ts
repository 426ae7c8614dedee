import { stringify } from 'csv-stringify/sync';
import { certify } from '../certify.js';
import { CELL_IDS, cellsOf, FORMS, labelOf, TABLE_IDS } from '../forms/index.js';
import { type Cell, placeText, type Report } from '../model.js';

/** Reports of one file, with the name under which it was given. */
export interface FileReports {
  readonly file: string;
  readonly reports: readonly Report[];
}

export const LONG_COLUMNS = [
  'file',
  'report',
  'organ',
  'year',
  'edition',
  'table',
  'row',
  'column',
  'label',
  'value',
  'unit',
  'state',
  'printed',
  'place',
] as const;

const WIDE_HEAD = [
  'file',
  'report',
  'organ',
  'year',
  'title',
  'published',
  'editions',
  'unreadable',
  'absent',
  'certified',
  'uncertified',
] as const;

/** Text that a spreadsheet would run: a formula in a cell of text. A printed number such as +424 is none. */
const FORMULA = /^[\s\u3000]*[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d[\d,.]*$/;
/** Marks text as text for spreadsheets, as they do themselves; figures are never touched. */
export const guarded = (text: string): string =>
  FORMULA.test(text) && !NUMBER.test(text) && text.length > 1 ? `'${text}` : text;

/**
 * The long table: one line for each cell of the form, blank and absent ones too.
 * @param header print the line of column names first
 */
export function toCsv(files: Iterable<FileReports>, header = true): string {
  const rows: (string | number | null)[][] = header ? [[...LONG_COLUMNS]] : [];
  for (const { file, reports } of files)
    reports.forEach((report, index) => {
      for (const id of TABLE_IDS) {
        const { edition, cells } = report.tables[id];
        for (const formCell of cellsOf(FORMS[edition].tables[id])) {
          const cell = cells[formCell.id] as Cell;
          const { measure } = formCell.column;
          rows.push([
            guarded(file),
            index + 1,
            guarded(report.organ),
            report.year,
            edition,
            id,
            cell.row,
            cell.column,
            labelOf(formCell),
            cell.value,
            measure.kind === 'amount' ? measure.unit : '',
            cell.state,
            guarded(cell.printed),
            placeText(cell.place),
          ]);
        }
      }
    });
  return stringify(rows);
}

/**
 * The wide table: one line a report, one column a cell id. A value is empty unless it was read; the columns
 * `unreadable` and `absent` list the cells that are not simply blank; `certified` lists tables, and `uncertified` the
 * others with their reasons, `requests: blank-total 2, unjudged-sum 3; …`.
 */
export function toWideCsv(files: Iterable<FileReports>, header = true): string {
  const rows: (string | number | null)[][] = header ? [[...WIDE_HEAD, ...CELL_IDS]] : [];
  for (const { file, reports } of files)
    reports.forEach((report, index) => {
      const cells: Record<string, Cell> = Object.assign({}, ...TABLE_IDS.map((id) => report.tables[id].cells));
      const inState = (state: Cell['state']) =>
        Object.values(cells)
          .filter((c) => c.state === state)
          .map((c) => c.id)
          .join(' ');
      const { certified, uncertified } = certify(report);
      const editions = TABLE_IDS.map((id) => report.tables[id].edition);
      rows.push([
        guarded(file),
        index + 1,
        guarded(report.organ),
        report.year,
        guarded(report.title),
        report.published,
        [...new Set(editions)].length === 1 ? (editions[0] as string) : editions.join(' '),
        inState('unreadable'),
        inState('absent'),
        TABLE_IDS.filter((id) => certified[id]).join(' '),
        TABLE_IDS.filter((id) => !certified[id])
          .map(
            (id) => `${id}: ${uncertified.flatMap((d) => (d.table === id ? [`${d.code} ${d.count}`] : [])).join(', ')}`,
          )
          .join('; '),
        ...CELL_IDS.map((id) => cells[id]?.value ?? null),
      ]);
    });
  return stringify(rows);
}
