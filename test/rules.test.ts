import { describe, expect, it } from 'vitest';
import { exampleReport, RULES, validate } from '../src/index.js';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.map((example) => [JSON.stringify(example.cells), example] as const))('%s', (_, example) => {
    const found = validate(exampleReport(example)).filter((finding) => finding.rule === id);
    expect(found.map(({ table, row, column }) => (row === '' && column === '' ? table : `${row}/${column}`))).toEqual(
      example.raises,
    );
  });

  it('has examples that raise it and examples that do not', () => {
    expect(rule.examples.some((example) => example.raises.length > 0)).toBe(true);
    expect(rule.examples.some((example) => example.raises.length === 0)).toBe(true);
  });
});

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
