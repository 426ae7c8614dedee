import { describe, expect, it } from 'vitest';
import { RULES, SET_RULES } from '../src/index.js';
import { addressOf, formReport } from './form-report.js';

/** Every rule's examples are its documentation and its test: nothing extra is raised and nothing is missing. */
describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.map((example, i) => [i + 1, example] as const))('example %i', (_, example) => {
    const raised = [...rule.check(formReport(example))];
    expect(raised.map(addressOf)).toEqual(example.raises);
    for (const { args } of raised)
      for (const language of ['en', 'zh'] as const)
        expect(rule.message[language](args)).not.toMatch(/undefined|NaN|wrong/);
  });
  it('has an example that speaks and one that does not', () => {
    expect(rule.examples.some(({ raises }) => raises.length > 0)).toBe(true);
    expect(rule.examples.some(({ raises }) => raises.length === 0)).toBe(true);
  });
});

describe.each(SET_RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.map((example, i) => [i + 1, example] as const))('example %i', (_, example) => {
    const reports = example.reports.map(formReport);
    const raised = [...rule.check(reports)];
    expect(raised.map(addressOf)).toEqual(example.raises);
    for (const { args, report } of raised) {
      expect(reports).toContain(report);
      for (const language of ['en', 'zh'] as const)
        expect(rule.message[language](args)).not.toMatch(/undefined|NaN|LAST/);
    }
  });
});
