import { readFileSync } from 'node:fs';

/** A file of this package. The build lies as deep in it as this file. @param path from its top level */
export const packageFile = (path: string): URL => new URL(`../${path}`, import.meta.url);

/** The version of this package. */
export const version = (): string =>
  (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version;
