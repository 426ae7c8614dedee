/** `node bench/batch/pdfjs_text.mjs LIST`: the text of each PDF by pdf.js' legacy build, as its examples call it. */
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const [list] = process.argv.slice(2);
for (const file of readFileSync(list, 'utf8').split('\n').filter(Boolean)) {
  const task = getDocument({ data: Uint8Array.from(readFileSync(file)), verbosity: 0 });
  const document = await task.promise;
  for (let i = 1; i <= document.numPages; i++) await (await document.getPage(i)).getTextContent();
  await task.destroy();
}
