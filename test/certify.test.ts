import { describe, expect, it } from 'vitest';
import { certify, extract, FORMS, type Report, toWideCsv } from '../src/index.js';
import { county } from './support/county.js';

describe('certified', () => {
  const doubts = (report: Report) => certify(report).uncertified.map((d) => `${d.table} ${d.code} ${d.count}`);

  it('holds for a table read whole, blank addends included', () => {
    expect(certify(county({ 'requests.partial.business': '' }))).toEqual({
      certified: { proactive: true, requests: true, disputes: true },
      uncertified: [],
    });
  });

  it('fails for what was not read, not judged or does not hold', () => {
    expect(doubts(county({ 'requests.granted.business': '?' }))).toEqual([
      'requests unreadable 1',
      'requests unjudged-sum 2',
    ]);
    expect(doubts(county({ 'proactive.regulations.issued': null }))).toEqual(['proactive absent 1']);
    expect(doubts(county({ 'requests.partial.total': '' }))).toEqual(['requests blank-total 1']);
    expect(doubts(county({ 'disputes.review.total': 1 }))).toEqual(['disputes broken-sum 1']);
  });

  /** A page that prints the requests table with the heads given. */
  const page = (heads: readonly string[]) => {
    const { blocks } = FORMS['2021'].tables.requests;
    const row = (cells: readonly string[]) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`;
    const rows = (blocks[0]?.rows ?? []).map(({ label }) => row([label, ...heads.map(() => '0')]));
    return new TextEncoder().encode(
      `<h1>某县2021年政府信息公开工作年度报告</h1><table>${row(['', ...heads])}${rows.join('')}</table>`,
    );
  };
  const HEADS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

  it('needs every column pinned by its label', async () => {
    const whole = (await extract(page(HEADS))).reports[0] as Report;
    expect(certify(whole).certified.requests).toBe(true);
    const lost = (await extract(page(HEADS.with(2, '？？？')))).reports[0] as Report;
    expect(lost.tables.requests.cells['requests.new.research']?.state).toBe('read');
    expect(doubts(lost)).toContain('requests by-order 25');
  });

  it('stands in the wide CSV with its reasons', () => {
    const [head, line] = toWideCsv([{ file: 'a.html', reports: [county({ 'requests.granted.business': '?' })] }]).split(
      '\n',
    );
    expect(head).toContain(',certified,uncertified,');
    expect(line).toContain(',proactive disputes,"requests: unreadable 1, unjudged-sum 2",');
  });
});
