import { expect, it } from 'vitest';
import { identify } from '../src/extract/identify.js';

const organ = (...lines: string[]) => identify(lines, [], []).organ;
const TITLE = '白鹤滩镇人民政府2021年政府信息公开工作年度报告';

it('a title names the body, a sentence broken over two lines does not', () => {
  expect(organ(TITLE, '按照《条例》规定，白鹤滩镇人民政', '府编制并公布2021年度政府信息公开工作年度报告。')).toBe(
    '白鹤滩镇人民政府',
  );
  expect(organ(TITLE, '现将白鹤滩镇人民', '政府2021年政府信息公开工作情况报告如下。')).toBe('白鹤滩镇人民政府');
  expect(organ(TITLE, `标题${TITLE}`, `22府${TITLE}`)).toBe('白鹤滩镇人民政府');
});

it('without a title the sentence that announces the report names the body', () => {
  expect(organ('按照《条例》规定，现将石门河水利', '局2020年政府信息公开工作情况报告如下。')).toBe('石门河水利局');
  expect(organ('根据《条例》的规定，由南屏市公安局编制并公布2022年度政府信息公开工作年度报告。全文分六部分。')).toBe(
    '南屏市公安局',
  );
  expect(organ('府编制并公布2021年度政府信息公开工作年度报告。')).toBe('');
  expect(organ('局2020年政府信息公开工作情况报告')).toBe('');
});

it.each([
  ['石梁县卫生健康局', '2022年', '政府信息公开工作年度报告'],
  ['石梁县卫生健康局2022年', '政府信息公开工作年度报告'],
  ['石梁县卫生健康局', '2022年度', '政府信息公开工作', '年度报告'],
  ['石梁县卫生健康局', '政府信息公开工作年度报告', '（2022年度）'],
  ['石梁县卫生健康局', '政府信息公开工作年度报告', '2022年'],
  ['2022年度', '石梁县卫生健康局政府信息公开工作年度报告'],
  ['二〇二二年', '石 梁 县 卫 生 健 康 局', '', '政府信息公开工作年度报告'],
  ['石梁县卫生健康局关于2022年', '政府信息公开工作年度报告的公告'],
  ['石梁县卫生健康局政府信息公开2022年年度报告'],
])('a title over several lines names body and year: %s', (...lines) => {
  expect(identify([...lines, '一、总体情况'], [], [])).toMatchObject({ organ: '石梁县卫生健康局', year: 2022 });
});

it('no line that only stands above a title completes it', () => {
  expect(identify(['2023-01-20', '政府信息公开工作年度报告', '一、总体情况'], [], []).organ).toBe('');
  expect(identify(['首页', '2023年信息', '政府信息公开工作年度报告', '一、总体情况'], [], []).organ).toBe('');
});

it('a label names the body, a sentence about it does not', () => {
  expect(organ('发布机构：云溪市水利局')).toBe('云溪市水利局');
  expect(organ('编制单位 云溪市水利局')).toBe('云溪市水利局');
  expect(organ('2022年，我单位认真落实上级关于政务公开的决策部署，主动公开信息12条。')).toBe('');
});
