/** A superscript's digits as superscript characters, so that a footnote mark never joins the figure before it. */
export const raised = (text: string): string =>
  text.replace(/[[\]()（）〔〕【】注]/g, '').replace(/[0-9]/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit);
