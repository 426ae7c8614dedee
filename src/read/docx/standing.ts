import { child, elementsOf, isOn, type XmlElement } from './xml.js';

/** Elements that hold what no longer stands in the text, or never did: deletions, properties, instructions of fields. */
const LEFT_OUT = new Set(
  'w:del w:moveFrom w14:conflictDel w:delText w:delInstrText w:pPr w:rPr w:tblPr w:tblPrEx w:tblGrid w:trPr w:tcPr w:sdtPr w:sectPr w:rt'.split(
    ' ',
  ),
);

/** The characters that stand right in an element. */
export const textIn = (element: XmlElement): string => element.children.filter((c) => typeof c === 'string').join('');

/** Namespaces that Word's versions understand; another program's own are its own, and Word shows what stands instead. */
const UNDERSTOOD = /^https?:\/\/(?:schemas\.(?:microsoft\.com|openxmlformats\.org)|purl\.oclc\.org)\//;
const isUnderstood = ({ name, attributes: { Requires = '' } }: XmlElement): boolean =>
  name === 'mc:Choice' && (Requires === '' || Requires.split(' ').every((namespace) => UNDERSTOOD.test(namespace)));

/** The elements that stand in a place, of branches for newer and older programs the first that Word takes (ECMA-376-3). */
export const standing = (parent: XmlElement): XmlElement[] =>
  elementsOf(parent).flatMap((element) => {
    if (LEFT_OUT.has(element.name)) return [];
    if (element.name !== 'mc:AlternateContent') return [element];
    const branch = elementsOf(element).find(isUnderstood) ?? child(element, 'mc:Fallback');
    return branch === undefined ? [] : standing(branch);
  });

/** Elements of one kind, also those inside content controls and insertions. */
export const within = (parent: XmlElement, name: string): XmlElement[] =>
  standing(parent).flatMap((c) => (c.name === name ? [c] : /^w:(?:tbl|tr|tc|p)$/.test(c.name) ? [] : within(c, name)));

/** True for a content control that shows only what to fill in; a figure that stands there all the same is printed. */
export function isUnfilled(element: XmlElement): boolean {
  if (element.name !== 'w:sdt' || !isOn(child(child(element, 'w:sdtPr'), 'w:showingPlcHdr'))) return false;
  const text = (e: XmlElement): string => (e.name === 'w:t' ? textIn(e) : elementsOf(e).map(text).join(''));
  return !/[\d０-９]/.test(text(element));
}
