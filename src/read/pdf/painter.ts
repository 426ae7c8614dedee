import type { Engine } from './engine.js';
import { annotationState, type GraphicsState, initialState, isOpaque } from './graphics-state.js';
import { goesRoundLetters } from './lettering.js';
import type { Box } from './marks.js';
import { intersect, type Matrix, mapBox, multiply } from './matrix.js';
import type { Painting } from './paint.js';
import { boxOf, PALE, PathCollector, subpaths } from './paths.js';
import { isRule } from './shapes.js';
import type { FontGlyph } from './text-state.js';
import { TextCollector } from './texts.js';
import type { Cover } from './visible.js';

/** Share of the page from which a picture may hold what a page prints. */
const LARGE_PICTURE = 0.2;

/** Holds the graphics state of a page and notes what is drawn with it. */
export class Painter {
  readonly paths = new PathCollector();
  readonly texts: TextCollector;
  /** For each open marked content, whether its layer is shown. */
  readonly layers: boolean[] = [];
  /** Pictures that may lie over text. */
  readonly covers: Cover[] = [];
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
    this.texts = new TextCollector(this.state.clip);
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
    const [isStroked, isFilled] = [this.strokes.has(paint), this.fills.has(paint)];
    const isPenSeen = on && isStroked && state.strokeAlpha > 0.05 && state.strokeLight < 0.995;
    if (isPenSeen && (isFilled || !goesRoundLetters(parts, this.texts.shown)))
      this.paths.stroke(
        parts,
        state.lineWidth * Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2])),
        state.clip,
        1 - (1 - state.strokeLight) * state.strokeAlpha,
      );
    if (on && isFilled && state.fillAlpha > 0.05)
      this.paths.fill(parts, state.clip, order, isOpaque(state), state.fillLight);
    if (this.pendingClip && parts.length > 0) state.clip = intersect(state.clip, boxOf(parts.flat()));
    this.pendingClip = false;
  }

  show(order: number, drawn: readonly (FontGlyph | number)[]): void {
    this.texts.show(order, drawn, this.state, this.layers.every(Boolean));
  }
}

const corners = (b: Box) => [
  { x: b.x0, y: b.y0 },
  { x: b.x1, y: b.y1 },
];
