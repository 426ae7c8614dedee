import { sumRule } from './sum-rule.js';

/** （七）总计 is the sum of the outcomes above it; （二）部分公开 counts once, as that outcome only. */
export const requestsColumnTotal = sumRule('requests', 'column-total', {
  id: 'requests/column-total',
  basis: '国办公开办函〔2021〕30号：（七）总计为各项办理结果之和（区分处理的，只计部分公开）',
  about: {
    en: 'In every column, （七）总计 equals the sum of the outcomes above it.',
    zh: '每一列：（七）总计等于各项办理结果之和。',
  },
  examples: [
    {
      edition: '2021',
      cells: { 'requests.granted.research': '2', 'requests.other.misc.research': '1', 'requests.total.research': '3' },
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'requests.granted.research': '2', 'requests.total.research': '3' },
      raises: ['total/research'],
    },
    { edition: '2019', cells: { 'requests.other.research': '4', 'requests.total.research': '' }, raises: [] },
  ],
});
