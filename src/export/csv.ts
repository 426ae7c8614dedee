import { stringify } from 'csv-stringify/sync';
import { certify } from '../certify.js';
import { CELL_IDS, cellsOf, FORMS, labelOf, TABLE_IDS } from '../forms/index.js';
import { type Cell, placeText, type Report } from '../model.js';
import type { ExportFormat, ExportOptions } from './format.js';

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

/** A line of a table after its first column, the name of the file. */
type Line = readonly (string | number | null)[];

/** The long table of a report: one line for each cell of the form, blank and absent ones too. */
const longLines = (report: Report, index: number): Line[] =>
  TABLE_IDS.flatMap((id) => {
    const { edition, cells } = report.tables[id];
    return cellsOf(FORMS[edition].tables[id]).map((formCell) => {
      const cell = cells[formCell.id] as Cell;
      const { measure } = formCell.column;
      return [
        index,
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
      ];
    });
  });

/**
 * The wide table of a report: one line, one column a cell id. A value is empty unless it was read; the columns
 * `unreadable` and `absent` list the cells that are not simply blank; `certified` lists tables, and `uncertified` the
 * others with their reasons, `requests: blank-total 2, unjudged-sum 3; …`.
 */
function wideLine(report: Report, index: number): Line {
  const cells: Record<string, Cell> = Object.assign({}, ...TABLE_IDS.map((id) => report.tables[id].cells));
  const inState = (state: Cell['state']) =>
    Object.values(cells)
      .filter((c) => c.state === state)
      .map((c) => c.id)
      .join(' ');
  const { certified, uncertified } = certify(report);
  const editions = TABLE_IDS.map((id) => report.tables[id].edition);
  return [
    index,
    guarded(report.organ),
    report.year,
    guarded(report.title),
    report.published,
    [...new Set(editions)].length === 1 ? (editions[0] as string) : editions.join(' '),
    inState('unreadable'),
    inState('absent'),
    TABLE_IDS.filter((id) => certified[id]).join(' '),
    TABLE_IDS.filter((id) => !certified[id])
      .map((id) => `${id}: ${uncertified.flatMap((d) => (d.table === id ? [`${d.code} ${d.count}`] : [])).join(', ')}`)
      .join('; '),
    ...CELL_IDS.map((id) => cells[id]?.value ?? null),
  ];
}

const HEADS = { long: LONG_COLUMNS, wide: [...WIDE_HEAD, ...CELL_IDS] };

/** The lines of a file after the column that holds its name, each ended. */
const linesOf = (reports: readonly Report[], layout: ExportOptions['layout']): string[] =>
  reports
    .flatMap((report, i) => (layout === 'wide' ? [wideLine(report, i + 1)] : longLines(report, i + 1)))
    .map((line) => stringify([[...line]]));

/** The column of the file's name, with its comma. */
const named = (file: string): string => `${stringify([[guarded(file)]]).slice(0, -1)},`;

/** CSV by RFC 4180, with `\n`. Its content is the lines of a file after their first column. */
export const csvFormat: ExportFormat<readonly string[]> = {
  content: ({ reports }, { layout }) => linesOf(reports, layout),
  async *chunks(files, { layout }) {
    yield stringify([[...HEADS[layout]]]);
    for await (const { file, content } of files) {
      const name = named(file);
      yield content.map((line) => name + line).join('');
    }
  },
};

const whole = (files: Iterable<FileReports>, layout: ExportOptions['layout'], header: boolean): string =>
  [
    ...(header ? [stringify([[...HEADS[layout]]])] : []),
    ...[...files].flatMap(({ file, reports }) => {
      const name = named(file);
      return linesOf(reports, layout).map((line) => name + line);
    }),
  ].join('');

/**
 * The long table as CSV: one line for each cell of the form, blank and absent ones too.
 * @param header print the line of column names first
 */
export const toCsv = (files: Iterable<FileReports>, header = true): string => whole(files, 'long', header);

/**
 * The wide table as CSV: one line a report, one column a cell id.
 * @param header print the line of column names first
 */
export const toWideCsv = (files: Iterable<FileReports>, header = true): string => whole(files, 'wide', header);

/** A file that could not be read. */
export interface Failure {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

/** The list of failures as CSV: file, rule, message. */
export const toFailuresCsv = (failures: readonly Failure[], header = true): string =>
  stringify([
    ...(header ? [['file', 'rule', 'message']] : []),
    ...failures.map(({ file, rule, message }) => [guarded(file), rule, guarded(message)]),
  ]);
