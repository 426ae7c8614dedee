import { PICTURE } from '../../model.js';
import { FontTrust } from './characters.js';
import { type GraphicsState, textLightness } from './graphics-state.js';
import { type Box, type Glyph, isOn } from './marks.js';
import { intersect } from './matrix.js';
import { PALE } from './paths.js';
import { type Font, type FontGlyph, TextPosition } from './text-state.js';
import { DIGIT, type Shown } from './visible.js';

/** Stands for a font that could not be loaded, and for what is drawn in it. */
const UNLOADED: Font = {};
const UNKNOWN: FontGlyph = { unicode: '\uFFFD', width: 1000, isSpace: false, originalCharCode: 0 };

/** Stands for words beyond the edge of the page. */
export const GOES_ON = '…';

/** Opacity under which ink is a watermark. */
const FAINT = 0.3;
const SEPARATOR = /^[.,，．]$/;
const LETTER = /\p{L}/u;
const CUT_OUT = 7;
/** Share of a digit's width: its side bearing. */
const EDGE = 0.2;
const INVISIBLE_MODES = new Set([3, CUT_OUT]);

/** Collects what a page draws as text. */
export class TextCollector {
  readonly shown: Shown[] = [];
  readonly trust = new FontTrust();
  readonly position = new TextPosition();
  /** What is seen of digits most of which is cut off, and of words that go on beyond the page. */
  readonly parts: Glyph[] = [];
  /** Glyphs drawn so that nobody sees them. */
  hidden = 0;

  /** @param sheet the page */
  constructor(private readonly sheet: Box) {}

  /**
   * @param order of the operation
   * @param on whether the layer in which it stands is shown
   */
  show(order: number, drawn: readonly (FontGlyph | number)[], state: GraphicsState, on: boolean): void {
    const { text } = state;
    // pdf.js draws nothing in a font that it cannot load; something stands there all the same.
    const font = typeof text.font === 'string' ? UNLOADED : (text.font ?? UNLOADED);
    text.font = font;
    const items = font === UNLOADED ? [UNKNOWN] : drawn;
    const invisible = INVISIBLE_MODES.has(text.mode);
    const before = this.shown.length;
    let clipped = false;
    let leaves = false;
    this.position.show(items, text, state.ctm, order, (glyph, from) => {
      if (!on) return;
      const cx = (glyph.x0 + glyph.x1) / 2;
      const cy = (glyph.y0 + glyph.y1) / 2;
      const { clip } = state;
      if (cx < clip.x0 || cx > clip.x1 || cy < clip.y0 || cy > clip.y1) {
        // Digits that the edge of the page or of a cell cuts off: what is left is another number.
        const last = this.shown[this.shown.length - 1];
        const digit = DIGIT.test(from.unicode);
        clipped = digit || (clipped && SEPARATOR.test(from.unicode));
        if (digit && this.shown.length > before && last !== undefined) last.cut = true;
        const seen = !invisible && state.fillAlpha >= FAINT && textLightness(state) < PALE;
        const word = this.shown.length > before && LETTER.test(last?.glyph.text ?? '');
        if (word && !leaves && seen && !isOn(glyph, this.sheet)) {
          leaves = true;
          this.parts.push({ ...glyph, ...atEdge(glyph, this.sheet), text: GOES_ON });
        } else if (digit && seen && isPartOf(glyph, clip))
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

/** Where what lies beyond an edge of the page would begin. */
const atEdge = (glyph: Box, sheet: Box): Box => {
  const within = (v: number, from: number, to: number) => Math.min(Math.max(v, from), to);
  return {
    x0: within(glyph.x0, sheet.x0, sheet.x1),
    y0: within(glyph.y0, sheet.y0, sheet.y1),
    x1: within(glyph.x1, sheet.x0, sheet.x1),
    y1: within(glyph.y1, sheet.y0, sheet.y1),
  };
};

/** True where a part of a glyph lies within the clip that is more than its edge. */
const isPartOf = (glyph: Glyph, clip: Box): boolean => {
  const { x0, y0, x1, y1 } = intersect(glyph, clip);
  return x1 - x0 > EDGE * (glyph.x1 - glyph.x0) && y1 - y0 > (glyph.y1 - glyph.y0) / 2;
};
