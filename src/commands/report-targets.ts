import { FORMATS, type Format } from '../render/index.js';
import { UsageError } from './io.js';

/** Reads `--report FORMAT=FILE` options. */
export function reportTargets(options: readonly string[]): { format: Format; file: string }[] {
  return options.map((option) => {
    const [name = ''] = option.split('=', 1);
    const file = option.slice(name.length + 1);
    const format = FORMATS.find((each) => each === name);
    if (format === undefined || file === '')
      throw new UsageError(`--report ${option}: write FORMAT=FILE; formats: ${FORMATS.join(', ')}`);
    return { format, file };
  });
}
