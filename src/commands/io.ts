/** What a command may touch: everything that tests replace. */
export interface Io {
  readonly stdout: { write(chunk: string | Uint8Array): unknown; readonly isTTY?: boolean };
  readonly stderr: { write(text: string): unknown };
  readonly stdin: () => Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Wrong usage: one line on stderr and exit status 2. */
export class UsageError extends Error {}

/** The usage error of an output that the file system refuses. */
export const cannotWrite = (path: string, error: unknown): UsageError =>
  new UsageError(
    `${path}: cannot be written (${(error as { code?: string }).code ?? 'error'}); check that its folder exists and may be written to`,
  );

/** Exit statuses of the contract. */
export const STATUS = { ok: 0, findings: 1, usage: 2 } as const;
