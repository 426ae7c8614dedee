import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellsOf, FORMS, TABLE_IDS } from '../src/index.js';
import { run } from './support/run.js';

/** A report as Markdown tables, on an all-zero form with cells set. */
function markdown(organ: string, year: number, cells: Record<string, number>): string {
  const lines = [`# ${organ}${year}年政府信息公开工作年度报告`, ''];
  for (const id of TABLE_IDS) {
    lines.push(`## ${FORMS['2021'].tables[id].title}`, '');
    for (const { title, rows, columns } of FORMS['2021'].tables[id].blocks) {
      lines.push(
        `| ${[title || ' ', ...columns.map((c) => c.label)].join(' | ')} |`,
        `|${' --- |'.repeat(columns.length + 1)}`,
      );
      for (const row of rows) {
        const figures = columns.map((c) => cells[`${id}.${row.id}.${c.id}`] ?? 0);
        lines.push(`| ${[[...row.path, row.label].join(' '), ...figures].join(' | ')} |`);
      }
      lines.push('');
    }
  }
  return lines.join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const received = (n: number) => ({
  'requests.new.natural_person': n,
  'requests.new.total': n,
  'requests.granted.natural_person': n,
  'requests.granted.total': n,
  'requests.total.natural_person': n,
  'requests.total.total': n,
});

it('the forms used here have every cell', () =>
  expect(TABLE_IDS.flatMap((id) => cellsOf(FORMS['2021'].tables[id]))).toHaveLength(200));

describe('nianbao validate over two years', () => {
  it('attaches what does not continue to the later report, and stays 0', async () => {
    const carried = {
      ...received(5),
      'requests.new.natural_person': 7,
      'requests.new.total': 7,
      'requests.carried_out.natural_person': 2,
      'requests.carried_out.total': 2,
    };
    const { status, stdout: out } = await run(
      'validate',
      file('2022.md', markdown('青岚县人民政府', 2022, received(3))),
      file('2021.md', markdown('青岚县政府', 2021, carried)),
      '--format',
      'json',
    );
    const { reports } = JSON.parse(out) as {
      reports: { year: number; findings: { rule: string; severity: string; cells: string[] }[] }[];
    };
    const years = reports.map((r) => [
      r.year,
      r.findings.filter((f) => f.rule.startsWith('years/')).map((f) => f.cells[0]),
    ]);
    expect(years).toEqual([
      [2022, ['requests.carried_in.natural_person', 'requests.carried_in.total']],
      [2021, []],
    ]);
    expect(status).toBe(0);
  });
});

describe('nianbao rollup', () => {
  const a = file('a.md', markdown('松坪镇人民政府', 2022, received(4)));
  const b = file('b.md', markdown('清水乡人民政府', 2022, received(6)));
  it('is 0 where the summary is the sum of its parts', async () => {
    const sum = file('sum.md', markdown('青岚县人民政府', 2022, received(10)));
    expect((await run('rollup', sum, a, b)).status).toBe(0);
  });
  it('is 1 where it is not, and names the part left out', async () => {
    const sum = file('short.md', markdown('青岚县人民政府', 2022, received(4)));
    const { status, stdout: out } = await run('rollup', sum, a, b, '--lang', 'en');
    expect(status).toBe(1);
    expect(out).toContain('清水乡人民政府');
    expect(out).toContain('leave it out');
  });
  it('names the body of a list that was not given', async () => {
    const sum = file('whole.md', markdown('青岚县人民政府', 2022, received(15)));
    const list = file('list.txt', '# 2022\n松坪镇\n清水乡\n\n东岭镇\n');
    const { status, stdout: out } = await run('rollup', sum, a, b, '--parts', list, '--lang', 'en');
    expect(status).toBe(1);
    expect(out).toContain('东岭镇 must be there and is not given');
    expect(out).not.toMatch(/清水乡.*(?:is not given|not on the list)/);
  });
  it('takes the list and the summary for no parts where they lie beside them', async () => {
    const parts = join(folder, 'parts');
    mkdirSync(parts);
    const at = (name: string, text: string) => {
      writeFileSync(join(parts, name), text);
      return join(parts, name);
    };
    at('a.md', markdown('松坪镇人民政府', 2022, received(4)));
    const sum = at('sum.md', markdown('青岚县人民政府', 2022, received(4)));
    const { status, stderr } = await run('rollup', sum, parts, '--parts', at('list.txt', '松坪镇\n'));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
  it('reads the list in the encoding in which Windows writes it', async () => {
    const sum = file('gbk-sum.md', markdown('青岚县人民政府', 2022, received(10)));
    // 清水乡 and 松坪镇 in GB18030.
    const names = [0xc7, 0xe5, 0xcb, 0xae, 0xcf, 0xe7, 0x0d, 0x0a, 0xcb, 0xc9, 0xc6, 0xba, 0xd5, 0xf2, 0x0d, 0x0a];
    const list = join(folder, 'gbk.txt');
    writeFileSync(list, Buffer.from(names));
    const { status, stdout: out } = await run('rollup', sum, a, b, '--parts', list, '--lang', 'en');
    expect(status).toBe(0);
    expect(out).toContain('every sum holds');
  });
  it('is 2 where no part is of the year of the summary, which is then not compared', async () => {
    const sum = file('later.md', markdown('青岚县人民政府', 2023, received(10)));
    const { status, stdout: out, stderr } = await run('rollup', sum, a, b);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(stderr).toContain('none of the parts is of 2023');
  });
  it('is 2 for a list that does not exist or names nobody', async () => {
    expect((await run('rollup', a, b, '--parts', join(folder, 'none.txt'))).status).toBe(2);
    expect((await run('rollup', a, b, '--parts', file('empty.txt', '\n'))).status).toBe(2);
  });
  it('is 2 for a part that does not exist', async () =>
    expect((await run('rollup', a, join(folder, 'none.md'))).status).toBe(2));
});
