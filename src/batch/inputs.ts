import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** One file to read, or why there is none under a name that was given. */
export type Input =
  | { readonly file: string; readonly bytes: () => Promise<Uint8Array> }
  | { readonly file: string; readonly missing: 'not-found' | 'empty-folder' };

/** Names that reports are saved under; a folder's other files are not looked at, a file given by name always is. */
const REPORT_NAME = /\.(?:pdf|docx|html?|shtml?|xhtml|aspx?|jsp|txt|md|markdown)$/i;

/**
 * Files to read, in the order given: a folder stands for the reports in it, sorted by path; `-` is standard input.
 */
export async function* inputsOf(names: readonly string[], stdin: () => Promise<Uint8Array>): AsyncIterable<Input> {
  for (const name of names) {
    if (name === '-') {
      yield { file: '-', bytes: stdin };
      continue;
    }
    const found = await stat(name).catch(() => undefined);
    if (found === undefined) yield { file: name, missing: 'not-found' };
    else if (found.isDirectory()) {
      const entries = await readdir(name, { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile() && REPORT_NAME.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
      if (files.length === 0) yield { file: name, missing: 'empty-folder' };
      for (const file of files) yield { file, bytes: () => readFile(file) };
    } else yield { file: name, bytes: () => readFile(name) };
  }
}
