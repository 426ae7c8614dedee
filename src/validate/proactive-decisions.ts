import { eachRow } from './plausible-rule.js';
import type { Rule } from './rule.js';

/** Below this a coincidence is likely: 3 = 3 + 0 is printed by bodies that took three decisions. */
const TELLING = 10;

/**
 * 2019 form: 处理决定数量 equal to 上一年项目数量 + 本年增/减 usually means that the clerk took the cell for "items now"
 * (a district printed 505 + 208 = 713 two years running). A note: the equality may be chance.
 */
export const proactiveDecisions: Rule = {
  id: 'proactive/decisions',
  severity: 'note',
  basis: '国办公开办函〔2019〕60号：处理决定数量为本年作出的决定件数',
  about: {
    en: '处理决定数量 equals 上一年项目数量 + 本年增/减: the number of items seems to stand there.',
    zh: '处理决定数量等于上一年项目数量加本年增/减，疑为误填项目数。',
  },
  falsePositives: {
    en: 'Figures may meet by chance where all three are small.',
    zh: '数值都很小时可能偶然相等。',
  },
  check: (report) =>
    eachRow(report, (_, figure) => {
      const [prior, change, decisions] = [figure('items_prior'), figure('items_change'), figure('decisions')];
      if (prior === undefined || change === undefined || decisions === undefined) return null;
      return decisions >= TELLING && decisions === prior + change
        ? { columns: ['decisions', 'items_prior', 'items_change'], args: { prior, change, decisions } }
        : null;
    }),
  message: {
    en: ({ line, prior, change, decisions }) =>
      `${line}: 处理决定数量 ${decisions} equals 上一年项目数量 ${prior} + 本年增/减 ${change}; it may be the number of items now`,
    zh: ({ line, prior, change, decisions }) =>
      `${line}：处理决定数量 ${decisions} 等于上一年项目数量 ${prior} + 本年增/减 ${change}，可能误填为现有项目数`,
  },
  examples: [
    {
      edition: '2019',
      cells: { 'proactive.licensing.items_prior': '505', 'proactive.licensing.decisions': '8040' },
      raises: [],
    },
    {
      edition: '2019',
      cells: {
        'proactive.licensing.items_prior': '505',
        'proactive.licensing.items_change': '+208',
        'proactive.licensing.decisions': '713',
      },
      raises: ['licensing/decisions'],
    },
  ],
};
