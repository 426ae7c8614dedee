/** Reports made by hand: a form of zeros, and a small county whose sums hold, with cells printed otherwise. */
import { cellsOf, type Edition, FORMS, TABLE_IDS, type TableId } from '../src/forms/index.js';
import type { Cell, Report, TableReading } from '../src/model.js';

export type Printed = Readonly<Record<string, number | '' | '?' | null>>;

/** A form of zeros with some cells printed otherwise: '' is blank, '?' unreadable, null not printed. */
export function reportOf(edition: Edition, printed: Printed): Report {
  const reading = (id: TableId): TableReading => {
    const cells = cellsOf(FORMS[edition].tables[id]).map(({ id: cell, row, column }): [string, Cell] => {
      const value = printed[cell] === undefined ? 0 : printed[cell];
      const state = value === '' ? 'blank' : value === '?' ? 'unreadable' : value === null ? 'absent' : 'read';
      const figure = typeof value === 'number' ? value : null;
      const place = { id: cell, row: row.id, column: column.id, place: null, by: 'label' as const };
      return [cell, { ...place, state, value: figure, printed: String(value ?? '') }];
    });
    return { id, edition, found: true, cells: Object.fromEntries(cells) };
  };
  const tables = Object.fromEntries(TABLE_IDS.map((id) => [id, reading(id)])) as Report['tables'];
  return { organ: '某县', year: 2021, title: '', published: null, tables, sections: [] };
}

/** A small county: every sum holds. */
export const COUNTY: Printed = {
  'requests.new.natural_person': 48,
  'requests.new.business': 13,
  'requests.new.total': 61,
  'requests.carried_in.natural_person': 2,
  'requests.carried_in.total': 2,
  'requests.granted.natural_person': 31,
  'requests.granted.business': 12,
  'requests.granted.total': 43,
  'requests.unavailable.not_held.natural_person': 14,
  'requests.unavailable.not_held.business': 1,
  'requests.unavailable.not_held.total': 15,
  'requests.total.natural_person': 45,
  'requests.total.business': 13,
  'requests.total.total': 58,
  'requests.carried_out.natural_person': 5,
  'requests.carried_out.total': 5,
};
export const county = (printed: Printed, edition: Edition = '2021') => reportOf(edition, { ...COUNTY, ...printed });
