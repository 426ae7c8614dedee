import { sumRule } from './sum-rule.js';

/** （七）总计 is the sum of the outcomes above it; （二）部分公开 counts once, as that outcome only. */
export const requestsColumnTotal = sumRule('requests', 'column-total', {
  id: 'requests/column-total',
  basis: '国办公开办函〔2021〕30号：（七）总计为各项办理结果之和（区分处理的，只计部分公开）',
  about: {
    en: 'In every column, （七）总计 equals the sum of the outcomes above it.',
    zh: '每一列：（七）总计等于各项办理结果之和。',
  },
  falsePositives: {
    en: 'An office that counts a request with several outcomes once in each of them gets more than its 总计; the letter of 2021 asks to count 部分公开 once, as that outcome only. Where a table combines both editions, a row that only one of them has is read by the edition of the table.',
    zh: '同一申请有多种结果而各项重复计数的，各项之和会大于总计；国办公开办函〔2021〕30号要求区分处理的只计部分公开一项。两种格式混用的表，按该表的版次判读。',
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
