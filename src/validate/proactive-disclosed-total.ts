import { eachRow } from './plausible-rule.js';
import type { Rule } from './rule.js';

/**
 * 2019 form: what was disclosed this year is part of all that is disclosed, so 本年新公开 ≤ 对外公开总数量 must hold.
 * A sub-district printed 87 made, 0 disclosed, 0 in total: made with nothing disclosed at all is worth a note, though
 * documents may be made that are never disclosed.
 */
export const proactiveDisclosedTotal: Rule = {
  id: 'proactive/disclosed-total',
  severity: 'warning',
  basis: '国办公开办函〔2019〕60号：第二十条第（一）项',
  about: {
    en: 'More rules or documents were newly disclosed than are disclosed in total.',
    zh: '本年新公开数量大于对外公开总数量。',
  },
  falsePositives: {
    en: 'A body that repealed what it disclosed within the year may report fewer in all than new.',
    zh: '年内公开后又废止的，总数可能小于新增数。',
  },
  check: (report) =>
    eachRow(report, (_, figure) => {
      const [made, disclosed, all] = [figure('made'), figure('disclosed'), figure('disclosed_total')];
      if (disclosed === undefined || all === undefined) return null;
      const columns = ['disclosed_total', 'disclosed', 'made'];
      if (disclosed > all) return { columns: columns.slice(0, 2), args: { disclosed, all, made: made ?? 0 } };
      return all === 0 && (made ?? 0) > 0
        ? { columns, args: { disclosed, all, made: made ?? 0 }, severity: 'note' }
        : null;
    }),
  message: {
    en: ({ line, disclosed, all, made }) =>
      Number(disclosed) > Number(all)
        ? `${line}: 本年新公开 ${disclosed} is more than 对外公开总数量 ${all}`
        : `${line}: 本年新制作 ${made}, but 对外公开总数量 is 0`,
    zh: ({ line, disclosed, all, made }) =>
      Number(disclosed) > Number(all)
        ? `${line}：本年新公开 ${disclosed} 大于对外公开总数量 ${all}`
        : `${line}：本年新制作 ${made}，而对外公开总数量为 0`,
  },
  examples: [
    { edition: '2019', cells: {}, raises: [] },
    {
      edition: '2019',
      cells: { 'proactive.regulations.disclosed': '3', 'proactive.regulations.disclosed_total': '3' },
      raises: [],
    },
    {
      edition: '2019',
      cells: { 'proactive.regulations.disclosed': '3', 'proactive.regulations.disclosed_total': '2' },
      raises: ['regulations/disclosed_total'],
    },
    {
      edition: '2019',
      cells: { 'proactive.normative_documents.made': '87' },
      raises: ['normative_documents/disclosed_total'],
    },
    { edition: '2021', cells: { 'proactive.regulations.issued': '3' }, raises: [] },
  ],
};
