import { type Cause, type ChangedCell, diagnose, type Explanation } from '../diagnose/index.js';
import { FORM_CELLS, type FormCell, shortLabel } from '../forms/index.js';
import type { Finding, Report } from '../model.js';
import type { Language } from '../validate/index.js';

/** Rival explanations shown to people; JSON lists all. */
const SHOWN = 3;

const CAUSES: Readonly<Record<Cause, Readonly<Record<Language, string>>>> = {
  'digits-swapped': { en: 'two digits swapped', zh: '相邻两位数字颠倒' },
  'digit-wrong': { en: 'one digit wrong', zh: '一位数字有误' },
  'digit-dropped': { en: 'a digit dropped', zh: '漏了一位数字' },
  'digit-doubled': { en: 'a digit doubled', zh: '多印了一位重复数字' },
  sign: { en: 'wrong sign', zh: '正负号有误' },
  'times-ten': { en: 'ten times too large or too small', zh: '差十倍' },
  'figures-exchanged': { en: 'the two figures exchanged', zh: '两个数字互换' },
  'total-not-updated': { en: 'a total not updated', zh: '总计未更新' },
  'carried-into-total': { en: 'a wrong figure carried into its total', zh: '有误的数字已计入总计' },
  'moved-between-columns': { en: 'moved between columns', zh: '数字在各列之间错位' },
  'moved-between-rows': { en: 'moved between rows', zh: '数字在各行之间错位' },
  'line-left-out': { en: 'a whole row or column left out', zh: '整行或整列漏填' },
  'row-shifted': { en: 'the row printed one cell off', zh: '整行错开一格' },
  'rows-exchanged': { en: 'two rows exchanged', zh: '两行互换' },
  'columns-exchanged': { en: 'two columns exchanged', zh: '两列互换' },
  'moved-and-one-cell': { en: 'moved between columns, and one more figure', zh: '数字在各列之间错位，另有一格有误' },
  figure: { en: '', zh: '' },
};

const WORDS = {
  en: {
    blank: 'blank',
    moved: (sums: number, ways: number) =>
      `the ${sums} differences cancel out and no total is broken: figures stand in the wrong columns, which is no typing error${ways > 1 ? `; ${ways} rows would explain it` : ''}:`,
    explained: (cells: number, sums: number, ways: number) =>
      `${cells === 1 ? '1 figure' : `${cells} figures`} would explain ${sums === 1 ? 'the broken sum' : `the ${sums} broken sums`}${ways > 1 ? `; ${ways} ways fit equally` : ''} (look at the report, nothing is changed):`,
    stated: 'the text gives figures the other way round (look at the report, nothing is changed):',
    unexplained: (sums: number) =>
      `no one or two figures explain ${sums === 1 ? 'this sum' : `these ${sums} sums`}: three or more would have to change`,
    more: (n: number) => `… and ${n} more (--format json lists all)`,
    hint: (way: string, others: number) =>
      ` — perhaps ${way}${others === 0 ? '' : ` (${others} other ${others === 1 ? 'way fits' : 'ways fit'} equally)`}`,
  },
  zh: {
    blank: '空白',
    moved: (sums: number, ways: number) =>
      `${sums} 处差额相互抵消，总计均无差错：数字在各列之间错位，并非录入差错${ways > 1 ? `；有 ${ways} 行可以解释` : ''}：`,
    explained: (cells: number, sums: number, ways: number) =>
      `改动 ${cells} 格即可使 ${sums} 条勾稽关系成立${ways > 1 ? `；共有 ${ways} 种同等可能` : ''}（请核对原文，数据未作改动）：`,
    stated: '文字所写数字与表格恰好互换（请核对原文，数据未作改动）：',
    unexplained: (sums: number) => `一两格的改动不能解释这 ${sums} 条勾稽关系：至少须改动三格`,
    more: (n: number) => `……另有 ${n} 种（--format json 全部列出）`,
    hint: (way: string, others: number) => ` —— 可能是 ${way}${others === 0 ? '' : `（另有 ${others} 种同等可能）`}`,
  },
} as const;

/** What would explain the broken sums of a report: for each set of sums a heading and the ways to explain them. */
export function describeDiagnosis(
  report: Report,
  findings: readonly Finding[],
  language: Language,
): { heading: string; ways: string[] }[] {
  const words = WORDS[language];
  const { explanations, unexplained } = diagnose(report, findings);
  const groups = new Map<string, Explanation[]>();
  for (const explanation of explanations) {
    const key = explanation.explains.join(' ');
    groups.set(key, [...(groups.get(key) ?? []), explanation]);
  }
  const described = [...groups.values()].map((rivals) => {
    const [{ cells, cause, explains }] = rivals as [Explanation];
    const moved = cause === 'moved-between-columns' && cells.length > 2;
    const stated = explains[0]?.startsWith('narrative/');
    const heading = stated
      ? words.stated
      : moved
        ? words.moved(explains.length, rivals.length)
        : words.explained(cells.length, explains.length, rivals.length);
    const ways = rivals.slice(0, SHOWN).map((rival) => way(rival, language, moved));
    return { heading, ways: rivals.length > SHOWN ? [...ways, words.more(rivals.length - SHOWN)] : ways };
  });
  return unexplained.length === 0
    ? described
    : [...described, { heading: words.unexplained(unexplained.length), ways: [] }];
}

const diagnoses = new WeakMap<readonly Finding[], readonly Explanation[]>();

/**
 * What would explain one finding, for a line that stands alone: ` — perhaps （七）总计 · 总计 92 → 29: two digits swapped`.
 * @param beside the findings of the report, this one among them
 * @returns '' for a finding that nothing explains
 */
export function hintOf(
  finding: Finding,
  report: Report | null,
  beside: readonly Finding[],
  language: Language,
): string {
  if (report === null) return '';
  const explanations = diagnoses.get(beside) ?? diagnose(report, beside).explanations;
  diagnoses.set(beside, explanations);
  const { rule, row, column } = finding;
  const names = [`${rule}:${rule.endsWith('/row-total') ? row : column}`, `${rule}:${row}.${column}`];
  const [first, ...others] = explanations.filter(({ explains }) => names.some((name) => explains.includes(name)));
  return first === undefined ? '' : WORDS[language].hint(way(first, language, false), others.length);
}

/** `（七）总计 · 总计 92 → 29: two digits swapped`; cells of one row name it once. */
function way({ cells, cause }: Explanation, language: Language, caused: boolean): string {
  const forms = cells.map(({ cell }) => FORM_CELLS.get(cell) as FormCell);
  if (cause === 'rows-exchanged' || cause === 'columns-exchanged') {
    const label = ({ row, column }: FormCell) => (cause === 'rows-exchanged' ? shortLabel(row.label) : column.label);
    return `${[...new Set(forms.map(label))].join(' ↔ ')}${language === 'zh' ? '：' : ': '}${CAUSES[cause][language]}`;
  }
  const rows = new Set(forms.map(({ row }) => row));
  const figure = ({ printed, would_be }: ChangedCell) => `${printed ?? WORDS[language].blank} → ${would_be}`;
  const rowLabel = ({ row }: FormCell) => shortLabel(row.label);
  const text =
    rows.size === 1
      ? `${rowLabel(forms[0] as FormCell)} · ${cells.map((c, i) => `${forms[i]?.column.label} ${figure(c)}`).join(', ')}`
      : cells.map((c, i) => `${rowLabel(forms[i] as FormCell)} · ${forms[i]?.column.label} ${figure(c)}`).join(', ');
  const why = caused ? '' : CAUSES[cause][language];
  return why === '' ? text : `${text}${language === 'zh' ? '：' : ': '}${why}`;
}
