import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFile, version } from '../package.js';

const CODE = fileURLToPath(new URL('.', import.meta.url));

let known: string | undefined;

/**
 * What reads: the version and a hash of the code and of the libraries' versions, as `0.1.0+3f29c1d07a52`. Two states of
 * one version, as in development, may read a file differently and must not take each other's results for their own.
 * Some 15 ms, once, in runs that keep results.
 */
export function build(): string {
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(readFileSync(packageFile('package.json')));
  const names = readdirSync(CODE, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  for (const name of names.sort())
    if (/\.[jt]s$/.test(name) && !name.endsWith('.d.ts')) hash.update(name).update(readFileSync(join(CODE, name)));
  known = `${version()}+${hash.digest('hex').slice(0, 12)}`;
  return known;
}
