import { SECTIONS } from '../forms/index.js';
import { PICTURE, type Report, withoutPictures } from '../model.js';
import { labelKey } from '../text.js';
import type { Rule } from './rule.js';

/** With fewer headings recognised the page numbers its sections in a way of its own, and nothing can be said. */
const FEWEST_HEADINGS = 4;

/** Words that show a section's content wherever it stands: the part of its title after the number that offices keep. */
const named = (report: Report, title: string): boolean => {
  const words = labelKey(title);
  const start = words.slice(0, 6);
  return report.sections.some(({ heading, paragraphs }) =>
    [heading, ...paragraphs.map((p) => p.text)].some(
      (text) => text.length < 200 && (labelKey(text).includes(start) || isRestOf(text, words)),
    ),
  );
};

/** So many characters of a title are no chance. */
const LEAST = 3;

/** True for a line of which some characters are not known, and what is left are characters of a title in their order. */
function isRestOf(line: string, title: string): boolean {
  if (!line.includes(PICTURE)) return false;
  const left = [...labelKey(withoutPictures(line))];
  let from = 0;
  for (const character of left) {
    from = title.indexOf(character, from) + 1;
    if (from === 0) return false;
  }
  return left.length >= LEAST;
}

/**
 * 条例第五十条 and both letters demand six sections. Sections of the tables are told by their tables.
 * Known false positives: a section whose heading is worded in a way of its own.
 */
export const documentSections: Rule = {
  id: 'document/sections',
  severity: 'warning',
  basis: '条例第五十条；国办公开办函〔2021〕30号：六部分',
  about: { en: 'A section that article 50 demands is missing.', zh: '缺少条例第五十条要求的部分。' },
  *check(report) {
    const ids = new Set<string>(report.sections.map(({ id }) => id));
    if (SECTIONS.filter(({ id }) => ids.has(id)).length < FEWEST_HEADINGS) return;
    const tail = ids.has('problems') || ids.has('other');
    for (const { id, title } of SECTIONS) {
      const table = id === 'proactive' || id === 'requests' || id === 'disputes' ? report.tables[id] : undefined;
      if (ids.has(id) || table?.found === true || named(report, title)) continue;
      // With nothing read behind the tables the end of the page may be lost to us rather than to the office.
      const severity = tail ? 'warning' : 'note';
      yield { table: '', row: '', column: '', cells: [], args: { section: title }, severity };
    }
  },
  falsePositives: {
    en: 'Titles vary; a section whose title is worded quite differently, or that is an image, is taken for missing.',
    zh: '标题措辞差异很大或为图片时，会被当作缺失。',
  },
  message: {
    en: ({ section }) => `section not found: ${section}`,
    zh: ({ section }) => `未找到：${section}`,
  },
  examples: [
    { edition: '2021', cells: {}, headings: SECTIONS.map(({ title }) => title), raises: [] },
    { edition: '2021', cells: {}, headings: SECTIONS.slice(0, 5).map(({ title }) => title), raises: [''] },
    { edition: '2021', cells: {}, headings: [], raises: [] },
  ],
};
