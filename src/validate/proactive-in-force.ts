import { eachRow } from './plausible-rule.js';
import type { Rule } from './rule.js';

/**
 * 2021 form: what was issued this year and not repealed is in force, so 现行有效 ≥ 制发 − 废止 is expected.
 * A note: documents issued and expired within the year, or issued and not yet in force, are honest exceptions.
 */
export const proactiveInForce: Rule = {
  id: 'proactive/in-force',
  severity: 'note',
  basis: '国办公开办函〔2021〕30号：第二十条第（一）项',
  about: {
    en: 'Fewer rules or documents are in force than were issued and not repealed this year.',
    zh: '现行有效件数小于本年制发减本年废止。',
  },
  falsePositives: {
    en: 'Documents issued late in the year and in force only in the next, and repeals of documents of other bodies, break the expectation without an error.',
    zh: '年末制发次年生效的文件，以及废止其他机关的文件，会使该关系不成立而并无差错。',
  },
  check: (report) =>
    eachRow(report, (_, figure) => {
      const [issued, repealed, valid] = [figure('issued'), figure('repealed'), figure('in_force')];
      if (issued === undefined || repealed === undefined || valid === undefined) return null;
      return valid < issued - repealed
        ? { columns: ['in_force', 'issued', 'repealed'], args: { issued, repealed, in_force: valid } }
        : null;
    }),
  message: {
    en: ({ line, issued, repealed, in_force }) =>
      `${line}: 现行有效 ${in_force} is less than 制发 ${issued} − 废止 ${repealed}`,
    zh: ({ line, issued, repealed, in_force }) => `${line}：现行有效 ${in_force} 小于制发 ${issued} − 废止 ${repealed}`,
  },
  examples: [
    {
      edition: '2021',
      cells: { 'proactive.regulations.issued': '5', 'proactive.regulations.in_force': '5' },
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'proactive.regulations.issued': '5', 'proactive.regulations.in_force': '4' },
      raises: ['regulations/in_force'],
    },
    {
      edition: '2021',
      cells: { 'proactive.regulations.issued': '5', 'proactive.regulations.in_force': '' },
      raises: [],
    },
  ],
};
