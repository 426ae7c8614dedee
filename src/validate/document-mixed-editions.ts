import { cellsOf, EDITIONS, FORMS } from '../forms/index.js';
import type { TableReading } from '../model.js';
import type { Rule } from './rule.js';

/** True where every cell was read for certain that its own edition has and no other: rows cut off or not made out tell nothing. */
function tellsEdition({ id, edition, found, cells }: TableReading): boolean {
  const others = EDITIONS.filter((other) => other !== edition).flatMap((other) => cellsOf(FORMS[other].tables[id]));
  const shared = new Set(others.map((cell) => cell.id));
  const own = Object.values(cells).filter((cell) => !shared.has(cell.id) && cell.row !== 'regulations');
  return found && own.every(({ state }) => state === 'read' || state === 'blank');
}

/**
 * Tables of both forms in one report. A note: several offices combine the 2021 第二十条 table with a 2019 requests table,
 * and every figure is still read by the form that its own table follows. The disputes table is the same in both.
 */
export const documentMixedEditions: Rule = {
  id: 'document/mixed-editions',
  severity: 'note',
  basis: '国办公开办函〔2021〕30号自2021年度报告起取代〔2019〕60号',
  about: { en: 'The tables follow different editions of the form.', zh: '各表采用了不同版次的格式。' },
  *check(report) {
    const { proactive, requests } = report.tables;
    if (proactive.edition === requests.edition || !tellsEdition(proactive) || !tellsEdition(requests)) return;
    yield {
      table: '',
      row: '',
      column: '',
      cells: [],
      args: { proactive: proactive.edition, requests: requests.edition },
    };
  },
  falsePositives: {
    en: 'None known: the tables are of two forms, which is worth knowing and no error by itself.',
    zh: '未见；各表版次不同，仅供知悉，并非差错。',
  },
  message: {
    en: ({ proactive, requests }) => `第二十条 follows the ${proactive} form, the requests table the ${requests} form`,
    zh: ({ proactive, requests }) => `第二十条表采用 ${proactive} 年格式，申请情况表采用 ${requests} 年格式`,
  },
  examples: [
    { edition: '2021', cells: {}, raises: [] },
    { edition: '2021', editions: { proactive: '2019' }, cells: {}, raises: [''] },
    { edition: '2021', editions: { requests: '2019' }, cells: { 'requests.other.total': '?' }, raises: [] },
  ],
};
