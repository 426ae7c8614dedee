import { describe, expect, it } from 'vitest';
import { extract, FORMS, type TableId } from '../src/index.js';
import { printed, text } from './support/printed.js';
import { HEADS, only, row } from './support/requests-rows.js';

const tr = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

/** Values by cell of a table: `?` where unreadable, `-` where absent. */
const cellsOf = async (bytes: Uint8Array, table: TableId) => {
  const [report] = (await extract(bytes)).reports;
  return Object.fromEntries(
    Object.values(report?.tables[table].cells ?? {}).map(({ id, state, value }) => [
      id.slice(table.length + 1),
      state === 'unreadable' ? '?' : state === 'absent' ? '-' : value,
    ]),
  );
};
const page = (...rows: string[]) =>
  new TextEncoder().encode(`<meta charset="utf-8"><h1>云溪市2023年政府信息公开工作年度报告</h1>${rows.join('')}`);
const lines = (...texts: string[]) =>
  new TextEncoder().encode(['云溪市2023年政府信息公开工作年度报告', ...texts].join('\n'));

describe('what was not found', () => {
  const heads = tr('项目', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计');
  it('may be part of a row beside it that could not be read; between rows that could it is missing', async () => {
    const cells = await cellsOf(
      page(
        `<table>${heads}${tr('一、本年新收政府信息公开申请数量', ...'4100005')}`,
        tr('二、上年结转政府信息公开申请数量', '<img src="x.png">', ...'100005'),
        `${tr('1.属于国家秘密', ...'1000001')}${tr('3.危及“三安全一稳定”', ...'2000002')}</table>`,
      ),
      'requests',
    );
    expect([cells['granted.total'], cells['refused.other_law.total']]).toEqual(['?', '-']);
  });
  it('is printed where figures stand under some of its heads', async () => {
    const cells = await cellsOf(
      page(
        `<table>${tr('信息内容', '本年制发件数', '本年废止件数', '现行有效件数')}${tr('规章', '0', '0', '0')}`,
        `${tr('行政规范性文件', '3', '1', '9')}</table>`,
        `<table>${tr('结果维持', '结果纠正', '尚未审结')}${tr('4', '7', '13')}</table>`,
      ),
      'disputes',
    );
    expect(cells['review.upheld']).toBe('?');
  });
  it('may be the column between two others whose head names nothing: one that was read in pieces', async () => {
    const groups = `<tr><td colspan="5">行政复议</td><td colspan="6">未经复议直接起诉</td><td colspan="4">复议后起诉</td></tr>`;
    const heads = [...OUTCOMES, '结维', '果持', ...OUTCOMES.slice(1), ...OUTCOMES.slice(1)];
    const figures = ['1', '', '6', '6', '13', '', '', '2', '1', '', '3', '9', '3', '3', '15'];
    const cells = await cellsOf(page(`<table>${groups}${tr(...heads)}${tr(...figures)}</table>`), 'disputes');
    expect(cells).toMatchObject({ 'litigation_direct.upheld': '?', 'litigation_direct.corrected': 2 });
    expect(cells['litigation_after_review.upheld']).toBe('-');
  });
  it('is not blank where figures stand beside it under a head that names nothing, as the rest of its own does', async () => {
    const torn = tr('项目', '自然人', '商业企业', '科研机构', '社会公益', '组织', '法律服务机构', '其他', '总计');
    const rows = [
      tr('一、本年新收政府信息公开申请数量', '4', '1', '0', '', '3', '0', '', '8'),
      tr('二、上年结转政府信息公开申请数量', '1', '0', '0', '', '2', '0', '', '3'),
    ];
    const cells = await cellsOf(page(`<table>${torn}${rows.join('')}</table>`), 'requests');
    expect(cells).toMatchObject({ 'new.nonprofit': '?', 'new.business': 1, 'new.other': null, 'new.total': 8 });
  });
  it('is blank beside a column of the office’s own', async () => {
    const heads = tr('项目', '自然人', '商业企业', '科研机构', '社会公益组织', '小计', '法律服务机构', '其他', '总计');
    const rows = [
      tr('一、本年新收政府信息公开申请数量', '4', '1', '0', '', '1', '0', '', '5'),
      tr('二、上年结转政府信息公开申请数量', '1', '0', '0', '', '0', '0', '', '1'),
    ];
    const cells = await cellsOf(page(`<table>${heads}${rows.join('')}</table>`), 'requests');
    expect(cells).toMatchObject({ 'new.nonprofit': null, 'new.legal_service': 0, 'new.total': 5 });
  });
  it('is not missing where no row of its table was read for certain', async () => {
    const labels = FORMS['2021'].tables.requests.blocks.flatMap(({ rows }) => rows.map(({ label }) => label));
    const rows = labels.map((label) => (label.startsWith('5.属于三类') ? tr('予公开', '属') : tr(label, '2', '2')));
    const cells = await cellsOf(
      page(
        `<table>${tr('信息内容', '本年制发件数', '本年废止件数', '现行有效件数')}${tr('规章', '0', '0', '0')}`,
        `${tr('行政规范性文件', '3', '1', '9')}</table>`,
        `<h2>三、收到和处理政府信息公开申请情况</h2><table>${tr('甲', '乙', '丙')}${rows.join('')}</table>`,
      ),
      'requests',
    );
    expect(new Set(Object.values(cells))).toEqual(new Set('?'));
  });
});

it('brackets may hold the rest of a label', async () => {
  const rows = [
    ['行政复议', '1', '0', '0', '0', '1'],
    ['行政诉讼（未经复议直接起诉）', '0', '2', '0', '0', '2'],
    ['行政诉讼（复议后起诉）', '0', '0', '3', '0', '3'],
  ];
  const cells = await cellsOf(
    page(`<table>${tr('类别', ...OUTCOMES)}${rows.map((row) => tr(...row)).join('')}</table>`),
    'disputes',
  );
  expect(cells).toMatchObject({ 'litigation_direct.corrected': 2, 'litigation_after_review.other': 3 });
});

it('a head that is the names of two columns is that of neither', async () => {
  const groups = `<tr><td colspan="2">行政复议</td><td colspan="2"></td><td colspan="2">未经复议直接起诉</td>
    <td colspan="2"></td><td colspan="2">复议后起诉</td><td></td></tr>`;
  const heads = ['结果维持 结果纠正', '其他结果', '尚未审结', '总计 结果维持', '结果纠正', '其他结果 尚未审结', '总计'];
  const figures = ['7', '', '22', '29', '', '1', '1', '', '26', '', '27'];
  const cells = await cellsOf(
    page(
      `<table>${groups}${tr(...heads, '结果维持', '结果纠正', '其他结果', '尚未审结 总计')}${tr(...figures)}</table>`,
    ),
    'disputes',
  );
  expect(['?', '-']).toContain(cells['litigation_direct.upheld']);
  expect(['?', '-']).toContain(cells['litigation_after_review.pending']);
});

describe('in a table without rules', () => {
  it('the name of a group that breaks after 无 has run into no figure, and a note is no line of the last label', async () => {
    const marks = [
      ...row(100, '', '', ...HEADS),
      ...row(130, '', '一、本年新收政府信息公开申请数量', '9', '1', '1', '1', '1', '1', '14'),
      ...row(160, '', '（一）予以公开', ...only('4')),
      ...row(190, '（四）无', '1.本机关不掌握相关政府信息', ...only('6')),
      ...row(220, '法提供', '2.没有现成信息需要另行制作', ...only('5')),
      ...row(250, '', '四、结转下年度继续办理', ...only('3')),
      text(20, 264, '注：本表数据不含下属单位。'),
    ];
    expect(await cellsOf(printed([{ width: 600, marks }]), 'requests')).toMatchObject({
      ...{ 'unavailable.not_held.business': null, 'unavailable.needs_creation.business': null },
      ...{ 'carried_out.natural_person': 3, 'carried_out.business': null },
    });
  });
  it('may be named in running text by the words before figures', async () => {
    const cells = await cellsOf(
      lines(
        '信息内容      本年制发件数    本年废止件数    现行有效件数',
        '规章                            10          1579',
        '行政规范性文件          5                      2325',
        '信息内容        本年处理决定数量',
        '行政处罚                 130',
        '行政强制                1576',
      ),
      'proactive',
    );
    expect([cells['regulations.in_force'], cells['normative_documents.issued']]).toEqual(['?', '?']);
  });
});

it('a total of the requests, alone, is no table of the disputes with its rows and columns exchanged', async () => {
  const cells = await cellsOf(
    lines(
      '三、收到和处理政府信息公开申请情况',
      '（七）总计                 1057    108         1165 见附注',
      '四、政府信息公开行政复议、行政诉讼情况',
      '行政诉讼',
      '行政复议',
      '未经复议直接起诉        复议后起诉',
      '结果维 结果纠 其他结 尚未审     结果维 结果纠 其他结 尚未审',
      '总计            总计           总计',
      '持  正  果  结    持  正  果  结',
      '11      1   4    16     6   2     5      13',
    ),
    'disputes',
  );
  expect(Object.values(cells).filter((value) => typeof value === 'number')).toEqual([]);
});
