import { exportFormatOfName } from '../export/index.js';
import { type Format, formatOfName } from '../render/index.js';
import { UsageError } from './io.js';

/**
 * The format of findings that the name of an output asks for; text without one.
 * @param formats those that the command writes
 * @throws UsageError where the name promises another, such as a table
 */
export function findingsFormatOf<F extends Format>(output: string | undefined, formats: readonly F[]): F {
  const name = output ?? '';
  const named = formats.find((format) => format === formatOfName(name));
  if (named === undefined || (named === 'text' && exportFormatOfName(name) !== undefined))
    throw new UsageError(
      `${name}: findings are written as ${formats.join(', ')}; choose with --format (extract -o FILE.xlsx has them as a sheet)`,
    );
  return named;
}
