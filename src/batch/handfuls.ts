import { statSync } from 'node:fs';
import type { Input } from './inputs.js';
import type { Numbered } from './run.js';

/** Most files that a worker is handed at once: waking it for each small page takes a tenth of the time of reading it. */
const MOST_FILES = 8;
/** Bytes of files handed together, far from what reading takes to a limit of time or memory. */
const MOST_BYTES = 256 * 1024;
/** Least handfuls for each worker, so that none is still at its own when the others have nothing left. */
const LEAST_EACH = 4;

/**
 * Inputs in their order, small files several at a time.
 * @param jobs how many read side by side
 */
export function* handfuls(inputs: readonly Numbered[], jobs: number): Iterable<readonly Numbered[]> {
  const most = Math.min(MOST_FILES, Math.ceil(inputs.length / (jobs * LEAST_EACH)));
  let handful: Numbered[] = [];
  let bytes = 0;
  for (const numbered of inputs) {
    const own = most > 1 ? bytesOf(numbered.input) : 0;
    if (handful.length > 0 && (handful.length === most || bytes + own > MOST_BYTES)) {
      yield handful;
      [handful, bytes] = [[], 0];
    }
    handful.push(numbered);
    bytes += own;
  }
  if (handful.length > 0) yield handful;
}

/** What an input has to read; what may keep its reader waiting (a pipe) goes alone, as do files that are too large. */
function bytesOf(input: Input): number {
  if ('missing' in input) return 0;
  const { file, source } = input;
  if (typeof source === 'function') return MOST_BYTES;
  if (source !== undefined && 'archive' in source) return source.entry.uncompressedSize;
  if (source !== undefined && 'bytes' in source) return source.bytes.length;
  try {
    const found = statSync(source?.path ?? file);
    return found.isFile() ? found.size : MOST_BYTES;
  } catch {
    return 0;
  }
}
