import { yearsRule } from './years-rule.js';

const organ = '青岚市人民政府';

/**
 * 2021 form: 现行有效 of a year is that of the year before, plus 制发, minus 废止 of the year itself.
 * A note: documents that lapse by themselves are not always counted as 废止 (「55（含自然失效 29 件）」was published).
 */
export const yearsInForce = yearsRule(
  'in-force',
  {
    severity: 'note',
    basis: '国办公开办函〔2021〕30号：现行有效件数',
    about: {
      en: 'Rules or documents in force do not continue those of the year before.',
      zh: '现行有效件数与上一年度报告及本年制发、废止不衔接。',
    },
    falsePositives: {
      en: 'Documents may be cleaned up or recounted between two years.',
      zh: '两年之间可能清理或重新统计文件。',
    },
    examples: [
      {
        reports: [
          { edition: '2021', cells: { 'proactive.regulations.in_force': '30' }, report: { organ, year: 2021 } },
          {
            edition: '2021',
            cells: { 'proactive.regulations.in_force': '32', 'proactive.regulations.issued': '2' },
            report: { organ, year: 2022 },
          },
        ],
        raises: [],
      },
      {
        reports: [
          { edition: '2021', cells: { 'proactive.regulations.in_force': '30' }, report: { organ, year: 2021 } },
          {
            edition: '2021',
            cells: { 'proactive.regulations.in_force': '29', 'proactive.regulations.issued': '2' },
            report: { organ, year: 2022 },
          },
        ],
        raises: ['regulations/in_force'],
      },
    ],
  },
  '现行有效 (LAST) + 制发 − 废止',
);
