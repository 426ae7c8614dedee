import { describe, expect, it } from 'vitest';
import type { Measure } from '../src/index.js';
import { labelKey, readFigure, unitOf } from '../src/text.js';

const count: Measure = { kind: 'count' };
const change: Measure = { kind: 'change' };
const yuan: Measure = { kind: 'amount', unit: '元' };
const wan: Measure = { kind: 'amount', unit: '万元' };

describe('figures', () => {
  it.each<[string, Measure, number]>([
    ['0', count, 0],
    ['12', count, 12],
    ['１２', count, 12],
    ['1,234', count, 1234],
    ['1，234', count, 1234],
    ['1 234', count, 1234],
    ['1\u00a0234\u00a0567', count, 1234567],
    ['12件', count, 12],
    ['12 件', count, 12],
    ['０件', count, 0],
    ['零', count, 0],
    ['○', count, 0],
    ['61\n077', count, 61077],
    ['1\u200b2\u00ad3', count, 123],
    ['22（其中修订 16 件）', count, 22],
    ['22\n（其中修订 16 件）', count, 22],
    ['55(含自然失效29件)', count, 55],
    ['12¹', count, 12],
    ['12*', count, 12],
    ['12[¹]', count, 12],
    ['1.2万件', count, 12000],
    ['3（万）', count, 30000],
    ['+424', change, 424],
    ['－616', change, -616],
    ['−616', change, -616],
    ['—616', change, -616],
    ['--253', change, -253],
    ['增加424', change, 424],
    ['减少616', change, -616],
    ['5', change, 5],
    ['238.99亿元', yuan, 23899000000],
    ['251000元', yuan, 251000],
    ['238.99（亿元）', yuan, 23899000000],
    ['238.99\n亿元', yuan, 23899000000],
    ['238.99亿\n元', yuan, 23899000000],
    ['2389900万 元', yuan, 23899000000],
    ['160.5964万元', yuan, 1605964],
    ['160.5964万元', wan, 160.5964],
    ['59237.2449', wan, 59237.2449],
    ['1,234.56', wan, 1234.56],
    ['8040元', wan, 0.804],
  ])('%j is read', (printed, measure, value) => {
    expect(readFigure(printed, measure)).toEqual({ state: 'read', value });
  });

  it('takes the unit of the head where the cell has none', () => {
    expect(readFigure('4125', yuan, '万元')).toEqual({ state: 'read', value: 41250000 });
    expect(readFigure('4125元', yuan, '万元')).toEqual({ state: 'read', value: 4125 });
  });

  it.each(['', ' ', '\u00a0', '\u3000', '/', '\\', '—', '——', '⸺', '-', '无', '空白', '×'])(
    '%j is blank, not zero',
    (printed) => {
      expect(readFigure(printed, count)).toEqual({ state: 'blank', value: null });
    },
  );

  it.each([
    '12%',
    '5/3',
    '1 2',
    '12,34',
    '约12',
    '①',
    '12;13',
    '61\n\n77',
    '(5)',
    '见附件',
    '12\uFFFD',
    '一',
    '1.2.3',
    '\uFFFC',
    '100、200',
    '22（41）00',
    '**',
    '99999999999999999999',
    '1.150',
    '0\n1234',
    '\u202e21\u202c',
  ])('%j is not read for certain', (printed) => {
    expect(readFigure(printed, count)).toEqual({ state: 'unreadable', value: null });
  });

  it('does not take money for a count', () => {
    expect(readFigure('251000元', count).state).toBe('unreadable');
  });
});

describe('labels', () => {
  it.each([
    ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '部分公开'],
    ['3.危及“三安全一稳定”', '危及三安全一稳定'],
    ['三、本年度办理结果', '本年度办理结果'],
    ['①属于国家秘密', '属于国家秘密'],
    ['1．屬於國家秘密', '属于国家秘密'],
    ['(1) 属于 国家秘密', '属于国家秘密'],
    ['规　章', '规章'],
    ['本年增/减', '本年增减'],
    ['3.其它', '其他'],
    ['⺠', '民'],
  ])('%s is compared as %s', (label, key) => {
    expect(labelKey(label)).toBe(key);
  });
});

describe('the unit of a head', () => {
  it.each([
    ['本年收费金额（单位：万元）', '万元'],
    ['采购总金额 元', '元'],
    ['处理决定数量', ''],
    // The file misnames some characters of the font, but not these.
    ['本\uFFFC收费金额ÿ单位：万元Ā', '万元'],
    ['本年收费金额(单位ÿ亿元)', '亿元'],
  ])('%s is %s', (head, unit) => {
    expect(unitOf(head)).toBe(unit);
  });
  it.each(['本年收费金额（单位：\uFFFC元）', '收费\uFFFC额（万元）', '采购总金额（单位\uFFFC万元）'])(
    '%s may be any',
    (head) => {
      expect(readFigure('41', yuan, unitOf(head))).toEqual({ state: 'unreadable', value: null });
    },
  );
});
