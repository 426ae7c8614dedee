import { sumRule } from './sum-rule.js';

/** The 总计 column is the sum of 自然人 and the five kinds of 法人或其他组织. */
export const requestsRowTotal = sumRule('requests', 'row-total', {
  id: 'requests/row-total',
  basis: '国办公开办函〔2021〕30号：申请人情况总计为自然人与法人或其他组织各项之和',
  about: {
    en: 'In every row, 总计 equals the sum of the six kinds of applicants.',
    zh: '每一行：总计等于六类申请人之和。',
  },
  falsePositives: {
    en: 'None known on a table that was read whole. 自然人 is one of the six kinds; a 总计 that counts 法人或其他组织 only is an error of the office.',
    zh: '表格完整读取时未见误报。自然人为六类之一；总计只计法人或其他组织的，属填报错误。',
  },
  examples: [
    { edition: '2021', cells: { 'requests.partial.nonprofit': '2', 'requests.partial.total': '2' }, raises: [] },
    {
      edition: '2021',
      cells: { 'requests.carried_in.nonprofit': '2', 'requests.carried_in.total': '3' },
      raises: ['carried_in/total'],
    },
    { edition: '2021', cells: { 'requests.partial.nonprofit': '2', 'requests.partial.total': '?' }, raises: [] },
  ],
});
