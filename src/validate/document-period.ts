import type { Report } from '../model.js';
import { compact } from '../text.js';
import type { Rule } from './rule.js';

const PERIOD =
  /统计(?:的)?(?:期限|时限|时段|期间|时间|区间|周期)[^。;]{0,12}?((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日[^。;]{0,6}?(?:至|到|-|—|~)[^。;\d]{0,4}(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})日/;

/** The statistics period that the text prints, as `YYYY-M-D`; undefined when it prints none. */
function periodOf(report: Report): { from: string; to: string } | undefined {
  for (const { paragraphs } of report.sections)
    for (const { text } of paragraphs) {
      const match = PERIOD.exec(compact(text));
      if (match === null) continue;
      const [, year = '', month = '', day = '', endYear = year, endMonth = '', endDay = ''] = match;
      const date = (...parts: readonly string[]) => parts.map(Number).join('-');
      return { from: date(year, month, day), to: date(endYear, endMonth, endDay) };
    }
  return undefined;
}

/**
 * 统计期限 must be 1 January to 31 December of the year that the title names. Both letters print it so.
 * Another year in either is usually left over from last year's file; figures of last year's file may be, too.
 * Known false positives: reports corrected for a period of their own.
 */
export const documentPeriod: Rule = {
  id: 'document/period',
  severity: 'warning',
  basis: '国办公开办函〔2021〕30号：统计期限为1月1日至12月31日',
  about: {
    en: 'The statistics period is not the calendar year of the title.',
    zh: '统计期限与标题年度不一致，或不是完整自然年度。',
  },
  falsePositives: {
    en: "A title of another year may stand on the page beside the report's own.",
    zh: '网页上可能另有其他年度的标题。',
  },
  *check(report) {
    const period = periodOf(report);
    if (period === undefined || report.year === null) return;
    const { from, to } = period;
    if (from === `${report.year}-1-1` && to === `${report.year}-12-31`) return;
    yield { table: '', row: '', column: '', cells: [], args: { from, to, year: report.year } };
  },
  message: {
    en: ({ from, to, year }) => `the statistics period is ${from} to ${to}; the report is for ${year}`,
    zh: ({ from, to, year }) => `统计期限为 ${from} 至 ${to}，报告年度为 ${year}`,
  },
  examples: [
    { edition: '2021', cells: {}, narrative: '统计期限为2022年1月1日至2022年12月31日。', raises: [] },
    { edition: '2021', cells: {}, narrative: '数据统计期限自2022年1月1日起至12月31日止。', raises: [] },
    { edition: '2021', cells: {}, narrative: '统计期限为2021年1月1日至2021年12月31日。', raises: [''] },
    { edition: '2021', cells: {}, narrative: '统计时段自2022年1月1日起，至2022年11月30日止。', raises: [''] },
  ],
};
