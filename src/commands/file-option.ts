import { InvalidArgumentError, Option } from 'commander';

/** An option that names a file or folder to write: one, or the run would leave out the others. */
export const fileOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser((value: string, before: string | undefined) => {
    if (before !== undefined) throw new InvalidArgumentError('Give it once.');
    if (value === '') throw new InvalidArgumentError('Give a name.');
    if (value === '-')
      throw new InvalidArgumentError('Leave the option out; without it the output goes to standard output.');
    return value;
  });

/** Where a command's data goes. */
export const outputOption = (flags = '-o, --output <file>'): Option =>
  fileOption(flags, 'write to a file, which appears only when whole');

export const failuresOption = (): Option =>
  fileOption('--failures <file.csv>', 'list the files that could not be read: file, rule, message');
