import type { CheckedReport } from '../batch/task.js';
import type { BatchOptions } from './batch-options.js';
import { HeldReport } from './held-report.js';
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
): Promise<HeldReport[]> {
  const { inputs } = await listInputs(names, options, io, outputs);
  const entries = readInputs(inputs, { kind: 'check' }, { ...options, tellProblems: false }, io, told);
  const checked: HeldReport[] = [];
  for await (const { file, problems, content } of outcomes<readonly CheckedReport[]>(entries)) {
    if (problems.length > 0) checked.push(new HeldReport(file, 0, '', null, problems));
    for (const [i, { body, report, findings }] of content.entries())
      checked.push(new HeldReport(file, i + 1, body, report, findings));
  }
  return checked;
}
