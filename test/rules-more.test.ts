import { describe, expect, it } from 'vitest';
import { messageOf, RULES, SET_RULES, validateTogether } from '../src/index.js';
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

describe('years/carried-in', () => {
  const of = (organ: string, year: number, cell: string) =>
    formReport({ edition: '2021', cells: { [cell]: '3' }, report: { organ, year } });
  const found = (organ: string) =>
    validateTogether([
      of('青岚县人民政府', 2021, 'requests.carried_out.business'),
      of(organ, 2022, 'requests.new.business'),
    ])
      .flat()
      .filter(({ rule }) => rule === 'years/carried-in')
      .map((f) => [f.severity, messageOf(f, 'zh')]);
  it('names the row and the column', () =>
    expect(found('青岚县政府')).toEqual([
      ['warning', '二、上年结转政府信息公开申请数量 · 商业企业：2022 年报告为 0，按 结转下年度 (2021 年) 应为 3'],
    ]));
  it('is a note where the office follows its government: it may report for itself alone', () =>
    expect(found('青岚县人民政府办公室')).toEqual([
      ['note', expect.stringContaining('上年由青岚县人民政府报告，统计口径可能不同')],
    ]));
});
