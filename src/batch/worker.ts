/** What runs in a worker process of the pool: one file after the other. */
import { Worker } from 'node:worker_threads';
import workerpool from 'workerpool';
import type { Outcome, Task } from './task.js';
import { work } from './work.js';

// Ctrl-C reaches every process of the terminal; the one that hands out the files decides what it means.
process.on('SIGINT', () => undefined);

// A worker stuck in a file does not hear that the run was killed (-9); a thread of it looks, or it would go on for ever.
const ENDS_WITH_RUN = `setInterval(() => process.ppid === ${process.ppid} || process.kill(process.pid, 'SIGKILL'), 1000)`;
new Worker(ENDS_WITH_RUN, { eval: true }).unref();

workerpool.worker({
  read: (task: Task): Promise<Outcome> => {
    // Lets the pool watch this process's memory while it has no time to answer.
    workerpool.workerEmit({ pid: process.pid });
    return work(task);
  },
});
