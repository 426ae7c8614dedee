import { certify, type Doubt } from '../certify.js';
import { FORMS, TABLE_IDS } from '../forms/index.js';
import type { Report } from '../model.js';
import type { Language } from '../validate/index.js';

type Wording = Readonly<Record<Doubt['code'], (count: number) => string>>;

const cells = (n: number) => (n === 1 ? '1 cell' : `${n} cells`);
const sums = (n: number) => (n === 1 ? '1 sum' : `${n} sums`);

const WORDS: Readonly<Record<Language, { readonly head: string; readonly doubts: Wording }>> = {
  en: {
    head: 'not certified: ',
    doubts: {
      'not-found': () => 'not found',
      unreadable: (n) => `${cells(n)} unreadable`,
      absent: (n) => `${cells(n)} not printed`,
      'by-order': (n) => `${cells(n)} known only by position`,
      'blank-total': (n) => (n === 1 ? '1 total blank' : `${n} totals blank`),
      'unjudged-sum': (n) => `${sums(n)} not judged`,
      'broken-sum': (n) => `${sums(n)} broken`,
    },
  },
  zh: {
    head: '未核证：',
    doubts: {
      'not-found': () => '未找到',
      unreadable: (n) => `${n} 格无法读取`,
      absent: (n) => `${n} 格未印`,
      'by-order': (n) => `${n} 格仅凭位置确定`,
      'blank-total': (n) => `${n} 个总计空白`,
      'unjudged-sum': (n) => `${n} 条勾稽关系未核对`,
      'broken-sum': (n) => `${n} 条勾稽关系不成立`,
    },
  },
};

/** Which tables of a report are not certified, and why: one line, or none when all are. */
export function describeDoubts(report: Report, language: Language): string[] {
  const { certified, uncertified } = certify(report);
  const { head, doubts } = WORDS[language];
  const [comma, stop, open, close] = language === 'zh' ? ['，', '；', '（', '）'] : [', ', '; ', ' (', ')'];
  const tables = TABLE_IDS.filter((id) => !certified[id]).map((id) => {
    const why = uncertified.filter(({ table }) => table === id).map(({ code, count }) => doubts[code](count));
    return `${FORMS[report.tables[id].edition].tables[id].title}${open}${why.join(comma)}${close}`;
  });
  return tables.length === 0 ? [] : [head + tables.join(stop)];
}
