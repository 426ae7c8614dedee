import type { Finding, Report } from '../model.js';
import { disputesBlankTotal, requestsBlankTotal } from './blank-total.js';
import { disputesRowTotal } from './disputes-row-total.js';
import { documentNoTables, documentScanned, documentUndecodableText, documentUnreadable } from './document.js';
import { documentIncomplete } from './document-incomplete.js';
import { documentUnreadableCell } from './document-unreadable-cell.js';
import { requestsBalance } from './requests-balance.js';
import { requestsColumnTotal } from './requests-column-total.js';
import { requestsRowTotal } from './requests-row-total.js';
import type { Language, Rule } from './rule.js';

export { documentFinding, documentNoTables, documentScanned, documentUnreadable, ruleOfReason } from './document.js';
export type { Language, Rule } from './rule.js';

/** The rules over a report, in the order in which they speak. A new rule is a file and a line here. */
export const RULES: readonly Rule[] = [
  requestsBalance,
  requestsColumnTotal,
  requestsRowTotal,
  requestsBlankTotal,
  disputesRowTotal,
  disputesBlankTotal,
  documentIncomplete,
  documentUnreadableCell,
];

/** Every rule that can appear in an output, those about files included. */
export const ALL_RULES = [
  ...RULES,
  documentUnreadable,
  documentNoTables,
  documentScanned,
  documentUndecodableText,
] as const;

/**
 * Checks a report's arithmetic and completeness.
 * @returns the findings in a stable order; empty for a clean report
 */
export const validate = (report: Report): Finding[] =>
  RULES.flatMap((rule) =>
    [...rule.check(report)].map((raised) => ({ rule: rule.id, ...raised, severity: raised.severity ?? rule.severity })),
  );

/** The wording of a finding in a language; labels stay as printed on the form. */
export function messageOf(finding: Finding, language: Language): string {
  const rule = ALL_RULES.find(({ id }) => id === finding.rule);
  return rule === undefined ? finding.rule : rule.message[language](finding.args);
}
