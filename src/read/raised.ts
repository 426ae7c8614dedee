const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits as superscript characters, so that a footnote mark never joins the figure before it. */
export const superscript = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => SUPERSCRIPTS[Number(digit.normalize('NFKC'))] ?? digit);

/** The text of a superscript: its digits raised, without the brackets of a footnote mark. */
export const raised = (text: string): string => superscript(text.replace(/[[\]()（）〔〕【】注]/g, ''));
