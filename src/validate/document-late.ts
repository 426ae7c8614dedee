import { organKind } from './organ.js';
import type { Rule } from './rule.js';

/** Article 49: month and day by which the report of the year before is due. */
const DUE = { department: '01-31', government: '03-31', office: '03-31' } as const;

/**
 * 条例第四十九条: 县级以上人民政府部门 publish by 31 January, 县级以上地方人民政府 by 31 March.
 * A note, not a warning: the printed date may be that of a later copy or correction. Silent for towns, which the article
 * does not name, for bodies whose name tells no level, and where no date is printed; a government's office is given the
 * government's day, whose report it often is.
 */
export const documentLate: Rule = {
  id: 'document/late',
  severity: 'note',
  basis: '条例第四十九条',
  about: {
    en: 'The printed date of publication is later than article 49 allows.',
    zh: '所印发布日期晚于条例第四十九条规定的期限。',
  },
  falsePositives: {
    en: 'The date printed may be that of a later correction or of moving to a new site.',
    zh: '印出的日期可能是更正或网站迁移的日期。',
  },
  *check({ organ, year, published }) {
    if (year === null || published === null) return;
    const { level, kind } = organKind(organ);
    if (level === null || level === 'town' || kind === null) return;
    const due = `${year + 1}-${DUE[kind]}`;
    if (published <= due) return;
    yield { table: '', row: '', column: '', cells: [], args: { published, due, organ } };
  },
  message: {
    en: ({ published, due, organ }) => `published ${published}; article 49 demands ${due} of ${organ}`,
    zh: ({ published, due, organ }) => `发布日期 ${published}，条例第四十九条要求${organ}于 ${due} 前公布`,
  },
  examples: [
    { edition: '2021', cells: {}, report: { organ: '青岚县教育局', published: '2023-01-31' }, raises: [] },
    { edition: '2021', cells: {}, report: { organ: '青岚县教育局', published: '2023-02-01' }, raises: [''] },
    { edition: '2021', cells: {}, report: { organ: '青岚县人民政府', published: '2023-03-31' }, raises: [] },
    { edition: '2021', cells: {}, report: { organ: '青岚县人民政府', published: '2023-04-11' }, raises: [''] },
    { edition: '2021', cells: {}, report: { organ: '松坪镇人民政府', published: '2023-06-01' }, raises: [] },
    { edition: '2021', cells: {}, report: { organ: '', published: '2023-06-01' }, raises: [] },
  ],
};
