import type { DocumentRule } from './document.js';

/** A file that outlasted `--time-limit`, twice: beside others, then alone. Its reader was ended. */
export const documentTimeout: DocumentRule = {
  id: 'document/timeout',
  severity: 'error',
  basis: 'nianbao: one broken file is a finding; the batch goes on',
  about: {
    en: 'The file took longer than the time limit, also when it was tried again alone.',
    zh: '读取文件超过时限，单独重试后仍超时。',
  },
  falsePositives: {
    en: 'A busy or slow machine: a report takes well under a second, but the limit counts the time on the clock.',
    zh: '机器繁忙或较慢：一份报告通常不到一秒，但时限按实际经过时间计算。',
  },
  message: {
    en: ({ seconds }) =>
      `reading was ended after ${seconds} s, twice; look what the file holds, or give it more time with --time-limit`,
    zh: ({ seconds }) => `读取两次均在 ${seconds} 秒后终止；请检查文件内容，或用 --time-limit 放宽时限`,
  },
  says: [{ seconds: 60 }],
};

/** A file for which `--memory-limit` was not enough, twice: beside others, then alone. Its reader was ended. */
export const documentOutOfMemory: DocumentRule = {
  id: 'document/out-of-memory',
  severity: 'error',
  basis: 'nianbao: one broken file is a finding; the batch goes on',
  about: {
    en: 'The file needed more memory than the limit, also when it was tried again alone.',
    zh: '读取文件所需内存超过上限，单独重试后仍超限。',
  },
  falsePositives: {
    en: 'A very large but honest file, such as a yearbook of many reports.',
    zh: '确属超大文件，例如汇集许多报告的年鉴。',
  },
  message: {
    en: ({ megabytes }) =>
      `reading needed more than ${megabytes} MB, twice; look what the file holds, or allow more with --memory-limit`,
    zh: ({ megabytes }) => `读取两次均超过 ${megabytes} MB 内存；请检查文件内容，或用 --memory-limit 放宽上限`,
  },
  says: [{ megabytes: 512 }],
};

/** A bug of ours that one file brings to light; the others are read. */
export const documentInternalError: DocumentRule = {
  id: 'document/internal-error',
  severity: 'error',
  basis: 'nianbao: one broken file is a finding; the batch goes on',
  about: {
    en: 'Reading the file failed by an error of nianbao itself.',
    zh: '读取文件时 nianbao 自身出错。',
  },
  falsePositives: { en: 'Always: the file may be in order.', zh: '总是：文件本身可能无误。' },
  message: {
    en: ({ detail }) => `nianbao failed on this file (${detail}); that is an error of ours, please report it`,
    zh: ({ detail }) => `nianbao 读取此文件时出错（${detail}）；这是本工具的缺陷，请反馈`,
  },
  says: [{ detail: 'x is not a function' }],
};
