import { extname } from 'node:path';
import { fileSink, type Sink } from '../batch/sink.js';
import { type Language, messageOf, reportToJson, toCsv, toWideCsv } from '../index.js';
import { extractFiles, type FileExtraction } from './files.js';
import { cannotWrite, type Io, STATUS, UsageError } from './io.js';

export const EXTRACT_FORMATS = ['csv', 'json', 'ndjson'] as const;
export type ExtractFormat = (typeof EXTRACT_FORMATS)[number];

export interface ExtractOptions {
  readonly format?: ExtractFormat;
  readonly layout: 'long' | 'wide';
  readonly output?: string;
  /** UTF-8 byte order mark before CSV; by default to a file (so that Excel opens it), not to a pipe. */
  readonly bom?: boolean;
  readonly lang: Language;
  readonly password?: string;
}

const BY_EXTENSION: Readonly<Record<string, ExtractFormat>> = {
  '.csv': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

/** `nianbao extract`: cells to stdout or a file, everything else to stderr. */
export async function extractCommand(names: readonly string[], options: ExtractOptions, io: Io): Promise<number> {
  const { output } = options;
  const format = options.format ?? (output === undefined ? 'csv' : BY_EXTENSION[extname(output).toLowerCase()]);
  if (format === undefined)
    throw new UsageError(
      `${output}: the format cannot be told from the name; end it in .csv, .json or .ndjson, or give --format`,
    );
  const status = { code: STATUS.ok as number };
  const sink = output === undefined ? stdoutSink(io) : await openFile(output);
  try {
    if (format === 'csv' && (options.bom ?? output !== undefined)) await sink.write('\uFEFF');
    const pieces = { csv: csvPieces, json: jsonPieces, ndjson: ndjsonPieces }[format];
    for await (const piece of pieces(
      told(extractFiles(names, io, status, options.password), options.lang, io, status),
      options.layout,
    ))
      await sink.write(piece);
    await sink.close();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
  return status.code;
}

/** Files pass through; those without a report are told on stderr, one line each. */
async function* told(
  files: AsyncIterable<FileExtraction>,
  lang: Language,
  io: Io,
  status: { code: number },
): AsyncIterable<FileExtraction> {
  for await (const file of files) {
    for (const problem of file.problems) {
      io.stderr.write(`${file.file}: ${messageOf(problem, lang)}\n`);
      status.code = Math.max(status.code, STATUS.findings);
    }
    yield file;
  }
}

async function* csvPieces(files: AsyncIterable<FileExtraction>, layout: 'long' | 'wide'): AsyncIterable<string> {
  const print = layout === 'wide' ? toWideCsv : toCsv;
  yield print([]);
  for await (const file of files) yield print([file], false);
}

async function* jsonPieces(files: AsyncIterable<FileExtraction>): AsyncIterable<string> {
  let separator = '{\n"reports": [\n';
  for await (const { file, reports } of files)
    for (const [index, report] of reports.entries()) {
      yield separator + JSON.stringify(reportToJson(file, report, index + 1), null, 1);
      separator = ',\n';
    }
  yield separator === ',\n' ? '\n]\n}\n' : '{\n"reports": []\n}\n';
}

async function* ndjsonPieces(files: AsyncIterable<FileExtraction>): AsyncIterable<string> {
  for await (const { file, reports } of files)
    for (const [index, report] of reports.entries()) yield `${JSON.stringify(reportToJson(file, report, index + 1))}\n`;
}

const stdoutSink = (io: Io): Sink => ({
  write: async (text) => void io.stdout.write(text),
  close: async () => undefined,
  abandon: async () => undefined,
});

/** A file as sink, whose refusals by the file system are wrong usage. */
async function openFile(path: string): Promise<Sink> {
  const refused = (error: unknown): never => {
    throw cannotWrite(path, error);
  };
  const sink = await fileSink(path).catch(refused);
  return { ...sink, write: (text) => sink.write(text).catch(refused), close: () => sink.close().catch(refused) };
}
