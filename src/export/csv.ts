import { stringify } from 'csv-stringify/sync';
import type { Report } from '../model.js';
import { FILE, type Value } from './columns.js';
import type { ExportFormat, ExportOptions, FileContent, Piece } from './format.js';
import { chosenColumns, headsOf, type Line, TABLES } from './tables.js';

/** Reports of one file, with the name under which it was given. */
export interface FileReports {
  readonly file: string;
  readonly reports: readonly Report[];
}

/** Text that a spreadsheet would run: a formula in a cell of text. A printed number such as +424 is none. */
const FORMULA = /^[\s\u3000]*[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d[\d,.]*$/;
/** Marks text as text for spreadsheets, as they do themselves; figures are never touched. */
export const guarded = (text: string): string =>
  FORMULA.test(text) && !NUMBER.test(text) && text.length > 1 ? `'${text}` : text;

/** Stands for the file's name, which a content does not know; no text keeps this character, no other has its byte. */
const NAME = '\0';
/** Text that is its own field, as nearly all is: asking the library for each of a batch's fields takes many times longer. */
const PLAIN = /^(?:[^\s\u3000=+\-@",\0][^",\r\n\0]*)?$/;

function fieldOf(value: Value): string {
  if (typeof value !== 'string') return String(value ?? '');
  if (PLAIN.test(value)) return value;
  return stringify([[guarded(value.replaceAll(NAME, '\uFFFD'))]]).slice(0, -1);
}

/**
 * Lines as CSV by RFC 4180, with `\n`.
 * @param gap the column of the file's name, which is left open
 */
export function csvOf(lines: readonly Line[], gap = -1): string {
  // Most fields are what the line above has there: the report, its table, the row, the state.
  const above: Value[] = [];
  const printed: string[] = [];
  let csv = '';
  for (const line of lines)
    for (let i = 0; i < line.length; i++) {
      const value = line[i] as Value;
      if (value !== above[i]) {
        above[i] = value;
        printed[i] = (i === gap ? NAME : fieldOf(value)) + (i < line.length - 1 ? ',' : '\n');
      }
      csv += printed[i];
    }
  return csv;
}

const columnsOf = ({ layout, columns }: ExportOptions) => chosenColumns(TABLES[layout], columns);

function content(file: FileContent, options: ExportOptions): Uint8Array {
  const columns = columnsOf(options);
  const gap = columns.findIndex(({ name }) => name === FILE);
  return Buffer.from(csvOf(TABLES[options.layout].lines(file, columns, options.labels ?? 'zh'), gap));
}

const head = (options: ExportOptions): Uint8Array =>
  Buffer.from(csvOf([headsOf(columnsOf(options), options.layout === 'wide' ? (options.labels ?? 'id') : 'id')]));

/** The lines of a file with its name. A batch has fifty thousand bytes a report: as Latin-1, each is one character. */
function named({ file, content: { buffer, byteOffset, byteLength } }: Piece<Uint8Array>): Uint8Array {
  const lines = Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
  const name = Buffer.from(csvOf([[file]]).slice(0, -1)).toString('latin1');
  return Buffer.from(lines.split(NAME).join(name), 'latin1');
}

/** CSV. Its content is the lines of a file in UTF-8, with a mark where the file's name stands. */
export const csvFormat: ExportFormat<Uint8Array> = {
  content,
  async *chunks(files, options) {
    yield head(options);
    for await (const file of files) yield named(file);
  },
};

const whole = (files: Iterable<FileReports>, layout: ExportOptions['layout'], header: boolean): string =>
  Buffer.concat([
    ...(header ? [head({ layout })] : []),
    ...[...files].map(({ file, reports }) =>
      named({ file, content: content({ reports, findings: () => [], problems: [] }, { layout }) }),
    ),
  ]).toString();

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
