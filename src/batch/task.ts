import type { ExportFormatName, ExportOptions } from '../export/index.js';
import type { Finding, Language } from '../index.js';
import type { PackedFile } from './archive.js';
import type { Path } from './name.js';
import type { PackedReport } from './packed-report.js';

/** A file's share of an output format. */
export interface ExportProduct {
  readonly kind: 'export';
  readonly format: ExportFormatName;
  readonly options: ExportOptions;
  readonly language: Language;
}

/** A file's reports with their findings. */
export interface CheckProduct {
  readonly kind: 'check';
}

/** What a run makes of each file. Plain data: it travels to the workers and is part of the cache's keys. */
export type Product = ExportProduct | CheckProduct;

/** A report with the findings of the rules that look at one report. */
export interface CheckedReport {
  /** The body that reports, by what its name has in common over the years. */
  readonly body: string;
  readonly report: PackedReport;
  readonly findings: readonly Finding[];
}

/** Where the bytes of a file are: under a path, in an archive, or here (standard input). Plain data, as all of a task. */
export type Source = { readonly path: Path } | PackedFile | { readonly bytes: Uint8Array };

/** A file to read. */
export interface Task {
  readonly source: Source;
  readonly product: Product;
  /** Opens PDFs that ask for one. */
  readonly password?: string | undefined;
  /** Folder of the cache; none is used without. */
  readonly cache?: string | undefined;
}

/** What became of a file. Plain JSON, or bytes as its content. */
export interface Outcome {
  /** Number of reports in it. */
  readonly reports: number;
  /** Why there is none; beside reports, that a table may be on pages which are pictures. */
  readonly problems: readonly Finding[];
  /** Of the product's kind; that of a file without reports when reading was ended. */
  readonly content: unknown;
}
