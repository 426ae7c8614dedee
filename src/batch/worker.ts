/** What runs in a worker process of the pool: one file after the other. */
import { getHeapStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
import workerpool from 'workerpool';
import type { WatchData } from './watch.js';
import { work } from './work.js';

// Ctrl-C reaches every process of the terminal; the one that hands out the files decides what it means.
process.on('SIGINT', () => undefined);

const watched: WatchData = { run: process.ppid, heapBytes: getHeapStatistics().heap_size_limit };
new Worker(new URL('./watch.js', import.meta.url), { workerData: watched }).unref();

workerpool.worker({ read: work });
