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
  /** Arguments of typical findings: no form shows them, so `explain` prints what is said. */
  readonly says: readonly Args[];
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
    en: ({ reason, format, size: bytes, limit, detail, pages }) =>
      ({
        empty: 'the file is empty; fetch it again',
        binary: 'the file is not text in any encoding known here; save the report as a web page or text',
        'too-deep': 'the file is nested or repeated far beyond any real report; check what was saved',
        'too-large': `the file has ${size(bytes)}, more than the limit of ${size(limit)}; a report page has under 1 MB, so check what was saved`,
        unsupported: `${format} files are not read yet; save the report as DOCX, PDF, a web page or text`,
        damaged: `the ${format} file is damaged or cut off; fetch it again`,
        password: 'the file asks for a password; give it with --password or NIANBAO_PDF_PASSWORD',
        'wrong-password': 'the password does not open the file; check it',
        packed: `${format} files are not unpacked here; unpack them and name the folder`,
        'locked-document': 'the document is locked with a password; open it and save it without one',
        'locked-archive': 'the archive is locked with a password; unpack it and name the folder',
        'nested-archive': 'an archive inside an archive is not unpacked; unpack the outer one and name the folder',
        'too-many-pages': `the file has ${pages} pages, more than the limit of ${limit}; cut out the report`,
        bomb: 'the file unpacks to more than any report holds; it may be made to exhaust the reader, so it was not read',
        'no-text': 'the pages are empty; check what was saved',
        io: `the file cannot be opened (${detail}); check that it is there and that you may read it`,
      })[String(reason)] ?? String(reason),
    zh: ({ reason, format, size: bytes, limit, detail, pages }) =>
      ({
        empty: '文件为空，请重新获取',
        binary: '文件不是可识别编码的文本，请将报告另存为网页或文本',
        'too-deep': '文件的嵌套或重复远超正常报告，请检查保存的内容',
        'too-large': `文件 ${size(bytes)}，超过上限 ${size(limit)}；年报网页通常不足 1 MB，请检查保存的内容`,
        unsupported: `暂不支持 ${format} 文件，请将报告另存为 DOCX、PDF、网页或文本`,
        damaged: `${format} 文件已损坏或不完整，请重新获取`,
        password: '文件需要密码，请用 --password 或 NIANBAO_PDF_PASSWORD 提供',
        'wrong-password': '密码不能打开该文件，请核对',
        packed: `此处不解压 ${format} 文件，请先解压，再指定所得文件夹`,
        'locked-document': '文档设有密码，请打开后取消密码另存',
        'locked-archive': '压缩包设有密码，请先解压，再指定所得文件夹',
        'nested-archive': '不解压压缩包内的压缩包，请先解压外层，再指定所得文件夹',
        'too-many-pages': `文件有 ${pages} 页，超过上限 ${limit} 页；请只保留报告部分`,
        bomb: '文件解压后远大于任何报告，可能意在耗尽内存，故未读取',
        'no-text': '各页均为空白，请检查保存的内容',
        io: `无法打开文件（${detail}），请检查文件是否存在、是否可读`,
      })[String(reason)] ?? String(reason),
  },
  says: [{ reason: 'damaged', format: 'PDF' }, { reason: 'empty' }, { reason: 'password' }],
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
  says: [{ images: 0 }, { images: 1 }],
};

export const documentScanned: DocumentRule = {
  id: 'document/scanned',
  severity: 'error',
  basis: 'nianbao: a figure is right, or it is flagged',
  about: {
    en: 'Pages of the file are pictures. What a hidden text layer says of them was guessed by another program and is not used.',
    zh: '文件页面为图片；其隐藏文字层由其他程序识别而来，不予采用。',
  },
  falsePositives: {
    en: 'A report set as one large picture with text beside it; the pages named are those without printed text.',
    zh: '整页插图旁另有文字的报告；所列为没有文字的页。',
  },
  message: {
    en: ({ pages }) =>
      `page ${pages} is a picture, from which nothing can be read; look for the report as text or ask the office for it`,
    zh: ({ pages }) => `第 ${pages} 页为图片，无法读取；请寻找文本版本或向发布机关索取`,
  },
  says: [{ pages: '2–4, 7' }],
};

export const documentUndecodableText: DocumentRule = {
  id: 'document/undecodable-text',
  severity: 'error',
  basis: 'nianbao: a figure is right, or it is flagged',
  about: {
    en: 'The file draws its characters without saying which they are (fonts without a Unicode table).',
    zh: '文件只绘出字形而未说明是何字符（字体缺少 Unicode 对照表）。',
  },
  falsePositives: {
    en: 'None known: text without a mapping to characters cannot be read by any program.',
    zh: '未见；没有字符映射的文字任何程序都无法读取。',
  },
  message: {
    en: ({ pages }) =>
      `the characters on page ${pages} cannot be known: the file does not say which its glyphs stand for; print it from its source again, or look for another copy`,
    zh: ({ pages }) => `第 ${pages} 页的字符无从得知：文件未说明字形对应的字符；请由源文件重新导出，或寻找其他版本`,
  },
  says: [{ pages: '3' }],
};

/** The rule that tells each reason for which a file cannot be read. */
export const ruleOfReason = (reason: string): DocumentRule =>
  ({ scanned: documentScanned, 'undecodable-text': documentUndecodableText })[reason] ?? documentUnreadable;

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
