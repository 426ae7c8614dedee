import { inputsOf } from '../batch/inputs.js';
import { documentFinding, documentUnreadable, type Extraction, extract } from '../index.js';
import { type Io, STATUS } from './io.js';

/** A file that was read, with what it holds. */
export interface FileExtraction extends Extraction {
  readonly file: string;
}

/**
 * Reads the files of a command in order, one at a time. A name that leads to no file is told on stderr and counts as
 * wrong usage; the others are read all the same.
 * @param password opens PDFs that ask for one; by default from the environment
 * @param status is raised to 2 for a file that does not exist, to 1 for a folder without reports
 */
export async function* extractFiles(
  names: readonly string[],
  io: Io,
  status: { code: number },
  password = io.env.NIANBAO_PDF_PASSWORD,
): AsyncIterable<FileExtraction> {
  for await (const input of inputsOf(names, io.stdin)) {
    if ('missing' in input) {
      const notFound = input.missing === 'not-found';
      const what = notFound
        ? 'no such file or folder; check the path'
        : 'the folder holds no .pdf, .docx, .html, .txt or .md file; name the folder that holds the reports';
      io.stderr.write(`${input.file}: ${what}\n`);
      status.code = Math.max(status.code, notFound ? STATUS.usage : STATUS.findings);
      continue;
    }
    let bytes: Uint8Array;
    try {
      bytes = await input.bytes();
    } catch (error) {
      const detail = (error as NodeJS.ErrnoException).code ?? 'error';
      yield {
        file: input.file,
        reports: [],
        problems: [documentFinding(documentUnreadable, { reason: 'io', detail })],
      };
      continue;
    }
    yield { file: input.file, ...(await extract(bytes, password === undefined ? {} : { password })) };
  }
}
