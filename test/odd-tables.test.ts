import { expect, it } from 'vitest';
import { extract, type TableId } from '../src/index.js';

/** What was read of cells of a page: a value, '' for blank, or why there is none. */
async function read(body: string, table: TableId, ...cells: string[]): Promise<unknown[]> {
  const page = `<h1>某县2022年政府信息公开工作年度报告</h1>${body}`;
  const [report] = (await extract(new TextEncoder().encode(page))).reports;
  return cells.map((id) => {
    const cell = report?.tables[table].cells[`${table}.${id}`];
    return cell?.state === 'read' ? cell.value : cell?.state === 'blank' ? '' : (cell?.state ?? 'absent');
  });
}

const tr = (...texts: string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;
const table = (...rows: string[]) => `<table>${rows.join('')}</table>`;
const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const heads = tr('项目', ...APPLICANTS);
const received = tr('一、本年新收政府信息公开申请数量', '7', '2', '0', '0', '1', '0', '10');
const carriedIn = tr('二、上年结转政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1');
const granted = tr('（一）予以公开', '6', '2', '0', '0', '0', '0', '8');
const carriedOut = tr('四、结转下年度继续办理', '2', '0', '0', '0', '1', '0', '3');

it('signs without words stand for a figure, not for a label: the row keeps its other figures', async () => {
  const damaged = tr('（一）予以公开', '####', '2', '？', 'O', '□', '**', '8');
  const page = table(heads, received, carriedIn, damaged, carriedOut);
  const columns = ['natural_person', 'business', 'research', 'nonprofit', 'legal_service', 'other', 'total'];
  const none = 'unreadable';
  expect(await read(page, 'requests', ...columns.map((column) => `granted.${column}`))).toEqual([
    ...[none, 2, none, none, none, none, 8],
  ]);
});

it('figures of two rows in one row of cells are not read as one', async () => {
  const both = tr('1.属于国家秘密<br>2.其他法律行政法规禁止公开', '15<br>2', '0', '0', '0', '0', '0', '15<br>2');
  const page = table(heads, received, carriedIn, granted, both, carriedOut);
  expect(await read(page, 'requests', 'refused.state_secret.total', 'refused.other_law.natural_person')).not.toContain(
    152,
  );
  expect(await read(page, 'requests', 'granted.total', 'carried_out.total')).toEqual([8, 3]);
});

it('columns in another order are told by their labels, also where the labels are alike', async () => {
  const page = table(
    tr('信息内容', '本年新公开数量', '本年新制作数量', '对外公开总数量'),
    tr('规章', '0', '0', '0'),
    tr('规范性文件', '6', '8', '40'),
  );
  const columns = ['made', 'disclosed', 'disclosed_total'].map((column) => `normative_documents.${column}`);
  expect(await read(page, 'proactive', ...columns)).toEqual([8, 6, 40]);
});

it('columns in another order are told by running text too', async () => {
  const row = (...texts: string[]) => texts.map((text) => `<p>${text}</p>`).join('');
  const page =
    row('信息内容', '本年新公开数量', '本年新制作数量', '对外公开总数量', '规章', '0', '0', '0') +
    row('规范性文件', '6', '8', '40');
  expect(await read(page, 'proactive', 'normative_documents.made', 'normative_documents.disclosed')).toEqual([8, 6]);
});

it('a table that goes on without heads, its figures set otherwise, goes on in the order of its heads', async () => {
  const first = table(
    tr('项目', '总计', ...APPLICANTS.slice(0, 6)),
    tr('一、本年新收政府信息公开申请数量', '10', '7', '2', '0', '0', '1', '0'),
    tr('二、上年结转政府信息公开申请数量', '1', '1', '0', '0', '0', '0', '0'),
  );
  const wide = (...texts: string[]) => tr(...texts).replace('<td>', '<td colspan="2">');
  const rest = table(
    wide('（一）予以公开', '8', '', '6', '2', '', '0', '0', '0', '', '0'),
    wide('（七）总计', '8', '', '6', '2', '', '0', '0', '0', '', '0'),
    wide('四、结转下年度继续办理', '', '3', '2', '', '0', '0', '', '0', '1', '0'),
  );
  const cells = ['granted.total', 'granted.natural_person', 'granted.business', 'carried_out.total'];
  expect(await read(first + rest, 'requests', ...cells, 'carried_out.legal_service')).toEqual([8, 6, 2, 3, 1]);
});

it("position alone does not settle a column whose head reads like another's", async () => {
  const swapped = tr('项目', '自然人', '科研机购', '商业', '社会公益组织', '法律服务机构', '其他', '总计');
  const page = table(swapped, received, carriedIn, granted, carriedOut);
  expect(await read(page, 'requests', 'granted.research', 'granted.business')).not.toContain(2);
  expect(await read(page, 'requests', 'granted.natural_person', 'granted.total')).toEqual([6, 8]);
});

it('a blank column is no proof of an order of columns', async () => {
  const blank = (row: string) => row.replace('<td>2</td><td>0</td>', '<td>2</td><td></td>');
  const page = table(
    '<tr><td rowspan="3"></td><td>申请人情况</td></tr>',
    '<tr><td rowspan="2">自然人</td><td>法人或其他组织</td><td rowspan="2">总计</td></tr>',
    tr('商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'),
    blank(received),
    carriedIn.replace('<td>0</td><td>0</td>', '<td>0</td><td></td>'),
    blank(granted),
    carriedOut.replace('<td>0</td><td>0</td>', '<td>0</td><td></td>'),
  );
  expect(await read(page, 'requests', 'new.research', 'new.total', 'carried_out.legal_service')).toEqual(['', 10, 1]);
});

it('a row of the office is not one of the form that merely sounds alike', async () => {
  const head = tr('信息内容', '本年处理决定数量');
  const page = table(
    ...[head, tr('行政许可', '70'), tr('行政确认', '5')],
    ...[head, tr('行政强制', '16'), tr('行政处罚', '59')],
  );
  const rows = ['licensing', 'penalties', 'coercion'].map((row) => `${row}.decisions`);
  expect(await read(page, 'proactive', ...rows)).toEqual([70, 59, 16]);
});

const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const wide = (text: string, columns: number, rows = 1) => `<td colspan="${columns}" rowspan="${rows}">${text}</td>`;
const disputed = ['1', '0', '0', '0', '1', '2', '0', '0', '0', '2', '3', '0', '0', '0', '3'];

it('procedures in another order are told by their heads', async () => {
  const page = table(
    `<tr>${wide('行政复议', 5)}${wide('行政诉讼', 10)}</tr>`,
    `<tr>${OUTCOMES.map((text) => wide(text, 1, 2)).join('')}${wide('复议后起诉', 5)}${wide('未经复议直接起诉', 5)}</tr>`,
    tr(...OUTCOMES, ...OUTCOMES),
    tr(...disputed),
  );
  const rows = ['review', 'litigation_direct', 'litigation_after_review'].map((row) => `${row}.total`);
  expect(await read(page, 'disputes', ...rows)).toEqual([1, 3, 2]);
});

it('the one line of disputes may have a label and no head over it', async () => {
  const page = table(
    `<tr>${wide('', 1, 3)}${wide('行政复议', 5)}${wide('行政诉讼', 10)}</tr>`,
    `<tr>${OUTCOMES.map((text) => wide(text, 1, 2)).join('')}${wide('未经复议直接起诉', 5)}${wide('复议后起诉', 5)}</tr>`,
    tr(...OUTCOMES, ...OUTCOMES),
    tr('数量', ...disputed),
  );
  const rows = ['review', 'litigation_direct', 'litigation_after_review'].map((row) => `${row}.total`);
  expect(await read(page, 'disputes', ...rows)).toEqual([1, 2, 3]);
});

it("last year's table is not taken for this year's, where that is a picture", async () => {
  const page = `<img src="1.png"><p>2021年收到和处理申请情况</p>${table(heads, received, carriedIn, granted, carriedOut)}`;
  expect(await read(page, 'requests', 'new.total', 'granted.total')).toEqual(['unreadable', 'unreadable']);
});

it('a sentence before a table may speak of last year', async () => {
  const page = `<p>申请数量比上年略有增加，具体如下：</p>${table(heads, received, carriedIn, granted, carriedOut)}`;
  expect(await read(page, 'requests', 'new.total', 'granted.total')).toEqual([10, 8]);
});

it("last year's table goes by its caption, whichever comes first", async () => {
  const before = table(heads, tr('一、本年新收政府信息公开申请数量', '5', '0', '0', '0', '0', '0', '5'), carriedIn);
  const page = `<p>上年度情况</p>${before}<p>本年度情况</p>${table(heads, received, carriedIn, granted)}`;
  expect(await read(page, 'requests', 'new.total', 'granted.total')).toEqual([10, 8]);
});

it('rows may stand in a table each', async () => {
  const page = [heads, received, carriedIn, granted, carriedOut].map((row) => table(row)).join('\n');
  expect(await read(page, 'requests', 'new.total', 'granted.business', 'carried_out.legal_service')).toEqual([
    10, 2, 1,
  ]);
});

it('a table may be divided between its columns', async () => {
  const page = `${table(
    tr('项目', '自然人', '商业企业'),
    tr('一、本年新收政府信息公开申请数量', '7', '2'),
    tr('二、上年结转政府信息公开申请数量', '1', '0'),
  )}<p>续表</p>${table(
    tr('项目', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'),
    tr('一、本年新收政府信息公开申请数量', '0', '0', '1', '0', '10'),
    tr('二、上年结转政府信息公开申请数量', '0', '0', '0', '0', '1'),
  )}`;
  expect(await read(page, 'requests', 'new.natural_person', 'new.legal_service', 'carried_in.total')).toEqual([
    7, 1, 1,
  ]);
});

it('a column of the office beside 总计 is not the total', async () => {
  const own = (row: string, text: string) => row.replace(/(<td>[^<]*<\/td><\/tr>)$/, `<td>${text}</td>$1`);
  const page = table(own(heads, '小计'), own(received, '3'), own(carriedIn, '0'), own(granted, '2'));
  expect(await read(page, 'requests', 'new.total', 'granted.total')).toEqual([10, 8]);
});

it('two heads side by side that cannot be read are not one over two columns', async () => {
  const lost = ['\uFFFC', '\uFFFC', ...APPLICANTS.slice(1, -1), '\uFFFC'];
  const page = table(tr(...lost), received, carriedIn, granted);
  expect(await read(page, 'requests', 'new.natural_person', 'new.total')).toEqual(
    await read(table(heads, received, carriedIn, granted), 'requests', 'new.natural_person', 'new.total'),
  );
});

it('a head that holds the lines of two neighbours is that of neither', async () => {
  const mixed = ['', ...APPLICANTS.slice(0, 2), '科研机<br>社会公<br>构益组织', ...APPLICANTS.slice(4)];
  const row = (label: string) => tr(label, '9', '1', '5', '1', '8', '24');
  const page = table(tr(...mixed), row('一、本年新收政府信息公开申请数量'), row('二、上年结转政府信息公开申请数量'));
  const [research, nonprofit] = await read(page, 'requests', 'new.research', 'new.nonprofit');
  expect([research, nonprofit]).toEqual(['unreadable', 'unreadable']);
});

it('a head of three letters, one more of which cannot be read, is a head', async () => {
  const rows = [
    tr('信息内容', '上一年项目数量', '本\uFFFC增/减', '处理决定数量'),
    tr('行政许可', '38', '-17', '459'),
    tr('其他对外管理服务事项', '40', '-6', '73'),
  ];
  const page = table('<tr><td colspan=4>第二十条第（五）项</td></tr>', ...rows);
  const ids = ['licensing.items_prior', 'licensing.items_change', 'other_services.decisions'];
  expect(await read(page, 'proactive', ...ids)).toEqual([38, -17, 73]);
});

it('figures under heads that nothing can be made of are unreadable, not absent', async () => {
  const twice = (texts: readonly string[]) => texts.flatMap((text) => [text, text]);
  const rows = ['规章', '行政规范性文件', '行政许可', '行政处罚', '行政强制', '行政事业性收费'];
  const labels = [
    ...['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '（二）部分公开'],
    ...['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益'],
    ...['5.属于三类内部事务信息', '6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项'],
    ...['1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确'],
  ];
  const page = `${table(tr('信息内容', '本年制发件数', '本年废止件数', '现行有效件数'), ...rows.slice(0, 2).map((row) => tr(row, '0', '0', '0')))}${table(
    tr('项目', ...twice(APPLICANTS)),
    tr('', ...APPLICANTS.flatMap(() => ['本年', '上年'])),
    ...labels.map((label) => tr(label, ...twice(['1', '0', '0', '0', '0', '0', '1']))),
  )}`;
  expect(await read(page, 'requests', 'granted.total', 'new.natural_person')).toEqual(['unreadable', 'unreadable']);
});

it('a row with a blank in front and a figure too many at its end is not read, wherever the heads stand', async () => {
  const long = tr('（一）予以公开', '', '2', '0', '0', '1', '0', '3', '5');
  const padded = tr('（一）予以公开', '', '2', '0', '0', '1', '0', '3', '');
  const ids = ['natural_person', 'business', 'total'].map((column) => `granted.${column}`);
  for (const top of [heads, tr(...APPLICANTS)]) {
    expect(await read(table(top, received, carriedIn, long, carriedOut), 'requests', ...ids)).toEqual([
      ...['unreadable', 'unreadable', 'unreadable'],
    ]);
    expect(await read(table(top, received, carriedIn, padded, carriedOut), 'requests', ...ids)).toEqual(['', 2, 3]);
  }
});

it('a figure under no head of its own is not passed over where blanks fill the rows up', async () => {
  // The heads stand a column too far right.
  const group = '<tr><td>项目</td><td colspan="7">申请人情况</td></tr>';
  const filled = (row: string) => row.replace('</tr>', '<td></td><td></td><td></td></tr>');
  const shifted = filled(tr('', '', ...APPLICANTS));
  const page = table(group, shifted, ...[received, carriedIn, granted, carriedOut].map(filled));
  const none = 'unreadable';
  expect(await read(page, 'requests', 'new.natural_person', 'new.total', 'granted.other')).toEqual([none, none, none]);
});

it('a cell that holds tables beside a label is not blank', async () => {
  const nested = `<tr><td>一、本年新收政府信息公开申请数量</td><td colspan="7">${table(tr('7', '2', '0', '0', '1', '0', '10'))}</td></tr>`;
  const page = table(heads, nested, carriedIn, granted, carriedOut);
  expect(await read(page, 'requests', 'new.natural_person', 'new.total')).toEqual(['unreadable', 'unreadable']);
});

it('a row whose only figure stands under a head of the office, over its blank cells, is not read', async () => {
  const page = table(
    tr('第二十条第（五）项', '', ''),
    tr('信息内容', '本年处理决定数量', '批注：98'),
    tr('行政许可', '', '3'),
    tr('第二十条第（六）项', '', ''),
    tr('信息内容', '本年处理决定数量', '批注：99'),
    tr('行政处罚', '8', '3'),
    tr('行政强制', '', ''),
  );
  const cells = ['licensing.decisions', 'penalties.decisions', 'coercion.decisions'];
  expect(await read(page, 'proactive', ...cells)).toEqual(['unreadable', 8, '']);
});

it('a column whose head a page break leaves on the page before is the one that the other heads leave over', async () => {
  const head = ['', '', ...APPLICANTS.slice(1, -1), ''];
  const page = table(tr(...head), received, carriedIn, granted, carriedOut);
  const columns = ['natural_person', 'business', 'other', 'total'].map((column) => `new.${column}`);
  expect(await read(page, 'requests', ...columns)).toEqual([7, 2, 0, 10]);
});

it('an office may add a 小计 to each group; the total is the row that has its official label', async () => {
  const group = (name: string, span: number, label: string, ...own: string[]) =>
    `<tr><td rowspan="${span}">${name}</td>${[label, ...own].map((text) => `<td>${text}</td>`).join('')}</tr>`;
  const wide = (row: string) => row.replace('<td>', '<td colspan="2">');
  const page = table(
    ...[wide(heads), wide(received), wide(carriedIn), wide(granted)],
    group('（五）不予处理', 2, '2.重复申请', '1', '0', '0', '0', '0', '0', '1'),
    tr('小计', '1', '0', '0', '0', '0', '0', '1'),
    wide(tr('（七）总计', '7', '2', '0', '0', '0', '0', '9')),
    wide(carriedOut),
  );
  const rows = ['unprocessed.repeated', 'total', 'carried_out'];
  expect(await read(page, 'requests', ...rows.map((row) => `${row}.total`))).toEqual([1, 9, 3]);
});

it('a spreadsheet may print the numbers of its rows and the letters of its columns', async () => {
  const own = (cell: string, span: number) => `<td colspan="${span}">${cell}</td>`;
  const page = table(
    tr('', ...'ABCD'),
    `<tr><td>1</td>${own('第二十条第（一）项', 4)}</tr>`,
    tr('2', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
    tr('3', '规章', '4', '1', '9'),
    tr('4', '行政规范性文件', '', '2', '7'),
    `<tr><td>5</td>${own('第二十条第（五）项', 4)}</tr>`,
    `<tr><td>6</td><td>信息内容</td>${own('本年处理决定数量', 3)}</tr>`,
    `<tr><td>7</td><td>行政许可</td>${own('12', 3)}</tr>`,
  );
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const disputes = table(
    tr('', ...'ABCDEFGHIJKLMNO'),
    `<tr><td>1</td>${own('四、政府信息公开行政复议、行政诉讼情况', 15)}</tr>`,
    `<tr><td>2</td><td colspan="5" rowspan="2">行政复议</td>${own('行政诉讼', 10)}</tr>`,
    `<tr><td>3</td>${own('未经复议直接起诉', 5)}${own('复议后起诉', 5)}</tr>`,
    tr('4', ...outcomes, ...outcomes, ...outcomes),
    tr('5', ...'110020000000303'),
  );
  const totals = ['review', 'litigation_direct', 'litigation_after_review'].map((row) => `${row}.total`);
  expect(await read(page + disputes, 'disputes', ...totals)).toEqual([2, 0, 3]);
  const cells = ['regulations.issued', 'normative_documents.issued', 'normative_documents.in_force'];
  expect(await read(page, 'proactive', ...cells, 'licensing.decisions')).toEqual([4, '', 7, 12]);
});

it('of two rows of figures under the heads of the disputes nobody can say which is the year of the report', async () => {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const above = `<tr><td rowspan="3">年度</td><td colspan="5" rowspan="2">行政复议</td><td colspan="10">行政诉讼</td></tr>
    <tr><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>${tr(...outcomes, ...outcomes, ...outcomes)}`;
  const [before, own] = [tr('2021年', ...'110020000000303'), tr('2022年', ...'200020000000101')];
  expect(await read(table(above, own), 'disputes', 'review.upheld')).toEqual([2]);
  expect(await read(table(above, before, own), 'disputes', 'review.upheld')).toEqual(['unreadable']);
});

it.each([
  ['pipes', '|', ''],
  ['pipes with drawn rules', '|', '+-----+-----+'],
  ['drawn characters', '│', '├────┼────┤'],
])('a table of %s in a text that a browser saved keeps its cells', async (_, side, rule) => {
  const line = (...cells: string[]) => `${side} ${cells.join(` ${side} `)} ${side}\n${rule}\n`;
  const text = [
    line('信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
    line('规章', '0', '', '3'),
    line('行政规范性文件', '5', '0', '59'),
    line('信息内容', '本年处理决定数量'),
    line('行政许可', '15991'),
  ];
  const page = `<pre>${text.join('')}</pre>`;
  const cells = ['regulations.issued', 'regulations.repealed', 'regulations.in_force', 'normative_documents.issued'];
  expect(await read(page, 'proactive', ...cells, 'licensing.decisions')).toEqual([0, '', 3, 5, 15991]);
});

it('figures under the heads stay with these in a table of drawn characters', async () => {
  const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].join(' | ');
  const lines = [
    '| 行政复议 | 行政诉讼 |',
    '|  | 未经复议直接起诉 | 复议后起诉 |',
    `| ${heads} | ${heads} | ${heads} |`,
    '|---|---|---|',
    '| 1 | 2 | 3 | 4 | 10 | 0 | 5 | 0 | 0 | 5 | 0 | 0 | 0 | 6 | 6 |',
  ];
  const cells = ['review.total', 'litigation_direct.corrected', 'litigation_after_review.pending'];
  expect(await read(`<pre>${lines.join('\n')}</pre>`, 'disputes', ...cells)).toEqual([10, 5, 6]);
});

it('a head a column too wide, at the edge of two groups, is one column of the group where it begins', async () => {
  const heads = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((text) => `<td>${text}</td>`).join('');
  const wide = (cells: string) => cells.replace(/<td>(?=[^<]*<\/td>$)/, '<td colspan="2">');
  const figures = (...own: number[]) => own.map((figure) => `<td>${figure}</td>`).join('');
  // So LibreOffice saves a document as a page.
  const page = table(
    '<tr><td rowspan="2" colspan="5">行政复议</td><td colspan="11">行政诉讼</td></tr>',
    '<tr><td colspan="6">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>',
    `<tr>${wide(heads)}${heads}${heads}</tr>`,
    `<tr>${wide(figures(1, 2, 3, 4, 10))}${figures(0, 5, 0, 0, 5)}${figures(0, 0, 0, 6, 6)}</tr>`,
  );
  const cells = ['review.pending', 'review.total', 'litigation_direct.upheld', 'litigation_after_review.total'];
  expect(await read(page, 'disputes', ...cells)).toEqual([4, 10, 0, 6]);
});
