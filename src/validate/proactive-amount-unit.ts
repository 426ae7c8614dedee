import { cellsOf, FORMS } from '../forms/index.js';
import { lineLabel } from '../sums.js';
import { organKind } from './organ.js';
import type { Rule } from './rule.js';

/** 元 in a year above which a figure is unlikely, by level, in charges and in procurement: a hundred times what large
 * bodies of the level print (河北省 2020: procurement 238.99亿元; 洪泽区 2023: charges 7730万元). */
const MOST: Readonly<Record<string, number>> = { town: 1e11, county: 1e12, city: 1e13, province: 1e14 };
const YUAN: Readonly<Record<string, number>> = { 元: 1, 万元: 1e4 };
/** Procurement projects below this price were most likely printed in 万元 under a form that counts 元. */
const LEAST_PROJECT = 100;

/**
 * An amount that is off by 10⁴ when read in the form's unit: 元 printed where 万元 is meant or the reverse.
 * A note, and only in the extreme: amounts are arbitrary, and units are printed anywhere.
 * Known false positives: bodies that bought next to nothing.
 */
export const proactiveAmountUnit: Rule = {
  id: 'proactive/amount-unit',
  severity: 'note',
  basis: '国办公开办函〔2021〕30号：本年收费金额（单位：万元）',
  about: {
    en: 'An amount is so large or so small that 元 and 万元 seem to be exchanged.',
    zh: '金额过大或过小，元与万元可能混淆。',
  },
  falsePositives: {
    en: 'Real amounts differ widely between bodies; only the printed unit and its size are looked at.',
    zh: '各机关金额差异很大；仅依据印出的单位和量级。',
  },
  *check(report) {
    const table = report.tables.proactive;
    const { level } = organKind(report.organ);
    for (const { id, row, column } of cellsOf(FORMS[table.edition].tables.proactive)) {
      const cell = table.cells[id];
      if (column.measure.kind !== 'amount' || cell?.value == null || cell.value === 0) continue;
      const yuan = cell.value * (YUAN[column.measure.unit] ?? 1);
      const projects = table.cells[`proactive.${row.id}.projects`]?.value ?? 0;
      const large = level !== null && yuan > (MOST[level] ?? Number.POSITIVE_INFINITY);
      const small = projects > 0 && yuan / projects < LEAST_PROJECT && !/[元万亿]/.test(cell.printed);
      if (!large && !small) continue;
      const { unit } = column.measure;
      const args = { line: lineLabel(table, 'row', row.id), printed: cell.printed.trim(), unit, projects };
      yield { table: 'proactive', row: row.id, column: column.id, cells: [id], args };
    }
  },
  message: {
    en: ({ line, printed, unit }) =>
      `${line}: “${printed}” read in ${unit} is out of proportion; check 元 against 万元`,
    zh: ({ line, printed, unit }) => `${line}：「${printed}」按${unit}计不合常理，请核对是否混淆元与万元`,
  },
  examples: [
    { edition: '2021', cells: { 'proactive.fees.amount': '7730.28' }, raises: [] },
    { edition: '2021', cells: { 'proactive.fees.amount': '773028000' }, raises: ['fees/amount'] },
    {
      edition: '2019',
      cells: { 'proactive.procurement.projects': '53', 'proactive.procurement.amount': '1605.96' },
      raises: ['procurement/amount'],
    },
    {
      edition: '2019',
      cells: { 'proactive.procurement.projects': '53', 'proactive.procurement.amount': '1605.96万元' },
      raises: [],
    },
  ],
};
