import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from './io.js';

/**
 * Sees to it that no output takes the place of another, or of a file that the command reads.
 * @param outputs files that will be written; devices may be shared
 * @param inputs names of files, also of those in an archive (`archive.zip/path`)
 * @throws UsageError before anything is written
 */
export function apart(outputs: readonly (string | undefined)[], inputs: readonly string[] = []): void {
  const byFile = new Map<string, string>();
  for (const output of outputs) {
    if (output === undefined || output.startsWith('/dev/')) continue;
    const file = fileOf(output) ?? resolve(output);
    if (byFile.has(file)) throw new UsageError(`${output}: two outputs cannot share a file; give each its own name`);
    byFile.set(file, output);
  }
  // Outputs that are not there yet can be no input, and then 100,000 inputs need not be looked up.
  if (![...byFile.values()].some(fileOf)) return;
  for (const input of inputs) {
    const output = byFile.get(readFrom(input) ?? '');
    if (output !== undefined)
      throw new UsageError(`${output}: is read by this command and would be overwritten; give the output another name`);
  }
}

/** What identifies a file whatever it is called: links lead to the same; undefined where there is none. */
function fileOf(path: string): string | undefined {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found?.isFile() ? `${found.dev}:${found.ino}` : undefined;
  } catch {
    return undefined; // The system refuses to look; opening it says so better.
  }
}

/** The file that an input is read from: itself, or the archive that it is in. */
function readFrom(input: string): string | undefined {
  for (let path = input; path !== dirname(path); path = dirname(path)) {
    const file = fileOf(path);
    if (file !== undefined) return file;
  }
  return undefined;
}
