import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { SETTINGS, type Setting } from '../index.js';
import { FAIL_ON, type FailOn } from './fail-on.js';
import { cannotRead, UsageError } from './io.js';
import { knownRule } from './settings.js';

/** Looked for in the working directory. */
export const CONFIG_NAME = 'nianbao.config.json';

/** What a configuration may say; the command line has the last word. */
export interface Config {
  readonly rules?: Readonly<Record<string, Setting>> | undefined;
  readonly failOn?: FailOn | undefined;
  readonly maxWarnings?: number | undefined;
  /** Path of the baseline, relative to the configuration. */
  readonly baseline?: string | undefined;
}

/**
 * @param path the file that `--config` names; without it the working directory's is read, when there is one
 */
export async function readConfig(path: string | undefined): Promise<Config> {
  const file = path ?? CONFIG_NAME;
  const full = resolve(file);
  let text: string;
  try {
    text = await readFile(full, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && path === undefined) return {};
    throw cannotRead(file, error);
  }
  const config = await checkConfig(parseJson(text, file), file);
  return config.baseline === undefined ? config : { ...config, baseline: resolve(dirname(full), config.baseline) };
}

/** JSON with a clear error in one line. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`${file}: not valid JSON: ${(error as Error).message.replace(/\s+/g, ' ')}`);
  }
}

async function checkConfig(json: unknown, file: string): Promise<Config> {
  const { z } = await import('zod'); // Slow to load, and most runs have no configuration.
  const schema = z.strictObject({
    $schema: z.string().optional(),
    rules: z.record(z.string(), z.enum(SETTINGS)).optional(),
    failOn: z.enum(FAIL_ON).optional(),
    maxWarnings: z.int().min(0).optional(),
    baseline: z.string().min(1).optional(),
  });
  const allowed: Readonly<Record<string, string>> = {
    rules: 'an object of rule ids',
    failOn: FAIL_ON.join(', '),
    maxWarnings: 'a whole number from 0',
    baseline: 'the path of a file',
    $schema: 'a text',
  };
  const { data, error } = schema.safeParse(json);
  for (const id of Object.keys(data?.rules ?? {})) knownRule(id, `${file}: rules`);
  if (error === undefined) return data as Config;
  const [issue] = error.issues;
  const [key, ...rest] = (issue?.path ?? []).map(String);
  if (issue?.code === 'unrecognized_keys')
    throw new UsageError(`${file}: unknown key "${issue.keys[0]}"; allowed: ${Object.keys(schema.shape).join(', ')}`);
  if (key === undefined) throw new UsageError(`${file}: must be a JSON object`);
  const name = [key, ...rest.map((part) => `"${part}"`)].join('.');
  const values = rest.length > 0 ? SETTINGS.join(', ') : allowed[key];
  throw new UsageError(`${file}: ${name} must be ${rest.length > 0 || key === 'failOn' ? 'one of ' : ''}${values}`);
}
