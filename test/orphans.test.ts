import { describe, expect, it } from 'vitest';
import { extract, type Report, type TableId, validate } from '../src/index.js';

const tr = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const PROACTIVE = `<table>${[
  tr('信息内容', '本年制发件数', '本年废止件数', '现行有效件数'),
  tr('规章', '0', '0', '0'),
  tr('行政规范性文件', '3', '1', '9'),
].join('')}</table>`;
const HEADS = `<table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
  <tr>${OUTCOMES.map((label) => `<td rowspan="2">${label}</td>`).join('')}<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
  ${tr(...OUTCOMES, ...OUTCOMES)}</table>`;
const FIGURES = `<table>${tr(...'102030004000015'.split(''))}</table>`;

const read = async (...parts: string[]): Promise<Report | undefined> => {
  const page = `<h1>云溪市2023年政府信息公开工作年度报告</h1>${PROACTIVE}${parts.join('')}`;
  return (await extract(new TextEncoder().encode(`<meta charset="utf-8">${page}`))).reports[0];
};
const states = (report: Report | undefined, table: TableId, row: string) =>
  Object.values(report?.tables[table].cells ?? {})
    .filter((cell) => cell.row === row)
    .map((cell) => cell.state);
const told = (report: Report | undefined) =>
  (report === undefined ? [] : validate(report)).map((f) => [f.rule, f.table, f.row].join(' '));

describe('heads of disputes', () => {
  it('of two columns that a reader took for one are printed', async () => {
    const groups = '<td colspan="4">行政复议</td><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td>';
    const heads = tr('结果结果<br>维持纠正', ...OUTCOMES.slice(2), ...OUTCOMES, ...OUTCOMES);
    const report = await read(`<table><tr>${groups}</tr>${heads}${tr(...'10010000000000'.split(''))}</table>`);
    expect(states(report, 'disputes', 'review')[1]).toBe('unreadable');
  });
  it('are heads where one of them is but a picture', async () => {
    const head = HEADS.replace(/(.*)<td>总计<\/td>/su, '$1<td>￼</td>').replace('￼', '<img src="a.png" width="40">');
    const report = await read(head.replace('</table>', ''), `${tr(...'102030004000015'.split(''))}</table>`);
    expect(states(report, 'disputes', 'review')).toEqual(['read', 'read', 'read', 'read', 'read']);
  });
});

describe('figures after a table of which nothing can be made', () => {
  it('are cells that cannot be read, not cells that the report lacks', async () => {
    const report = await read(HEADS, '<p>— 3 —</p>', FIGURES);
    expect(new Set(states(report, 'disputes', 'review'))).toEqual(new Set(['unreadable']));
    expect(report?.tables.disputes.cells['disputes.review.total']?.printed).toBe('1 0 2 0 3 0 0 0 4 0 0 0 0 1 5');
    expect(told(report)).toContain('document/unreadable-cell disputes review');
    expect(told(report)).not.toContain('document/incomplete disputes ');
  });
  it('may stand beside a label that does', async () => {
    const heads = tr('项目', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计');
    const received = tr('一、本年新收政府信息公开申请数量', ...'4100005'.split(''));
    const report = await read(
      `<table>${heads}${received}${tr('二、上年结转政府信息公开申请数量', ...'0000000'.split(''))}</table>`,
      '<p>四、结转下年度继续办理</p>',
    );
    expect(new Set(states(report, 'requests', 'carried_out'))).toEqual(new Set(['unreadable']));
    expect(told(report)).not.toContain('document/incomplete requests carried_out');
    expect(told(report)).toContain('document/incomplete requests granted');
  });
  it('are one row where their label tells it', async () => {
    const report = await read('<p>续表</p>', `<table>${tr('行政处罚', '72')}${tr('行政强制', '301')}</table>`);
    expect(states(report, 'proactive', 'penalties')).toEqual(['unreadable']);
    expect(states(report, 'proactive', 'licensing')).toEqual(['absent']);
  });
  it('may be blank beside their labels: such a row is printed all the same', async () => {
    const report = await read('<p>续表</p>', `<table>${tr('行政处罚', '')}${tr('行政强制', '301')}</table>`);
    expect(states(report, 'proactive', 'penalties')).toEqual(['unreadable']);
    expect(states(report, 'proactive', 'licensing')).toEqual(['absent']);
  });
  it('are something else behind a paragraph, or with words of their own', async () => {
    const apart =
      '<p>本年度全区各单位依法主动公开政府信息，及时回应群众关切，不断完善政府信息公开工作机制，提升公开水平。</p>';
    expect(states(await read(apart, FIGURES), 'proactive', 'penalties')).toEqual(['absent']);
    expect(states(await read(HEADS, apart, FIGURES), 'disputes', 'review')[0]).toBe('absent');
    const clicks = `<table>${tr('阅读次数', '112')}${tr('点赞', '3')}</table>`;
    expect(states(await read(clicks), 'proactive', 'penalties')).toEqual(['absent']);
  });
});

describe('a table in running text of which nothing can be made', () => {
  const LABELS = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开'];
  const REFUSED = ['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益'];
  const MORE = ['5.属于三类内部事务信息', '6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项'];
  const REST = ['1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确', '（七）总计'];
  it('is unreadable, not missing: its blank cells were left out, so that no column is known', async () => {
    const rows = [...LABELS, ...REFUSED, ...MORE, ...REST].map((label, i) => `${label}\n${i}\n${i}`);
    const words = ['云溪市2023年政府信息公开工作年度报告', '规章', '0', '0', '0', '行政规范性文件', '3', '1', '9'];
    const text = [...words, '行政许可', '5', ...rows, '四、结转下年度继续办理'].join('\n');
    const [report] = (await extract(new TextEncoder().encode(text))).reports;
    expect(new Set(states(report, 'requests', 'new'))).toEqual(new Set(['unreadable']));
    expect(report?.tables.requests.cells['requests.granted.total']?.printed).toBe('2 2');
    expect(told(report)).not.toContain('document/incomplete requests ');
    expect(told(report)).not.toContain('document/incomplete requests carried_out');
    expect(told(report)).toContain('document/incomplete disputes ');
  });
});

describe('lines of the form that a report names though they were not found', () => {
  const heads = tr('项目', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计');
  const rows = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开'];
  const table = `<table>${heads}${rows.map((label) => tr(label, ...'4100005')).join('')}</table>`;

  it('are unreadable among other words; those of which nothing is said are missing', async () => {
    const report = await read(table, '<p>度办 3.危及“三安全一稳定”</p>', '<p>1.信访举报投诉类申请 2.重复申请</p>');
    for (const row of ['refused.security_stability', 'unprocessed.complaint', 'unprocessed.repeated'])
      expect([row, new Set(states(report, 'requests', row))]).toEqual([row, new Set(['unreadable'])]);
    expect(new Set(states(report, 'requests', 'carried_out'))).toEqual(new Set(['absent']));
  });
  it('may be any where words cannot all be read', async () => {
    const garbled = `<table>${tr('四、结<img src="x.png">年度', ...'4100005')}</table>`;
    const report = await read(table, garbled);
    expect(new Set(states(report, 'requests', 'carried_out'))).toEqual(new Set(['unreadable']));
    expect(told(report)).not.toContain('document/incomplete requests carried_out');
  });
  it('are columns, where the cells below their heads were left out', async () => {
    const report = await read(`<table>${heads}${rows.map((label) => tr(label, '4', '1')).join('')}</table>`);
    expect(new Set(states(report, 'requests', 'new'))).not.toContain('absent');
  });
  it('are a whole table whose heads were broken', async () => {
    const broken = `<p>行政复议 行政诉讼</p><p>${OUTCOMES.join(' ')} 未经复议直接起诉 复议后起诉</p>`;
    const report = await read(broken, `<table>${tr(...OUTCOMES, ...OUTCOMES)}${tr(...'1020300040')}</table>`);
    expect(new Set(states(report, 'disputes', 'review'))).toEqual(new Set(['unreadable']));
    expect(told(report)).not.toContain('document/incomplete disputes ');
  });
  it('are a whole table that is blank, the lines of its heads taken one after the other', async () => {
    const [upper, lower] = ['结果维 结果纠 其他结 尚未审', '持 正 果 结'];
    const lines = [
      '行政诉讼',
      '行政复议',
      '未经复议直接起诉 复议后起诉',
      `${upper} ${upper} ${upper}`,
      '总计 总计 总计',
      lower,
    ];
    const report = await read(
      table,
      '<h2>四、政府信息公开行政复议、行政诉讼情况</h2>',
      ...lines.map((l) => `<p>${l}</p>`),
    );
    expect(new Set(states(report, 'disputes', 'review'))).toEqual(new Set(['unreadable']));
    expect(told(report)).not.toContain('document/incomplete disputes ');
    const sentence = '<p>未发生行政复议、未经复议直接起诉、复议后起诉案件。</p>';
    expect(told(await read(table, sentence))).toContain('document/incomplete disputes ');
  });
  it('are a row under a title that heads every page', async () => {
    const title = '<p>政府信息公开工作年度报告</p>';
    const dated = '<p>某县2022年政府信息公开工作年度报告</p>';
    const rest = '<p>四、结转下年度继续办理 41</p>';
    for (const head of [title, dated]) {
      const report = await read(head, table, head, rest);
      expect(new Set(states(report, 'requests', 'carried_out'))).toEqual(new Set(['unreadable']));
    }
  });
});

it('rows of both editions under heads that nothing can be made of are one report', async () => {
  const block = (item: string, heads: string, ...rows: string[]) => `<tr><td colspan="2">${item}</td></tr>
    <tr><td colspan="2">${heads}</td></tr>${rows.map((row) => tr(row, '2 0 2<img src="x.png">')).join('')}`;
  const page = `<table>${block('第二十条第（一）项', '信息内容 本年新制作数量 本年新公开数量 对外公开总数量', '规章', '规范性文件')}
    ${block('第二十条第（五）项', '信息内容 上一年项目数量 本年增/减 处理决定数量', '行政许可', '其他对外管理服务事项')}
    ${block('第二十条第（六）项', '信息内容 上一年项目数量 本年增/减 处理决定数量', '行政处罚', '行政强制')}
    ${block('第二十条第（八）项', '信息内容 上一年项目数量 本年增/减', '行政事业性收费')}
    ${block('第二十条第（九）项', '信息内容 采购项目数量 采购总金额', '政府集中采购')}</table>`;
  const { reports } = await extract(new TextEncoder().encode(`<h1>某县2020年政府信息公开工作年度报告</h1>${page}`));
  expect(reports.map((report) => states(report, 'proactive', 'penalties').includes('unreadable'))).toEqual([true]);
});

describe('columns of a sheet too wide for its page, printed after the rest', () => {
  it('cannot be read, and are none that the report lacks', async () => {
    const labels = [
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '（一）予以公开',
      '（七）总计',
    ];
    const part = labels.map((label, i) => tr(label, String(i), '0', '0'));
    const rest = labels.map((_, i) => tr('0', '0', '0', String(i)));
    const report = await read(
      `<table>${tr('项目', '自然人', '商业企业', '科研机构')}${part.join('')}</table>`,
      '<h2>四、政府信息公开行政复议、行政诉讼情况</h2>',
      `<table>${tr('社会公益组织', '法律服务机构', '其他', '总计')}${rest.join('')}</table>`,
    );
    const stateOf = (column: string) => report?.tables.requests.cells[`requests.new.${column}`]?.state;
    expect(['business', 'nonprofit', 'total'].map(stateOf)).toEqual(['read', 'unreadable', 'unreadable']);
    expect(told(report)).not.toContain('document/incomplete requests ');
  });
});
