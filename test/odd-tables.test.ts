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
