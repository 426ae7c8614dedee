import type { CheckedReport } from '../batch/task.js';
import type { Checked } from '../render/result.js';
import type { BatchOptions } from './batch-options.js';
import type { Io } from './io.js';
import { listInputs, outcomes, readInputs } from './read.js';
import type { TellOptions, Told } from './tell.js';

/**
 * The reports of files, each with the findings of the rules that look at one report; files without as such.
 * @param outputs files that the command will write
 */
export async function readChecked(
  names: readonly string[],
  options: BatchOptions & Pick<TellOptions, 'lang'>,
  outputs: readonly (string | undefined)[],
  io: Io,
  told: Told,
): Promise<Checked[]> {
  const { inputs } = await listInputs(names, options, io, outputs);
  const entries = readInputs(inputs, { kind: 'check' }, { ...options, tellProblems: false }, io, told);
  const checked: Checked[] = [];
  for await (const { file, problems, content } of outcomes<readonly CheckedReport[]>(entries)) {
    if (problems.length > 0) checked.push({ file, index: 0, report: null, findings: problems });
    content.forEach((each, i) => {
      checked.push({ file, index: i + 1, ...each });
    });
  }
  return checked;
}
