import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateSchema } from '../src/export/schema.js';
import { diagnose, extract, FORMS, type Report, sumsOf, validate } from '../src/index.js';
import type { Cell } from '../src/model.js';
import { renderJson } from '../src/render/json.js';
import { renderText } from '../src/render/text.js';
import { county, type Printed } from './support/county.js';

/** Explanations as a person would write them down. */
const told = (report: Report) =>
  diagnose(report).explanations.map(
    ({ cells, cause }) => `${cause}: ${cells.map((c) => `${c.cell} ${c.printed} → ${c.would_be}`).join(', ')}`,
  );

describe('one wrong cell', () => {
  it('is silent where every sum holds', () => {
    expect(diagnose(county({}))).toEqual({ explanations: [], unexplained: [] });
    expect(diagnose(county({}, '2019'))).toEqual({ explanations: [], unexplained: [] });
  });

  it('names the cell, its figure, its cause and the sums that it breaks', () => {
    expect(diagnose(county({ 'requests.total.total': 85 })).explanations).toEqual([
      {
        cells: [{ cell: 'requests.total.total', printed: 85, would_be: 58 }],
        cause: 'digits-swapped',
        explains: ['requests/balance:total', 'requests/column-total:total', 'requests/row-total:total'],
      },
    ]);
  });

  it.each([
    [{ 'requests.granted.natural_person': 37 }, 'digit-wrong: requests.granted.natural_person 37 → 31'],
    [{ 'requests.granted.natural_person': 331 }, 'digit-doubled: requests.granted.natural_person 331 → 31'],
    [{ 'requests.new.business': 130 }, 'times-ten: requests.new.business 130 → 13'],
    [{ 'requests.granted.natural_person': -31 }, 'sign: requests.granted.natural_person -31 → 31'],
    [{ 'requests.granted.total': 12 }, 'total-not-updated: requests.granted.total 12 → 43'],
    [{ 'requests.carried_out.natural_person': 9 }, 'figure: requests.carried_out.natural_person 9 → 5'],
    [{ 'requests.carried_out.natural_person': '' }, 'figure: requests.carried_out.natural_person null → 5'],
  ] as [Printed, string][])('%o', (printed, expected) => {
    expect(told(county(printed))).toEqual([expected]);
    expect(told(county(printed, '2019'))).toEqual([expected]);
  });

  it('lists all rivals where one sum leaves them, the likelier cause first', () => {
    const disputed = county({
      'disputes.review.upheld': 24,
      'disputes.review.corrected': 2,
      'disputes.review.other': 5,
      'disputes.review.pending': 4,
      'disputes.review.total': 40,
    });
    expect(told(disputed)).toEqual([
      'digit-wrong: disputes.review.upheld 24 → 29',
      'total-not-updated: disputes.review.total 40 → 35',
      'figure: disputes.review.corrected 2 → 7',
      'figure: disputes.review.other 5 → 10',
      'figure: disputes.review.pending 4 → 9',
    ]);
  });

  it('proposes no negative figure, and takes rows without a common sum one by one (洪泽区 2023)', () => {
    const hongze = county({
      'disputes.review.upheld': 10,
      'disputes.review.corrected': 1,
      'disputes.litigation_after_review.upheld': 5,
    });
    expect(told(hongze)).toEqual([
      'total-not-updated: disputes.review.total 0 → 11',
      'total-not-updated: disputes.litigation_after_review.total 0 → 5',
      'figure: disputes.litigation_after_review.upheld 5 → 0',
    ]);
  });

  it('accuses nobody on a bad reading', () => {
    // The outcome that would complete the column and the row cannot be read.
    const report = county({ 'requests.granted.business': '?', 'requests.granted.total': 43 });
    expect(diagnose(report)).toEqual({ explanations: [], unexplained: [] });
  });
});

describe('two wrong cells', () => {
  it('are located together', () => {
    expect(told(county({ 'requests.granted.natural_person': 13, 'requests.carried_in.total': 20 }))).toEqual([
      'times-ten: requests.carried_in.total 20 → 2, requests.granted.natural_person 13 → 31',
    ]);
  });

  it('lists every row that explains a figure carried into its total', () => {
    expect(told(county({ 'requests.carried_out.nonprofit': 2, 'requests.carried_out.total': 7 }))).toEqual([
      'carried-into-total: requests.new.nonprofit 0 → 2, requests.new.total 61 → 63',
      'carried-into-total: requests.carried_in.nonprofit 0 → 2, requests.carried_in.total 2 → 4',
      'carried-into-total: requests.carried_out.nonprofit 2 → 0, requests.carried_out.total 7 → 5',
    ]);
  });

  it('puts the exchange of two figures before other moves', () => {
    const [first, ...others] = told(county({ 'requests.new.natural_person': 13, 'requests.new.business': 48 }));
    expect(first).toBe('figures-exchanged: requests.new.natural_person 13 → 48, requests.new.business 48 → 13');
    // 上年结转 and 结转下年度 cannot lose 35.
    expect(others).toEqual([]);
  });

  it('finds what trying every pair of cells finds', () => {
    for (const printed of [
      { 'requests.granted.natural_person': 30, 'requests.unavailable.not_held.business': 2 },
      { 'requests.new.natural_person': 49, 'requests.total.business': 12 },
      { 'requests.granted.total': 44, 'requests.total.total': 59 },
    ] as Printed[]) {
      const report = county(printed, '2019');
      const found = diagnose(report).explanations.map(({ cells }) =>
        cells
          .map((c) => `${c.cell} ${c.would_be}`)
          .sort()
          .join(),
      );
      expect(found.sort()).toEqual(everyPair(report).sort());
      expect(found.length).toBeGreaterThan(0);
    }
  });
});

/** All pairs of changes that mend the requests table, by trial: each difference is one that a broken sum shows. */
function everyPair(report: Report): string[] {
  const { cells } = report.tables.requests;
  const sums = sumsOf(FORMS['2019'].tables.requests);
  const value = (id: string) => cells[id]?.value ?? 0;
  const rest = sums.map(({ left, right }) => {
    const side = (ids: readonly string[]) => ids.reduce((sum, id) => sum + value(id), 0);
    return side(left) - side(right);
  });
  const signs = Object.keys(cells).map((id) => ({
    id,
    terms: sums.flatMap(({ left, right }, i): [number, number][] =>
      left.includes(id) ? [[i, 1]] : right.includes(id) ? [[i, -1]] : [],
    ),
  }));
  const steps = [...new Set(rest.filter((r) => r !== 0).flatMap((r) => [r, -r]))];
  const found: string[] = [];
  signs.forEach((a, i) => {
    for (const b of signs.slice(i + 1))
      for (const byA of steps)
        for (const byB of steps) {
          const after = [...rest];
          for (const [sum, sign] of a.terms) after[sum] = (after[sum] as number) + sign * byA;
          for (const [sum, sign] of b.terms) after[sum] = (after[sum] as number) + sign * byB;
          const [newA, newB] = [value(a.id) + byA, value(b.id) + byB];
          if (newA >= 0 && newB >= 0 && after.every((r) => r === 0))
            found.push([`${a.id} ${newA}`, `${b.id} ${newB}`].sort().join());
        }
  });
  return found;
}

describe('more wrong cells', () => {
  it('says so where three figures are wrong, and names the sums', () => {
    const report = county({
      'requests.granted.natural_person': 38,
      'requests.unavailable.not_held.business': 4,
      'requests.carried_in.total': 9,
    });
    expect(diagnose(report)).toEqual({
      explanations: [],
      unexplained: [
        'requests/balance:total',
        'requests/column-total:natural_person',
        'requests/column-total:business',
        'requests/row-total:carried_in',
        'requests/row-total:granted',
        'requests/row-total:unavailable.not_held',
      ],
    });
  });

  it('knows a row printed one cell to the right', () => {
    const shifted = county({
      'requests.granted.natural_person': 0,
      'requests.granted.business': 31,
      'requests.granted.research': 12,
      'requests.granted.total': 0,
    });
    expect(told(shifted)).toEqual([
      'row-shifted: requests.granted.natural_person 0 → 31, requests.granted.business 31 → 12, ' +
        'requests.granted.research 12 → 0, requests.granted.total 0 → 43',
    ]);
  });

  it('knows a row printed one cell off whose total kept its place', () =>
    expect(
      told(
        county({
          'requests.granted.natural_person': 0,
          'requests.granted.business': 31,
          'requests.granted.research': 12,
        }),
      ),
    ).toEqual([
      'row-shifted: requests.granted.natural_person 0 → 31, requests.granted.business 31 → 12, ' +
        'requests.granted.research 12 → 0',
    ]));

  /** The county with two of the five carried over being of 商业企业. */
  const two = {
    'requests.total.business': 11,
    'requests.total.total': 56,
    'requests.granted.business': 10,
    'requests.granted.total': 41,
    'requests.carried_out.business': 2,
    'requests.carried_out.total': 7,
  };
  it('knows a row that was left out', () =>
    expect(
      told(
        county({
          ...two,
          'requests.carried_out.natural_person': 0,
          'requests.carried_out.business': '',
          'requests.carried_out.total': 0,
        }),
      ),
    ).toEqual([
      'line-left-out: requests.carried_out.natural_person 0 → 5, requests.carried_out.business null → 2, ' +
        'requests.carried_out.total 0 → 7',
    ]));
  it('knows a row of totals that was not worked out anew', () =>
    expect(
      told(
        county({
          'requests.total.natural_person': 44,
          'requests.total.business': 11,
          'requests.total.total': 55,
        }),
      ),
    ).toEqual([
      'total-not-updated: requests.total.natural_person 44 → 45, requests.total.business 11 → 13, ' +
        'requests.total.total 55 → 58',
    ]));

  it('knows two rows in each other’s place, where a sum shows it', () => {
    const exchanged = county({
      'requests.new.natural_person': 31,
      'requests.new.business': 12,
      'requests.new.total': 43,
      'requests.granted.natural_person': 48,
      'requests.granted.business': 13,
      'requests.granted.total': 61,
    });
    expect(diagnose(exchanged).explanations.map(({ cause }) => cause)).toEqual(['rows-exchanged']);
  });
});

describe('an exchange that breaks no sum', () => {
  /** The small county with 予以公开 and 无法提供 in each other's place, under a text. */
  const exchanged = (text: string) => {
    const report = county({
      'requests.granted.natural_person': 14,
      'requests.granted.business': 1,
      'requests.granted.total': 15,
      'requests.unavailable.not_held.natural_person': 31,
      'requests.unavailable.not_held.business': 12,
      'requests.unavailable.not_held.total': 43,
    });
    const paragraph = { kind: 'paragraph' as const, text, place: { block: 1 } };
    return { ...report, sections: [{ id: 'overview' as const, heading: '一、总体情况', paragraphs: [paragraph] }] };
  };
  const found = (text: string) => {
    const report = exchanged(text);
    return diagnose(report, validate(report)).explanations;
  };

  it('is told where the text gives both figures the other way round', () => {
    const [only, ...more] = found('依申请公开答复58件，其中予以公开43件，本机关不掌握相关信息15件。');
    expect(more).toEqual([]);
    expect(only?.cause).toBe('rows-exchanged');
    expect(only?.explains).toEqual([
      'narrative/outcomes:granted.total',
      'narrative/outcomes:unavailable.not_held.total',
    ]);
    expect(only?.cells).toContainEqual({
      cell: 'requests.unavailable.not_held.business',
      printed: 12,
      would_be: 1,
    });
    expect(only?.cells).toHaveLength(6);
  });

  it('is not told from one figure, from two that are not each other’s, or without the text', () => {
    expect(found('依申请公开答复58件，其中予以公开43件。')).toEqual([]);
    expect(found('依申请公开答复58件，其中予以公开43件，本机关不掌握相关信息14件。')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('is told to people by the two labels', () => {
    const report = exchanged('依申请公开答复58件，其中予以公开43件，本机关不掌握相关信息15件。');
    const text = renderText([{ file: 'a', index: 1, report, findings: validate(report) }], 'en', false);
    expect(text).toContain('（一）予以公开 ↔ 1.本机关不掌握相关政府信息: two rows exchanged');
  });
});

describe('Hebei 2020, as published', () => {
  let hebei: Report;
  beforeAll(async () => {
    const bytes = await readFile(new URL('../fixtures/hebei-2020-text/report.txt', import.meta.url));
    hebei = (await extract(bytes)).reports[0] as Report;
  });
  const BALANCES = ['natural_person', 'business', 'nonprofit', 'other'].map((column) => `requests/balance:${column}`);

  it('is figures moved between columns, in one of two rows; 上年结转 would become negative', () => {
    const { explanations, unexplained } = diagnose(hebei);
    expect(unexplained).toEqual([]);
    const changed = (cell: string, printed: number, would_be: number) => ({ cell, printed, would_be });
    expect(explanations).toEqual([
      {
        cause: 'moved-between-columns',
        explains: BALANCES,
        cells: [
          changed('requests.new.natural_person', 9038, 9045),
          changed('requests.new.business', 317, 316),
          changed('requests.new.nonprofit', 39, 38),
          changed('requests.new.other', 63, 58),
        ],
      },
      {
        cause: 'moved-between-columns',
        explains: BALANCES,
        cells: [
          changed('requests.carried_out.natural_person', 159, 152),
          changed('requests.carried_out.business', 2, 3),
          changed('requests.carried_out.nonprofit', 0, 1),
          changed('requests.carried_out.other', 1, 6),
        ],
      },
    ]);
  });

  it('still shows one more wrong cell', () => {
    const { requests } = hebei.tables;
    const cell = { ...(requests.cells['requests.granted.business'] as Cell), value: 129, printed: '129' };
    const cells = { ...requests.cells, 'requests.granted.business': cell };
    const spoiled = { ...hebei, tables: { ...hebei.tables, requests: { ...requests, cells } } };
    const { explanations } = diagnose(spoiled);
    expect(explanations).toHaveLength(2);
    for (const { cells, cause } of explanations) {
      expect(cause).toBe('moved-and-one-cell');
      expect(cells[0]).toEqual({ cell: 'requests.granted.business', printed: 129, would_be: 192 });
    }
  });

  it('is told to people in either language, and to programs by the schema', () => {
    const checked = [{ file: 'hebei.txt', index: 1, report: hebei, findings: [] }];
    const findings = [
      { rule: 'x/y', severity: 'error' as const, table: '' as const, row: '', column: '', cells: [], args: {} },
    ];
    const english = renderText([{ file: 'hebei.txt', index: 1, report: hebei, findings }], 'en', false);
    expect(english).toContain('figures stand in the wrong columns, which is no typing error; 2 rows would explain it:');
    expect(english).toContain(
      '四、结转下年度继续办理 · 自然人 159 → 152, 商业企业 2 → 3, 社会公益组织 0 → 1, 其他 1 → 6',
    );
    expect(english).toContain('not certified: 三、收到和处理政府信息公开申请情况 (4 sums broken)');
    expect(english.trimEnd().split('\n').at(-1)).toContain('2 of 3 tables certified');
    const chinese = renderText([{ file: 'hebei.txt', index: 1, report: hebei, findings }], 'zh', false);
    expect(chinese).toContain('数字在各列之间错位，并非录入差错；有 2 行可以解释');
    const json = validateSchema.parse(JSON.parse(renderJson(checked, 'en')));
    expect(json.reports[0]?.explanations).toHaveLength(2);
    expect(json.reports[0]?.certified).toEqual({ proactive: true, requests: false, disputes: true });
    expect(json.reports[0]?.uncertified).toEqual([{ table: 'requests', code: 'broken-sum', count: 4 }]);
  });
});
