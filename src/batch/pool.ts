import { fileURLToPath } from 'node:url';
import workerpool, { type Pool } from 'workerpool';
import type { Finding } from '../index.js';
import type { Outcome, Product, Task } from './task.js';
import { Turns } from './turns.js';

/** Bounds of a run. */
export interface Limits {
  /** Files read at the same time. */
  readonly jobs: number;
  /** True where there is one file only: its worker may use every core. */
  readonly single: boolean;
  /** For each file. */
  readonly seconds: number;
  /** Heap of each worker. */
  readonly megabytes: number;
}

/** Reads files; what a file holds can neither end nor hold up the run. */
export interface Reader {
  /** One after the other. Never rejects for what a file holds or does to its worker. @returns what became of each */
  read(tasks: readonly Task[]): Promise<Outcome[]>;
  /** Ends it, with whatever it is reading. */
  close(): Promise<void>;
}

const WORKER = fileURLToPath(new URL('./worker.js', import.meta.url));
/**
 * Files after which the workers are replaced by new ones, so that nothing that they gather gathers for ever. A new one
 * needs over a second of work until V8 has compiled what it runs often.
 */
const LIFETIME = 10_000;
/** How long a worker is asked to end by itself before it is killed. */
const GRACE_MS = 100;

/**
 * Worker processes, each reading one file at a time. Processes, not threads: a thread that uses up its heap in native
 * code (splitting a text of 18 MB was enough) takes the whole run with it, and memory outside the heap cannot be told
 * apart by thread.
 */
export class WorkerPool implements Reader {
  readonly #limits: Limits;
  readonly #turns = new Turns();
  #pool: Pool;
  /** The one before, which may still be at its last files. */
  #retired: Pool | undefined;
  #handed = 0;
  #closed = false;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#pool = newPool(limits);
  }

  /** Starts a worker before there is anything to read, for those who will have something when it is there. */
  start(): void {
    // What became of it is told by the first reading, which waits for it; its time is not that of a file.
    this.#pool.exec('methods').catch(() => undefined);
  }

  async read(tasks: readonly Task[]): Promise<Outcome[]> {
    const first = await this.#turns.beside(() => this.#attempt(tasks));
    if (!('broken' in first)) return first;
    const again: Outcome[] = [];
    for (const task of tasks) again.push(await this.#again(task, first.broken));
    return again;
  }

  /** Reads a file for the second time, alone: others, of its handful too, may have taken the time or the memory. */
  async #again(task: Task, broken: Finding): Promise<Outcome> {
    // What `close` ended is not begun again.
    if (this.#closed) return unread(broken, task.product);
    const second = await this.#turns.alone(() => this.#attempt([task]));
    return 'broken' in second ? unread(second.broken, task.product) : (second[0] as Outcome);
  }

  /** All within the time that one file has: a handful is small. */
  async #attempt(tasks: readonly Task[]): Promise<Outcome[] | { readonly broken: Finding }> {
    try {
      return (await this.#next(tasks.length)
        .exec('read', [tasks])
        .timeout(this.#limits.seconds * 1000)) as Outcome[];
    } catch (error) {
      return { broken: await findingOf(error as Error, this.#limits) };
    }
  }

  /** The pool for the next files: a new one when the old one has read its share; that ends when its files are done. */
  #next(files: number): Pool {
    this.#handed += files;
    if (this.#handed > LIFETIME * this.#limits.jobs) {
      this.#handed = files;
      this.#retired = this.#pool;
      void this.#retired.terminate();
      this.#pool = newPool(this.#limits);
    }
    return this.#pool;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([this.#pool.terminate(true), this.#retired?.terminate(true)]);
  }
}

/**
 * How V8 runs a worker of many files. A job is a core: V8's helper threads (collection, compiling) would take the next
 * worker's; with as many jobs as cores a sixth more reports are read in the same time. As compiling is then the worker's
 * own time, less is inlined: a tenth less time for HTML. And the heap at most doubles before old objects are collected:
 * PDFs leave many, and a third less memory a worker costs a twentieth of the time.
 */
export const WORKER_FLAGS = [
  '--single-threaded',
  '--max-inlined-bytecode-size-cumulative=300',
  '--heap-growing-percent=100',
] as const;

const newPool = ({ jobs, single, megabytes }: Limits): Pool =>
  workerpool.pool(WORKER, {
    workerType: 'process',
    maxWorkers: jobs,
    workerTerminateTimeout: GRACE_MS,
    // What V8 prints when a heap is used up is not for the user.
    emitStdStreams: true,
    forkOpts: {
      execArgv: [...(single ? [] : WORKER_FLAGS), `--max-old-space-size=${megabytes}`],
      serialization: 'advanced',
    },
  });

/** What ended a reading, as a finding about the file. */
async function findingOf(error: Error, { seconds, megabytes }: Limits): Promise<Finding> {
  const { documentFinding, documentInternalError, documentOutOfMemory, documentTimeout } = await import('../index.js');
  if (error.name === 'TimeoutError' || error instanceof workerpool.Promise.TimeoutError)
    return documentFinding(documentTimeout, { seconds });
  // The process ended by itself: V8 aborts a process whose heap is used up, and the watch ends one that outgrows it.
  if (error instanceof workerpool.TerminateError) return documentFinding(documentOutOfMemory, { megabytes });
  return documentFinding(documentInternalError, { detail: error.message.split('\n', 1)[0] as string });
}

/** The product of a file of which no reading came back. Loaded by need, so that a worker can start before all that reads is loaded here. */
const unread = async (problem: Finding, product: Product): Promise<Outcome> =>
  (await import('./make.js')).unread(problem, product);
