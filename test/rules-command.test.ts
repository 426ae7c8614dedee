import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '../src/index.js';
import { run } from './support/run.js';

describe('nianbao rules', () => {
  it.each(['en', 'zh'] as const)('lists every rule once, sorted, with its severity (%s)', async (lang) => {
    const { status, stdout } = await run('rules', '--lang', lang);
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(/\s+/).slice(0, 2).join(' '))).toEqual(
      ALL_RULES.map(({ id, severity }) => `${id} ${severity}`).sort(),
    );
  });
});

describe('nianbao explain', () => {
  it('shows basis, false positives and examples with their messages', async () => {
    const { status, stdout } = await run('explain', 'disputes/row-total', '--lang', 'en');
    expect(status).toBe(0);
    expect(stdout).toBe(`disputes/row-total · error

Finds: For each procedure, 总计 equals the sum of the four outcomes.
Basis: 国办公开办函〔2021〕30号：总计为结果维持、结果纠正、其他结果、尚未审结之和
Known false positives: None known on a table that was read whole. Offices publish 总计 as 0 under cases that they list (洪泽区 2023): that is an error of the report and is meant to be found.

Examples (a form with 0 in every other cell):
  2021: 行政复议 · 结果维持 = 10; 行政复议 · 结果纠正 = 1; 行政复议 · 总计 = 11
    → no finding
  2021: 行政复议 · 结果维持 = 10; 行政复议 · 结果纠正 = 1
    → 行政复议: the addends come to 11, 总计 is printed as 0 (difference +11)
  2019: 行政复议 · 结果维持 = 10; 行政复议 · 总计 = (blank)
    → no finding

Set it: --rule disputes/row-total=off|note|warning|error, or "rules" in nianbao.config.json
`);
  });

  it('writes Chinese with Chinese punctuation', async () => {
    const { stdout } = await run('explain', 'disputes/row-total', '--lang', 'zh');
    expect(stdout).toContain('检查：行政复议及两类行政诉讼：');
    expect(stdout).not.toMatch(/^\p{Script=Han}[^\n:]*: /mu);
  });

  it.each(ALL_RULES.map(({ id }) => id))('%s in both languages', async (id) => {
    for (const lang of ['en', 'zh']) {
      const { status, stdout } = await run('explain', id, '--lang', lang);
      expect(status).toBe(0);
      expect(stdout).not.toMatch(/undefined|NaN/);
      expect(stdout).toMatch(/^ {4}→ ./m);
    }
  });

  it('says of every rule when it may be wrong', () => {
    const silent = ALL_RULES.filter((rule) => rule.falsePositives === undefined).map(({ id }) => id);
    expect(silent).toEqual([]);
  });

  it('says what certified means and what it cannot see', async () => {
    expect((await run('explain', 'certified', '--lang', 'en')).stdout).toContain('exchanged as a whole break no sum');
  });

  it('knows no other rule', async () => {
    expect(await run('explain', 'disputes/rowtotal')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'explain: no rule named disputes/rowtotal; did you mean disputes/row-total? (nianbao rules lists them)\n',
    });
  });
});
