import { fileSink, type Sink } from '../batch/sink.js';
import {
  EXPORTERS,
  type ExportFormat,
  type ExportFormatName,
  type ExportOptions,
  exportFormatOfName,
  isBinary,
  type Labels,
  type Piece,
  type ToldFinding,
} from '../export/index.js';
import { type Finding, type Language, messageOf, validate } from '../index.js';
import { chosenNames } from './columns.js';
import { extractFiles, type FileExtraction } from './files.js';
import { cannotWrite, type Io, STATUS, UsageError } from './io.js';

export interface ExtractOptions {
  readonly format?: ExportFormatName;
  readonly layout: 'long' | 'wide';
  readonly output?: string;
  /** Names of columns by comma. */
  readonly columns?: string;
  readonly labels?: Labels;
  /** UTF-8 byte order mark before CSV; by default to a file (so that Excel opens it), not to a pipe. */
  readonly bom?: boolean;
  readonly lang: Language;
  readonly password?: string;
}

/** `nianbao extract`: cells to stdout or a file, everything else to stderr. */
export async function extractCommand(names: readonly string[], options: ExtractOptions, io: Io): Promise<number> {
  const { output } = options;
  const format = options.format ?? (output === undefined ? 'csv' : exportFormatOfName(output));
  if (format === undefined)
    throw new UsageError(
      `${output}: the format cannot be told from the name; end it in .csv, .json, .ndjson, .parquet or .xlsx, or give --format`,
    );
  if (output === undefined && isBinary(format) && io.stdout.isTTY)
    throw new UsageError(`${format} is not for a terminal; write it to a file with -o`);
  const { layout, labels } = options;
  const columns = options.columns === undefined ? undefined : chosenNames(options.columns, format, layout);
  const choice: ExportOptions = { layout, columns, labels };
  const status = { code: STATUS.ok as number };
  const sink = output === undefined ? stdoutSink(io) : await openFile(output);
  try {
    if (format === 'csv' && (options.bom ?? output !== undefined)) await sink.write('\uFEFF');
    const exporter = await EXPORTERS[format]();
    const files = told(extractFiles(names, io, status, options.password), options.lang, io, status);
    for await (const chunk of exporter.chunks(contents(files, exporter, choice, options.lang), choice))
      await sink.write(chunk);
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

/** What the format makes of each file. */
async function* contents(
  files: AsyncIterable<FileExtraction>,
  exporter: ExportFormat,
  options: ExportOptions,
  lang: Language,
): AsyncIterable<Piece<unknown>> {
  const told = (finding: Finding): ToldFinding => ({ ...finding, message: messageOf(finding, lang) });
  for await (const { file, reports, problems } of files)
    yield {
      file,
      content: exporter.content(
        { reports, findings: (report) => validate(report).map(told), problems: problems.map(told) },
        options,
      ),
    };
}

const stdoutSink = (io: Io): Sink => ({
  write: async (chunk) => void io.stdout.write(chunk),
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
