import { PICTURE } from '../../model.js';
import { FontTrust } from './characters.js';
import type { Engine } from './engine.js';
import type { Box, Glyph, PageMarks } from './marks.js';
import { intersect, type Matrix, mapBox, multiply } from './matrix.js';
import { boxOf, PathCollector, subpaths } from './paths.js';
import { type Font, type FontGlyph, initialText, type TextParameters, TextPosition } from './text-state.js';

/** What the page's list of drawing operations needs from pdf.js. */
export interface Painting {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** From the page's own space to points from the top left corner of the page as displayed. */
  readonly viewport: Matrix;
  readonly operators: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] };
  readonly font: (name: string) => Font | undefined;
  /** Whether a layer of the page is shown. */
  readonly layerShown: (properties: unknown) => boolean;
}

interface State {
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

interface Shown {
  readonly glyph: Glyph;
  readonly pale: boolean;
  readonly font: Font;
  readonly from: FontGlyph;
  /** True where the next character of the same string is not shown. */
  cut: boolean;
}

const DIGIT = /^[\d０-９]$/;

/** Stands for a font that could not be loaded, and for what is drawn in it. */
const UNLOADED: Font = {};
const UNKNOWN: FontGlyph = { unicode: '\uFFFD', width: 1000, isSpace: false, originalCharCode: 0 };

/** Lightness from which ink on white paper does not show, or only as a watermark. */
const PALE = 0.82;
/** Opacity under which ink is a watermark. */
const FAINT = 0.3;
const INVISIBLE_MODES = new Set([3, 7]);
/** Share of the page from which a picture may hold what a page prints. */
const LARGE_PICTURE = 0.2;

/** Runs through a page's drawing operations once and notes what they draw: glyphs, rules, areas. */
export function marksOf(painting: Painting, { OPS }: Pick<Engine, 'OPS'>): PageMarks {
  const page: Box = { x0: 0, y0: 0, x1: painting.width, y1: painting.height };
  const paths = new PathCollector();
  const shown: Shown[] = [];
  const trust = new FontTrust();
  const position = new TextPosition();
  const stack: State[] = [];
  const layers: boolean[] = [];
  let hidden = 0;
  let pictures = 0;
  let pendingClip = false;
  let state: State = {
    ctm: painting.viewport,
    clip: page,
    lineWidth: 1,
    text: initialText(),
    fillLight: 0,
    fillAlpha: 1,
    strokeAlpha: 1,
    strokeLight: 0,
    blending: false,
  };
  const save = () => void stack.push({ ...state, text: { ...state.text } });
  const restore = () => {
    state = stack.pop() ?? state;
  };
  const concat = (matrix: Matrix) => {
    state.ctm = multiply(state.ctm, matrix);
  };
  const setFont = (name: string, size: number) => {
    state.text.font = painting.font(name);
    state.text.size = size;
  };
  const picture = () => {
    const box = intersect(mapBox(state.ctm, 0, 0, 1, 1), state.clip);
    const [w, h] = [box.x1 - box.x0, box.y1 - box.y0];
    if (w > 0 && h > 0 && w * h > LARGE_PICTURE * painting.width * painting.height) pictures++;
    else if (w >= 0 && h >= 0 && Math.min(w, h) <= 3.2) paths.fill([corners(box)], state.clip, -1, false, true);
  };

  const strokes = new Set<number>([
    OPS.stroke,
    OPS.closeStroke,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]);
  const fills = new Set<number>([
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]);

  const path = (order: number, paint: number, numbers: ArrayLike<number> | null | undefined) => {
    const parts = numbers == null ? [] : subpaths(numbers, state.ctm);
    const on = layers.every(Boolean);
    if (on && strokes.has(paint) && state.strokeAlpha > 0.05 && state.strokeLight < 0.995)
      paths.stroke(
        parts,
        state.lineWidth * Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2])),
        state.clip,
      );
    if (on && fills.has(paint) && state.fillAlpha > 0.05)
      paths.fill(parts, state.clip, order, state.fillAlpha > 0.95 && !state.blending, state.fillLight < 0.6);
    if (pendingClip && parts.length > 0) state.clip = intersect(state.clip, boxOf(parts.flat()));
    pendingClip = false;
  };

  const show = (order: number, drawn: readonly (FontGlyph | number)[]) => {
    const { text } = state;
    // pdf.js draws nothing in a font that it cannot load; something stands there all the same.
    const lost = typeof text.font === 'string' || text.font === undefined;
    if (lost) text.font = UNLOADED;
    const items = lost || text.font === UNLOADED ? [UNKNOWN] : drawn;
    const off = !layers.every(Boolean);
    const invisible = INVISIBLE_MODES.has(text.mode);
    const before = shown.length;
    position.show(items, text, state.ctm, order, (glyph, from) => {
      if (off) return;
      const { font } = text;
      if (font === undefined) return;
      const cx = (glyph.x0 + glyph.x1) / 2;
      const cy = (glyph.y0 + glyph.y1) / 2;
      const { clip } = state;
      if (cx < clip.x0 || cx > clip.x1 || cy < clip.y0 || cy > clip.y1) {
        // Digits that the edge of the page or of a cell cuts off: what is left is another number.
        const last = shown[shown.length - 1];
        if (shown.length > before && last !== undefined && DIGIT.test(from.unicode)) last.cut = true;
        return;
      }
      const shapeless = glyph.text === '' || glyph.text === ' ';
      if (shapeless && invisible) return;
      if (invisible) hidden++;
      if (invisible || state.fillAlpha < FAINT) return;
      if (!shapeless) trust.saw(font, from);
      shown.push({ glyph, pale: state.fillLight > PALE, font, from, cut: false });
    });
  };

  const { fnArray, argsArray } = painting.operators;
  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i] as readonly unknown[];
    switch (fnArray[i]) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
        restore();
        break;
      case OPS.transform:
        concat(args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin: {
        save();
        if (args[0] != null) concat(args[0] as Matrix);
        const box = args[1] as readonly number[] | null | undefined;
        if (box != null) {
          const [x0, y0, x1, y1] = box as readonly [number, number, number, number];
          state.clip = intersect(state.clip, mapBox(state.ctm, x0, y0, x1, y1));
        }
        break;
      }
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.setLineWidth:
        state.lineWidth = args[0] as number;
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as readonly [string, unknown][]) {
          if (key === 'LW') state.lineWidth = value as number;
          else if (key === 'Font') setFont(...(value as [string, number]));
          else if (key === 'ca') state.fillAlpha = value as number;
          else if (key === 'CA') state.strokeAlpha = value as number;
          else if (key === 'BM') state.blending = value !== 'source-over' && value !== 'Normal';
        }
        break;
      case OPS.setFillRGBColor:
        state.fillLight = lightness(args[0]);
        break;
      case OPS.setStrokeRGBColor:
        state.strokeLight = lightness(args[0]);
        break;
      case OPS.setFillColorN:
        state.fillLight = 0.5;
        break;
      case OPS.clip:
      case OPS.eoClip:
        pendingClip = true;
        break;
      case OPS.constructPath:
        path(i, args[0] as number, (args[1] as readonly (ArrayLike<number> | null)[])[0]);
        break;
      case OPS.beginText:
        position.begin();
        break;
      case OPS.setTextMatrix:
        position.setMatrix(
          (ArrayBuffer.isView(args[0]) || Array.isArray(args[0]) ? args[0] : args) as unknown as Matrix,
        );
        break;
      case OPS.moveText:
        position.move(args[0] as number, args[1] as number);
        break;
      case OPS.setLeadingMoveText:
        state.text.leading = args[1] as number;
        position.move(args[0] as number, args[1] as number);
        break;
      case OPS.nextLine:
        position.move(0, state.text.leading);
        break;
      case OPS.setLeading:
        state.text.leading = -(args[0] as number);
        break;
      case OPS.setCharSpacing:
        state.text.charSpacing = args[0] as number;
        break;
      case OPS.setWordSpacing:
        state.text.wordSpacing = args[0] as number;
        break;
      case OPS.setHScale:
        state.text.scale = (args[0] as number) / 100;
        break;
      case OPS.setTextRise:
        state.text.rise = args[0] as number;
        break;
      case OPS.setTextRenderingMode:
        state.text.mode = args[0] as number;
        break;
      case OPS.setFont:
        setFont(args[0] as string, args[1] as number);
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        show(i, args[0] as readonly (FontGlyph | number)[]);
        break;
      case OPS.beginMarkedContentProps:
        layers.push(args[0] !== 'OC' || painting.layerShown(args[1]));
        break;
      case OPS.beginMarkedContent:
        layers.push(true);
        break;
      case OPS.endMarkedContent:
        layers.pop();
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintSolidColorImageMask:
        if (layers.every(Boolean)) picture();
        break;
    }
  }

  // White on white does not show; white on a dark band does.
  const onDark = (g: Glyph) =>
    paths.fills.some(
      (f) => f.dark && f.order < g.order && f.x0 <= g.x0 + 1 && g.x1 <= f.x1 + 1 && f.y0 <= g.y1 && g.y0 <= f.y1,
    );
  const covers = paths.fills.filter((f) => f.opaque && f.order >= 0);
  const isCovered = (g: Glyph) =>
    covers.some((f) => f.order > g.order && f.x0 <= g.x0 && g.x1 <= f.x1 && f.y0 <= g.y0 + 1 && g.y1 - 1 <= f.y1);
  let undecodable = 0;
  const glyphs: Glyph[] = [];
  for (const { font, glyph, from, pale, cut } of shown) {
    if ((pale && !onDark(glyph)) || isCovered(glyph)) continue;
    if (cut && DIGIT.test(glyph.text)) glyphs.push({ ...glyph, text: PICTURE });
    else if (trust.trusts(font, from)) {
      if (glyph.text !== '') glyphs.push(glyph);
    } else if (glyph.text === ' ' && from.originalCharCode <= 0xff) {
      // A tab or a line feed is no lost character.
      glyphs.push(glyph);
    } else {
      undecodable++;
      glyphs.push({ ...glyph, text: PICTURE });
    }
  }
  return {
    page: painting.page,
    width: painting.width,
    height: painting.height,
    glyphs,
    horizontal: paths.horizontal,
    vertical: paths.vertical,
    fills: paths.fills,
    hidden,
    undecodable,
    pictures,
  };
}

const corners = (b: Box) => [
  { x: b.x0, y: b.y0 },
  { x: b.x1, y: b.y1 },
];

/** Lightness of a colour as pdf.js gives it (#rrggbb): 0 black, 1 white. */
function lightness(colour: unknown): number {
  if (typeof colour !== 'string' || !colour.startsWith('#')) return 0;
  const n = Number.parseInt(colour.slice(1, 7), 16);
  return (0.299 * (n >> 16) + 0.587 * ((n >> 8) & 255) + 0.114 * (n & 255)) / 255;
}
