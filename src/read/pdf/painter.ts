import { PICTURE } from '../../model.js';
import { FontTrust } from './characters.js';
import type { Engine } from './engine.js';
import { annotationState, type GraphicsState, initialState, isOpaque, textLightness } from './graphics-state.js';
import type { Box, Glyph } from './marks.js';
import { intersect, type Matrix, mapBox, multiply } from './matrix.js';
import type { Painting } from './paint.js';
import { boxOf, PALE, PathCollector, subpaths } from './paths.js';
import { isRule } from './shapes.js';
import { type Font, type FontGlyph, TextPosition } from './text-state.js';
import { type Cover, DIGIT, type Shown } from './visible.js';

/** Stands for a font that could not be loaded, and for what is drawn in it. */
const UNLOADED: Font = {};
const UNKNOWN: FontGlyph = { unicode: '\uFFFD', width: 1000, isSpace: false, originalCharCode: 0 };

/** Opacity under which ink is a watermark. */
const FAINT = 0.3;
const CUT_OUT = 7;
/** Share of a digit's width: its side bearing. */
const EDGE = 0.2;
const INVISIBLE_MODES = new Set([3, CUT_OUT]);
/** Share of the page from which a picture may hold what a page prints. */
const LARGE_PICTURE = 0.2;

/** Holds the graphics state of a page and notes what is drawn with it. */
export class Painter {
  readonly paths = new PathCollector();
  readonly shown: Shown[] = [];
  readonly trust = new FontTrust();
  readonly position = new TextPosition();
  /** For each open marked content, whether its layer is shown. */
  readonly layers: boolean[] = [];
  /** What is seen of digits most of which is cut off. */
  readonly parts: Glyph[] = [];
  /** Pictures that may lie over text. */
  readonly covers: Cover[] = [];
  hidden = 0;
  pictures = 0;
  pendingClip = false;
  state: GraphicsState;
  private readonly stack: GraphicsState[] = [];
  private readonly strokes: ReadonlySet<number>;
  private readonly fills: ReadonlySet<number>;

  constructor(
    private readonly painting: Painting,
    OPS: Engine['OPS'],
  ) {
    this.state = initialState(painting);
    this.strokes = new Set<number>([
      OPS.stroke,
      OPS.closeStroke,
      OPS.fillStroke,
      OPS.eoFillStroke,
      OPS.closeFillStroke,
      OPS.closeEOFillStroke,
    ]);
    this.fills = new Set<number>([
      OPS.fill,
      OPS.eoFill,
      OPS.fillStroke,
      OPS.eoFillStroke,
      OPS.closeFillStroke,
      OPS.closeEOFillStroke,
    ]);
  }

  save(): void {
    this.stack.push({ ...this.state, text: { ...this.state.text } });
  }

  restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  concat(matrix: Matrix): void {
    this.state.ctm = multiply(this.state.ctm, matrix);
  }

  setFont(name: string, size: number): void {
    this.state.text.font = this.painting.font(name);
    this.state.text.size = size;
  }

  /**
   * @param whole false for a picture that lets through what is under it
   * @param light of a stencil, which has one colour
   */
  picture(order: number, whole: boolean, light = 0): void {
    const { state } = this;
    const box = intersect(mapBox(state.ctm, 0, 0, 1, 1), state.clip);
    const [w, h] = [box.x1 - box.x0, box.y1 - box.y0];
    if (w < 0 || h < 0) return;
    const large = w * h > LARGE_PICTURE * this.painting.width * this.painting.height;
    if (large) this.pictures++;
    if (isRule(box)) this.paths.fill([corners(box)], state.clip, -1, false, 0);
    else if (light < PALE) this.paths.drawing(box, state.clip);
    if (whole && isOpaque(state)) this.covers.push({ ...box, order, shows: large ? 'page' : 'ink' });
  }

  /** Starts what an annotation shows; `restore` ends it. */
  annotation(rect: readonly number[] | null, place: Matrix, matrix: Matrix): void {
    this.save();
    this.state = annotationState(this.painting, rect, place, matrix);
  }

  path(order: number, paint: number, numbers: ArrayLike<number> | null | undefined): void {
    const { state } = this;
    const parts = numbers == null ? [] : subpaths(numbers, state.ctm);
    const on = this.layers.every(Boolean);
    if (on && this.strokes.has(paint) && state.strokeAlpha > 0.05 && state.strokeLight < 0.995)
      this.paths.stroke(
        parts,
        state.lineWidth * Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2])),
        state.clip,
      );
    if (on && this.fills.has(paint) && state.fillAlpha > 0.05)
      this.paths.fill(parts, state.clip, order, isOpaque(state), state.fillLight);
    if (this.pendingClip && parts.length > 0) state.clip = intersect(state.clip, boxOf(parts.flat()));
    this.pendingClip = false;
  }

  show(order: number, drawn: readonly (FontGlyph | number)[]): void {
    const { state } = this;
    const { text } = state;
    // pdf.js draws nothing in a font that it cannot load; something stands there all the same.
    const lost = typeof text.font === 'string' || text.font === undefined;
    if (lost) text.font = UNLOADED;
    const items = lost || text.font === UNLOADED ? [UNKNOWN] : drawn;
    const off = !this.layers.every(Boolean);
    const invisible = INVISIBLE_MODES.has(text.mode);
    const before = this.shown.length;
    let clipped = false;
    this.position.show(items, text, state.ctm, order, (glyph, from) => {
      if (off) return;
      const { font } = text;
      if (font === undefined) return;
      const cx = (glyph.x0 + glyph.x1) / 2;
      const cy = (glyph.y0 + glyph.y1) / 2;
      const { clip } = state;
      if (cx < clip.x0 || cx > clip.x1 || cy < clip.y0 || cy > clip.y1) {
        // Digits that the edge of the page or of a cell cuts off: what is left is another number.
        const last = this.shown[this.shown.length - 1];
        clipped = DIGIT.test(from.unicode);
        if (clipped && this.shown.length > before && last !== undefined) last.cut = true;
        const seen = !invisible && state.fillAlpha >= FAINT && textLightness(state) < PALE;
        if (clipped && seen && isPartOf(glyph, clip))
          this.parts.push({ ...glyph, ...intersect(glyph, clip), text: PICTURE });
        return;
      }
      const shapeless = glyph.text === '' || glyph.text === ' ';
      if (shapeless && invisible) return;
      // Letters that only cut what is painted next are seen where something is.
      const isCutOut = text.mode === CUT_OUT && DIGIT.test(from.unicode);
      if (invisible && !isCutOut) this.hidden++;
      if ((invisible && !isCutOut) || state.fillAlpha < FAINT) return;
      if (shapeless) this.trust.sawSpace(font, from);
      else this.trust.saw(font, from);
      this.shown.push({ glyph, pale: textLightness(state) > PALE, font, from, cut: isCutOut || clipped });
      clipped = false;
    });
  }
}

/** True where a part of a glyph lies within the clip that is more than its edge. */
const isPartOf = (glyph: Glyph, clip: Box): boolean => {
  const { x0, y0, x1, y1 } = intersect(glyph, clip);
  return x1 - x0 > EDGE * (glyph.x1 - glyph.x0) && y1 - y0 > (glyph.y1 - glyph.y0) / 2;
};

const corners = (b: Box) => [
  { x: b.x0, y: b.y0 },
  { x: b.x1, y: b.y1 },
];
