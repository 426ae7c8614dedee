import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import picomatch from 'picomatch';
import { glob, isDynamicPattern } from 'tinyglobby';
import { type ArchiveEntry, archiveEntries } from './archive.js';

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

/** Which files of folders and archives are looked at; a file given by its own name always is. */
export interface Selection {
  /** Patterns of names or paths inside the folder; by default the endings under which reports are saved. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

const REPORT_NAME = /\.(?:pdf|docx|html?|shtml?|xhtml|aspx?|jsp|txt|md|markdown|zip)$/i;
const ARCHIVE_NAME = /\.zip$/i;

/**
 * What the names of a command stand for, in the order given: a file; a folder, that is the reports in it and below,
 * sorted by path; a pattern (`reports/2023/*.pdf`); a ZIP archive of reports; `@list.txt`, a file of names, one a line;
 * `-`, standard input.
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

type Filter = (path: string) => boolean;

function filterOf({ include = [], exclude = [] }: Selection): Filter {
  const matches = (patterns: readonly string[]): Filter => {
    const tests = patterns.map((pattern) => picomatch(pattern, { dot: true, basename: !pattern.includes('/') }));
    return (path) => tests.some((test) => test(path));
  };
  const included = include.length > 0 ? matches(include) : (path: string) => REPORT_NAME.test(path);
  const excluded = matches(exclude);
  // Finders and editors leave files such as ._report.html behind.
  const hidden = (path: string) => /(?:^|\/)(?:\.|__MACOSX\/)/.test(path);
  return (path) => included(path) && !excluded(path) && !hidden(path);
}

async function* listed(name: string, stdin: () => Promise<Uint8Array>, wanted: Filter): AsyncIterable<Input> {
  const path = name.slice(1);
  const bytes = await (path === '-' ? stdin() : readFile(path)).catch(() => undefined);
  if (bytes === undefined) {
    yield { file: name, missing: 'not-found' };
    return;
  }
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  for (const line of lines) if (line.trim() !== '') yield* named(line, wanted);
}

async function* named(name: string, wanted: Filter): AsyncIterable<Input> {
  const found = await stat(name).catch(() => undefined);
  if (found === undefined) yield* matching(name, wanted);
  else if (found.isDirectory()) yield* inFolder(name, wanted);
  else yield* fileOrArchive(name, wanted);
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
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => wanted(relative(folder, file)))
    .sort();
  if (files.length === 0) yield { file: folder, missing: 'empty-folder' };
  for (const file of files) yield* fileOrArchive(file, wanted);
}

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
