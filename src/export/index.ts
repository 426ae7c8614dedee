import type { ExportFormat } from './format.js';

export {
  type ExportFormat,
  type ExportOptions,
  type FileContent,
  type Labels,
  OutputTooLarge,
  type Piece,
  type ToldFinding,
} from './format.js';

/** The formats of `extract`, in the order of the help. */
export const EXPORT_FORMATS = ['csv', 'json', 'ndjson', 'parquet', 'xlsx'] as const;
export type ExportFormatName = (typeof EXPORT_FORMATS)[number];

/** Formats that are not text. */
export const isBinary = (format: ExportFormatName): boolean => format === 'parquet' || format === 'xlsx';

/** A new format is a file, a name above, a line here and one of the file endings; each is loaded by need. */
export const EXPORTERS: Readonly<Record<ExportFormatName, () => Promise<ExportFormat>>> = {
  csv: async () => (await import('./csv.js')).csvFormat as ExportFormat,
  json: async () => (await import('./json.js')).jsonFormat as ExportFormat,
  ndjson: async () => (await import('./json.js')).ndjsonFormat as ExportFormat,
  parquet: async () => (await import('./parquet.js')).parquetFormat as ExportFormat,
  xlsx: async () => (await import('./xlsx.js')).xlsxFormat as ExportFormat,
};

const BY_ENDING: Readonly<Record<string, ExportFormatName>> = {
  csv: 'csv',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  parquet: 'parquet',
  xlsx: 'xlsx',
};

/** The format that a file's name asks for; undefined where its ending is none of ours. */
export const exportFormatOfName = (name: string): ExportFormatName | undefined =>
  BY_ENDING[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
