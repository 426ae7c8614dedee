import { describe, expect, it } from 'vitest';
import { type Cell, cellsOf, FORMS, type Report, RULES, TABLE_IDS, type TableReading, validate } from '../src/index.js';
import { readFigure } from '../src/text.js';
import type { Example } from '../src/validate/rule.js';

/** A form on which every cell is printed 0, with an example's cells set. */
function reportOf({ edition, cells: patch }: Example): Report {
  const tables = Object.fromEntries(
    TABLE_IDS.map((id): [string, TableReading] => {
      const cells = cellsOf(FORMS[edition].tables[id]).map((cell): [string, Cell] => {
        const printed = cell.id in patch ? patch[cell.id] : '0';
        const base = {
          id: cell.id,
          row: cell.row.id,
          column: cell.column.id,
          place: { line: 1 },
          by: 'label' as const,
        };
        if (printed == null)
          return [cell.id, { ...base, state: 'absent', value: null, printed: '', place: null, by: null }];
        return [cell.id, { ...base, ...readFigure(printed, cell.column.measure), printed }];
      });
      return [id, { id, edition, found: true, cells: Object.fromEntries(cells) }];
    }),
  );
  return {
    organ: '示例县人民政府',
    year: 2021,
    title: '',
    published: null,
    tables: tables as Report['tables'],
    sections: [],
  };
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.map((example) => [JSON.stringify(example.cells), example] as const))('%s', (_, example) => {
    const found = validate(reportOf(example)).filter((finding) => finding.rule === id);
    expect(found.map(({ row, column }) => `${row}/${column}`)).toEqual(example.raises);
  });

  it('has examples that raise it and examples that do not', () => {
    expect(rule.examples.some((example) => example.raises.length > 0)).toBe(true);
    expect(rule.examples.some((example) => example.raises.length === 0)).toBe(true);
  });
});

it('says nothing of a form of zeros', () => {
  expect(validate(reportOf({ edition: '2021', cells: {}, raises: [] }))).toEqual([]);
});

it('accuses nobody of a sum over a cell that it could not read', () => {
  const report = reportOf({
    edition: '2021',
    cells: {
      'requests.new.natural_person': '9',
      'requests.carried_out.natural_person': '?',
      'requests.new.total': '9',
    },
    raises: [],
  });
  const rules = validate(report).map((finding) => `${finding.rule}:${finding.column}`);
  expect(rules).toContain('document/unreadable-cell:natural_person');
  expect(rules).not.toContain('requests/balance:natural_person');
});
