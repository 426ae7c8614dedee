import { narrativeRule } from './narrative-rule.js';

/**
 * 予以公开, 部分公开, 不予公开 and the other outcomes and their reasons, against their rows (a group means its sum).
 * A published office printed 予以公开及部分公开258件 where its rows give 275.
 * Known false positives: 不掌握 in the text that also covers the other two reasons of 无法提供 is taken as either.
 */
export const narrativeOutcomes = narrativeRule('outcomes', {
  id: 'narrative/outcomes',
  basis: '条例第五十条：年度报告包括收到和处理政府信息公开申请的情况；文字与表格应当一致',
  about: {
    en: 'Outcomes of requests: the text and the table differ.',
    zh: '各类办理结果：文字与表格不一致。',
  },
  examples: [
    {
      edition: '2021',
      cells: { 'requests.granted.total': '200', 'requests.partial.total': '75' },
      narrative: '答复政府信息公开申请，予以公开及部分公开275件。',
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'requests.granted.total': '200', 'requests.partial.total': '75' },
      narrative: '答复政府信息公开申请，予以公开及部分公开258件。',
      raises: ['/total'],
    },
    {
      edition: '2021',
      cells: { 'requests.unavailable.not_held.total': '32' },
      narrative: '依申请公开方面，本机关不掌握相关信息的32件。',
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'requests.granted.total': '5', 'requests.partial.total': '2' },
      narrative: '对政府信息公开申请，其中5件予以公开，3件部分公开。',
      raises: ['partial/total'],
    },
  ],
});
