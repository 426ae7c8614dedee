/** What a command may touch: everything that tests replace. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
  readonly stdin: () => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user wants the run to end with what is done (Ctrl-C). */
  readonly stop?: AbortSignal;
  /** Makes what reads files; by default, and where it makes nothing, they are read in worker processes, within limits. */
  readonly reader?: (limits: import('../batch/pool.js').Limits) => import('../batch/pool.js').Reader | undefined;
}

interface Output {
  /** False: the reader is slow, wait for `drain`. */
  write(chunk: string | Uint8Array): unknown;
  once?(event: 'drain', listener: () => void): unknown;
  readonly isTTY?: boolean;
}

/** The language of messages where `--lang` does not say. Help and wrong usage, which speak of options, are in English. */
export const localeLanguage = (env: Io['env']): 'en' | 'zh' =>
  /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en';

/** Terminal colours, unless the user wants none (no-color.org). */
export const wantsColour = ({ stdout, env }: Io): boolean => stdout.isTTY === true && env.NO_COLOR === undefined;

/** Wrong usage: one line on stderr and exit status 2. */
export class UsageError extends Error {}

/** The usage error of an output that the file system refuses. */
export const cannotWrite = (path: string, error: unknown): UsageError =>
  new UsageError(
    `${path}: cannot be written (${(error as { code?: string }).code ?? 'error'}); check that its folder exists, may be written to and has space left`,
  );

/** The usage error of a file that the command itself needs. */
export function cannotRead(path: string, error: unknown): UsageError {
  const { code } = error as { code?: string };
  return new UsageError(
    code === 'ENOENT'
      ? `${path}: no such file; check the path`
      : `${path}: cannot be read (${code ?? 'error'}); check that it is a file and that you may read it`,
  );
}

/** Exit statuses of the contract; 130 is what shells give for Ctrl-C. */
export const STATUS = { ok: 0, findings: 1, usage: 2, interrupted: 130 } as const;
