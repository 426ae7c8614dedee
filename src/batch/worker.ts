/** What runs in a worker process of the pool: one file after the other. */
import workerpool from 'workerpool';
import type { Outcome, Task } from './task.js';
import { work } from './work.js';

// Ctrl-C reaches every process of the terminal; the one that hands out the files decides what it means.
process.on('SIGINT', () => undefined);

workerpool.worker({
  read: (task: Task): Promise<Outcome> => {
    // Lets the pool watch this process's memory while it has no time to answer.
    workerpool.workerEmit({ pid: process.pid });
    return work(task);
  },
});
