import { text } from './printed.js';

/** Heads of the requests, for the rows below. */
export const HEADS = ['自然人', '商业企业', '科研机构', '公益组织', '法律服务', '其他', '总计'];

/** A row without rules: the label of its group and its own, then its figures; '' for none. */
export const row = (y: number, group: string, label: string, ...own: string[]): string[] => [
  text(20, y, group),
  text(group === '' && !/^\d/.test(label) ? 20 : 90, y, label),
  ...own.map((figure, i) => text(230 + 50 * i, y, figure)),
];

/** The figures of a row in which only natural persons count. */
export const only = (figure: string): string[] => [figure, '', '', '', '', '', figure];
