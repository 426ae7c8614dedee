import { narrativeRule } from './narrative-rule.js';

/**
 * 行政复议 and 行政诉讼 over information disclosure and their results, against the disputes table.
 * 行政诉讼 alone may be either procedure or both; a result belongs to the procedure named before it.
 * Known false positives: cases of which the organ is told late, counted in one place only. Silent: cases that are not
 * said to be about disclosure, and those that the organ decides itself.
 */
export const narrativeDisputes = narrativeRule('disputes', {
  id: 'narrative/disputes',
  basis: '条例第五十条：年度报告包括因政府信息公开工作被申请行政复议、提起行政诉讼的情况',
  about: {
    en: 'Reviews and lawsuits: the text and the table differ.',
    zh: '行政复议、行政诉讼：文字与表格不一致。',
  },
  examples: [
    {
      edition: '2021',
      cells: { 'disputes.review.total': '2', 'disputes.review.upheld': '2' },
      narrative: '因政府信息公开被申请行政复议2件，其中结果维持2件。',
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'disputes.review.total': '0' },
      narrative: '因政府信息公开被申请行政复议1件。',
      raises: ['review/total'],
    },
    {
      edition: '2021',
      cells: { 'disputes.litigation_direct.total': '3', 'disputes.litigation_after_review.total': '2' },
      narrative: '因政府信息公开被提起行政诉讼5件。',
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'disputes.review.total': '1', 'disputes.review.corrected': '1' },
      narrative: '全年未发生因政府信息公开引起的行政复议和行政诉讼案件。',
      raises: ['review/total'],
    },
    { edition: '2021', cells: {}, narrative: '全年办理行政复议案件300件。', raises: [] },
  ],
});
