/** The plain values that flow: bytes → Document → Report → Finding. */
import type { Edition, SectionId, TableId } from './forms/index.js';

/** Where something is printed. Counts start at 1. */
export type Place =
  /** Cell `cell` of row `row` of the page's `table`-th table element. */
  | { readonly table: number; readonly row: number; readonly cell: number }
  /** A line of a text file. */
  | { readonly line: number }
  /** The `block`-th block of text of a page that has no table there. */
  | { readonly block: number }
  /** A box on a page: left, top, right, bottom in points from the top left corner of the page as displayed. */
  | { readonly page: number; readonly box: readonly [number, number, number, number] };

/** `table 2 row 5 cell 3` or `page 2 box 72 101.5 130 118`, as the CSV and the messages print a place. */
export function placeText(place: Place | null): string {
  if (place === null) return '';
  if ('table' in place) return `table ${place.table} row ${place.row} cell ${place.cell}`;
  if ('line' in place) return `line ${place.line}`;
  if ('block' in place) return `block ${place.block}`;
  return `page ${place.page} box ${place.box.join(' ')}`;
}

/** The page on which something is printed, where the document has pages. */
export const pageOf = (place: Place | undefined): number | undefined =>
  place !== undefined && 'page' in place ? place.page : undefined;

/** The pages of places for a reader: `2–4, 7`. */
export function pagesText(places: readonly Place[]): string {
  const runs: [number, number][] = [];
  for (const page of places.flatMap((place) => pageOf(place) ?? [])) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === page) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join(', ');
}

/** How a picture stands in printed text (Unicode's object replacement character): never blank, never a figure. */
export const PICTURE = '\uFFFC';

/** Unicode's mark after which text is shown from right to left, digits too; styles that say so are read as it. */
export const RIGHT_TO_LEFT = '\u202E';

/** What can be read of a text. */
export const withoutPictures = (text: string): string => text.replaceAll(PICTURE, '');

/** True for what cannot be read, and nothing else. */
export const isUnread = (text: string): boolean => text !== '' && withoutPictures(text) === '';

/** A block of running text: what a browser shows between two block boundaries, line breaks kept as `\n`. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly place: Place;
}

/** A printed cell: the text as shown and the part of the grid that it covers (zero-based, spans ≥ 1). */
export interface GridCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly place: Place;
}

/** A printed table. `rows[r]` are the cells that begin in row r, in printed order. */
export interface Grid {
  readonly kind: 'grid';
  readonly rows: readonly (readonly GridCell[])[];
}

/** A file as read, before anything is known of the forms: its text and its tables in reading order. */
export interface Document {
  readonly format: 'html' | 'text' | 'markdown' | 'pdf' | 'docx';
  /** Candidates for the report's title that are not running text: `<title>`, `<meta>`. */
  readonly titles: readonly string[];
  readonly blocks: readonly (Paragraph | Grid)[];
  /** Pages that are mere pictures; absent where there is none. */
  readonly scanned?: readonly Place[];
  /** Pages of which many characters cannot be known; absent where there is none. */
  readonly undecodable?: readonly Place[];
}

/**
 * - `read`: a figure stands there and was read for certain;
 * - `blank`: the cell is printed and holds nothing, or a mark for nothing (`/`, `—`, 无);
 * - `unreadable`: something stands there, or may, and cannot be read for certain;
 * - `absent`: the report does not print the cell.
 */
export type CellState = 'read' | 'blank' | 'unreadable' | 'absent';

/** One cell of the official form as a report prints it. */
export interface Cell {
  /** `table.row.column` */
  readonly id: string;
  readonly row: string;
  readonly column: string;
  readonly state: CellState;
  /** The figure in the unit of the form (counts; 元 or 万元 for amounts). null unless `read`. */
  readonly value: number | null;
  /** The text as printed. */
  readonly printed: string;
  readonly place: Place | null;
  /** What identified it: the printed labels of its row and its column, or for one of them only its position. */
  readonly by: 'label' | 'order' | null;
}

/** One of the three tables of a report. */
export interface TableReading {
  readonly id: TableId;
  readonly edition: Edition;
  /** False where no such table was found; all its cells are then absent. */
  readonly found: boolean;
  /** Every cell of the form, in printed order, by id. */
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface Section {
  readonly id: SectionId | 'preamble';
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
}

/** One annual report of one body: 政府信息公开工作年度报告. */
export interface Report {
  /** The body that reports, as its title names it; '' where not printed. */
  readonly organ: string;
  readonly year: number | null;
  readonly title: string;
  /** Date of publication, YYYY-MM-DD, where printed. */
  readonly published: string | null;
  readonly tables: Readonly<Record<TableId, TableReading>>;
  readonly sections: readonly Section[];
}

export type Severity = 'error' | 'warning' | 'note';

/** What a rule found, without prose: wording and language come with rendering. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly table: TableId | '';
  readonly row: string;
  readonly column: string;
  /** Ids of the cells concerned. */
  readonly cells: readonly string[];
  /** Values for the message, by name. */
  readonly args: Readonly<Record<string, string | number>>;
}
