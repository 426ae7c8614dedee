import { sumRule } from './sum-rule.js';

/** Each of 行政复议, 未经复议直接起诉, 复议后起诉: 维持 + 纠正 + 其他 + 尚未审结 = 总计. */
export const disputesRowTotal = sumRule('disputes', 'row-total', {
  id: 'disputes/row-total',
  basis: '国办公开办函〔2021〕30号：总计为结果维持、结果纠正、其他结果、尚未审结之和',
  about: {
    en: 'For each procedure, 总计 equals the sum of the four outcomes.',
    zh: '行政复议及两类行政诉讼：总计等于四类结果之和。',
  },
  falsePositives: {
    en: 'None known on a table that was read whole. Offices publish 总计 as 0 under cases that they list (洪泽区 2023): that is an error of the report and is meant to be found.',
    zh: '表格完整读取时未见误报。列有案件而总计填 0 的（洪泽区 2023 年）确属填报错误。',
  },
  examples: [
    {
      edition: '2021',
      cells: { 'disputes.review.upheld': '10', 'disputes.review.corrected': '1', 'disputes.review.total': '11' },
      raises: [],
    },
    // 洪泽区 2023 printed 10 + 1 + 0 + 0 with a 总计 of 0.
    {
      edition: '2021',
      cells: { 'disputes.review.upheld': '10', 'disputes.review.corrected': '1' },
      raises: ['review/total'],
    },
    { edition: '2019', cells: { 'disputes.review.upheld': '10', 'disputes.review.total': '' }, raises: [] },
  ],
});
