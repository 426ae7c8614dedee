/**
 * A thread of a worker process, as the process itself does not hear anything while it is stuck in a file. It ends the
 * process when the run that began it is gone (kill -9), or it would go on for ever; and when it has outgrown its memory,
 * as buffers outside V8's heap are bounded by nothing else.
 */
import { workerData } from 'node:worker_threads';

const INTERVAL_MS = 250;
/** What a process has besides the heap that V8 bounds itself: its code, buffers, stacks. */
const BESIDE_HEAP_BYTES = 192 * 2 ** 20;

const { run, heapBytes } = workerData as WatchData;
setInterval(() => {
  if (process.ppid !== run || process.memoryUsage.rss() > heapBytes + BESIDE_HEAP_BYTES)
    process.kill(process.pid, 'SIGKILL');
}, INTERVAL_MS);

export interface WatchData {
  /** Process id of the run. */
  readonly run: number;
  /** What V8 allows the process's heap. */
  readonly heapBytes: number;
}
