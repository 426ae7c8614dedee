import { narrativeRule } from './narrative-rule.js';

/**
 * How many requests came from natural persons, companies and the others, against the row 本年新收 (or what was settled).
 * Known false positives: 企业 that means all 法人或其他组织 where only part of them are 商业企业.
 */
export const narrativeApplicants = narrativeRule('applicants', {
  id: 'narrative/applicants',
  basis: '条例第五十条：年度报告包括收到和处理政府信息公开申请的情况；文字与表格应当一致',
  about: {
    en: 'Requests by kind of applicant: the text and the table differ.',
    zh: '申请人情况：文字与表格不一致。',
  },
  examples: [
    {
      edition: '2021',
      cells: { 'requests.new.natural_person': '18', 'requests.new.total': '22' },
      narrative: '收到政府信息公开申请22件，其中自然人申请18件。',
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'requests.new.natural_person': '18', 'requests.new.total': '22' },
      narrative: '收到政府信息公开申请22件，其中自然人申请19件。',
      raises: ['new/natural_person'],
    },
    {
      edition: '2021',
      cells: { 'requests.new.business': '1', 'requests.new.total': '4' },
      narrative: '新收申请4件（商业企业2件）。',
      raises: ['new/business'],
    },
  ],
});
