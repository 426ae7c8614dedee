import type { PDFDocumentLoadingTask, PDFPageProxy, PDFWorker } from 'pdfjs-dist';
import { Unreadable } from '../unreadable.js';
import { type Annotation, withoutAppearance } from './annotations.js';
import { type Engine, FONTLESS_DOCUMENT, loadEngine, resources, useFastInflate, workerOf } from './engine.js';
import { hasBroken, hasBurst, resetInflated } from './inflate.js';
import type { PageMarks } from './marks.js';
import { IDENTITY, type Matrix, multiply } from './matrix.js';
import { marksOf, type Painting } from './paint.js';
import { isMirrored, overturned, slantOf, turnedBy } from './pose.js';
import type { Font } from './text-state.js';

export interface PdfOptions {
  /** Opens files that ask for a password. */
  readonly password?: string;
}

/** Pages that are read. Reports have under 100; a page costs milliseconds even when empty. */
const MOST_PAGES = 1500;
/** Drawing operations of a page that are looked at; a page full of text has a few thousand. */
const MOST_OPERATIONS = 2_000_000;

/**
 * Opens a PDF, notes what each page shows, and closes it whatever happens. One page after the other, so that nobody
 * needs to hold what four hundred of them show.
 */
export async function* pagesOf(bytes: Uint8Array, options: PdfOptions): AsyncGenerator<PageMarks> {
  const done = useFastInflate();
  let task: PDFDocumentLoadingTask | undefined;
  let worker: PDFWorker | undefined;
  try {
    const engine = await loadEngine();
    resetInflated();
    worker = workerOf(engine);
    task = engine.getDocument({
      worker,
      // pdf.js takes the array over; the caller's stays whole.
      data: Uint8Array.from(bytes),
      ...(options.password === undefined ? {} : { password: options.password }),
      ...(await resources()),
      isEvalSupported: false,
      enableXfa: false,
      disableFontFace: false,
      useSystemFonts: false,
      ownerDocument: FONTLESS_DOCUMENT,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      maxImageSize: MOST_PIXELS,
      verbosity: 0,
    });
    const document = await task.promise;
    if (document.numPages > MOST_PAGES)
      throw new Unreadable('too-many-pages', { pages: document.numPages, limit: MOST_PAGES });
    const layers = await document.getOptionalContentConfig({ intent: 'display' });
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      yield await marksOfPage(page, number, layers, engine);
      page.cleanup();
    }
    if (hasBroken()) throw new Unreadable('damaged', { format: 'PDF' });
  } catch (error) {
    throw reasonOf(error, options);
  } finally {
    await task?.destroy();
    worker?.destroy();
    done();
  }
}

async function marksOfPage(
  page: PDFPageProxy,
  number: number,
  layers: { isVisible(properties: unknown): boolean },
  engine: Engine,
): Promise<PageMarks> {
  const viewport = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList({ annotationMode: engine.AnnotationMode.ENABLE });
  if (hasBurst()) throw new Unreadable('bomb');
  if (operators.fnArray.length > MOST_OPERATIONS) throw new Unreadable('bomb');
  const { commonObjs } = page;
  const annotations = (await page.getAnnotations()) as Annotation[];
  const fonts = new Map<string, Font | undefined>();
  const painting = {
    page: number,
    width: viewport.width,
    height: viewport.height,
    viewport: viewport.transform as unknown as Matrix,
    operators,
    font: (name: string) => {
      if (!fonts.has(name)) fonts.set(name, commonObjs.has(name) ? (commonObjs.get(name) as Font) : undefined);
      return fonts.get(name);
    },
    layerShown: (properties: unknown) => layers.isVisible(properties),
  };
  const marks = seen(painting, annotations, engine);
  if (!isMirrored(marks.glyphs)) return levelled(painting, marks, annotations, engine);
  const over = overturned(painting.width);
  const turned = { ...painting, viewport: multiply(over, painting.viewport) };
  const read = levelled(turned, seen(turned, annotations, engine), annotations, engine);
  return { ...read, askew: multiply(over, read.askew ?? IDENTITY) };
}

/** What is drawn, and where annotations show something that is not. */
function seen(painting: Painting, annotations: readonly Annotation[], engine: Engine): PageMarks {
  const marks = marksOf(painting, engine);
  const hidden = withoutAppearance(annotations, painting.operators, painting.viewport, engine);
  return { ...marks, glyphs: [...marks.glyphs, ...hidden] };
}

/** The marks of a page; where it was fed in askew, turned so that its lines are level. */
function levelled(painting: Painting, marks: PageMarks, annotations: readonly Annotation[], engine: Engine): PageMarks {
  const slant = slantOf(marks.glyphs);
  if (slant === 0) return marks;
  const { width, height } = painting;
  const viewport = multiply(turnedBy(-slant, width, height), painting.viewport);
  return { ...seen({ ...painting, viewport }, annotations, engine), askew: turnedBy(slant, width, height) };
}

/**
 * Largest picture that is told from none. pdf.js decodes what a page shows, up to 6 bytes a pixel, and a stream of one
 * byte may claim any size; an A3 page scanned at 600 dpi has 70 million pixels.
 */
const MOST_PIXELS = 72_000_000;

function reasonOf(error: unknown, options: PdfOptions): unknown {
  if (error instanceof Unreadable) return error;
  if (hasBurst()) return new Unreadable('bomb');
  const { name } = error as Error;
  if (name === 'PasswordException')
    return new Unreadable(options.password === undefined ? 'password' : 'wrong-password');
  // Whatever pdf.js stumbles over in a damaged file, it is the file that is damaged.
  return new Unreadable('damaged', { format: 'PDF' });
}
