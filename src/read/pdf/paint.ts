import { withBoxesRuled } from './box-drawing.js';
import type { Engine, Operators } from './engine.js';
import { withoutGuides } from './guides.js';
import type { PageMarks } from './marks.js';
import { intersect, type Matrix, mapBox } from './matrix.js';
import { Painter } from './painter.js';
import { isWhole } from './pictures.js';
import type { Font, FontGlyph } from './text-state.js';
import { visibleGlyphs } from './visible.js';

/** What the page's list of drawing operations needs from pdf.js. */
export interface Painting {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** From the page's own space to points from the top left corner of the page as displayed. */
  readonly viewport: Matrix;
  readonly operators: Operators;
  readonly font: (name: string) => Font | undefined;
  /** Whether a layer of the page is shown. */
  readonly layerShown: (properties: unknown) => boolean;
}

/** Runs through a page's drawing operations once and notes what they draw: glyphs, rules, areas. */
export function marksOf(painting: Painting, { OPS }: Pick<Engine, 'OPS'>): PageMarks {
  const painter = new Painter(painting, OPS);
  const { fnArray, argsArray } = painting.operators;
  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i] as readonly unknown[];
    switch (fnArray[i]) {
      case OPS.save:
        painter.save();
        break;
      case OPS.restore:
        painter.restore();
        break;
      case OPS.transform:
        painter.concat(args as unknown as Matrix);
        break;
      case OPS.paintFormXObjectBegin: {
        painter.save();
        if (args[0] != null) painter.concat(args[0] as Matrix);
        const box = args[1] as readonly number[] | null | undefined;
        if (box != null) {
          const [x0, y0, x1, y1] = box as readonly [number, number, number, number];
          painter.state.clip = intersect(painter.state.clip, mapBox(painter.state.ctm, x0, y0, x1, y1));
        }
        break;
      }
      case OPS.beginAnnotation:
        painter.annotation(args[1] as readonly number[] | null, args[2] as Matrix, args[3] as Matrix);
        break;
      case OPS.endAnnotation:
      case OPS.paintFormXObjectEnd:
        painter.restore();
        break;
      case OPS.setLineWidth:
        painter.state.lineWidth = args[0] as number;
        break;
      case OPS.setGState:
        for (const [key, value] of args[0] as readonly [string, unknown][]) {
          if (key === 'LW') painter.state.lineWidth = value as number;
          else if (key === 'Font') painter.setFont(...(value as [string, number]));
          else if (key === 'ca') painter.state.fillAlpha = value as number;
          else if (key === 'CA') painter.state.strokeAlpha = value as number;
          else if (key === 'BM') painter.state.blending = value !== 'source-over' && value !== 'Normal';
        }
        break;
      case OPS.setFillRGBColor:
        painter.state.fillLight = lightness(args[0]);
        break;
      case OPS.setStrokeRGBColor:
        painter.state.strokeLight = lightness(args[0]);
        break;
      case OPS.setFillColorN:
        painter.state.fillLight = 0.5;
        break;
      case OPS.clip:
      case OPS.eoClip:
        painter.pendingClip = true;
        break;
      case OPS.constructPath:
        painter.path(i, args[0] as number, (args[1] as readonly (ArrayLike<number> | null)[])[0]);
        break;
      case OPS.beginText:
        painter.texts.position.begin();
        break;
      case OPS.setTextMatrix:
        painter.texts.position.setMatrix(
          (ArrayBuffer.isView(args[0]) || Array.isArray(args[0]) ? args[0] : args) as unknown as Matrix,
        );
        break;
      case OPS.moveText:
        painter.texts.position.move(args[0] as number, args[1] as number);
        break;
      case OPS.setLeadingMoveText:
        painter.state.text.leading = args[1] as number;
        painter.texts.position.move(args[0] as number, args[1] as number);
        break;
      case OPS.nextLine:
        painter.texts.position.move(0, painter.state.text.leading);
        break;
      case OPS.setLeading:
        painter.state.text.leading = -(args[0] as number);
        break;
      case OPS.setCharSpacing:
        painter.state.text.charSpacing = args[0] as number;
        break;
      case OPS.setWordSpacing:
        painter.state.text.wordSpacing = args[0] as number;
        break;
      case OPS.setHScale:
        painter.state.text.scale = (args[0] as number) / 100;
        break;
      case OPS.setTextRise:
        painter.state.text.rise = args[0] as number;
        break;
      case OPS.setTextRenderingMode:
        painter.state.text.mode = args[0] as number;
        break;
      case OPS.setFont:
        painter.setFont(args[0] as string, args[1] as number);
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        painter.show(i, args[0] as readonly (FontGlyph | number)[]);
        break;
      case OPS.beginMarkedContentProps:
        painter.layers.push(args[0] !== 'OC' || painting.layerShown(args[1]));
        break;
      case OPS.beginMarkedContent:
        painter.layers.push(true);
        break;
      case OPS.endMarkedContent:
        painter.layers.pop();
        break;
      case OPS.paintImageMaskXObject:
      case OPS.paintSolidColorImageMask:
        if (painter.layers.every(Boolean)) painter.picture(i, false, painter.state.fillLight);
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        if (painter.layers.every(Boolean)) painter.picture(i, isWhole(painting.operators, i, OPS));
        break;
    }
  }

  const { glyphs, undecodable, hidden } = visibleGlyphs(
    painter.texts.shown,
    painter.paths.fills,
    painter.covers,
    painter.texts.trust,
  );
  return withBoxesRuled({
    page: painting.page,
    width: painting.width,
    height: painting.height,
    glyphs: [...glyphs, ...painter.texts.parts],
    ...withoutGuides(painter.paths, painting.width, painting.height),
    fills: painter.paths.fills,
    drawings: painter.paths.drawings,
    hidden: painter.texts.hidden + hidden,
    undecodable,
    pictures: painter.pictures,
  });
}

/** Lightness of a colour as pdf.js gives it (#rrggbb): 0 black, 1 white. */
function lightness(colour: unknown): number {
  if (typeof colour !== 'string' || !colour.startsWith('#')) return 0;
  const n = Number.parseInt(colour.slice(1, 7), 16);
  return (0.299 * (n >> 16) + 0.587 * ((n >> 8) & 255) + 0.114 * (n & 255)) / 255;
}
