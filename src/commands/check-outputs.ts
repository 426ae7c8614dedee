import { type BigIntStats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { cannotWrite, UsageError } from './io.js';

/**
 * Sees to it, before anything is read, that every output has a folder to be written to, and that none takes the place of
 * another or of a file that the command reads.
 * @param outputs files that will be written; devices may be shared
 * @param inputs names of files, also of those in an archive (`archive.zip/path`)
 */
export function checkOutputs(outputs: readonly (string | undefined)[], inputs: readonly string[] = []): void {
  const byFile = new Map<string, string>();
  for (const output of outputs) {
    if (output === undefined || output.startsWith('/dev/')) continue;
    checkPlace(output);
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

function checkPlace(output: string): void {
  if (output === '-') throw new UsageError('-: leave the option out; without it the output goes to standard output');
  if (found(output)?.isDirectory()) throw new UsageError(`${output}: is a folder; name a file in it`);
  if (!found(dirname(output))?.isDirectory()) throw cannotWrite(output, { code: 'ENOENT' });
}

/** What stands at a path; undefined for nothing, and for what the system refuses to look at: opening it says why. */
function found(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** What identifies a file whatever it is called: links lead to the same; undefined where there is none. */
function fileOf(path: string): string | undefined {
  const file = found(path);
  return file?.isFile() ? `${file.dev}:${file.ino}` : undefined;
}

/** The file that an input is read from: itself, or the archive that it is in. */
function readFrom(input: string): string | undefined {
  for (let path = input; path !== dirname(path); path = dirname(path)) {
    const file = fileOf(path);
    if (file !== undefined) return file;
  }
  return undefined;
}
