import { removeUnfinished } from './batch/unfinished.js';
import { localeLanguage, STATUS } from './commands/io.js';
import { main } from './commands/main.js';

const stdin = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const WORDS = {
  en: {
    stopping: 'stopping when the files that are being read are done; once more ends at once',
    closed: 'the output was closed by its reader; stopped',
    refused: (code = 'error') => `the output cannot be written (${code}); free some space or write elsewhere with -o`,
  },
  zh: {
    stopping: '正在读取的文件完成后停止；再按一次立即结束',
    closed: '输出已被接收方关闭，已停止',
    refused: (code = 'error') => `无法写入输出（${code}），请清理磁盘空间，或用 -o 写到别处`,
  },
}[localeLanguage(process.env)];

// Ctrl-C, or a scheduler's wish: the first ends the run with what is done, the second at once.
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(STATUS.interrupted);
    stop.abort();
    process.stderr.write(`${WORDS.stopping}\n`);
  });
process.on('exit', removeUnfinished);

// A reader that has seen enough (`| head`) closes the pipe; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') {
    process.stderr.write(`${WORDS.closed}\n`);
    process.exit(0);
  }
  process.stderr.write(`${WORDS.refused(error.code)}\n`);
  process.exit(1);
});

// Messages that nobody reads any more (`2>&1 | head`) end nothing: the files go on being written.
process.stderr.on('error', () => undefined);

try {
  process.exitCode = await main(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin,
    env: process.env,
    stop: stop.signal,
  });
} catch (error) {
  // Nothing that a file or a command line holds leads here: this is a bug, and it is told in one line.
  const { message, stack } = error as Error;
  process.stderr.write(
    process.env.NIANBAO_DEBUG
      ? `${stack}\n`
      : `nianbao: internal error: ${message} (NIANBAO_DEBUG=1 shows where; please report it)\n`,
  );
  process.exitCode = 70;
}
