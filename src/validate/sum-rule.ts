import type { Sum, TableId } from '../forms/index.js';
import { blankTotalIds, evaluate, lineLabel, sumsFor } from '../sums.js';
import type { Rule } from './rule.js';

/** A rule that checks one kind of sum of one table: the form declares the sums, this evaluates them all alike. */
export const sumRule = (
  table: TableId,
  kind: Sum['kind'],
  rule: Pick<Rule, 'id' | 'basis' | 'about' | 'falsePositives' | 'examples'>,
): Rule => ({
  ...rule,
  severity: 'error',
  *check(report) {
    const reading = report.tables[table];
    const blank = blankTotalIds(reading);
    for (const sum of sumsFor(reading, kind)) {
      const outcome = evaluate(sum, reading, blank);
      if (outcome.kind !== 'broken') continue;
      const line = kind === 'row-total' ? lineLabel(reading, 'row', sum.row) : lineLabel(reading, 'column', sum.column);
      yield {
        table,
        row: sum.row,
        column: sum.column,
        cells: [...sum.left, ...sum.right],
        args: {
          line,
          left: outcome.left,
          right: outcome.right,
          difference: outcome.left - outcome.right,
          addends: sum.left.length,
        },
      };
    }
  },
  message: {
    en: ({ line, left, right, difference }) =>
      kind === 'balance'
        ? `${line}: 新收 + 上年结转 = ${left}, but 总计 + 结转下年度 = ${right} (difference ${signed(difference)})`
        : `${line}: the addends come to ${left}, 总计 is printed as ${right} (difference ${signed(difference)})`,
    zh: ({ line, left, right, difference }) =>
      kind === 'balance'
        ? `${line}：新收 + 上年结转 = ${left}，总计 + 结转下年度 = ${right}，相差 ${signed(difference)}`
        : `${line}：各项之和为 ${left}，总计印为 ${right}，相差 ${signed(difference)}`,
  },
});

const signed = (value: string | number | undefined): string =>
  Number(value) > 0 ? `+${value}` : String(value).replace('-', '−');
