import type { Document } from '../model.js';
import { compact, fold } from '../text.js';
import { isSectionHeading } from './sections.js';
import { announcedIn, isOrgan, titleOf, YEAR, yearOf } from './title.js';
import { completed } from './title-lines.js';

const PROSE_YEAR = new RegExp(`${YEAR}\\s*年(?:度)?[^。;；]{0,60}?(?:信息|资讯)公开`);
const DATE = /((?:19|20)\d{2})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})/;
const LABELLED_DATE = new RegExp(`(?:发布|公开|发文|成文|生成|印发|更新)?(?:日期|时间)\\s*[:：]?\\s*${DATE.source}`);
/** 统计期限: 2020年1月1日至2020年12月31日, in its usual wordings. */
const PERIOD = new RegExp(`${YEAR}\\s*年?\\s*(?:1|0?1|一)\\s*月\\s*(?:1|0?1|一)\\s*日`);

/** Name, year, title and date of a report from the text that belongs to it. */
export interface Identity {
  readonly organ: string;
  readonly year: number | null;
  readonly title: string;
  readonly published: string | null;
}

/**
 * @param before lines printed before the report's first table, in order, of this report only
 * @param after lines after its tables
 * @param page titles of the page itself, used where the text has none
 */
export function identify(before: readonly string[], after: readonly string[], page: readonly string[]): Identity {
  const head = before.findIndex((line) => isSectionHeading(line) === 0);
  const lines = head < 0 ? before : before.slice(0, head);
  const period = before
    .filter((line) => /月.*日/.test(line))
    .map((line) => PERIOD.exec(fold(line)))
    .find((m) => m !== null);
  const periodYear = yearOf(period?.groups);
  const printed = lines.flatMap((line, i) => {
    const alone = titleOf(continued(line, lines[i - 1]));
    const below = lines[i + 1] ?? '';
    // A title may run over two lines, and then the first alone is none.
    const joined = line.length < 40 && below.length < 40 && titleOf(below) === undefined ? line + below : line;
    const found = alone ?? titleOf(joined) ?? announcedIn(line);
    if (found === undefined) return [];
    const title = completed(found, alone === undefined ? joined : line, lines.slice(0, i), below);
    const above = lines.slice(0, i).findLast((l) => l.trim() !== '') ?? '';
    const organ = title.organ || (isOrgan(above) ? compact(above) : '');
    return [{ ...title, organ, text: title.organ || organ === '' ? title.text : organ + title.text }];
  });
  const fromPage = page.flatMap((line) => titleOf(line) ?? []);
  const all = [...fromPage, ...printed];
  // Lists of other years' reports stand around the article; the statistics period tells which title is its own.
  const fitting = [...printed.toReversed(), ...fromPage].filter(
    ({ year }) => periodYear === null || year === periodYear,
  );
  const named = fitting.filter(({ organ, year }) => organ !== '' && year !== null);
  const best =
    named.find(({ mention, year }) => !mention && year === named[0]?.year) ??
    named[0] ??
    fitting[0] ??
    all.find((t) => t.year !== null) ??
    all[0];
  const published = dateOf(lines) ?? dateOf(after.filter((line) => line.length < 40));
  const year =
    best?.year ?? periodYear ?? yearInProse(before) ?? (published === null ? null : Number(published.slice(0, 4)) - 1);
  const organ =
    best?.organ ||
    fitting.find((t) => t.organ !== '')?.organ ||
    all.find((t) => t.organ !== '')?.organ ||
    organFrom(before, after);
  return { organ, year, title: best?.text ?? '', published };
}

/** A sentence that a page breaks into lines, from its last stop on the line before; any other line as it stands. */
function continued(line: string, before: string | undefined): string {
  const [, open] = /[，。；、》](?=[^，。；：]{2,30}$)(.*)$/.exec(before?.trim() ?? '') ?? [];
  return open !== undefined && titleOf(line)?.mention === true ? open + line : line;
}

/** 「现将2022年度政府信息公开工作情况报告如下」: the first year that prose ties to the subject. */
function yearInProse(lines: readonly string[]): number | null {
  for (const line of lines) {
    const match = PROSE_YEAR.exec(fold(line));
    if (match) return yearOf(match.groups);
  }
  return null;
}

function organFrom(before: readonly string[], after: readonly string[]): string {
  for (const line of [...before, ...after]) {
    const text = fold(line);
    const match =
      /(?:发布机构|发文机关|公开机构|信息来源|来源|单位|编制单位)(?:\s*[:：]\s*|\s+)([^\s,，。:：]{2,30})/.exec(text) ??
      /由([^,，。由]{2,30}?)(?:负责)?编制/.exec(text);
    if (match?.[1] !== undefined && isOrgan(match[1])) return match[1];
  }
  return '';
}

/** The date of publication: a labelled one first, else one that stands alone in a short line. */
function dateOf(lines: readonly string[]): string | null {
  const short = lines.filter((line) => line.length < 200 && /[\d０-９]/.test(line) && !/星期/.test(line)).map(fold);
  const iso = (m: RegExpExecArray | null): string | null =>
    m ? `${m[1]}-${String(m[2]).padStart(2, '0')}-${String(m[3]).slice(0, 2).padStart(2, '0')}` : null;
  for (const line of short) {
    const labelled = LABELLED_DATE.exec(line);
    if (labelled) return iso(labelled);
  }
  for (const line of short.filter((l) => l.length < 60)) {
    // Printed dates run into the time of day: 2021-03-2918:26.
    const alone = DATE.exec(line);
    if (alone && !/至|自|起/.test(line)) return iso(alone);
  }
  return null;
}

/** All lines of a stretch of the document, cells of other tables included (metadata tables name organ and date). */
export const linesOf = (document: Document, from: number, to: number): string[] =>
  document.blocks
    .slice(Math.max(0, from), to)
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.text.replace(/\n/g, ''), ...(block.text.includes('\n') ? block.text.split('\n') : [])]
        : block.rows.flatMap((row) => [
            ...row.map((c) => c.text),
            ...row.slice(1).map((c, i) => `${row[i]?.text ?? ''}：${c.text}`.replace(/\s+/g, ' ')),
          ]),
    );
