import type { Checked } from '../render/result.js';
import { rank } from '../validate/severity.js';

export const FAIL_ON = ['error', 'warning', 'note', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/**
 * Why a run fails, in words for stderr, or null when it does not. `never` is stronger than a limit of warnings: a job
 * that only informs must be able to say so.
 */
export function failure(checked: readonly Checked[], failOn: FailOn, maxWarnings: number | undefined): string | null {
  if (failOn === 'never') return null;
  const findings = checked.flatMap((each) => each.findings);
  const bad = findings.filter(({ severity }) => rank(severity) >= rank(failOn)).length;
  if (bad > 0) return `${bad} ${bad === 1 ? 'finding' : 'findings'} at or above --fail-on ${failOn}`;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  if (maxWarnings !== undefined && warnings > maxWarnings)
    return `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}, more than --max-warnings ${maxWarnings}`;
  return null;
}
