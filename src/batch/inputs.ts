import type { Dirent, Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { type ArchiveEntry, archiveEntries } from './archive.js';
import { type Filter, filterOf, isHidden, type Selection } from './selection.js';

/** A file to read. */
export interface InputFile {
  /** The name it is known by in every output: its path as given, `archive.zip/path` in an archive, `-`. */
  readonly file: string;
  /** Its bytes, where it is no file of the file system; may reject. */
  readonly bytes?: () => Promise<Uint8Array>;
}

/** A name under which there is nothing to read. */
export interface MissingInput {
  readonly file: string;
  readonly missing: 'not-found' | 'no-match' | 'empty-folder' | 'empty-archive';
}

export type Input = InputFile | MissingInput;

const ARCHIVE_NAME = /\.zip$/i;

/**
 * What the names of a command stand for, in the order given: a file; a folder, that is the reports in it and below,
 * sorted by path, through links to files but not to folders, which may go round in circles; a pattern
 * (`reports/2023/*.pdf`); a ZIP archive of reports; `@list.txt`, a file of names, one a line; `-`, standard input.
 */
export async function* inputsOf(
  names: readonly string[],
  stdin: () => Promise<Uint8Array>,
  selection: Selection = {},
): AsyncIterable<Input> {
  const wanted = filterOf(selection);
  for (const name of names) {
    if (name === '-') yield { file: '-', bytes: stdin };
    else if (name.startsWith('@')) yield* listed(name, stdin, wanted);
    else yield* named(name, wanted);
  }
}

async function* listed(name: string, stdin: () => Promise<Uint8Array>, wanted: Filter): AsyncIterable<Input> {
  const path = name.slice(1);
  let bytes: Uint8Array;
  try {
    bytes = await (path === '-' ? stdin() : readFile(path));
  } catch (error) {
    yield isNotThere(error) ? { file: name, missing: 'not-found' } : refused(name, error);
    return;
  }
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  for (const line of lines) if (line.trim() !== '') yield* named(line, wanted);
}

/** What the system refuses to open is an input that cannot be read, and the run goes on. */
const refused = (file: string, error: unknown): InputFile => ({ file, bytes: () => Promise.reject(error) });

/** Nothing can be there; a long pattern is no name. */
const isNotThere = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes((error as NodeJS.ErrnoException).code ?? '');

async function* named(name: string, wanted: Filter): AsyncIterable<Input> {
  let found: Stats;
  try {
    found = await stat(name);
  } catch (error) {
    if (isNotThere(error)) yield* matching(name, wanted);
    else yield refused(name, error);
    return;
  }
  yield* found.isDirectory() ? inFolder(name, wanted) : fileOrArchive(name, wanted);
}

async function* matching(pattern: string, wanted: Filter): AsyncIterable<Input> {
  if (!isDynamicPattern(pattern)) {
    yield { file: pattern, missing: 'not-found' };
    return;
  }
  const files = (await glob(pattern, { expandDirectories: false, absolute: isAbsolute(pattern) })).sort();
  if (files.length === 0) yield { file: pattern, missing: 'no-match' };
  for (const file of files) yield* fileOrArchive(file, wanted);
}

async function* inFolder(folder: string, wanted: Filter): AsyncIterable<Input> {
  const inputs = (await below(folder, '', wanted)).sort((a, b) => (a.file < b.file ? -1 : 1));
  if (inputs.length === 0) yield { file: folder, missing: 'empty-folder' };
  for (const input of inputs) {
    if (input.bytes === undefined) yield* fileOrArchive(input.file, wanted);
    else yield input;
  }
}

/** The files wanted below a folder, and the folders there that the system refuses to list. */
async function below(folder: string, inside: string, wanted: Filter): Promise<InputFile[]> {
  const here = join(folder, inside);
  let entries: Dirent[];
  try {
    entries = await readdir(here, { withFileTypes: true });
  } catch (error) {
    return [refused(here, error)];
  }
  const found: InputFile[] = [];
  for (const entry of entries) {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
    const file = join(folder, path);
    if (entry.isDirectory()) {
      if (!isHidden(path)) found.push(...(await below(folder, path, wanted)));
    } else if (wanted(path) && (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(file)))))
      found.push({ file });
  }
  return found;
}

/** A link that leads nowhere is no folder: reading it tells what is wrong. */
const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function* fileOrArchive(file: string, wanted: Filter): AsyncIterable<Input> {
  if (!ARCHIVE_NAME.test(file)) {
    yield { file };
    return;
  }
  let entries: ArchiveEntry[];
  try {
    entries = await archiveEntries(file);
  } catch (error) {
    yield { file, bytes: () => Promise.reject(error) };
    return;
  }
  const inside = entries.filter(({ name }) => wanted(name));
  if (inside.length === 0) yield { file, missing: 'empty-archive' };
  for (const { name, bytes } of inside) yield { file: `${file}/${name}`, bytes };
}
