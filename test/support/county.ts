import { type Edition, exampleReport } from '../../src/index.js';

/** A form of zeros with some cells printed otherwise: '' is blank, '?' unreadable, null not printed. */
export type Printed = Readonly<Record<string, number | '' | '?' | null>>;

/** A small county: every sum holds. */
const COUNTY: Printed = {
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

/** The small county with cells printed otherwise. */
export const county = (printed: Printed, edition: Edition = '2021') =>
  exampleReport({
    edition,
    cells: Object.fromEntries(
      Object.entries({ ...COUNTY, ...printed }).map(([id, figure]) => [id, figure === null ? null : String(figure)]),
    ),
    report: { organ: '某县', year: 2021 },
  });
