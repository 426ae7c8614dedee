import type { Report } from '../../model.js';
import { fold } from '../../text.js';

/** A sentence of the narrative. */
export interface Sentence {
  /** As printed, without line breaks: what a finding quotes. */
  readonly printed: string;
  /** Folded to half width and simplified characters, without spaces: what the patterns read. */
  readonly text: string;
  readonly section: string;
  /** Counts the paragraphs of the report. */
  readonly paragraph: number;
}

/** Letters and signs are left over from broken markup; no label holds any. */
export const BOUNDARY = /[,;:()。!?]|[A-Za-z&<>#*]+/;

/** A line shorter than this that ends without a stop is a heading; a longer one was cut by the page's width. */
const SHORTEST_CUT_LINE = 20;
const STOP = /[。！？!?；;：:]\s*$/;
const PAGE_NUMBER = /^[-—–·\s]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–·\s]*$/;

/** Lines put together again: text files and PDF cut sentences at the width of the page, and put page numbers between. */
function wholeParagraphs(lines: readonly string[]): string[] {
  const whole: string[] = [];
  let open = false;
  for (const line of lines.map((l) => l.trim()).filter((l) => l !== '' && !PAGE_NUMBER.test(l))) {
    const last = whole.length - 1;
    if (open && last >= 0) whole[last] += line;
    else whole.push(line);
    open = line.length >= SHORTEST_CUT_LINE && !STOP.test(line);
  }
  return whole;
}

const compact = (text: string): string =>
  fold(text)
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
    .replace(/[“”"'‘’「」]/g, '')
    .replace(/资讯/g, '信息');

/** The narrative of a report, sentence by sentence, in reading order. */
export function sentencesOf(report: Report): Sentence[] {
  let paragraph = 0;
  return report.sections.flatMap(({ id, paragraphs }) =>
    wholeParagraphs(paragraphs.flatMap((p) => p.text.split('\n'))).flatMap((whole) => {
      paragraph++;
      return whole
        .split(/(?<=[。！？!?；;])/)
        .map((printed) => ({ printed: printed.trim(), text: compact(printed), section: id, paragraph }))
        .filter(({ text }) => text !== '');
    }),
  );
}
