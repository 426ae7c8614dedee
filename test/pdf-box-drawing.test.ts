import { expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { printed, text } from './support/printed.js';

/** A line of writing; frames and Chinese are an em wide, all else half. */
const lines = (y: number, words: readonly string[]) => words.map((line, i) => text(40, y + 15 * i, line));

const read = async (marks: readonly string[]) => {
  const [report] = (await extract(printed([{ width: 400, marks }]))).reports;
  return (id: string) => {
    const cell = report?.tables.proactive.cells[`proactive.${id}`];
    return [cell?.state, cell?.value, cell?.printed];
  };
};

it('frames made of characters divide a table as rules do', async () => {
  const of = await read([
    text(40, 40, '云溪市2023年政府信息公开工作年度报告'),
    ...lines(70, [
      '┌───────┬──────┬──────┬──────┐',
      '│信息内容      │本年制发件数│本年废止件数│现行有效件数│',
      '├───────┼──────┼──────┼──────┤',
      '│规章          │      0     │            │      ─    │',
      '├───────┼──────┼──────┼──────┤',
      '│行政规范性文件│     13     │      1     │      9     │',
      '└───────┴──────┴──────┴──────┘',
    ]),
  ]);
  expect(of('normative_documents.issued')).toEqual(['read', 13, '13']);
  expect(of('normative_documents.repealed')).toEqual(['read', 1, '1']);
  expect(of('normative_documents.in_force')).toEqual(['read', 9, '9']);
  expect(of('regulations.issued')).toEqual(['read', 0, '0']);
  expect(of('regulations.repealed')).toEqual(['blank', null, '']);
  // A dash that touches no other is what the office printed.
  expect(of('regulations.in_force')[2]).toBe('─');
});
