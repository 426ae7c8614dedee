import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const importsOf = (file: string): string[] =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((m) => m[1] as string);

const STAGES = ['read', 'extract', 'validate', 'export'];
/** Rendering words findings and so may ask the rules for their messages. */
const ALLOWED: Record<string, string[]> = { render: ['validate', 'export'] };

it('keeps the stages apart: each imports the model, the forms and the text, never another stage', () => {
  const strays = files.flatMap((file) => {
    const stage = file.split('/')[0] as string;
    if (![...STAGES, 'render'].includes(stage)) return [];
    return importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(src, join(src, file, '..', name)).split('/')[0] as string)
      .filter((target) => STAGES.includes(target) && target !== stage && !ALLOWED[stage]?.includes(target))
      .map((target) => `${file} → ${target}`);
  });
  expect(strays).toEqual([]);
});

it('gives every library one home', () => {
  const homes: Record<string, RegExp> = {
    htmlparser2: /^read\/(?:html\/parse|docx\/xml)\.ts$/,
    cheerio: /^read\/html\/parse\.ts$/,
    'cheerio/slim': /^read\/html\/cascade\.ts$/,
    'postal-mime': /^read\/mht\.ts$/,
    postcss: /^read\/html\//,
    chalk: /^render\/text\.ts$/,
    'csv-stringify/sync': /^export\/csv\.ts$/,
    fflate: /^export\/(workbook|parquet)\.ts$/,
    'hyparquet-writer': /^export\/parquet\.ts$/,
    zod: /^(export\/schema|commands\/config)\.ts$/,
    commander: /^commands\//,
    'pdfjs-dist': /^read\/pdf\//,
    'pdfjs-dist/legacy/build/pdf.min.mjs': /^read\/pdf\//,
  };
  const strays = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => homes[name] && !homes[name].test(file))
      .map((name) => `${file}: ${name}`),
  );
  expect(strays).toEqual([]);
});

it('reads, extracts, validates and exports without anything that only Node has', () => {
  const stages = files.filter((file) => /^(?:read|extract|validate|export|forms|text|model)\b/.test(file));
  const portable = stages.filter((file) => !file.startsWith('read/pdf'));
  expect(portable.filter((file) => importsOf(file).some((name) => name.startsWith('node:')))).toEqual([]);
  const uses = (file: string) => /\b(?:Buffer|process)\.\w/.test(readFileSync(join(src, file), 'utf8'));
  // CSV is still put together in buffers of Node.
  expect(portable.filter((file) => file !== 'export/csv.ts' && uses(file))).toEqual([]);
});
