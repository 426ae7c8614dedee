import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { ALL_RULES, documentFinding } from '../src/index.js';
import { renderSarif, uriOf } from '../src/render/sarif.js';
import { documentNoTables } from '../src/validate/index.js';
import { checkedOf, OPTIONS, reportOf } from './support/checked.js';

const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
// A pattern of the published schema has a stray bracket that only the older kind of regular expression takes.
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv as never);
const isSarif = ajv.compile(schema);

/** Parsed, after the schema of SARIF 2.1.0 has had its say. */
function sarif(checked: Parameters<typeof renderSarif>[0], options = OPTIONS) {
  const log = JSON.parse(renderSarif(checked, options));
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  return log.runs[0];
}

const BROKEN = { 'requests.new.other': '3', 'requests.new.total': '3' };

describe('--format sarif', () => {
  it('is valid without findings, and tells every rule', () => {
    const run = sarif([checkedOf('a.html', reportOf({}))]);
    expect(run.results).toEqual([]);
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(ALL_RULES.map(({ id }) => id));
    expect(sarif([], { ...OPTIONS, language: 'zh' }).language).toBe('zh-CN');
  });

  it('gives a region for a line of a text file, and a logical location for a cell of a page', () => {
    const text = reportOf(BROKEN, { 'requests.new.other': { line: 7 }, 'requests.total.other': { line: 52 } });
    const page = reportOf(BROKEN, { 'requests.new.other': { table: 2, row: 4, cell: 7 } });
    const { results } = sarif([checkedOf('年报/a.txt', text), checkedOf('b.html', page)]);
    expect(results).toHaveLength(4);
    expect(results[0]).toEqual({
      ruleId: 'requests/balance',
      ruleIndex: 0,
      level: 'error',
      message: {
        text: '其他: 新收 + 上年结转 = 3, but 总计 + 结转下年度 = 0 (difference +3) — perhaps 一、本年新收政府信息公开申请数量 · 其他 3 → 0, 总计 3 → 0: a wrong figure carried into its total (1 other way fits equally) @ line 7 … line 52',
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: '%E5%B9%B4%E6%8A%A5/a.txt' },
            region: { startLine: 7 },
          },
          logicalLocations: [
            { fullyQualifiedName: 'requests.new.other', kind: 'cell', properties: { place: 'line 7' } },
            { fullyQualifiedName: 'requests.carried_in.other', kind: 'cell' },
            { fullyQualifiedName: 'requests.total.other', kind: 'cell', properties: { place: 'line 52' } },
            { fullyQualifiedName: 'requests.carried_out.other', kind: 'cell' },
          ],
        },
      ],
      partialFingerprints: {
        'nianbao/v1': expect.stringMatching(/^[0-9a-f]{16}$/),
        primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/),
      },
      properties: { report: '云溪市 2023', labels: '其他' },
    });
    expect(results[2].locations[0].physicalLocation.region).toBeUndefined();
    expect(results[2].message.text).toMatch(/ @ table 2 row 4 cell 7$/);
    // The same report in another format: the same fingerprint.
    expect(results[2].partialFingerprints).toEqual(results[0].partialFingerprints);
  });

  it('puts errors first and cuts off the mildest past 5,000', () => {
    const report = reportOf(BROKEN);
    const errors = checkedOf('a.html', report);
    const notes = { ...errors, findings: errors.findings.map((f) => ({ ...f, severity: 'note' as const })) };
    const run = sarif([...Array.from({ length: 2500 }, () => notes), errors]);
    expect(run.results).toHaveLength(5000);
    expect(run.results.map(({ level }: { level: string }) => level).indexOf('note')).toBe(2);
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toBe(
      '2 milder findings are left out: 5000 results are shown.',
    );
  });

  it('names files as URIs', () => {
    const findings = [documentFinding(documentNoTables, { images: 1 })];
    const file = 'C:\\年报\\a b%.html';
    const [{ locations }] = sarif([{ file, index: 0, report: null, findings }]).results;
    expect(locations).toEqual([{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }]);
    expect(uriOf(file)).toBe('file:///C:/%E5%B9%B4%E6%8A%A5/a%20b%25.html');
    expect(uriOf('/tmp/a#1.html')).toBe('file:///tmp/a%231.html');
    expect(uriOf('./a:b.html')).toBe('a%3Ab.html');
    expect(uriOf('\ud800.html')).toBe('%EF%BF%BD.html');
    expect(uriOf('-')).toBe('stdin');
  });
});
