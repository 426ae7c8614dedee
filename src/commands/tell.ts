import type { MissingInput } from '../batch/inputs.js';
import type { Entry } from '../batch/run.js';
import { toFailuresCsv } from '../export/csv.js';
import { type Language, messageOf } from '../index.js';
import { oneLine } from '../render/one-line.js';
import type { BatchOptions } from './batch-options.js';
import { type Io, STATUS } from './io.js';
import { openOutput } from './output.js';
import { Progress } from './progress.js';

/** What a run came to, counted while its entries pass. */
export interface Told {
  /** Exit status so far. */
  status: number;
  files: number;
  reports: number;
  /** The user ended the run before all inputs were read. */
  interrupted: boolean;
  /** Files of which no report could be made, by rule. */
  readonly failures: Map<string, number>;
}

export const nothingTold = (): Told => ({
  status: STATUS.ok,
  files: 0,
  reports: 0,
  interrupted: false,
  failures: new Map(),
});

interface Missing {
  readonly en: string;
  readonly zh: string;
  /** The exit status that it brings. */
  readonly status: number;
}

/** What is wrong with a name, with what to do. */
const MISSING: Readonly<Record<MissingInput['missing'], Missing>> = {
  'not-found': {
    en: 'no such file or folder; check the path',
    zh: '没有这个文件或文件夹，请检查路径',
    status: STATUS.usage,
  },
  'not-utf8': {
    en: 'the name is not UTF-8 and was lost on its way here; name its folder, where such names are read',
    zh: '文件名不是 UTF-8 编码，未能完整传入；请指定其所在文件夹，其中的此类文件名可以识别',
    status: STATUS.usage,
  },
  'no-match': { en: 'no file matches; check the pattern', zh: '没有相符的文件，请检查通配符', status: STATUS.usage },
  'empty-folder': {
    en: 'the folder holds no .pdf, .docx, .html, .txt, .md or .zip file; name the folder that holds the reports',
    zh: '文件夹中没有 .pdf、.docx、.html、.txt、.md 或 .zip 文件，请指明存放年报的文件夹',
    status: STATUS.findings,
  },
  'empty-archive': {
    en: 'the archive holds no .pdf, .docx, .html, .txt or .md file; name the archive that holds the reports',
    zh: '压缩包中没有 .pdf、.docx、.html、.txt 或 .md 文件，请指明存放年报的压缩包',
    status: STATUS.findings,
  },
  'none-wanted': {
    en: 'holds no file that --include and --exclude leave; check the patterns',
    zh: '其中没有 --include 和 --exclude 所选的文件，请检查通配符',
    status: STATUS.findings,
  },
  'empty-list': {
    en: 'the list names no file; write one name a line',
    zh: '清单中没有文件名，请每行写一个',
    status: STATUS.findings,
  },
};

export interface TellOptions extends Pick<BatchOptions, 'failures' | 'quiet' | 'cache'> {
  readonly lang: Language;
  /** False where the command prints and judges the problems of files itself, with their other findings. */
  readonly tellProblems?: boolean;
}

/**
 * Entries pass; those of which no report could be made are told on stderr, a line each, and written to `--failures`.
 * At the end comes a summary.
 */
export async function* tell(
  entries: AsyncIterable<Entry>,
  total: number,
  { failures, quiet = false, cache, lang, tellProblems = true }: TellOptions,
  io: Io,
  told: Told,
): AsyncIterable<Entry> {
  const list = failures === undefined ? undefined : await openOutput(failures, io);
  // As every CSV that goes to a file, for Excel.
  await list?.write(`\uFEFF${toFailuresCsv([], true)}`);
  const progress = await Progress.begin(io, total, quiet, lang);
  let seen = 0;
  try {
    for await (const entry of entries) {
      seen += 1;
      const { file, result } = entry;
      const problems = 'missing' in result ? [] : result.problems;
      if ('missing' in result) {
        const { [lang]: text, status } = MISSING[result.missing];
        progress.line(`${oneLine(file)}: ${text}`);
        told.status = Math.max(told.status, status);
        await list?.write(toFailuresCsv([{ file, rule: 'input', message: text }], false));
      } else {
        told.files += 1;
        told.reports += result.reports;
      }
      for (const problem of problems) {
        const message = messageOf(problem, lang);
        if (tellProblems) {
          progress.line(`${oneLine(file)}: ${message}`);
          told.status = Math.max(told.status, STATUS.findings);
        }
        await list?.write(toFailuresCsv([{ file, rule: problem.rule, message }], false));
        told.failures.set(problem.rule, (told.failures.get(problem.rule) ?? 0) + 1);
      }
      progress.step('missing' in result || problems.length > 0);
      yield entry;
    }
    progress.end();
    told.interrupted = io.stop?.aborted === true && seen < total;
    await list?.close(!told.interrupted);
    if (told.interrupted) {
      io.stderr.write(`${interruption(told, total, cache !== undefined, lang)}\n`);
      told.status = STATUS.interrupted;
    } else if (tellProblems && !quiet && total > 1 && told.files > 0) io.stderr.write(`${summary(told, lang)}\n`);
  } finally {
    progress.end();
    await list?.abandon();
  }
}

function interruption({ files }: Told, total: number, cached: boolean, lang: Language): string {
  if (lang === 'zh') return `已中断：${total} 个文件读取了 ${files} 个${cached ? '；再次运行会从此处接着进行' : ''}`;
  return `interrupted: ${files} of ${total} files were read${cached ? '; the next run goes on from here' : ''}`;
}

function summary({ files, reports, failures }: Told, lang: Language): string {
  const plural = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
  const failed = [...failures.values()].reduce((sum, n) => sum + n, 0);
  const causes = [...failures].map(([rule, n]) => `${rule} ${n}`).join(', ');
  if (lang === 'zh') return `${files} 个文件 ${reports} 份年报；失败 ${failed}${failed === 0 ? '' : `：${causes}`}`;
  return `${plural(reports, 'report')} in ${plural(files, 'file')}; ${failed === 0 ? 'none failed' : `${failed} failed: ${causes}`}`;
}
