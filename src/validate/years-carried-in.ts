import { yearsRule } from './years-rule.js';

const organ = '青岚县人民政府';

/**
 * 上年结转 of a year is 结转下年度 of the year before, column by column. It holds in the published pairs that were checked
 * (宿迁 2023→2024→2025, 洪泽 2023→2024). Known false positives: bodies merged or divided between the years, requests
 * withdrawn in between, a corrected report for the year before.
 */
export const yearsCarriedIn = yearsRule(
  'carried-in',
  {
    severity: 'warning',
    basis: '国办公开办函〔2021〕30号：上年结转政府信息公开申请数量',
    about: {
      en: 'What was carried in is not what the year before carried out.',
      zh: '上年结转数与上一年度报告的结转下年度数不一致。',
    },
    falsePositives: {
      en: 'Bodies merged, split or took over cases during the reform of institutions.',
      zh: '机构改革中合并、分设或划转案件时会不一致。',
    },
    examples: [
      {
        reports: [
          { edition: '2021', cells: { 'requests.carried_out.business': '3' }, report: { organ, year: 2021 } },
          { edition: '2021', cells: { 'requests.carried_in.business': '3' }, report: { organ, year: 2022 } },
        ],
        raises: [],
      },
      {
        reports: [
          { edition: '2021', cells: { 'requests.carried_in.business': '2' }, report: { organ, year: 2022 } },
          {
            edition: '2019',
            cells: { 'requests.carried_out.business': '3' },
            report: { organ: '青岚县政府', year: 2021 },
          },
        ],
        raises: ['carried_in/business'],
      },
      {
        reports: [
          {
            edition: '2021',
            cells: { 'requests.carried_out.business': '3' },
            report: { organ: '松坪县人民政府', year: 2021 },
          },
          { edition: '2021', cells: {}, report: { organ, year: 2022 } },
        ],
        raises: [],
      },
      {
        reports: [
          { edition: '2021', cells: { 'requests.carried_out.business': '?' }, report: { organ, year: 2021 } },
          { edition: '2021', cells: {}, report: { organ, year: 2022 } },
        ],
        raises: [],
      },
    ],
  },
  '结转下年度 (LAST)',
);
