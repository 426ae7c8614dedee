import { PICTURE } from '../../model.js';
import type { Engine, Operators } from './engine.js';
import type { Glyph } from './marks.js';
import { type Matrix, mapBox } from './matrix.js';

/** What pdf.js tells of an annotation, as far as it is asked for here. */
export interface Annotation {
  readonly id: string;
  readonly subtype: string;
  readonly rect: readonly number[];
  readonly annotationFlags: number;
  readonly fieldType?: string | null;
  readonly fieldValue?: unknown;
  readonly pushButton?: boolean;
  readonly hasAppearance?: boolean;
  readonly contentsObj?: { readonly str: string };
}

/** Flags of an annotation that is not shown (PDF 32000-1, table 165). */
const NOT_SHOWN = 2 | 32;
const LARGEST = 12;

/**
 * Text of annotations and form fields for which the file holds no appearance: a viewer may set it, or not. It stands
 * in their place as a picture, so that no field that somebody filled in is taken for a blank.
 */
export function withoutAppearance(
  annotations: readonly Annotation[],
  { fnArray, argsArray }: Operators,
  viewport: Matrix,
  { OPS }: Pick<Engine, 'OPS'>,
): Glyph[] {
  const texts = annotations.filter((a) => (a.annotationFlags & NOT_SHOWN) === 0 && mayShowText(a));
  if (texts.length === 0) return [];
  const drawn = new Set(
    argsArray.flatMap((args, i) => (fnArray[i] === OPS.beginAnnotation ? [(args as [string])[0]] : [])),
  );
  return texts.flatMap(({ id, rect, pushButton, hasAppearance }): Glyph[] => {
    // pdf.js begins every button, drawn or not.
    if (pushButton ? hasAppearance : drawn.has(id)) return [];
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect;
    const box = mapBox(viewport, x0, y0, x1, y1);
    const size = Math.min(LARGEST, box.y1 - box.y0);
    return [{ ...box, text: PICTURE, size, angle: 0, vertical: false, order: fnArray.length }];
  });
}

function mayShowText({ subtype, fieldType, fieldValue, contentsObj, pushButton }: Annotation): boolean {
  if (subtype === 'FreeText') return isText(contentsObj?.str ?? '');
  if (subtype !== 'Widget') return false;
  // pdf.js does not tell the caption of a button.
  return pushButton === true || ((fieldType === 'Tx' || fieldType === 'Ch') && isText([fieldValue].flat().join('')));
}

const isText = (words: string): boolean => words.trim() !== '';
