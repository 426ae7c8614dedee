import type { Finding, Severity } from '../model.js';

/** Severities, mildest first. */
export const SEVERITIES: readonly Severity[] = ['note', 'warning', 'error'];

/** What a user may set a rule to. */
export const SETTINGS = ['off', 'note', 'warning', 'error'] as const;
export type Setting = (typeof SETTINGS)[number];

export const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

/**
 * Findings with the severities that a user set. A place that its rule judges milder than usual (规章 left out by a body
 * that cannot make any) stays milder: the setting is a limit there, so that asking for errors accuses nobody.
 * @param usual the severity that a rule has by itself
 */
export function withSettings(
  findings: readonly Finding[],
  settings: Readonly<Record<string, Setting>>,
  usual: (rule: string) => Severity | undefined,
): Finding[] {
  return findings.flatMap((finding) => {
    const setting = settings[finding.rule];
    if (setting === undefined) return [finding];
    if (setting === 'off') return [];
    const own = usual(finding.rule);
    const milder = own !== undefined && rank(finding.severity) < rank(own) && rank(finding.severity) < rank(setting);
    return [milder ? finding : { ...finding, severity: setting }];
  });
}
