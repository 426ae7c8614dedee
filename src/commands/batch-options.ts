import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseShard, type Shard } from '../batch/shard.js';
import { failuresOption, fileOption } from './file-option.js';

/** Options of the commands that read many files. */
export interface BatchOptions {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly jobs: number;
  readonly timeLimit: number;
  readonly memoryLimit: number;
  readonly cache?: string;
  readonly failures?: string;
  readonly quiet?: boolean;
  readonly password?: string;
}

/** Seconds that a file may take: a report takes well under one, the slowest seen (400 pages of PDF) some four. */
const TIME_LIMIT = 30;
/** Heap of a worker in MB: the largest reports seen need a quarter of it. */
const MEMORY_LIMIT = 1024;

const positive = (value: string): number => {
  const number = Number(value);
  if (!(number > 0 && number <= 1e6)) throw new InvalidArgumentError('Give a number above 0.');
  return number;
};

const positiveWhole = (value: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(value);
};

const jobsOf = (value: string): number => (value === 'auto' ? availableParallelism() : positiveWhole(value));

const shardOption = (value: string): Shard => {
  const shard = parseShard(value);
  if (shard === undefined) throw new InvalidArgumentError('Write i/n, as 2/8 for the second of eight.');
  return shard;
};

/** What a run does without options; tests and commands that offer none use it. */
export const BATCH_DEFAULTS: BatchOptions = {
  include: [],
  exclude: [],
  jobs: availableParallelism(),
  timeLimit: TIME_LIMIT,
  memoryLimit: MEMORY_LIMIT,
};

/** An option that may be given several times. */
export const repeated = (flags: string, description: string): Option =>
  new Option(flags, `${description}; may be repeated`)
    .default([], 'none')
    .argParser((value: string, before: readonly string[]) => [...before, value]);

export const withBatchOptions = (command: Command): Command =>
  command
    .addOption(
      repeated(
        '--include <pattern>',
        'of a folder, archive or pattern, read the files that match (default: by ending)',
      ),
    )
    .addOption(repeated('--exclude <pattern>', 'of a folder, archive or pattern, leave out the files that match'))
    .addOption(
      new Option('--jobs <n>', 'files read at the same time')
        .argParser(jobsOf)
        .default(BATCH_DEFAULTS.jobs, 'auto, one a core'),
    )
    .addOption(
      new Option('--time-limit <seconds>', 'for each file').argParser(positive).default(BATCH_DEFAULTS.timeLimit),
    )
    .addOption(
      new Option('--memory-limit <megabytes>', 'heap of each worker')
        .argParser(positiveWhole)
        .default(BATCH_DEFAULTS.memoryLimit),
    )
    .addOption(fileOption('--cache <folder>', 'keep what was read; files that have not changed are not read again'))
    .addOption(failuresOption())
    .option('--quiet', 'no progress and no summary on stderr')
    .option(
      '--password <password>',
      'opens PDFs that ask for one (or NIANBAO_PDF_PASSWORD, which stays out of the process list)',
    );

export const withShardOption = (command: Command): Command =>
  command.addOption(
    new Option('--shard <i/n>', 'read the i-th of n parts of the inputs; -o is then a part for merge').argParser(
      shardOption,
    ),
  );

/** Names of files that a command takes, for its help. */
export const FILES_HELP =
  'reports, folders, patterns, ZIP archives of reports; @list.txt holds names, one a line; - is standard input';
