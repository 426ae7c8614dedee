import { narrativeRule } from './narrative-rule.js';

/**
 * 规章 and 规范性文件 made, repealed and in force, 处理决定 and 行政事业性收费, against the 第二十条 table.
 * Known false positives: a text that counts documents of the government alone where the table counts its departments too,
 * without saying so; decisions by ordinary procedure only. Silent: 清理, 梳理, 备案审查, 公开 of documents, 公开 and 公示 of
 * decisions, cases and applications handled, which are other figures. Documents sent for filing (报备) are other ones than
 * those made: a note, where the table has their figure nowhere and the text says of none how many were made.
 */
export const narrativeProactive = narrativeRule('proactive', {
  id: 'narrative/proactive',
  basis: '条例第五十条：年度报告包括主动公开政府信息的情况',
  about: {
    en: 'Rules, normative documents, decisions and fees: the text and the table differ.',
    zh: '规章、规范性文件、处理决定、收费：文字与表格不一致。',
  },
  examples: [
    {
      edition: '2021',
      cells: { 'proactive.normative_documents.issued': '15', 'proactive.normative_documents.in_force': '60' },
      narrative: '全年制发行政规范性文件15件，废止0件，现行有效60件。',
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'proactive.normative_documents.issued': '15', 'proactive.normative_documents.in_force': '60' },
      narrative: '全年制发行政规范性文件15件，废止0件，现行有效66件。',
      raises: ['normative_documents/in_force'],
    },
    {
      edition: '2019',
      cells: { 'proactive.normative_documents.made': '4', 'proactive.normative_documents.disclosed': '3' },
      narrative: '全年新制作规范性文件4件，新公开4件。',
      raises: ['normative_documents/disclosed'],
    },
    {
      edition: '2019',
      cells: { 'proactive.regulations.made': '24' },
      narrative: '全省共梳理政府规章409件、行政规范性文件8919件。',
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'proactive.normative_documents.issued': '15', 'proactive.normative_documents.in_force': '60' },
      narrative: '全年向市政府报备规范性文件12件。',
      raises: ['normative_documents/issued'],
    },
    {
      edition: '2021',
      cells: { 'proactive.licensing.decisions': '550', 'proactive.penalties.decisions': '436' },
      narrative: '全年作出行政许可决定550件、行政处罚决定463件，公示行政强制信息9条。',
      raises: ['penalties/decisions'],
    },
    {
      edition: '2021',
      cells: { 'proactive.fees.amount': '10853.27' },
      narrative: '全年收取行政事业性收费1.09亿元。',
      raises: [],
    },
  ],
});
