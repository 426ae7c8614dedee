import { SECTIONS } from '../forms/index.js';
import type { Paragraph, Section } from '../model.js';
import { fold, labelKey, similarity } from '../text.js';

/** Index of the official section that a line heads, or -1. */
export function isSectionHeading(line: string): number {
  if (line.length > 80) return -1;
  const text = fold(line).trim();
  if (text.length > 40 || !/^[一二三四五六][、.,]/.test(text)) return -1;
  const key = labelKey(text);
  const number = '一二三四五六'.indexOf(text[0] as string);
  const section = SECTIONS[number];
  if (section === undefined) return -1;
  const own = labelKey(section.title);
  return similarity(key, own) >= 0.5 || own.includes(key) || key.includes(own.slice(0, 4)) ? number : -1;
}

/** The narrative by section, tables left out. */
export function sectionsOf(paragraphs: readonly Paragraph[]): Section[] {
  const sections: { id: Section['id']; heading: string; paragraphs: Paragraph[] }[] = [
    { id: 'preamble', heading: '', paragraphs: [] },
  ];
  for (const paragraph of paragraphs) {
    if (paragraph.text === '') continue;
    const index = isSectionHeading(paragraph.text);
    const section = SECTIONS[index];
    if (section !== undefined && !sections.some((s) => s.id === section.id))
      sections.push({ id: section.id, heading: paragraph.text, paragraphs: [] });
    else sections.at(-1)?.paragraphs.push(paragraph);
  }
  return sections;
}
