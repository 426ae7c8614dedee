import type { ExportFormatName, ExportOptions } from '../export/index.js';
import { TABLES } from '../export/tables.js';
import { didYouMean } from './did-you-mean.js';
import { UsageError } from './io.js';

/**
 * Reads `--columns a,b,c`.
 * @param layout of CSV and Parquet; a workbook has the columns of both
 * @throws UsageError for names that the output does not have
 */
export function chosenNames(option: string, format: ExportFormatName, layout: ExportOptions['layout']): string[] {
  if (format === 'json' || format === 'ndjson')
    throw new UsageError(`--columns: ${format} has no columns; use it with csv, parquet or xlsx`);
  const known = (format === 'xlsx' ? (['wide', 'long'] as const) : [layout]).flatMap(namesOf);
  const names = option.split(',').map((name) => name.trim());
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) < i) throw new UsageError(`--columns: ${name} is named twice`);
    if (!known.includes(name)) throw new UsageError(`--columns: ${unknown(name, known, layout)}`);
  }
  return names;
}

function unknown(name: string, known: readonly string[], layout: ExportOptions['layout']): string {
  const other = layout === 'long' ? 'wide' : 'long';
  if (namesOf(other).includes(name)) return `${name} is a column of --layout ${other}`;
  return `no column named ${name || "''"}${didYouMean(name, known)} (nianbao forms --format csv lists them)`;
}

const namesOf = (layout: ExportOptions['layout']): string[] => TABLES[layout].columns.map(({ name }) => name);
