import { isRequestFlow, statementsOf } from './narrative/reader.js';
import type { Rule } from './rule.js';

/**
 * A requests table of zeros or blanks under a text that reports requests: the empty form was published, or the figures
 * were lost on the way to the page. Known false positives: the text counts another body than the table; words of scope
 * (区政府办) keep the rule silent, an unnamed other body does not.
 */
export const requestsAllZeroWithNarrative: Rule = {
  id: 'requests/all-zero-with-narrative',
  severity: 'warning',
  basis: '国办公开办函〔2021〕30号：表格应如实填报',
  about: {
    en: 'The whole requests table is zero or blank, and the text reports requests.',
    zh: '申请情况表全部为零或空白，而文字中报告了申请。',
  },
  falsePositives: {
    en: 'The text may tell of requests of another body or year.',
    zh: '文字可能说的是其他机关或其他年度的申请。',
  },
  *check(report) {
    const cells = Object.values(report.tables.requests.cells);
    if (!cells.every(({ state, value }) => state === 'blank' || (state === 'read' && value === 0))) return;
    const statement = statementsOf(report).find((s) => isRequestFlow(s) && s.figure.value > 0 && s.scope === 'own');
    if (statement === undefined) return;
    const { sentence, figure } = statement;
    yield {
      table: 'requests',
      row: '',
      column: '',
      cells: ['requests.new.total'],
      args: { sentence: sentence.printed, stated: figure.printed, printed: 0 },
    };
  },
  message: {
    en: ({ sentence, stated }) => `the requests table holds only zeros, while the text says “${sentence}” (${stated})`,
    zh: ({ sentence, stated }) => `申请情况表全部为零，而文字写「${sentence}」（${stated}）`,
  },
  examples: [
    { edition: '2021', cells: {}, narrative: '本年度未收到政府信息公开申请。', raises: [] },
    { edition: '2021', cells: {}, narrative: '全年受理网络问政182件。', raises: [] },
    { edition: '2021', cells: {}, narrative: '全年共收到政府信息公开申请26件。', raises: ['requests'] },
  ],
};
