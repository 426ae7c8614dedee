import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packReport, unpackReport } from '../src/batch/packed-report.js';
import { extract } from '../src/index.js';
import { reportOf } from './support/outputs.js';

it.each(readdirSync(new URL('../fixtures', import.meta.url)))(
  'packs %s into a little, and unpacks all but its text',
  async (name) => {
    for (const report of (await extract(readFileSync(reportOf(name)))).reports) {
      const packed = packReport(report);
      expect(packed.length).toBeLessThan(10_000);
      expect(unpackReport(packed)).toStrictEqual({ ...report, sections: [] });
    }
  },
);
