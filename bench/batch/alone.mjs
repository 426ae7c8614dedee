/**
 * `node bench/batch/alone.mjs extract|make|pdfjs LIST`: one process reads the files of a list one after the other, and
 * nothing else: what a run of nianbao costs besides is told by the difference.
 */
import { readFileSync } from 'node:fs';

const product = { kind: 'export', format: 'csv', options: { layout: 'long' }, language: 'en' };

const WORK = {
  /** Bytes to cells. */
  extract: async () => {
    const { extract } = await import('../../dist/index.js');
    return (bytes) => extract(bytes);
  },
  /** Bytes to lines of CSV. */
  make: async () => {
    const { make } = await import('../../dist/batch/make.js');
    return (bytes) => make(bytes, product, undefined);
  },
  /** The text of a PDF by the legacy build, as its examples call it. */
  pdfjs: async () => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    return async (bytes) => {
      const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
      const document = await task.promise;
      for (let i = 1; i <= document.numPages; i++) await (await document.getPage(i)).getTextContent();
      await task.destroy();
    };
  },
};

const [mode, list] = process.argv.slice(2);
const work = await WORK[mode]();
for (const file of readFileSync(list, 'utf8').split('\n').filter(Boolean)) await work(readFileSync(file));
