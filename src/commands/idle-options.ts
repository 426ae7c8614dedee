import { type ExportFormatName, type ExportOptions, exportFormatOfName, type Labels } from '../export/index.js';
import { UsageError } from './io.js';

/** The options of `extract` that only some outputs have a use for, as they were given. */
export interface Given {
  readonly layout?: ExportOptions['layout'];
  readonly columns?: readonly string[] | undefined;
  readonly labels?: Labels;
  readonly bom?: boolean;
}

/** @throws UsageError for an option that would change nothing in the output, so that nobody waits for what it asks */
export function refuseIdle(format: ExportFormatName, given: Given): void {
  const reason = reasonOf(format, given);
  if (reason !== undefined) throw new UsageError(reason);
}

function reasonOf(format: ExportFormatName, given: Given): string | undefined {
  const { layout = 'long', columns, labels } = given;
  const isJson = format === 'json' || format === 'ndjson';
  if (given.layout !== undefined && isJson) return `--layout: ${format} has no columns; use it with csv or parquet`;
  if (given.layout !== undefined && format === 'xlsx')
    return '--layout: a workbook has both layouts, as the sheets data and cells; use it with csv or parquet';
  if (labels !== undefined && isJson)
    return `--labels: ${format} has ids, which stand in no language; use it with csv, parquet or xlsx`;
  if (labels !== undefined && format === 'parquet' && layout === 'wide')
    return '--labels: the heads of a Parquet file are ids; use it with --layout long, csv or xlsx';
  if (labels !== undefined && format !== 'xlsx' && layout === 'long' && columns?.includes('label') === false)
    return '--labels: only the column label has labels, which --columns leaves out; name it there';
  return idleMark(format, given.bom);
}

/** @returns why a byte order mark cannot be asked for or refused here */
export const idleMark = (format: ExportFormatName, bom: boolean | undefined): string | undefined =>
  bom === undefined || format === 'csv'
    ? undefined
    : `${bom ? '--bom' : '--no-bom'}: only CSV may begin with a byte order mark; leave it out`;

/**
 * @param output where the part of a divided run goes
 * @throws UsageError where its name promises another format, or an option is one of the whole output
 */
export function refuseIdleOfPart(output: string | undefined, bom: boolean | undefined): void {
  if (output === undefined) throw new UsageError('--shard: name the part with -o FILE; merge joins the parts');
  if (exportFormatOfName(output) !== undefined)
    throw new UsageError(
      `${output}: a part is in a format of its own, which merge reads; end its name otherwise, as in ${output}.part, and give --format`,
    );
  if (bom !== undefined) throw new UsageError(`${bom ? '--bom' : '--no-bom'}: give it to merge, which writes the CSV`);
}
