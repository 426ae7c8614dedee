import type { Box } from './marks.js';
import { intersect, type Matrix, mapBox, multiply } from './matrix.js';
import { initialText, type TextParameters } from './text-state.js';

/** What the drawing operations of a page set (PDF 32000-1, 8.4), as far as it decides what is seen. */
export interface GraphicsState {
  ctm: Matrix;
  clip: Box;
  lineWidth: number;
  text: TextParameters;
  fillLight: number;
  fillAlpha: number;
  strokeAlpha: number;
  strokeLight: number;
  blending: boolean;
}

interface Page {
  readonly width: number;
  readonly height: number;
  readonly viewport: Matrix;
}

export const initialState = ({ viewport, width, height }: Page): GraphicsState => ({
  ctm: viewport,
  clip: { x0: 0, y0: 0, x1: width, y1: height },
  lineWidth: 1,
  text: initialText(),
  fillLight: 0,
  fillAlpha: 1,
  strokeAlpha: 1,
  strokeLight: 0,
  blending: false,
});

/** The state in which an annotation is drawn: in a box of its own on the page (PDF 32000-1, 12.5.5). */
export function annotationState(
  page: Page,
  rect: readonly number[] | null,
  place: Matrix,
  matrix: Matrix,
): GraphicsState {
  const state = initialState(page);
  const [x0, y0, x1, y1] = rect ?? [];
  const isBox = x0 !== undefined && y0 !== undefined && x1 !== undefined && y1 !== undefined;
  return {
    ...state,
    clip: isBox ? intersect(state.clip, mapBox(page.viewport, x0, y0, x1, y1)) : state.clip,
    ctm: multiply(multiply(state.ctm, place), matrix),
  };
}

/** True where what is filled hides what is under it. */
export const isOpaque = ({ fillAlpha, blending }: GraphicsState): boolean => fillAlpha > 0.95 && !blending;

/** Lightness of text: its letters are filled, stroked, or both (PDF 32000-1, 9.3.6). */
export const textLightness = ({ fillLight, strokeLight, text: { mode } }: GraphicsState): number =>
  mode % 4 === 1 ? strokeLight : mode % 4 === 2 ? Math.min(fillLight, strokeLight) : fillLight;
