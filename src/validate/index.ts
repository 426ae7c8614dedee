import type { Finding, Report } from '../model.js';
import { disputesBlankTotal, requestsBlankTotal } from './blank-total.js';
import { disputesRowTotal } from './disputes-row-total.js';
import { documentNoTables, documentScanned, documentUndecodableText, documentUnreadable } from './document.js';
import { documentIncomplete } from './document-incomplete.js';
import { documentLate } from './document-late.js';
import { documentInternalError, documentOutOfMemory, documentTimeout } from './document-limits.js';
import { documentMixedEditions } from './document-mixed-editions.js';
import { documentPeriod } from './document-period.js';
import { documentSections } from './document-sections.js';
import { documentUnreadableCell } from './document-unreadable-cell.js';
import { narrativeApplicants } from './narrative-applicants.js';
import { narrativeDisputes } from './narrative-disputes.js';
import { narrativeOutcomes } from './narrative-outcomes.js';
import { narrativePercentage } from './narrative-percentage.js';
import { narrativeProactive } from './narrative-proactive.js';
import { narrativeRequests } from './narrative-requests.js';
import { proactiveAmountUnit } from './proactive-amount-unit.js';
import { proactiveDecisions } from './proactive-decisions.js';
import { proactiveDisclosedTotal } from './proactive-disclosed-total.js';
import { proactiveInForce } from './proactive-in-force.js';
import { proactiveRegulations } from './proactive-regulations.js';
import { requestsAllZeroWithNarrative } from './requests-all-zero-with-narrative.js';
import { requestsBalance } from './requests-balance.js';
import { requestsColumnTotal } from './requests-column-total.js';
import { requestsNotACount } from './requests-not-a-count.js';
import { requestsRowTotal } from './requests-row-total.js';
import { rollupCell, rollupPart, rollupUnread } from './rollup.js';
import type { Language, Rule } from './rule.js';
import type { SetRule } from './set-rule.js';
import { type Setting, withSettings } from './severity.js';
import { yearsCarriedIn } from './years-carried-in.js';
import { yearsInForce } from './years-in-force.js';
import { yearsItemsPrior } from './years-items-prior.js';

export {
  type DocumentRule,
  documentFinding,
  documentNoTables,
  documentUnreadable,
  ruleOfReason,
} from './document.js';
export { documentInternalError, documentOutOfMemory, documentTimeout } from './document-limits.js';
export { type ExampleForm, exampleReport } from './example.js';
export { fingerprintOf, identityOf, printedOf } from './fingerprint.js';
export { type Part, rollup } from './rollup.js';
export type { Args, Example, Language, Raised, Rule } from './rule.js';
export type { RaisedAt, SetExample, SetRule } from './set-rule.js';
export { rank, SETTINGS, SEVERITIES, type Setting } from './severity.js';

/** The rules over a report, in the order in which they speak. A new rule is a file and a line here. */
export const RULES: readonly Rule[] = [
  requestsBalance,
  requestsColumnTotal,
  requestsRowTotal,
  requestsBlankTotal,
  disputesRowTotal,
  disputesBlankTotal,
  requestsNotACount,
  proactiveDisclosedTotal,
  proactiveInForce,
  proactiveDecisions,
  proactiveRegulations,
  proactiveAmountUnit,
  requestsAllZeroWithNarrative,
  narrativeRequests,
  narrativeApplicants,
  narrativeOutcomes,
  narrativeDisputes,
  narrativeProactive,
  narrativePercentage,
  documentIncomplete,
  documentUnreadableCell,
  documentSections,
  documentPeriod,
  documentLate,
  documentMixedEditions,
];

/** The rules over several reports: years of one organ. A new rule is a file and a line here. */
export const SET_RULES: readonly SetRule[] = [yearsCarriedIn, yearsItemsPrior, yearsInForce];

/** Every rule that can appear in an output, those about files included. */
export const ALL_RULES = [
  ...RULES,
  ...SET_RULES,
  rollupCell,
  rollupPart,
  rollupUnread,
  documentUnreadable,
  documentNoTables,
  documentScanned,
  documentUndecodableText,
  documentTimeout,
  documentOutOfMemory,
  documentInternalError,
] as const;

/**
 * Checks a report's arithmetic and completeness.
 * @returns the findings in a stable order; empty for a clean report
 */
export const validate = (report: Report): Finding[] =>
  RULES.flatMap((rule) =>
    [...rule.check(report)].map((raised) => ({ rule: rule.id, ...raised, severity: raised.severity ?? rule.severity })),
  );

/** Findings with the severities that a user set for their rules; those of rules set to off are left out. */
export const settle = (findings: readonly Finding[], settings: Readonly<Record<string, Setting>>): Finding[] =>
  withSettings(findings, settings, (id) => ALL_RULES.find((rule) => rule.id === id)?.severity);

/**
 * Checks reports against each other.
 * @returns for each report, in order, the findings that the others give rise to
 */
export function validateTogether(reports: readonly Report[]): Finding[][] {
  const findings: Finding[][] = reports.map(() => []);
  for (const rule of SET_RULES)
    for (const { report, ...raised } of rule.check(reports))
      findings[reports.indexOf(report)]?.push({ rule: rule.id, ...raised, severity: raised.severity ?? rule.severity });
  return findings;
}

/** The wording of a finding in a language; labels stay as printed on the form. */
export function messageOf(finding: Finding, language: Language): string {
  const rule = ALL_RULES.find(({ id }) => id === finding.rule);
  return rule === undefined ? finding.rule : rule.message[language](finding.args);
}
