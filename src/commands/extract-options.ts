import { type Command, Option } from 'commander';
import { EXPORT_FORMATS } from '../export/index.js';
import { outputOption } from './file-option.js';

/** Where an output goes. */
export const withOutputOptions = (command: Command): Command =>
  command
    .addOption(outputOption())
    .option('--bom', 'begin CSV with a byte order mark (default: to a file)')
    .option('--no-bom', 'never do');

/** The options of `extract` that say what is written. */
export const withExtractOptions = (command: Command): Command =>
  withOutputOptions(
    command
      .addOption(new Option('--format <format>', 'default: by the name of -o, else csv').choices(EXPORT_FORMATS))
      .addOption(
        new Option('--layout <layout>', 'of CSV and Parquet: one line a cell (default), or one line a report').choices([
          'long',
          'wide',
        ]),
      )
      .option(
        '--columns <names>',
        'only these columns, in this order, by comma (`nianbao forms --format csv` lists them)',
      )
      .addOption(
        new Option(
          '--labels <labels>',
          'official, English or ids: heads of the wide layout (default: id), of a workbook and the column `label` (default: zh)',
        ).choices(['zh', 'en', 'id']),
      ),
  );
