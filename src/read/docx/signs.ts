import { PICTURE } from '../../model.js';
import { textIn } from './standing.js';
import { elementsOf, type XmlElement } from './xml.js';

/** What cannot be read of a document, but is shown, as a block. */
export const SHOWN = '<p><img></p>';
/** Signs by number in a font, formulas, charts, drawn letters, text of drawings, ink, other files: something stands there. */
const DRAWN = new Set('w:sym m:oMath c:chart v:textpath a:t w14:contentPart dgm:relIds w:subDoc'.split(' '));
/** A formula without fractions, roots and the like: its text is all that it prints. */
const isLine = (element: XmlElement): boolean =>
  element.name === 'm:oMath' && elementsOf(element).every(({ name }) => name === 'm:r');

/** Text as HTML. */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What an element that is no container prints; undefined for all others. */
export function signOf(element: XmlElement): string | undefined {
  if (DRAWN.has(element.name) && !isLine(element)) return PICTURE;
  switch (element.name) {
    case 'w:t':
    case 'm:t':
      return escaped(textIn(element));
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '<br>';
    case 'w:noBreakHyphen':
      return '-';
    case 'a:blip':
    case 'v:imagedata':
      return '<img>';
    default:
      return undefined;
  }
}
