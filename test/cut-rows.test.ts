import { describe, expect, it } from 'vitest';
import { extract } from '../src/index.js';
import { printed, table, text } from './support/printed.js';

describe('a ruled row that a page break cuts, with a line on both pages', () => {
  const widths = [70, 60, 60, 60];
  /** Values of the two rows, `?` where not read. */
  const values = async (above: readonly string[], below: readonly (readonly string[])[]) => {
    const heads = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];
    const pages = [
      { marks: table([20, 280], widths, [heads, ['规章', '6', '22', '16'], above]) },
      { marks: table([20, 40], widths, below) },
    ];
    const [report] = (await extract(printed(pages))).reports;
    return ['issued', 'repealed', 'in_force'].map((column) => {
      const cell = report?.tables.proactive.cells[`proactive.normative_documents.${column}`];
      return cell?.state === 'read' || cell?.state === 'blank' ? cell.value : '?';
    });
  };
  it('is one where both parts of its label make one of the form', async () => {
    expect(await values(['行政规范', '40', '17', '58'], [['性文件', '', '', '']])).toEqual([40, 17, 58]);
    expect(await values(['行政规范', '', '', ''], [['性文件', '40', '17', '58']])).toEqual([40, 17, 58]);
  });
  it('is not one where figures stand in both parts', async () => {
    expect(await values(['行政规范', '40', '17', '58'], [['性文件', '', '', '1']])).not.toContain(58);
  });
  it('is one without rules, too', async () => {
    const rows = (y: number, own: readonly (readonly string[])[]) => table([20, y], widths, own, { ruled: false });
    const above = ['行政规范', '40', '17', '58'];
    const pages = [
      {
        marks: rows(280, [
          ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
          ['规章', '6', '22', '16'],
          above,
        ]),
      },
      { marks: [...rows(40, [['性文件', '', '', '']]), text(20, 120, '下文')] },
    ];
    const [report] = (await extract(printed(pages))).reports;
    expect(report?.tables.proactive.cells['proactive.normative_documents.issued']).toMatchObject({ value: 40 });
  });
  it('is none where the row below is another', async () => {
    const heads = ['信息内容', '本年处理决定数量'];
    const marks = table([20, 280], [70, 120], [['第二十条第（六）项', ''], heads, ['行政处罚', '4']]);
    const pages = [{ marks }, { marks: table([20, 40], [70, 120], [['行政强制', '']]) }];
    const [report] = (await extract(printed(pages))).reports;
    const value = (row: string) => report?.tables.proactive.cells[`proactive.${row}.decisions`]?.value;
    expect([value('penalties'), value('coercion')]).toEqual([4, null]);
  });
});

it('heads are whole where a cell without words cuts them', async () => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const cells = (texts: readonly string[], more = '') => texts.map((text) => `<td${more}>${text}</td>`).join('');
  const rows = [
    '<td colspan="5">行政复议</td><td colspan="10">行政诉讼</td>',
    `${cells(outcomes, ' rowspan="2"')}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td>`,
    cells([...outcomes, ...outcomes], ' rowspan="2"'),
    '<td colspan="5"></td>',
    cells(['1', '2', '3', '4', '10', '5', '0', '0', '0', '5', '0', '0', '6', '1', '7']),
  ];
  const page = `<h1>某县2022年政府信息公开工作年度报告</h1><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
  const [report] = (await extract(new TextEncoder().encode(page))).reports;
  const value = (id: string) => report?.tables.disputes.cells[`disputes.${id}`]?.value;
  expect(['review.total', 'litigation_direct.upheld', 'litigation_after_review.total'].map(value)).toEqual([10, 5, 7]);
});
