import { describe, expect, it } from 'vitest';
import { documentFinding, documentUnreadable } from '../src/index.js';
import { renderGithub } from '../src/render/github.js';
import { checkedOf, OPTIONS, reportOf } from './support/checked.js';

describe('--format github', () => {
  it('points at the line of a text file and names the cells of a page', () => {
    const cells = { 'requests.new.other': '3' };
    const text = reportOf(cells, { 'requests.new.other': { line: 7 }, 'requests.carried_in.other': { line: 9 } });
    const page = reportOf(cells, { 'requests.new.other': { table: 2, row: 4, cell: 7 } });
    const out = renderGithub([checkedOf('./年报/a,b.txt', text), checkedOf('c.html', page)], OPTIONS).split('\n');
    expect(out).toEqual([
      '::error file=年报/a%2Cb.txt,line=7,title=requests/balance · 云溪市 2023::其他: 新收 + 上年结转 = 3, but 总计 + 结转下年度 = 0 (difference +3) — perhaps 一、本年新收政府信息公开申请数量 · 其他 3 → 0',
      '::error file=年报/a%2Cb.txt,line=7,title=requests/row-total · 云溪市 2023::一、本年新收政府信息公开申请数量: the addends come to 3, 总计 is printed as 0 (difference +3) — perhaps 一、本年新收政府信息公开申请数量 · 其他 3 → 0',
      '::error file=c.html,title=requests/balance · 云溪市 2023::其他: 新收 + 上年结转 = 3, but 总计 + 结转下年度 = 0 (difference +3) — perhaps 一、本年新收政府信息公开申请数量 · 其他 3 → 0 @ table 2 row 4 cell 7',
      '::error file=c.html,title=requests/row-total · 云溪市 2023::一、本年新收政府信息公开申请数量: the addends come to 3, 总计 is printed as 0 (difference +3) — perhaps 一、本年新收政府信息公开申请数量 · 其他 3 → 0 @ table 2 row 4 cell 7',
      expect.stringMatching(/^NOT VALID · 2 reports in 2 files: 4 errors, 0 warnings, 0 notes, 0 unreadable/),
      '',
    ]);
  });

  it('shows the worst ten of a kind and counts the others outside the cap', () => {
    const few = checkedOf('few.html', reportOf({ 'requests.new.other': '1', 'requests.new.total': '1' }));
    const far = checkedOf('far.html', reportOf({ 'requests.new.other': '90', 'requests.new.total': '90' }));
    const unreadable = {
      file: 'empty.html',
      index: 0,
      report: null,
      findings: [documentFinding(documentUnreadable, { reason: 'empty' })],
    };
    const out = renderGithub([few, few, few, few, few, far, unreadable], OPTIONS).split('\n');
    expect(out.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    expect(out[0]).toBe('::error file=empty.html,title=document/unreadable::the file is empty; fetch it again');
    expect(out[1]).toContain('file=far.html');
    expect(out[2]).toContain('file=far.html');
    expect(out[10]).toBe('… 3 more errors');
    expect(out[11]).toMatch(/^NOT VALID · 6 reports in 3 files: 13 errors, 0 warnings, 0 notes, 1 unreadable/);
  });

  it('lets no printed text end a command or begin another', () => {
    const report = reportOf({ 'requests.new.other': '?\n::error::x%\u001b[31m' });
    const out = renderGithub([checkedOf('a.html', report)], OPTIONS);
    expect(out.split('\n').filter((line) => line.startsWith('::'))).toHaveLength(1);
    expect(out).toContain('?%0A::error::x%25 [31m');
  });
});
