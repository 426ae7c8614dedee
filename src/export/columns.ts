import type { Edition, FormCell } from '../forms/index.js';
import { type Cell, placeText, type Report } from '../model.js';
import type { Labels, ToldFinding } from './format.js';

/**
 * The tables that outputs are made of, each column declared once: its name, its type, its labels, what it holds. CSV,
 * Parquet and XLSX print them, the data dictionary lists them.
 */
export type Value = string | number | null;

export interface Column<Row = unknown> {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number';
  readonly zh: string;
  readonly en: string;
  readonly about: string;
  of(row: Row, labels: Labels): Value;
}

export const text = <Row>(name: string, zh: string, en: string, about: string, of: Column<Row>['of']): Column<Row> => ({
  name,
  type: 'text',
  zh,
  en,
  about,
  of,
});
const integer = <Row>(...[name, zh, en, about, of]: Parameters<typeof text<Row>>): Column<Row> => ({
  ...text(name, zh, en, about, of),
  type: 'integer',
});

/** The name of the column that a content leaves open: the same bytes may be given under several names. */
export const FILE = 'file';
const file = text(FILE, '文件', 'File', 'the name that the file was given under', () => null);

export interface OfReport {
  readonly report: Report;
  readonly index: number;
}
export const REPORT: readonly Column<OfReport>[] = [
  file,
  integer('report', '序号', 'Report', 'counts the reports of a file, from 1', ({ index }) => index),
  text('organ', '机关', 'Body', 'the body that reports, as its title names it', ({ report }) => report.organ),
  integer('year', '年度', 'Year', 'the year reported on', ({ report }) => report.year),
];

export interface OfCell extends OfReport {
  readonly form: FormCell;
  readonly edition: Edition;
  readonly cell: Cell;
}
export const unitOf = ({ measure }: FormCell['column']): string => (measure.kind === 'amount' ? measure.unit : '');

/** A cell's label; its id stands in no language. */
const cellLabel = (cell: FormCell, labels: Labels): string =>
  labels === 'id' ? cell.id : labels === 'en' ? cell.english : cell.label;

/** One line for each cell of the form, blank and absent ones too. */
export const LONG: readonly Column<OfCell>[] = [
  ...REPORT,
  text('edition', '版次', 'Edition', "the form that the cell's table follows", ({ edition }) => edition),
  text('table', '表', 'Table', 'id of the table', ({ form }) => form.table),
  text('row', '行', 'Row', 'id of the row', ({ form }) => form.row.id),
  text('column', '列', 'Column', 'id of the column', ({ form }) => form.column.id),
  text('label', '指标', 'Label', 'official label of the cell (--labels)', ({ form }, labels) =>
    cellLabel(form, labels),
  ),
  {
    ...text(
      'value',
      '数值',
      'Value',
      'the figure in the unit of the form; empty unless state is read',
      ({ cell }) => cell.value,
    ),
    type: 'number',
  },
  text('unit', '单位', 'Unit', 'of an amount: 元 or 万元; empty for counts', ({ form }) => unitOf(form.column)),
  text('state', '状态', 'State', 'read, blank, unreadable or absent', ({ cell }) => cell.state),
  text('printed', '原文', 'Printed', 'the text as printed', ({ cell }) => cell.printed),
  text('place', '位置', 'Place', 'where it is printed in the file', ({ cell }) => placeText(cell.place)),
];

export interface OfFinding extends OfReport {
  readonly finding: ToldFinding;
}
/** What the rules found in the reports. */
export const FINDINGS: readonly Column<OfFinding>[] = [
  ...REPORT,
  text('rule', '规则', 'Rule', 'id of the rule (nianbao explain RULE)', ({ finding }) => finding.rule),
  text('severity', '级别', 'Severity', 'error, warning or note', ({ finding }) => finding.severity),
  text('table', '表', 'Table', 'id of the table', ({ finding }) => finding.table),
  text('row', '行', 'Row', 'id of the row', ({ finding }) => finding.row),
  text('column', '列', 'Column', 'id of the column', ({ finding }) => finding.column),
  text('message', '说明', 'Message', 'what was found, or why there is no report', ({ finding }) => finding.message),
  text('cells', '单元格', 'Cells', 'ids of the cells concerned', ({ finding }) => finding.cells.join(' ')),
];

/** Files of which no report could be made. */
export const FAILURES: readonly Column<{ readonly finding: ToldFinding }>[] = [
  file,
  text('rule', '规则', 'Rule', 'id of the rule (nianbao explain RULE)', ({ finding }) => finding.rule),
  text('message', '说明', 'Message', 'what was found, or why there is no report', ({ finding }) => finding.message),
];
