import { yearsRule } from './years-rule.js';

const organ = '青岚县人民政府';

/**
 * 2019 form: 上一年项目数量 of a year is 上一年项目数量 + 本年增/减 of the year before.
 * Known false positives: catalogues of items drawn up anew between the years.
 */
export const yearsItemsPrior = yearsRule(
  'items-prior',
  {
    severity: 'warning',
    basis: '国办公开办函〔2019〕60号：上一年项目数量、本年增/减',
    about: {
      en: "The number of items of the year before is not what that year's report comes to.",
      zh: '上一年项目数量与上一年度报告推算的数量不一致。',
    },
    falsePositives: {
      en: 'Lists of items are revised between years with new ways of counting.',
      zh: '事项清单的统计口径可能逐年调整。',
    },
    examples: [
      {
        reports: [
          {
            edition: '2019',
            cells: { 'proactive.licensing.items_prior': '505', 'proactive.licensing.items_change': '-8' },
            report: { organ, year: 2019 },
          },
          { edition: '2019', cells: { 'proactive.licensing.items_prior': '497' }, report: { organ, year: 2020 } },
        ],
        raises: [],
      },
      {
        reports: [
          {
            edition: '2019',
            cells: { 'proactive.licensing.items_prior': '505', 'proactive.licensing.items_change': '-8' },
            report: { organ, year: 2019 },
          },
          { edition: '2019', cells: { 'proactive.licensing.items_prior': '505' }, report: { organ, year: 2020 } },
        ],
        raises: ['licensing/items_prior'],
      },
    ],
  },
  '上一年项目数量 + 本年增/减 (LAST)',
);
