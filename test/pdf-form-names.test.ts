import { describe, expect, it } from 'vitest';
import { type Printed, text } from './support/printed.js';
import { across, cells, HEADS, line } from './support/unruled.js';

describe('names of the form tell rows apart that no rule divides', () => {
  /** @param y the height of the only figures of 第二十条第（一）项, whose labels stand at 72 and 88 */
  const page = (y: number, drawn: readonly number[] = []): Printed => ({
    width: 320,
    marks: [
      ...drawn.map((at) => across(at)),
      ...line(40, ['', '', '第二十条第（一）项']),
      ...line(56, HEADS),
      ...line(72, ['规章']),
      ...line(88, ['行政规范性文件']),
      ...line(y, ['', '2', '16', '7']),
      ...line(104, ['', '', '第二十条第（六）项']),
      ...line(120, ['信息内容', '', '本年处理决定数量']),
      ...line(136, ['行政处罚']),
      ...line(152, ['行政强制', '', '3']),
    ],
  });
  const groups = [29, 45, 61, 93, 109, 125];
  it('figures beside one are its own, and the other is blank', async () => {
    for (const drawn of [[], groups]) {
      const upper = await cells('proactive', [page(72, drawn)]);
      expect(upper).toMatchObject({ 'regulations.issued': 2, 'normative_documents.issued': null });
      expect(upper).toMatchObject({ 'penalties.decisions': null, 'coercion.decisions': 3 });
      const lower = await cells('proactive', [page(88, drawn)]);
      expect(lower).toMatchObject({ 'regulations.in_force': null, 'normative_documents.in_force': 7 });
    }
  });
  it('figures halfway between two may be those of either', async () => {
    for (const y of [78, 80, 82])
      for (const drawn of [[], groups])
        expect(await cells('proactive', [page(y, drawn)])).toMatchObject({
          ...{ 'regulations.issued': 'unreadable', 'normative_documents.issued': 'unreadable' },
        });
  });
  it('a name may break over two lines', async () => {
    const marks = [
      ...line(40, ['', '', '第二十条第（五）项']),
      ...line(56, ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量']),
      ...line(78, ['行政许可']),
      ...line(88, ['其他对外管理服']),
      ...line(93, ['', '4', '+1', '7']),
      ...line(98, ['务事项']),
      ...line(114, ['', '', '第二十条第（九）项']),
      ...line(130, ['信息内容', '采购项目数量', '采购总金额']),
      ...line(146, ['政府集中采购', '8', '9']),
    ];
    expect(await cells('proactive', [{ width: 320, marks }])).toMatchObject({
      ...{ 'licensing.items_prior': null, 'licensing.decisions': null },
      ...{ 'other_services.items_prior': 4, 'other_services.items_change': 1, 'other_services.decisions': 7 },
    });
  });
  it('the title of an item may stand where labels do', async () => {
    const marks = [
      ...line(40, ['第二十条第（一）项']),
      ...line(56, HEADS),
      ...line(72, ['规章', '2', '0', '7']),
      ...line(88, ['行政规范性文件', '1', '3', '16']),
      ...line(104, ['第二十条第（六）项']),
      ...line(120, ['信息内容', '本年处理决定数量']),
      ...line(136, ['行政处罚', '5']),
      ...line(152, ['行政强制', '6']),
    ];
    expect(await cells('proactive', [{ width: 320, marks }])).toMatchObject({
      ...{ 'normative_documents.issued': 1, 'normative_documents.in_force': 16 },
      ...{ 'penalties.decisions': 5, 'coercion.decisions': 6 },
    });
  });
});

describe('a row of the form with its only figure, alone on its page under its heads,', () => {
  /** @param item 第二十条第（八）项, on the page after that with 第二十条第（六）项 */
  const read = (item: readonly string[]) => {
    const first = [
      ...line(340, ['', '', '第二十条第（六）项']),
      ...line(354, ['信息内容', '', '本年处理决定数量']),
      ...line(368, ['行政处罚', '', '12']),
      ...line(382, ['行政强制', '', '3']),
    ];
    const second = [...item, text(25, 110, '三、收到和处理政府信息公开申请情况')];
    return cells('proactive', [
      { width: 320, marks: first },
      { width: 320, marks: second },
    ]);
  };
  const all = { 'penalties.decisions': 12, 'coercion.decisions': 3, 'fees.amount': 95.39 };
  it('is read', async () => {
    const item = [
      ...line(40, ['', '', '第二十条第（八）项']),
      ...line(56, ['信息内容', '', '本年收费金额（单位：万元）']),
      ...line(72, ['行政事业性收费', '', '95.39']),
    ];
    expect(await read(item)).toMatchObject(all);
  });
  it('has it under its head, wherever both stand, as the words in the corner name no column', async () => {
    const item = [
      ...line(40, ['第二十条第（八）项'], [140]),
      ...line(56, ['信息内容', '本年收费金额（单位：万元）'], [50, 200]),
      ...line(72, ['行政事业性收费', '95.39'], [25, 110]),
    ];
    expect(await read(item)).toMatchObject(all);
  });
});

it('a head may have one more line than those beside it', async () => {
  const marks = [
    ...line(40, ['', '', '第二十条第（五）项']),
    ...line(56, ['信息内容', '', '本年增/减', '处理决定数量']),
    text(130, 51, '上一年项', 8),
    text(134, 61, '目数量', 8),
    ...line(77, ['行政许可', '0', '+1', '11'], [25, 158, 204, 294]),
    ...line(91, ['其他对外管理服务事项', '2761', '0', '1167'], [25, 146, 208, 286]),
    ...line(107, ['', '', '第二十条第（六）项']),
    ...line(121, ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量'], [25, 106, 180, 250]),
    ...line(135, ['行政处罚', '5', '0', '7'], [25, 158, 208, 298]),
    ...line(149, ['行政强制', '6', '0', '8'], [25, 158, 208, 298]),
  ];
  expect(await cells('proactive', [{ width: 320, marks }])).toMatchObject({
    ...{ 'licensing.items_prior': 0, 'licensing.items_change': 1, 'licensing.decisions': 11 },
    ...{ 'other_services.items_prior': 2761, 'penalties.items_prior': 5, 'coercion.decisions': 8 },
  });
});

it('labels in the middle of their cells stand under the words in the corner, not under a head', async () => {
  const marks = [
    ...line(40, ['', '', '第二十条第（一）项']),
    ...line(56, HEADS, [66, 110, 180, 250]),
    ...line(72, ['规章', '2', '0', '7'], [74, 110, 180, 250]),
    ...line(88, ['规范性文件', '', '3', '16'], [62, 110, 180, 250]),
    ...line(104, ['', '', '第二十条第（五）项']),
    ...line(120, ['信息内容', '本年处理决定数量'], [66, 110]),
    ...line(136, ['行政许可', '4'], [66, 110]),
    ...line(152, ['', '', '第二十条第（六）项']),
    ...line(168, ['信息内容', '', '本年处理决定数量'], [10, 0, 60]),
    ...line(184, ['行政处罚', '', '5'], [10, 0, 60]),
    ...line(200, ['行政强制', '', '6'], [10, 0, 60]),
  ];
  expect(await cells('proactive', [{ width: 320, marks }])).toMatchObject({
    ...{ 'regulations.issued': 2, 'normative_documents.issued': null, 'normative_documents.in_force': 16 },
    ...{ 'licensing.decisions': 4, 'penalties.decisions': 5, 'coercion.decisions': 6 },
  });
});

describe('a table of requests without rules', () => {
  const heads = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  const columns = [25, 184, 214, 254, 294, 348, 402, 424];
  const zeros = ['0', '0', '0', '0', '0', '0', '0'];
  const one = ['1', '0', '0', '0', '0', '0', '1'];
  it('goes on under the name of a group at the top of a page', async () => {
    const first = [
      ...line(340, heads, columns),
      ...line(356, ['一、本年新收政府信息公开申请数量', ...one], columns),
      ...line(372, ['二、上年结转政府信息公开申请数量', ...zeros], columns),
    ];
    const second = [
      ...line(40, ['三、本年度办理结果'], [60]),
      ...line(56, ['（一）予以公开', '', '3', '', '', '', '', '3'], columns),
      ...line(72, ['（二）部分公开', '4', '', '', '', '1', '', '5'], columns),
      ...line(88, ['（三）不予公开'], columns),
      ...line(104, ['1.属于国家秘密', '', '2', '', '', '', '', '2'], columns),
    ];
    const read = await cells('requests', [
      { width: 460, marks: first },
      { width: 460, marks: second },
    ]);
    expect(read).toMatchObject({ 'new.total': 1, 'carried_in.total': 0, 'granted.total': 3 });
    expect(read).toMatchObject({
      'granted.research': null,
      'partial.legal_service': 1,
      'refused.state_secret.business': 2,
    });
  });
  it('has the name of a group in the middle of all its columns', async () => {
    const marks = [
      ...line(40, heads, columns),
      ...line(56, ['一、本年新收政府信息公开申请数量', ...one], columns),
      ...line(72, ['二、上年结转政府信息公开申请数量', ...zeros], columns),
      ...line(88, ['三、本年度办理结果'], [200]),
      ...line(104, ['（一）予以公开', '', '3', '', '', '', '', '3'], columns),
      ...line(120, ['（二）部分公开', '4', '', '', '', '1', '', '5'], columns),
    ];
    expect(await cells('requests', [{ width: 460, marks }])).toMatchObject({
      ...{ 'carried_in.natural_person': 0, 'granted.natural_person': null, 'granted.business': 3 },
      ...{ 'partial.natural_person': 4, 'partial.legal_service': 1, 'partial.total': 5 },
    });
  });
  it('has the name of a group, a character a line, close beside its labels', async () => {
    const marks = [
      ...line(40, heads, columns),
      ...line(56, ['一、本年新收政府信息公开申请数量', ...one], columns),
      ...line(72, ['二、上年结转政府信息公开申请数量', ...zeros], columns),
      ...[...'三、本年'].map((own, i) => text(25, 88 + 11 * i, own, 8)),
      ...line(88, ['（一）予以公开', ...one], [37, ...columns.slice(1)]),
      ...line(115.5, ['', ...zeros], columns),
      ...line(110, ['（二）部分公开（区分处理的，'], [37]),
      ...line(121, ['只计这一情形，不计其他情形）'], [37]),
      ...line(137, ['（七）总计', ...one], [37, ...columns.slice(1)]),
    ];
    expect(await cells('requests', [{ width: 460, marks }])).toMatchObject({
      ...{ 'granted.total': 1, 'partial.natural_person': 0, 'partial.total': 0, 'total.total': 1 },
    });
  });
  it('takes no head for the words in the corner that is nearly the name of a column', async () => {
    const nearly = heads.map((head) => (head === '自然人' ? '自然人数' : head));
    const at = [25, 160, 200, 250, 295, 350, 405, 430];
    const figures = [25, 194, 240, 286, 346, 400, 422, 446];
    const marks = [
      ...line(40, nearly, at),
      ...line(56, ['一、本年新收政府信息', '1', '2', '3', '4', '5', '', '15'], figures),
      ...line(72, ['二、上年结转政府信息', '6', '7', '8', '9', '1', '', '31'], figures),
      ...line(88, ['（一）予以公开', '2', '3', '4', '5', '6', '', '20'], figures),
    ];
    const read = await cells('requests', [{ width: 480, marks }]);
    expect([1, 'unreadable']).toContain(read['new.natural_person']);
    expect([2, 'unreadable']).toContain(read['new.business']);
    expect([null, 'unreadable']).toContain(read['new.other']);
  });
  it('has heads that touch each other and the words in the corner', async () => {
    const touching = [
      text(25, 30, '（本列数据的勾稽关系为：第一项加第二', 8),
      text(25, 40, '项之和，等于第三项加第四项之和）自然人商业企业科研机构', 8),
      text(294, 40, '社会公益组织法律服务机构其他总计', 8),
    ];
    const at = [25, 156, 180, 212, 294, 342, 390, 406];
    const marks = [
      ...touching,
      ...line(56, ['一、本年新收政府信息公开', '1', '2', '3', '4', '5', '6', '21'], at),
      ...line(72, ['二、上年结转政府信息公开', '', '0', '', '0', '', '', '0'], at),
      ...line(88, ['（一）予以公开', '', '2', '', '', '', '6', '8'], at),
      ...line(104, ['（二）部分公开', '1', '', '3', '', '', '', '4'], at),
    ];
    expect(await cells('requests', [{ width: 460, marks }])).toMatchObject({
      ...{ 'new.natural_person': 1, 'new.business': 2, 'new.research': 3, 'new.nonprofit': 4 },
      ...{ 'new.legal_service': 5, 'new.other': 6, 'new.total': 21, 'granted.natural_person': null },
      ...{ 'granted.business': 2, 'granted.other': 6, 'partial.research': 3, 'partial.total': 4 },
    });
  });
});
