import { Command, CommanderError, Option } from 'commander';
import { version } from '../package.js';
import { FILES_HELP, withBatchOptions, withShardOption } from './batch-options.js';
import { withEarlyWorker } from './early-worker.js';
import { withExtractOptions, withOutputOptions } from './extract-options.js';
import { failuresOption, outputOption } from './file-option.js';
import { type Io, localeLanguage, STATUS, UsageError } from './io.js';
import { withValidateOptions } from './validate-options.js';

/**
 * The command line. Heavy modules are loaded by the command that needs them, so that `--version` and `--help` answer
 * at once.
 * @returns the exit status; never throws for wrong usage or bad input
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let status: number = STATUS.ok;
  const program = new Command('nianbao')
    .description('Reads the statistics tables of 政府信息公开工作年度报告, checks their arithmetic, writes clean data.')
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
    })
    .showHelpAfterError('(--help shows the usage)')
    .addHelpText(
      'after',
      '\nExit status: 0 fine; 1 a finding of severity error, or a file that could not be read; 2 wrong usage or no such file; 130 interrupted.',
    );

  const lang = () =>
    new Option('--lang <language>', 'language of messages')
      .choices(['en', 'zh'])
      .default(localeLanguage(io.env), 'by locale');

  withBatchOptions(
    withValidateOptions(
      program
        .command('validate')
        .description('check every printed sum; the last line is the verdict')
        .argument('<file...>', FILES_HELP),
    ),
  )
    .addOption(lang())
    .action(async (files, options) => {
      status = await withEarlyWorker(files, options, io, async (own) => {
        const { validateCommand } = await import('./validate.js');
        return validateCommand(files, options, own);
      });
    });

  withShardOption(
    withBatchOptions(
      withExtractOptions(
        program.command('extract').description('write the cells of the tables').argument('<file...>', FILES_HELP),
      ),
    ),
  )
    .addOption(lang())
    .action(async (files, options) => {
      status = await withEarlyWorker(files, options, io, async (own) => {
        const { extractCommand } = await import('./extract.js');
        return extractCommand(files, options, own);
      });
    });

  withOutputOptions(
    program
      .command('merge')
      .description('join the parts that extract --shard wrote; the output is that of a single run')
      .argument('<part...>', 'every part of the run, in any order'),
  )
    .addOption(failuresOption())
    .option('--quiet', 'no progress and no summary on stderr')
    .addOption(lang())
    .action(async (parts, options) => {
      const { mergeCommand } = await import('./merge.js');
      status = await mergeCommand(parts, options, io);
    });

  program
    .command('rules')
    .description('list the rules with their severities')
    .addOption(lang())
    .action(async (options) => {
      const { rulesCommand } = await import('./rules.js');
      status = rulesCommand(options.lang, io);
    });

  program
    .command('explain')
    .description('what a rule rests on, examples, known false positives')
    .argument('<rule>', 'its id, as `nianbao rules` lists it, or certified')
    .addOption(lang())
    .action(async (rule, options) => {
      const { explainCommand } = await import('./rules.js');
      status = explainCommand(rule, options.lang, io);
    });

  program
    .command('rollup')
    .description('compare a summary report with the sum of its parts, cell by cell')
    .argument('<summary>', 'the report that adds up the others')
    .argument('<part...>', 'the reports it adds up, or folders of them')
    .option('--parts <file>', 'names of the bodies that must be there, one a line: those not given are named')
    .addOption(new Option('--format <format>', 'text for people, json for programs').choices(['text', 'json']))
    .addOption(outputOption())
    .addOption(lang())
    .action(async (summary, parts, options) => {
      const { rollupCommand } = await import('./rollup.js');
      status = await rollupCommand(summary, parts, options, io);
    });

  program
    .command('inspect')
    .description('draw what was seen of a page: rules, cells, the row and column each was given')
    .argument('<file>', 'a report')
    .option('--page <number>', 'of a PDF', '1')
    .addOption(outputOption('-o, --output <file.svg>'))
    .option('--password <password>', 'opens PDFs that ask for one (or NIANBAO_PDF_PASSWORD)')
    .addOption(lang())
    .action(async (file, options) => {
      const { inspectCommand } = await import('./inspect.js');
      status = await inspectCommand(file, options, io);
    });

  program
    .command('forms')
    .description('print the blank forms with the id of every row and column, or the data dictionary of the outputs')
    .addOption(
      new Option('--format <format>', 'the forms, or the data dictionary: one line for each column of the outputs')
        .choices(['markdown', 'csv'])
        .default('markdown'),
    )
    .addOption(new Option('--edition <edition>', 'only this one').choices(['2019', '2021']))
    .action(async (options) => {
      const { formsCommand } = await import('./forms.js');
      status = formsCommand(options, io);
    });

  program
    .command('schema')
    .description('print the JSON Schema of the outputs')
    .argument('[command]', 'extract or validate')
    .action(async (command: string | undefined) => {
      if (command !== undefined && command !== 'extract' && command !== 'validate')
        throw new UsageError(`schema: no output named ${command}; use extract or validate`);
      const { schemaCommand } = await import('./schema.js');
      status = schemaCommand(command, io);
    });

  program
    .command('demo')
    .description('validate and extract the bundled report of Hebei province for 2020')
    .addOption(lang())
    .action(async (options) => {
      const { demoCommand } = await import('./demo.js');
      status = await demoCommand(options.lang, io);
    });

  try {
    if (argv.length === 0) {
      program.outputHelp();
      return STATUS.usage;
    }
    await program.parseAsync(argv as string[], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.ok : STATUS.usage;
    if (error instanceof UsageError) {
      io.stderr.write(`${error.message}\n`);
      return STATUS.usage;
    }
    throw error;
  }
}
