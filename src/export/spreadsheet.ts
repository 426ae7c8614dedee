import type { Column, Value } from './columns.js';

/** SpreadsheetML (ECMA-376, part 1, chapter 18): the XML of a workbook's parts. */
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Rows of a sheet, by Excel. */
export const MOST_ROWS = 1_048_576;
/** Characters of a cell, by Excel. */
const LONGEST_TEXT = 32_767;
/** Widths of columns in characters, by what they hold. */
const WIDTHS = { text: 18, integer: 8, number: 14 } as const;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot hold: controls, halves of characters. */
const NOT_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** Text as XML; `_x000D_`, which Excel would take for the character of that number, stays what it is. */
const escaped = (text: string): string =>
  (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text)
    .replace(NOT_XML, '\uFFFD')
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (char) => ESCAPES[char] as string);

/** `A`, …, `Z`, `AA`, …: the name of a column, from 0. */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const LETTERS = Array.from({ length: 700 }, (_, i) => letters(i));

const cellXml = (value: Value, at: string, style: string): string =>
  value === null || value === ''
    ? ''
    : typeof value === 'number'
      ? `<c r="${at}"${style}><v>${value}</v></c>`
      : `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;

/**
 * A row. Text is typed as text, so that none of it is ever run as a formula.
 * @param row its number, from 1
 */
export const rowXml = (row: number, values: readonly Value[], head = false): string =>
  `<row r="${row}">${values.map((v, i) => cellXml(v, `${LETTERS[i]}${row}`, head ? ' s="1"' : '')).join('')}</row>`;

/** The beginning of a sheet, whose rows of heads stay in sight. */
export const sheetStart = (columns: readonly Column[], heads: readonly (readonly string[])[]): string =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
  `<pane ySplit="${heads.length}" topLeftCell="A${heads.length + 1}" activePane="bottomLeft" state="frozen"/>` +
  '</sheetView></sheetViews><cols>' +
  columns
    .map(({ type }, i) => `<col min="${i + 1}" max="${i + 1}" width="${WIDTHS[type]}" customWidth="1"/>`)
    .join('') +
  `</cols><sheetData>${heads.map((head, i) => rowXml(i + 1, head, true)).join('')}`;

/** The end of a sheet: filters, and no complaint about printed figures, which are text on purpose. */
export function sheetEnd(columns: readonly Column[], headRow: number, lastRow: number): string {
  const last = LETTERS[columns.length - 1];
  return (
    `</sheetData><autoFilter ref="A${headRow}:${last}${lastRow}"/>` +
    `<ignoredErrors><ignoredError sqref="A1:${last}${lastRow}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  );
}

const relationships = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([kind, target], i) => `<Relationship Id="r${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** The parts that come first, by path: what the archive is, before anything is known of its sheets. */
export const FIRST_PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="${TYPE}.worksheet+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
  // Two fonts; of the two formats of cells the second is for heads.
  'xl/styles.xml':
    `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>' +
    '</fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2">' +
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">' +
    '<alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>',
};

/** A sheet of the workbook: its name, and the number of its part. */
export interface SheetName {
  readonly name: string;
  readonly part: number;
}

/** The parts that come last, by path: which sheets there are. */
export const lastParts = (sheets: readonly SheetName[]): Readonly<Record<string, string>> => ({
  'xl/workbook.xml':
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
    sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join('') +
    '</sheets></workbook>',
  'xl/_rels/workbook.xml.rels': relationships([
    ...sheets.map(({ part }) => ['worksheet', `worksheets/sheet${part}.xml`] as const),
    ['styles', 'styles.xml'],
  ]),
});
