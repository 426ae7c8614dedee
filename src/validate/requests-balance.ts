import { sumRule } from './sum-rule.js';

/** 「本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和」, printed in the corner of the table. */
export const requestsBalance = sumRule('requests', 'balance', {
  id: 'requests/balance',
  basis: '国办公开办函〔2019〕60号、〔2021〕30号：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
  about: {
    en: 'In every applicant column, new and carried-in requests equal those settled plus those carried over.',
    zh: '每一列：本年新收与上年结转之和，等于办理结果总计与结转下年度之和。',
  },
  falsePositives: {
    en: 'None known on a table that was read whole: the form prints this rule itself, per column (本列). When the differences of several columns add to zero and 总计 holds, figures stand in the wrong column rather than being wrong (河北省 2020). Where a blank counted as 0 is the cause, the office may have left out a figure.',
    zh: '表格完整读取时未见误报：该勾稽关系印在表头，按列（本列）成立。若数列之差相加为零而总计一列成立，多为数字填错列，而非数字有误（河北省 2020 年）。空白按 0 计而致不等的，可能是漏填。',
  },
  examples: [
    {
      edition: '2021',
      cells: {
        'requests.new.natural_person': '3',
        'requests.total.natural_person': '3',
        'requests.granted.natural_person': '3',
      },
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'requests.new.business': '3', 'requests.carried_out.business': '2' },
      raises: ['/business'],
    },
    { edition: '2019', cells: { 'requests.new.other': '1', 'requests.carried_out.other': '?' }, raises: [] },
    { edition: '2019', cells: { 'requests.new.other': '1', 'requests.carried_out.other': null }, raises: [] },
    {
      edition: '2019',
      cells: { 'requests.carried_in.other': '', 'requests.carried_out.other': '1' },
      raises: ['/other'],
    },
  ],
});
