import { organKind } from './organ.js';
import { eachRow } from './plausible-rule.js';
import type { Rule } from './rule.js';

/**
 * 规章 can be made only by ministries, provinces and cities with districts. Another body that counts some has most likely
 * filled in the wrong row. A note, and silent where the name does not tell the level: a city may have districts or be of
 * county level. Known false positives: departments that count the 规章 which they drafted or keep.
 */
export const proactiveRegulations: Rule = {
  id: 'proactive/regulations',
  severity: 'note',
  basis: '立法法第九十一条、第九十三条',
  about: {
    en: 'A town, county, district or bureau counts 规章, which it cannot make.',
    zh: '乡镇、县区或部门填有规章数，而其无权制定规章。',
  },
  falsePositives: {
    en: 'Names do not always tell whether a body may make rules (special economic zones, large cities by older law).',
    zh: '名称未必能判断有无规章制定权（如经济特区、较大的市）。',
  },
  check: (report) => {
    const { level, kind } = organKind(report.organ);
    const maker = level === null || ((level === 'province' || level === 'city') && kind !== 'department');
    return eachRow(report, (row, figure) => {
      if (row !== 'regulations' || maker) return null;
      const columns = ['issued', 'repealed', 'in_force', 'made', 'disclosed', 'disclosed_total'];
      const filled = columns.filter((column) => (figure(column) ?? 0) > 0);
      return filled.length > 0
        ? { columns: filled, args: { organ: report.organ, figures: filled.map((c) => figure(c)).join(', ') } }
        : null;
    });
  },
  message: {
    en: ({ organ, figures }) => `规章 ${figures}: ${organ} cannot make 规章; 规范性文件 may be meant`,
    zh: ({ organ, figures }) => `规章填有 ${figures}：${organ}无权制定规章，可能应填规范性文件`,
  },
  examples: [
    {
      edition: '2021',
      cells: { 'proactive.regulations.issued': '2' },
      report: { organ: '青岚市人民政府' },
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'proactive.normative_documents.issued': '2' },
      report: { organ: '松坪镇人民政府' },
      raises: [],
    },
    {
      edition: '2021',
      cells: { 'proactive.regulations.issued': '2' },
      report: { organ: '松坪镇人民政府' },
      raises: ['regulations/issued'],
    },
    {
      edition: '2019',
      cells: { 'proactive.regulations.disclosed_total': '12' },
      report: { organ: '青岚市公安局' },
      raises: ['regulations/disclosed_total'],
    },
  ],
};
