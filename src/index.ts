/**
 * nianbao reads the statistics tables of 政府信息公开工作年度报告, checks their arithmetic and writes clean data.
 *
 * ```ts
 * import { extract, validate } from 'nianbao';
 * const { reports, problems } = await extract(bytes);
 * for (const report of reports) console.log(report.organ, report.year, validate(report));
 * ```
 */
import { extractReports } from './extract/index.js';
import { type Document, type Finding, isUnread, type Place, pagesText, type Report, withoutPictures } from './model.js';
import { isTooDeep, read, Unreadable } from './read/index.js';
import { documentFinding, documentNoTables, ruleOfReason } from './validate/index.js';

export { type Certificate, certify, DOUBTS, type Doubt, doubtsOf } from './certify.js';
export { CAUSES, type Cause, type ChangedCell, type Diagnosis, diagnose, type Explanation } from './diagnose/index.js';
export { restore, type Suggestion } from './diagnose/restore.js';
export { type FileReports, toCsv, toWideCsv } from './export/csv.js';
export { type JsonCell, type JsonReport, reportToJson } from './export/json.js';
export type {
  Balance,
  Block,
  Continuation,
  Edition,
  Form,
  FormCell,
  FormTable,
  Line,
  Measure,
  SectionId,
  Sum,
  TableId,
} from './forms/index.js';
export { CELL_IDS, cellsOf, EDITIONS, FORMS, SECTIONS, sumsOf, TABLE_IDS } from './forms/index.js';
export { inspect } from './inspect.js';
export type { Paragraph, Section, Severity, TableReading } from './model.js';
export { type Cell, type CellState, type Finding, type Place, placeText, type Report } from './model.js';
export { MAX_BYTES, type ReadOptions, Unreadable, type UnreadableReason } from './read/index.js';
export {
  ALL_RULES,
  type Args,
  type DocumentRule,
  documentFinding,
  documentInternalError,
  documentOutOfMemory,
  documentTimeout,
  documentUnreadable,
  type Example,
  type ExampleForm,
  exampleReport,
  fingerprintOf,
  identityOf,
  type Language,
  messageOf,
  type Part,
  printedOf,
  type Raised,
  type RaisedAt,
  RULES,
  type Rule,
  rollup,
  ruleOfReason,
  SET_RULES,
  SETTINGS,
  type SetExample,
  type SetRule,
  type Setting,
  settle,
  validate,
  validateTogether,
} from './validate/index.js';

/** What a file holds: its reports, or a finding that says why there is none. */
export interface Extraction {
  readonly reports: readonly Report[];
  /** A finding `document/…` where there is no report; beside one only `document/scanned` or `document/undecodable-text`, when a part of a table may stand on such a page. */
  readonly problems: readonly Finding[];
}

export interface ExtractOptions {
  /** Opens a PDF that asks for a password. */
  readonly password?: string;
}

/**
 * Reads every annual report in a file. The format (HTML page or fragment, MHT, PDF, DOCX, plain text, Markdown) is told
 * by content.
 * @param bytes the whole file
 * @returns reports in the order of the file. Never throws for what a file contains.
 */
export async function extract(bytes: Uint8Array, options: ExtractOptions = {}): Promise<Extraction> {
  try {
    const document = await read(bytes, options);
    let reports = extractReports(document);
    if (document.format === 'html' && !reports.every(isWhole)) {
      // The fast parser may have stumbled where a browser does not; the reading with more certain cells is kept.
      const again = extractReports(await read(bytes, { ...options, thorough: true }));
      if (certainCells(again) > certainCells(reports)) reports = again;
    }
    const problems = unseenPages(document, reports);
    if (reports.length > 0 || problems.length > 0) return { reports, problems };
    const images = showsTablesAsPictures(document.blocks);
    return { reports, problems: [documentFinding(documentNoTables, { images: Number(images) })] };
  } catch (error) {
    const unreadable = isTooDeep(error) ? new Unreadable('too-deep') : error;
    if (!(unreadable instanceof Unreadable)) throw error;
    const { reason, args } = unreadable;
    return { reports: [], problems: [documentFinding(ruleOfReason(reason), { reason, ...args })] };
  }
}

/** The pages of which nothing, or too little, can be read: where cells that were not found have their place there, or no report was found. */
function unseenPages({ scanned = [], undecodable = [] }: Document, reports: readonly Report[]): Finding[] {
  const places = new Set<Place | null>(reports.flatMap(cellsOfReport).map(({ place }) => place));
  const unseen = { scanned, 'undecodable-text': undecodable };
  return Object.entries(unseen).flatMap(([reason, own]) => {
    if (reports.length === 0 ? own.length === 0 : !own.some((place) => places.has(place))) return [];
    return [documentFinding(ruleOfReason(reason), { reason, pages: pagesText(own) })];
  });
}

const cellsOfReport = (report: Report) => Object.values(report.tables).flatMap((table) => Object.values(table.cells));
const isCertain = ({ state }: { state: string }) => state === 'read' || state === 'blank';
const isWhole = (report: Report): boolean => cellsOfReport(report).every(isCertain);
const certainCells = (reports: readonly Report[]): number => reports.flatMap(cellsOfReport).filter(isCertain).length;

/** Most characters beside the pictures of a report of which every page is one. */
const LITTLE_TEXT = 200;

/** True when pictures may be the tables: the headings of their sections are there, or there is hardly any text. */
function showsTablesAsPictures(blocks: Document['blocks']): boolean {
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text.replace(/\s/g, '')] : []));
  if (!texts.some(isUnread)) return false;
  const words = withoutPictures(texts.join(''));
  const entitled = words.length < LITTLE_TEXT && /公开.*报告/.test(words);
  return words === '' || entitled || texts.some((text) => text.length < 40 && /三、.*申请|四、.*复议/.test(text));
}
