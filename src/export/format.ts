import type { Finding, Report } from '../model.js';

/** A finding with its wording. */
export interface ToldFinding extends Finding {
  readonly message: string;
}

/** What was read of one file, as an output format takes it. */
export interface FileContent {
  readonly reports: readonly Report[];
  /** The findings of one of the reports; asked for only by formats that print them. */
  readonly findings: (report: Report) => readonly ToldFinding[];
  /** Why there is no report; beside reports, that a table may be on pages which are pictures. */
  readonly problems: readonly ToldFinding[];
}

/** Labels as the official forms print them, in English, or the ids. */
export type Labels = 'zh' | 'en' | 'id';

/** What a user may choose of an output. Plain data: it travels to the workers and is part of the cache's keys. */
export interface ExportOptions {
  /** One line a cell, or one line a report. */
  readonly layout: 'long' | 'wide';
  /** Names of the columns to print, in this order; all where undefined. */
  readonly columns?: readonly string[] | undefined;
  /** Of the heads of the wide table (ids where undefined) and of the column `label` (zh where undefined). */
  readonly labels?: Labels | undefined;
}

/** A file's share of an output, with the name it was given under. */
export interface Piece<Content> {
  readonly file: string;
  readonly content: Content;
}

/**
 * An output format, in two steps, so that a batch does the work of a file where the file is read and holds only what
 * it writes.
 */
export interface ExportFormat<Content = unknown> {
  /**
   * What the format prints of a file. It does not hold the file's name: the same bytes under another name give the same
   * content. Bytes or plain JSON: caches and the parts of a divided run keep it.
   */
  content(file: FileContent, options: ExportOptions): Content;
  /** The output in pieces, from the contents in order; whole and well formed wherever these end. */
  chunks(
    files: AsyncIterable<Piece<Content>>,
    options: ExportOptions,
  ): AsyncIterable<string> | AsyncIterable<Uint8Array>;
}

/** An output that its format cannot hold; the message says what can. */
export class OutputTooLarge extends Error {}
