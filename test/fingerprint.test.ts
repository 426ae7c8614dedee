import { describe, expect, it } from 'vitest';
import { fingerprintOf, identityOf, validate } from '../src/index.js';
import { fnv1a64 } from '../src/validate/fingerprint.js';
import { reportOf } from './support/checked.js';
import { run } from './support/run.js';

const BROKEN = { 'requests.new.business': '3', 'requests.new.total': '3' };

const fingerprints = (report: ReturnType<typeof reportOf>, file = 'a.html') =>
  validate(report).map((finding) => fingerprintOf(finding, report, file));

describe('fnv1a64', () => {
  // The published test vectors: http://www.isthe.com/chongo/tech/comp/fnv/
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('of %j is %s', (text, hash) => expect(fnv1a64(text)).toBe(hash));
});

describe('a fingerprint', () => {
  it('tells the findings of a report apart', () => {
    const all = fingerprints(reportOf(BROKEN));
    expect(all).toHaveLength(2); // the balance of 商业企业 and of 总计
    expect(new Set(all).size).toBe(2);
  });

  it('does not depend on the file, the layout, blanks or the severity', () => {
    const again = reportOf({ ...BROKEN, 'requests.new.business': ' 3\n' }, { 'requests.new.business': { line: 9 } });
    expect(fingerprints(again, 'b.txt')).toEqual(fingerprints(reportOf(BROKEN)));
    const [finding] = validate(again);
    if (finding === undefined) throw new Error('no finding');
    const mild = fingerprintOf({ ...finding, severity: 'note' }, again, 'b.txt');
    expect(mild).toBe(fingerprints(again)[0]);
  });

  it('is the same in every language', async () => {
    const of = async (lang: string) => {
      const { stdout } = await run(
        'validate',
        'fixtures/hebei-2020-text/report.txt',
        '--format',
        'json',
        '--lang',
        lang,
      );
      return JSON.parse(stdout).reports[0].findings.map((f: { fingerprint: string }) => f.fingerprint);
    };
    expect(await of('zh')).toHaveLength(4);
    expect(await of('zh')).toEqual(await of('en'));
  });

  it('changes with a printed figure, the organ and the year', () => {
    const before = fingerprints(reportOf(BROKEN))[0];
    expect(fingerprints(reportOf({ ...BROKEN, 'requests.new.business': '4' }))[0]).not.toBe(before);
    expect(fingerprints({ ...reportOf(BROKEN), organ: '云溪县' })[0]).not.toBe(before);
    expect(fingerprints({ ...reportOf(BROKEN), year: 2022 })[0]).not.toBe(before);
  });

  it('names a report without organ or year by its file', () => {
    const report = { ...reportOf(BROKEN), organ: '' };
    expect(identityOf(report, './2023\\a.html')).toBe('2023/a.html');
    expect(identityOf(reportOf(BROKEN), 'a.html')).toBe('云溪市 2023');
  });

  it('tells missing tables apart, which have no cells', () => {
    const report = reportOf({});
    const gone = (id: 'requests' | 'disputes') => ({
      ...report.tables[id],
      cells: Object.fromEntries(
        Object.values(report.tables[id].cells).map((c) => [c.id, { ...c, state: 'absent' as const, value: null }]),
      ),
    });
    const without = { ...report, tables: { ...report.tables, requests: gone('requests'), disputes: gone('disputes') } };
    expect(new Set(fingerprints(without)).size).toBe(2);
  });
});
