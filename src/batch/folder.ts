import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { nameOf, type Path } from './name.js';
import { isHidden } from './selection.js';

/** A file below a folder, or a folder there that the system refuses to list. */
export type Found = { readonly file: string } & ({ readonly path: Path } | { readonly error: unknown });

type Wanted = (path: string) => boolean;

/** The files wanted in a folder and below, sorted by name, through links to files but not to folders. */
export async function filesBelow(folder: string, wanted: Wanted): Promise<Found[]> {
  return (await below(folder, folder, '', wanted)).sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** @param inside where `here` is in the folder, as it is called */
async function below(folder: string, here: Path, inside: string, wanted: Wanted): Promise<Found[]> {
  let entries: Dirent<Buffer>[];
  try {
    // Names that are not UTF-8, as archives from Windows leave behind, open by their bytes only.
    entries = await readdir(here, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    return [{ file: join(folder, inside), error }];
  }
  const found: Found[] = [];
  for (const entry of entries) {
    const name = nameOf(entry.name);
    const called = inside === '' ? name : `${inside}/${name}`;
    const file = join(folder, called);
    const isPlain = typeof here === 'string' && Buffer.from(name).equals(entry.name);
    const path = isPlain ? file : Buffer.concat([Buffer.from(here), Buffer.from('/'), entry.name]);
    if (entry.isDirectory()) {
      if (!isHidden(called)) found.push(...(await below(folder, path, called, wanted)));
    } else if (wanted(called) && (entry.isFile() || (entry.isSymbolicLink() && !(await isFolder(path)))))
      found.push({ file, path });
  }
  return found;
}

/** A link that leads nowhere is no folder: reading it tells what is wrong. */
const isFolder = (path: Path): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
