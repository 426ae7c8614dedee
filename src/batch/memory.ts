import { readFile } from 'node:fs/promises';

/** How often the workers' memory is looked at. */
const INTERVAL_MS = 250;
/** What a process has besides the heap that V8 bounds itself: its code, buffers, stacks. */
const BESIDE_HEAP_MB = 192;

/** Memory of a process in MB, where the system tells (Linux); elsewhere V8's own limit on the heap must do. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  // Kilobytes, where statm has pages, whose size differs between machines.
  return Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
}

/**
 * Watches a process: buffers outside V8's heap are bounded by nothing else.
 * @param exceeded is called when the process has outgrown its heap limit and what it has besides
 * @returns ends the watch
 */
export function watchMemory(pid: number, heapMegabytes: number, exceeded: () => void): () => void {
  const timer = setInterval(async () => {
    if ((await residentMegabytes(pid)) > heapMegabytes + BESIDE_HEAP_MB) exceeded();
  }, INTERVAL_MS);
  return () => clearInterval(timer);
}
