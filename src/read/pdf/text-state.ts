import { characterOf } from './characters.js';
import type { Glyph } from './marks.js';
import { applyX, applyY, IDENTITY, type Matrix, multiply } from './matrix.js';

/** What pdf.js tells of a character that a string draws. */
export interface FontGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly vmetric?: readonly [number, number, number];
  readonly isSpace: boolean;
  readonly originalCharCode: number;
}

export interface Font {
  readonly loadedName?: string;
  readonly fontMatrix?: Matrix;
  readonly bbox?: readonly number[];
  readonly vertical?: boolean;
  readonly defaultVMetrics?: readonly [number, number, number];
  readonly isType3Font?: boolean;
}

/** Text parameters of the graphics state: saved and restored with it. */
export interface TextParameters {
  font: Font | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

export const initialText = (): TextParameters => ({
  font: undefined,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
});

const DEFAULT_FONT_MATRIX: Matrix = [0.001, 0, 0, 0.001, 0, 0];
/** Ink of a character over and under its baseline, in ems: enough to tell which cell it stands in. */
const ASCENT = 0.82;
const DESCENT = 0.12;

/** True for ideographs and their punctuation, which are as wide as their em in all fonts that reports are set in. */
const isIdeograph = (unicode: string): boolean =>
  (unicode >= '\u3000' && unicode < '\u3040') ||
  (unicode >= '\u4E00' && unicode < '\uA000') ||
  (unicode >= '\uFF00' && unicode < '\uFF61');
const EM = 1000;
/** One whose font says that it is less than this wide (thousandths of an em), and that stands this far from the next. */
const NARROW = 800;
const STEP = 950;

/**
 * True for a string in which ideographs stand a whole em apart though their font says that they are narrower, or have no
 * width at all: cairo writes so for some fonts.
 */
const isWiderThanSaid = (items: readonly (FontGlyph | number)[]): boolean =>
  items.some((item, i) => {
    if (typeof item === 'number' || item.width >= NARROW || !isIdeograph(item.unicode)) return false;
    const [gap, next] = [items[i + 1], items[i + 2]];
    const isNext = typeof next === 'object' && isIdeograph(next.unicode);
    return item.width === 0 || (isNext && typeof gap === 'number' && item.width - gap >= STEP);
  });

/** The text position (PDF 32000-1, 9.4): where the next glyph goes. */
export class TextPosition {
  /** Fonts whose ideographs are wider than they say. */
  private readonly wider = new Set<Font>();
  private matrix: Matrix = IDENTITY;
  private x = 0;
  private y = 0;
  private lineX = 0;
  private lineY = 0;

  begin(): void {
    this.setMatrix(IDENTITY);
  }
  setMatrix(matrix: Matrix): void {
    this.matrix = matrix;
    this.x = this.y = this.lineX = this.lineY = 0;
  }
  move(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  /**
   * Places the glyphs of one string, as pdf.js's canvas does (CanvasGraphics.showText).
   * @param emit receives each glyph, spaces too, and its font glyph
   */
  show(
    items: readonly (FontGlyph | number)[],
    text: TextParameters,
    ctm: Matrix,
    order: number,
    emit: (glyph: Glyph, from: FontGlyph) => void,
  ): void {
    const { font, size } = text;
    if (font === undefined || size === 0) return;
    const direction = size < 0 ? -1 : 1;
    const em = Math.abs(size);
    const fontMatrix = font.fontMatrix ?? DEFAULT_FONT_MATRIX;
    const advance = em * fontMatrix[0];
    const vertical = font.vertical === true;
    const scale = text.scale * direction;
    const map = multiply(ctm, this.matrix);
    const unit = type3Em(font, fontMatrix) * em * direction;
    const drawn = Math.abs(unit) * Math.hypot(map[2], map[3]);
    const flipped = (map[0] * map[3] - map[1] * map[2]) * unit * scale > 0;
    // Type 3 fonts may draw their letters upside down, and turn them: up is still where their upper ends are.
    const type3 = font.isType3Font === true;
    const mirrored = flipped && !type3;
    const up = flipped && type3 ? -unit : unit;
    const [angle, back] = [directionOf(map[0], map[1]), directionOf(-map[0], -map[1])];
    if (!type3 && !vertical && !this.wider.has(font) && isWiderThanSaid(items)) this.wider.add(font);
    const isWider = this.wider.has(font);
    let x = 0;
    for (const item of items) {
      if (typeof item === 'number') {
        x += ((vertical ? 1 : -1) * item * em) / 1000;
        continue;
      }
      const spacing = (item.isSpace ? text.wordSpacing : 0) + text.charSpacing;
      let { width } = item;
      let [gx, gy] = [x * scale, 0];
      if (vertical) {
        const metric = item.vmetric ?? font.defaultVMetrics ?? [-1000, 500, 880];
        gx = -(item.vmetric ? metric[1] : width * 0.5) * advance;
        // The origin of a vertical glyph lies above it; what is drawn goes down from there.
        gy = -x - metric[2] * advance;
        width = -metric[0];
      }
      const [px, py] = [this.x + gx, this.y + gy + text.rise];
      const said = isWider && width < NARROW && isIdeograph(item.unicode) ? EM : width;
      const across = (vertical ? Math.abs(item.width) : said) * advance * (vertical ? 1 : scale);
      const shows = characterOf(item.unicode);
      const glyph = placed(map, px, py, across, up, shows, vertical, order, drawn, across < 0 ? back : angle);
      emit(mirrored ? { ...glyph, mirrored } : glyph, item);
      x += width * advance + (vertical ? -spacing : spacing) * direction;
    }
    if (vertical) this.y -= x;
    else this.x += x * scale;
  }
}

/** Em of a font in its text space; Type 3 fonts choose their own, which their bounding box tells where they give one. */
function type3Em(font: Font, matrix: Matrix): number {
  if (!font.isType3Font) return 1;
  const [, bottom = 0, , top = 0] = font.bbox ?? [];
  const height = Math.abs(top - bottom) * Math.abs(matrix[3]);
  return height > 0 ? height : 1;
}

function placed(
  map: Matrix,
  x: number,
  y: number,
  width: number,
  em: number,
  text: string,
  vertical: boolean,
  order: number,
  size: number,
  angle: number,
): Glyph {
  const top = y + em * ASCENT;
  const bottom = y - em * DESCENT;
  const right = x + width;
  const xa = applyX(map, x, top);
  const xb = applyX(map, right, top);
  const xc = applyX(map, x, bottom);
  const xd = applyX(map, right, bottom);
  const ya = applyY(map, x, top);
  const yb = applyY(map, right, top);
  const yc = applyY(map, x, bottom);
  const yd = applyY(map, right, bottom);
  return {
    text,
    x0: Math.min(xa, xb, xc, xd),
    y0: Math.min(ya, yb, yc, yd),
    x1: Math.max(xa, xb, xc, xd),
    y1: Math.max(ya, yb, yc, yd),
    size,
    angle,
    vertical,
    order,
  };
}

const directionOf = (x: number, y: number): number => (Math.atan2(y, x) * 180) / Math.PI;
