import { describe, expect, it } from 'vitest';
import { exampleReport, messageOf, rollup } from '../src/index.js';

const flow = (np: number, business: number, extra: Record<string, string | null> = {}) => ({
  'requests.new.natural_person': String(np),
  'requests.new.business': String(business),
  'requests.new.total': String(np + business),
  'requests.granted.natural_person': String(np),
  'requests.granted.business': String(business),
  'requests.granted.total': String(np + business),
  'requests.total.natural_person': String(np),
  'requests.total.business': String(business),
  'requests.total.total': String(np + business),
  ...extra,
});
const report = (organ: string, cells: Record<string, string | null>, year = 2022) =>
  exampleReport({ edition: '2021', cells, report: { organ, year } });
const part = (organ: string, cells: Record<string, string | null>, year = 2022) => ({
  name: organ,
  report: report(organ, cells, year),
});
const COUNTY = '青岚县人民政府';
const PARTS = [
  part('松坪镇人民政府', flow(12, 3)),
  part('清水乡人民政府', flow(21, 4)),
  part('青岚县教育局', flow(7, 1)),
];
const WHOLE = flow(40, 8);

describe('rollup', () => {
  it('is silent where every cell is the sum of its parts', () =>
    expect(rollup(report(COUNTY, WHOLE), PARTS)).toEqual([]));

  it('names the part whose own sums the change would mend', () => {
    const wrong = part('清水乡人民政府', flow(21, 4, { 'requests.new.natural_person': '12' }));
    const [finding, ...more] = rollup(report(COUNTY, WHOLE), [PARTS[0], wrong, PARTS[2]] as typeof PARTS);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'rollup/cell',
      severity: 'error',
      cells: ['requests.new.natural_person'],
      args: { summary: 40, sum: 31, part: '清水乡人民政府', printed: 12, meant: 21, cause: 'sums' },
    });
    expect(messageOf(finding as never, 'en')).toContain('清水乡人民政府 had 21 instead of 12');
  });

  it('blames the summary where its own sums show it', () => {
    const [finding] = rollup(report(COUNTY, { ...WHOLE, 'requests.new.natural_person': '41' }), PARTS);
    expect(finding?.args).toMatchObject({ part: '', printed: 41, meant: 40 });
  });

  it('names a part that the summary leaves out', () => {
    const found = rollup(report(COUNTY, flow(33, 7)), PARTS);
    expect(found.at(-1)).toMatchObject({ rule: 'rollup/part', args: { part: '青岚县教育局', reason: 'left-out' } });
  });

  it('sees that a part was not given', () => {
    const found = rollup(report(COUNTY, WHOLE), PARTS.slice(0, 2));
    expect(found.at(-1)).toMatchObject({ rule: 'rollup/part', args: { reason: 'missing' } });
  });

  it('names the bodies of a list that are not given, and those given that are not listed', () => {
    const named = (listed: string[], given = PARTS.slice(0, 2)) =>
      rollup(report(COUNTY, WHOLE), given, listed)
        .filter((f) => f.rule === 'rollup/part')
        .map((f) => [f.args.reason, f.args.part]);
    expect(named(['松坪镇', '清水乡', '教育局'])).toEqual([['not-given', '教育局']]);
    expect(named(['松坪镇', '清水乡', '教育局'], PARTS)).toEqual([]);
    expect(named(['松坪镇人民政府', '青岚县教育局'], PARTS)).toEqual([['not-listed', '清水乡人民政府']]);
    // 东松坪镇 is another town than 松坪镇, though its name ends so.
    expect(named(['松坪镇', '东松坪镇', '清水乡', '教育局'], PARTS)).toEqual([['not-given', '东松坪镇']]);
  });

  it('adds no other year, and no part twice', () => {
    const found = rollup(report(COUNTY, WHOLE), [
      ...PARTS,
      PARTS[0] as never,
      part('东岭镇人民政府', flow(9, 9), 2021),
    ]);
    expect(found.map((f) => [f.rule, f.args.reason])).toEqual([
      ['rollup/part', 'duplicate'],
      ['rollup/part', 'year'],
    ]);
  });

  it('compares nothing where there is nothing to add', () => {
    const found = rollup(report(COUNTY, WHOLE), [part('松坪镇人民政府', flow(12, 3), 2021)]);
    expect(found.map((f) => [f.rule, f.args.reason])).toEqual([['rollup/part', 'year']]);
  });

  it('does not judge a cell that one report leaves unread', () => {
    const found = rollup(report(COUNTY, WHOLE), [
      ...PARTS.slice(0, 2),
      part('青岚县教育局', flow(7, 1, { 'requests.new.business': '?' })),
    ]);
    expect(found.map((f) => [f.rule, f.severity, f.args.count, f.args.parts])).toEqual([
      ['rollup/unread', 'note', 1, '青岚县教育局'],
    ]);
  });
});
