import { describe, expect, it } from 'vitest';
import { exampleReport, type Finding, messageOf, RULES, SET_RULES, validate, validateTogether } from '../src/index.js';

/** Every rule's examples are its documentation and its test: nothing extra is raised and nothing is missing. */
function expectRaised(rule: string, all: readonly Finding[], raises: readonly string[]): void {
  const found = all.filter((finding) => finding.rule === rule);
  expect(found.map(({ table, row, column }) => (row === '' && column === '' ? table : `${row}/${column}`))).toEqual(
    raises,
  );
  for (const finding of found)
    for (const language of ['en', 'zh'] as const)
      expect(messageOf(finding, language)).not.toMatch(/undefined|NaN|LAST|wrong/);
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, { examples }) => {
  it.each(examples.map((example, i) => [i + 1, example] as const))('example %i', (_, example) =>
    expectRaised(id, validate(exampleReport(example)), example.raises),
  );
});

describe.each(SET_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, { examples }) => {
  it.each(examples.map((example, i) => [i + 1, example] as const))('example %i', (_, { reports, raises }) => {
    expectRaised(id, validateTogether(reports.map(exampleReport)).flat(), raises);
  });
});

it.each([...RULES, ...SET_RULES].map(({ id, examples }) => [id, examples] as const))(
  '%s has an example that speaks and one that does not',
  (_, examples) => {
    const raises: readonly (readonly string[])[] = examples.map((example) => example.raises);
    expect(raises.some((own) => own.length > 0)).toBe(true);
    expect(raises.some((own) => own.length === 0)).toBe(true);
  },
);

it('says nothing of a form of zeros', () => {
  expect(validate(exampleReport({ edition: '2021', cells: {} }))).toEqual([]);
});

it('accuses nobody of a sum over a cell that it could not read', () => {
  const report = exampleReport({
    edition: '2021',
    cells: {
      'requests.new.natural_person': '9',
      'requests.carried_out.natural_person': '?',
      'requests.new.total': '9',
    },
  });
  const rules = validate(report).map((finding) => `${finding.rule}:${finding.column}`);
  expect(rules).toContain('document/unreadable-cell:natural_person');
  expect(rules).not.toContain('requests/balance:natural_person');
});

describe('years/carried-in', () => {
  const of = (organ: string, year: number, cell: string) =>
    exampleReport({ edition: '2021', cells: { [cell]: '3' }, report: { organ, year } });
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
