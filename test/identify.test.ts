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
