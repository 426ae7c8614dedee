import { existsSync, type Stats, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { decode } from '../read/decode.js';
import { Unreadable } from '../read/unreadable.js';
import { archiveFiles } from './archive.js';
import { filesBelow } from './folder.js';
import type { Path } from './name.js';
import { type Filter, filterOf, type Selection } from './selection.js';
import type { Source } from './task.js';

/** A file to read. */
export interface InputFile {
  /** The name it is known by in every output: its path as given, `archive.zip/path` in an archive, `-`. */
  readonly file: string;
  /** Where its bytes are, unless under that name; may reject. */
  readonly source?: Source | (() => Promise<Source>);
}

/** A name under which there is nothing to read. */
export interface MissingInput {
  readonly file: string;
  readonly missing:
    | 'not-found'
    | 'not-utf8'
    | 'no-match'
    | 'empty-folder'
    | 'empty-archive'
    | 'none-wanted'
    | 'empty-list';
}

export type Input = InputFile | MissingInput;

const ARCHIVE_NAME = /\.zip$/i;

/** What is looked at: what the selection wants, and no file again. */
interface Wanted extends Filter {
  readonly isNew: (path: Path) => boolean;
}

function firstTime(): Wanted['isNew'] {
  const seen = new Set<string>();
  return (path) => {
    const { size } = seen;
    return seen.add(resolve(typeof path === 'string' ? path : path.toString('latin1'))).size > size;
  };
}

/**
 * What the names of a command stand for, in the order given: a file; a folder, that is the reports in it and below,
 * sorted by path, through links to files but not to folders, which may go round in circles; a pattern
 * (`reports/2023/*.pdf`); a ZIP archive of reports; `@list.txt`, a file of names, one a line, in the encodings
 * in which editors and Windows write it; `-`, standard input. A file to which several names lead is there once, where
 * it comes first: its figures would be added twice.
 */
export async function* inputsOf(
  names: readonly string[],
  stdin: () => Promise<Uint8Array>,
  selection: Selection = {},
): AsyncIterable<Input> {
  const wanted = { ...filterOf(selection), isNew: firstTime() };
  for (const name of names) {
    if (name === '-') yield { file: '-', source: async () => ({ bytes: await stdin() }) };
    else if (name.startsWith('@')) yield* listed(name, stdin, wanted);
    else yield* named(name, wanted);
  }
}

async function* listed(name: string, stdin: () => Promise<Uint8Array>, wanted: Wanted): AsyncIterable<Input> {
  const path = name.slice(1);
  let text: string;
  try {
    text = decode(await (path === '-' ? stdin() : readFile(path)));
  } catch (error) {
    yield isNotThere(error) ? { file: name, missing: 'not-found' } : refused(name, error);
    return;
  }
  // A file may be called #1.html; what begins so and is not there is a remark.
  const names = text.split(/\r?\n/).filter((line) => line.trim() !== '' && (!line.startsWith('#') || existsSync(line)));
  if (names.length === 0) yield { file: name, missing: 'empty-list' };
  for (const each of names) yield* named(each, wanted);
}

/** What the system refuses to open is an input that cannot be read, and the run goes on. */
const refused = (file: string, error: unknown): InputFile => ({ file, source: () => Promise.reject(error) });

/** Nothing can be there; a long pattern is no name. */
const isNotThere = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes((error as NodeJS.ErrnoException).code ?? '');

async function* named(name: string, wanted: Wanted): AsyncIterable<Input> {
  let found: Stats;
  try {
    // Nothing else is to be done meanwhile, and a list may name a hundred thousand.
    found = statSync(name);
  } catch (error) {
    if (isNotThere(error)) yield* matching(name, wanted);
    else yield refused(name, error);
    return;
  }
  yield* found.isDirectory() ? inFolder(name, wanted) : fileOrArchive(name, wanted);
}

async function* matching(pattern: string, wanted: Wanted): AsyncIterable<Input> {
  if (!isDynamicPattern(pattern)) {
    // Names come to us as text, in which bytes that are not UTF-8 are lost; a folder's we read ourselves.
    yield { file: pattern, missing: pattern.includes('\uFFFD') ? 'not-utf8' : 'not-found' };
    return;
  }
  const files = (await glob(pattern, { expandDirectories: false, absolute: isAbsolute(pattern) }))
    .filter(wanted.matched)
    .sort();
  if (files.length === 0) yield { file: pattern, missing: 'no-match' };
  for (const file of files) yield* fileOrArchive(file, wanted);
}

async function* inFolder(folder: string, wanted: Wanted): AsyncIterable<Input> {
  const found = await filesBelow(folder, wanted.inside);
  if (found.length === 0) yield { file: folder, missing: wanted.isChosen ? 'none-wanted' : 'empty-folder' };
  for (const each of found)
    if ('error' in each) yield refused(each.file, each.error);
    else yield* fileOrArchive(each.file, wanted, each.path);
}

async function* fileOrArchive(file: string, wanted: Wanted, path: Path = file): AsyncIterable<Input> {
  if (!wanted.isNew(path)) return;
  if (!ARCHIVE_NAME.test(file)) {
    yield path === file ? { file } : { file, source: { path } };
    return;
  }
  let files: Awaited<ReturnType<typeof archiveFiles>>;
  try {
    files = await archiveFiles(path, wanted.inside);
  } catch (error) {
    yield refused(file, error);
    return;
  }
  if (files.length === 0) yield { file, missing: wanted.isChosen ? 'none-wanted' : 'empty-archive' };
  // Only a whole archive can be listed, so the inner one would have to be unpacked here, outside all limits.
  for (const { name, packed } of files)
    yield ARCHIVE_NAME.test(name)
      ? refused(`${file}/${name}`, new Unreadable('nested-archive'))
      : { file: `${file}/${name}`, source: packed };
}
