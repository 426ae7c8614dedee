import { certify } from '../certify.js';
import { cellsOf, FORMS, TABLE_IDS } from '../forms/index.js';
import type { Cell, Report } from '../model.js';
import { type Column, FAILURES, FINDINGS, LONG, type OfCell, type OfReport, type Value } from './columns.js';
import type { FileContent, Labels } from './format.js';
import { WIDE } from './wide-columns.js';

/** A line of a table; where the column of the file's name stands, null is to be replaced by it. */
export type Line = readonly Value[];

export interface Table {
  readonly columns: readonly Column[];
  /** The lines that a file adds. */
  lines(file: FileContent, columns: readonly Column[], labels: Labels): Line[];
}

const table = <Row>(columns: readonly Column<Row>[], rows: (file: FileContent) => readonly Row[]): Table => ({
  columns: columns as readonly Column[],
  lines: (file, chosen, labels) => rows(file).map((row) => chosen.map((column) => column.of(row, labels))),
});

const ofReports =
  <Row>(rows: (of: OfReport, file: FileContent) => readonly Row[]) =>
  (file: FileContent): Row[] =>
    file.reports.flatMap((report, i) => rows({ report, index: i + 1 }, file));

const cellRows = (of: OfReport): OfCell[] =>
  TABLE_IDS.flatMap((id) => {
    const { edition, cells } = of.report.tables[id];
    const { report, index } = of;
    // Named one by one: copying `of` by its keys, 161 times a report, takes longer than printing some of the columns.
    return cellsOf(FORMS[edition].tables[id]).map((form) => ({
      report,
      index,
      form,
      edition,
      cell: cells[form.id] as Cell,
    }));
  });

const cellsOfReport = ({ tables }: Report): Record<string, Cell> =>
  Object.assign({}, ...TABLE_IDS.map((id) => tables[id].cells));

/** The tables of the outputs. */
export const TABLES = {
  long: table(LONG, ofReports(cellRows)),
  wide: table(
    WIDE,
    ofReports((of) => [{ ...of, cells: cellsOfReport(of.report), certificate: certify(of.report) }]),
  ),
  findings: table(
    FINDINGS,
    ofReports((of, { findings }) => findings(of.report).map((finding) => ({ ...of, finding }))),
  ),
  failures: table(FAILURES, ({ problems }) => problems.map((finding) => ({ finding }))),
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof TABLES;

/** The columns of a table that were chosen, in the order chosen; all of them where nothing was. */
export function chosenColumns({ columns }: Table, names: readonly string[] | undefined): readonly Column[] {
  if (names === undefined) return columns;
  const byName = new Map(columns.map((column) => [column.name, column]));
  return names.flatMap((name) => byName.get(name) ?? []);
}

/** The heads of columns in a language. */
export const headsOf = (columns: readonly Column[], labels: Labels): string[] =>
  columns.map((column) => (labels === 'id' ? column.name : column[labels]));
