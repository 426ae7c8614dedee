import type { Finding, Severity } from '../model.js';
import type { Args, Language } from './rule.js';

/** A finding about a file of which no report could be made; raised while reading, not by looking at a report. */
export interface DocumentRule {
  readonly id: string;
  readonly severity: Severity;
  readonly basis: string;
  readonly about: Readonly<Record<Language, string>>;
  /** When a finding is right about the figures and yet no fault of the office, or none at all; `explain` prints it. */
  readonly falsePositives?: Readonly<Record<Language, string>>;
  readonly message: Readonly<Record<Language, (args: Args) => string>>;
}

const size = (bytes: string | number | undefined): string => `${Math.round(Number(bytes) / 1024 / 1024)} MB`;

export const documentUnreadable: DocumentRule = {
  id: 'document/unreadable',
  severity: 'error',
  basis: 'nianbao: one broken file is a finding; the batch goes on',
  about: { en: 'The file cannot be read.', zh: '文件无法读取。' },
  falsePositives: {
    en: 'A report in a format that is not read yet is no fault of the office.',
    zh: '尚不支持的格式并非机关之过。',
  },
  message: {
    en: ({ reason, format, size: bytes, limit, detail }) =>
      ({
        empty: 'the file is empty; fetch it again',
        binary: 'the file is not text in any encoding known here; save the report as a web page or text',
        'too-large': `the file has ${size(bytes)}, more than the limit of ${size(limit)}; a report page has under 1 MB, so check what was saved`,
        unsupported: `${format} files are not read yet; save the report as a web page or text`,
        io: `the file cannot be opened (${detail}); check its permissions`,
      })[String(reason)] ?? String(reason),
    zh: ({ reason, format, size: bytes, limit, detail }) =>
      ({
        empty: '文件为空，请重新获取',
        binary: '文件不是可识别编码的文本，请将报告另存为网页或文本',
        'too-large': `文件 ${size(bytes)}，超过上限 ${size(limit)}；年报网页通常不足 1 MB，请检查保存的内容`,
        unsupported: `暂不支持 ${format} 文件，请将报告另存为网页或文本`,
        io: `无法打开文件（${detail}），请检查权限`,
      })[String(reason)] ?? String(reason),
  },
};

export const documentNoTables: DocumentRule = {
  id: 'document/no-tables',
  severity: 'error',
  basis: '条例第五十条',
  about: { en: 'None of the three tables of the form is in the file.', zh: '文件中没有年度报告格式的三张表。' },
  falsePositives: {
    en: 'Notices, lists and cover pages hold no table and are no reports. Tables that a page loads by script, or shows as images, are in the report for a reader but not in the file.',
    zh: '通知、列表、封面页本无表格，不是报告。以脚本加载或以图片展示的表格，读者可见而文件中没有。',
  },
  message: {
    en: ({ images }) =>
      images
        ? 'the tables seem to be images; nothing can be read from them — look for the report as text or ask the office for it'
        : 'no table of the annual report form was found; check that this is the report itself, not a list, a notice or a cover page',
    zh: ({ images }) =>
      images
        ? '表格似为图片，无法读取；请寻找文本版本或向发布机关索取'
        : '未找到年度报告格式的表格；请确认这是报告正文，而不是列表、通知或封面页',
  },
};

/** The finding of a document rule. */
export const documentFinding = (rule: DocumentRule, args: Args): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  table: '',
  row: '',
  column: '',
  cells: [],
  args,
});
