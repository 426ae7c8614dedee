import { type Command, InvalidArgumentError, Option } from 'commander';
import { FORMATS } from '../render/index.js';
import { repeated } from './batch-options.js';
import { FAIL_ON } from './fail-on.js';
import { outputOption } from './file-option.js';

const wholeNumber = (value: string): number => {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('Give a whole number from 0.');
  return Number(value);
};

/** The options of `validate` besides its language. */
export const withValidateOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--format <format>', 'what to print (default: by the name of -o, else text)').choices(FORMATS),
    )
    .addOption(outputOption())
    .addOption(repeated('--report <format=file>', 'write another format to a file besides'))
    .addOption(repeated('--rule <id=severity>', 'set a rule to off, note, warning or error'))
    .option('--config <file>', 'settings (default: nianbao.config.json in the working directory, when there is one)')
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 for findings from this severity up (default: error)').choices(
        FAIL_ON,
      ),
    )
    .option('--max-warnings <n>', 'exit with 1 for more warnings than this', wholeNumber)
    .option('--baseline <file>', 'known findings, which do not count; those that are gone are named on stderr')
    .option('--update-baseline', 'write the findings of this run to the baseline');
