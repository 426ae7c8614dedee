import { percentConflictsOf } from './narrative/judge.js';
import { labelsOf, quoted, sharedAddress } from './narrative-rule.js';
import type { Rule } from './rule.js';

/**
 * 占 …% behind a figure of the text, against the share that the tables give.
 * Rounded and cut percentages are the same to it (4.348% is printed 4.34% and 4.35%), and so are all bases that
 * published reports use: 总计, 新收, 新收 + 上年结转, a group, any other figure of the paragraph.
 * Known false positives: a base that is printed nowhere in the report.
 */
export const narrativePercentage: Rule = {
  id: 'narrative/percentage',
  severity: 'warning',
  basis: '条例第五十条：文字与表格应当一致',
  about: {
    en: 'A share stated in the text is not that of the figures, whatever its base.',
    zh: '文字所写占比与各种基数均不相符。',
  },
  falsePositives: {
    en: 'Shares may be taken of a base that the table does not hold (one channel, one month).',
    zh: '占比的基数可能不在表中（某一渠道、某一时段）。',
  },
  *check(report) {
    for (const { comparison, stated, printed, severity } of percentConflictsOf(report)) {
      const { statement, cells } = comparison;
      yield {
        ...sharedAddress(cells),
        severity,
        cells,
        args: {
          sentence: statement.sentence.printed,
          stated,
          printed,
          count: statement.figure.printed,
          label: labelsOf(cells, report),
        },
      };
    }
  },
  message: {
    en: ({ sentence, stated, printed, count, label }) =>
      `${label}: the text states ${stated} for ${count}, by the table it is ${printed} (“${quoted(sentence, stated)}”)`,
    zh: ({ sentence, stated, printed, count, label }) =>
      `${label}：文字写 ${count} 占 ${stated}，按表格为 ${printed}（「${quoted(sentence, stated)}」）`,
  },
  examples: [
    {
      edition: '2021',
      cells: { 'requests.granted.total': '1', 'requests.total.total': '23' },
      narrative: '办结政府信息公开申请23件，予以公开1件，占4.34%。',
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'requests.granted.total': '10', 'requests.total.total': '23' },
      narrative: '办结政府信息公开申请23件，予以公开10件，占34.5%。',
      raises: ['granted/total'],
    },
  ],
};
