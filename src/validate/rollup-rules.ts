import type { DocumentRule } from './document.js';

const BASIS = '汇总报告各项数据应等于所汇总各单位数据之和';

/** A cell of the summary that is not the sum of its parts. */
export const rollupCell: DocumentRule = {
  id: 'rollup/cell',
  severity: 'error',
  basis: BASIS,
  about: {
    en: 'A cell of the summary is not the sum of the cells of its parts.',
    zh: '汇总报告的单元格不等于各单位之和。',
  },
  falsePositives: {
    en: 'A summary may rightly take in bodies that publish no report of their own.',
    zh: '汇总可能包含不单独发布年报的单位。',
  },
  message: {
    en: ({ line, summary, sum, difference, part, printed, meant }) =>
      `${line}: the summary prints ${summary}, its parts come to ${sum} (difference ${difference})${meant === undefined ? '' : `; it would hold if ${part === '' ? 'the summary' : part} had ${meant} instead of ${printed}`}`,
    zh: ({ line, summary, sum, difference, part, printed, meant }) =>
      `${line}：汇总为 ${summary}，各单位之和为 ${sum}，相差 ${difference}${meant === undefined ? '' : `；若${part === '' ? '汇总报告' : part}由 ${printed} 改为 ${meant} 则相符`}`,
  },
  says: [
    { line: '一、本年新收政府信息公开申请数量 · 总计', summary: 48, sum: 40, difference: 8 },
    {
      line: '（一）予以公开 · 自然人',
      summary: 40,
      sum: 31,
      difference: 9,
      part: '清水乡人民政府',
      printed: 12,
      meant: 21,
    },
  ],
};

/** A part that cannot be added, was added wrongly, or is missing. */
export const rollupPart: DocumentRule = {
  id: 'rollup/part',
  severity: 'warning',
  basis: BASIS,
  about: {
    en: 'A part is missing, not on the list, given twice, of another year, or left out of the summary.',
    zh: '所汇总的单位缺失、不在名单上、重复、年度不符，或未计入汇总。',
  },
  falsePositives: {
    en: 'Names of bodies change; a part under a new name is told as missing and as additional.',
    zh: '机关更名后，会同时被视为缺失和多出。',
  },
  message: {
    en: ({ part, reason, year }) =>
      ({
        year: `${part} reports for ${year}, another year than the summary; it is not added`,
        duplicate: `${part} is given twice; it is added once`,
        'left-out': `every difference is ${part}'s own figure: the summary seems to leave it out`,
        twice: `every difference is ${part}'s own figure: the summary seems to count it twice`,
        missing: 'the differences are themselves a consistent report: a part seems not to be given',
        'not-given': `${part} must be there and is not given`,
        'not-listed': `${part} is given and is not on the list of parts; it is added all the same`,
      })[String(reason)] ?? String(reason),
    zh: ({ part, reason, year }) =>
      ({
        year: `${part}为 ${year} 年报告，与汇总年度不同，未计入`,
        duplicate: `${part}重复给出，只计一次`,
        'left-out': `各项差额恰为${part}的数据：汇总似未计入该单位`,
        twice: `各项差额恰为${part}的数据：汇总似重复计入该单位`,
        missing: '各项差额自身构成一份勾稽平衡的报告：似有单位未给出',
        'not-given': `应有${part}，但未给出`,
        'not-listed': `${part}不在名单上，仍已计入`,
      })[String(reason)] ?? String(reason),
  },
  says: [
    { part: '清水乡人民政府', reason: 'not-given' },
    { part: '清水乡人民政府', reason: 'left-out' },
    { part: '清水乡人民政府', reason: 'duplicate' },
    { part: '清水乡人民政府', reason: 'year', year: 2021 },
    { part: '', reason: 'missing' },
  ],
};

/** Cells that could not be compared: something there was not read for certain. */
export const rollupUnread: DocumentRule = {
  id: 'rollup/unread',
  severity: 'note',
  basis: 'nianbao: never accuse on a bad reading',
  about: {
    en: 'Cells that were not compared, because a report does not print them or they could not be read.',
    zh: '未予比较的单元格：有报告未印出或无法读取。',
  },
  falsePositives: {
    en: 'None known: it says what was not compared.',
    zh: '未见；仅说明哪些单元格未予比较。',
  },
  message: {
    en: ({ count, parts }) => `${count} cells were not compared; not read for certain in: ${parts}`,
    zh: ({ count, parts }) => `${count} 个单元格未予比较；无法确切读取：${parts}`,
  },
  says: [{ count: 7, parts: '清水乡人民政府' }],
};
