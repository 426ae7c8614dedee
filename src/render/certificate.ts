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

/** What a certificate says and what it cannot see, for `explain certified`. */
export const CERTIFIED: Readonly<Record<Language, string>> = {
  en: `certified

A table is certified when every cell was read, the printed labels pinned every row and column, and every sum was judged
and holds. A blank addend counts as 0; a blank 总计 does not.

What it cannot see:
  - the table of section 二 has no sums: there, certified means read and pinned, and no more
  - a table of zeros, or of blanks, breaks no sum whatever was meant
  - two rows or two columns whose figures the office exchanged as a whole break no sum
  - the figures of small bodies are mostly 0, 1 or 2: errors that cancel out are likelier there
  - an error that the office carried through all its totals is consistent
`,
  zh: `certified（核证）

一张表核证，是指每个单元格都已读出，印出的行、列标签确定了每格的位置，且每条勾稽关系都已核对并成立。空白的加数按 0 计；空白的总计
不予核证。

核证看不出的：
  - 第二部分的表没有合计：核证只表示读出并确定了位置
  - 全零或全空白的表不破坏任何合计
  - 整行或整列数字互换，不破坏任何合计
  - 小单位的数字多为 0、1、2，差错更容易相互抵消
  - 差错若已带入所有合计，则前后一致，无从发现
`,
};
