/** Loads pdf.js so that it does no harm to its host and wastes no time in Node. Every trap is measured in STACK.md. */
import type * as PdfJs from 'pdfjs-dist';
import { BoundedInflate } from './inflate.js';
import { CharacterMaps, StandardFonts } from './own-files.js';
import { SameThread } from './same-thread.js';

export type Engine = typeof PdfJs;

/** The drawing operations of a page. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

let engine: Promise<Engine> | undefined;

/** pdf.js, loaded once and only when a PDF is read. */
export const loadEngine = (): Promise<Engine> => (engine ??= load());

/**
 * The legacy build replaces native functions by slow polyfills where it believes that they are missing; they are put
 * back. It also wants classes that only browsers have: it draws with them, and nothing here draws. And it adds to the
 * Response of the host, for which Node would load the whole of its HTTP, a fifth of the time that this takes: it gets
 * one of its own. Minified, it is loaded in three quarters of the time.
 */
async function load(): Promise<Engine> {
  const world = globalThis as Record<string, unknown>;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) world[name] ??= class {};
  world.FontFace ??= UnusedFont;
  const natives = {
    push: Array.prototype.push,
    parse: JSON.parse,
    stringify: JSON.stringify,
    builtin: process.getBuiltinModule,
  };
  // Not its value: to read that is to load it.
  const response = Object.getOwnPropertyDescriptor(globalThis, 'Response') as PropertyDescriptor;
  Object.defineProperty(globalThis, 'Response', { value: class {}, configurable: true });
  process.getBuiltinModule = withoutCanvas(natives.builtin) as typeof process.getBuiltinModule;
  try {
    const [pdf] = await Promise.all([
      // @ts-expect-error the package has types for what is not minified
      import('pdfjs-dist/legacy/build/pdf.min.mjs'),
      // The worker's code in the same thread: it finds itself by a global.
      // @ts-expect-error the package has no types for it
      import('pdfjs-dist/legacy/build/pdf.worker.min.mjs'),
    ]);
    return pdf as unknown as Engine;
  } finally {
    // Assigned as they were: not enumerable, so that for…in over arrays stays as it is.
    Object.defineProperty(Array.prototype, 'push', { value: natives.push, writable: true, configurable: true });
    JSON.parse = natives.parse;
    JSON.stringify = natives.stringify;
    process.getBuiltinModule = natives.builtin;
    Object.defineProperty(globalThis, 'Response', response);
  }
}

/** Keeps @napi-rs/canvas out, which pdf.js loads where it is installed: 100 ms and 30 MB to draw with. */
const withoutCanvas =
  (builtin: typeof process.getBuiltinModule) =>
  (name: string): unknown => {
    if (name !== 'module') return builtin(name);
    const modules = builtin('module');
    const createRequire: typeof modules.createRequire = (from) => {
      const require = modules.createRequire(from);
      return new Proxy(require, {
        apply: (_, __, [id]: [string]) => (id === '@napi-rs/canvas' ? {} : require(id)),
      });
    };
    return { ...modules, createRequire };
  };

/** A font that "loads" at once: with it pdf.js does not build the outlines of every glyph, which nothing here needs. */
class UnusedFont {
  readonly loaded = Promise.resolve(this);
  readonly family = '';
  load(): Promise<this> {
    return this.loaded;
  }
}

/** Stands for the browser's document, of which pdf.js uses the font list only. */
export const FONTLESS_DOCUMENT = {
  fonts: { add: () => undefined, delete: () => undefined, ready: Promise.resolve() },
} as unknown as HTMLDocument;

/** A worker of pdf.js for one document, in this thread; to be destroyed after it. */
export function workerOf({ PDFWorker }: Engine): PdfJs.PDFWorker {
  const port = new SameThread();
  const world = globalThis as unknown as { pdfjsWorker: { WorkerMessageHandler: WorkerMessageHandler } };
  world.pdfjsWorker.WorkerMessageHandler.initializeFromPort(port);
  return PDFWorker.create({ port: port as unknown as Worker, verbosity: 0 });
}

interface WorkerMessageHandler {
  initializeFromPort(port: SameThread): void;
}

let located: ReturnType<typeof locate> | undefined;

/** What pdf.js brings along: its character maps, standard fonts and decoders, as options of getDocument. */
export const resources = () => (located ??= locate());

async function locate() {
  const { createRequire } = await import('node:module');
  const { dirname, join } = await import('node:path');
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => `${join(home, name)}/`;
  return {
    ...{ cMapUrl: folder('cmaps'), cMapPacked: true, CMapReaderFactory: CharacterMaps },
    ...{ standardFontDataUrl: folder('standard_fonts'), StandardFontDataFactory: StandardFonts },
    wasmUrl: folder('wasm'),
  };
}

let users = 0;
let native: unknown;

/**
 * Puts a fast inflate in place of the global DecompressionStream, which pdf.js uses for every stream of a file and which
 * is slow in Node.
 * @returns to be called when the file is read: the last reader puts the native one back
 */
export function useFastInflate(): () => void {
  const world = globalThis as Record<string, unknown>;
  if (users++ === 0) {
    native = world.DecompressionStream;
    world.DecompressionStream = BoundedInflate;
  }
  return () => {
    if (--users === 0) world.DecompressionStream = native;
  };
}
