import type { Reader } from '../../src/batch/pool.js';
import { work } from '../../src/batch/work.js';

/** Reads files in the test's own process, from the sources under test; test/batch.test.ts tries the workers. */
export const inProcess = (): Reader => ({ read: work, close: async () => undefined });
