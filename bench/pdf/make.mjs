/**
 * Prints the PDF and DOCX fixtures: `node bench/pdf/make.mjs`. Needs Debian's chromium, libreoffice-writer and
 * fonts-noto-cjk. Expectations come from the figures that were printed, never from a reading.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { page } from './page.mjs';

const FIXTURES = [
  {
    name: 'rows-cut-2023-pdf',
    style: 'breakInside',
    seed: 11,
    by: 'chromium',
    what: 'printed by Chromium, rows and groups cut by page breaks',
  },
  {
    name: 'no-rules-2023-pdf',
    style: 'noneMiddle',
    seed: 12,
    by: 'chromium',
    what: 'no ruling lines, wrapped labels, printed by Chromium',
  },
  {
    name: 'blanks-word-2023-pdf',
    style: 'blanksStacked',
    seed: 13,
    by: 'libreoffice',
    what: 'zeros left blank, printed by LibreOffice Writer',
  },
  {
    name: 'blanks-word-2023-docx',
    style: 'blanksStacked',
    seed: 13,
    by: 'docx',
    what: 'zeros left blank, DOCX by LibreOffice Writer',
  },
];

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'nianbao-'));
const office = (to, filter, file) =>
  execFileSync('soffice', ['--headless', ...filter, '--convert-to', to, '--outdir', work, file], { stdio: 'ignore' });

for (const { name, style, seed, by, what } of FIXTURES) {
  const { html, cells, edition, year, organ, title } = page(style, seed);
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  const source = join(work, 'report.html');
  writeFileSync(source, html);
  if (by === 'chromium')
    execFileSync(
      'chromium',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-pdf-header-footer',
        `--print-to-pdf=${join(folder, 'report.pdf')}`,
        source,
      ],
      { stdio: 'ignore' },
    );
  else {
    office('docx:MS Word 2007 XML', ['--infilter=HTML (StarWriter)'], source);
    if (by === 'libreoffice') office('pdf', [], join(work, 'report.docx'));
    const ext = by === 'docx' ? 'docx' : 'pdf';
    copyFileSync(join(work, `report.${ext}`), join(folder, `report.${ext}`));
  }
  const lines = Object.entries(cells).map(
    ([id, text]) => `1,${id},${text === '' ? 'blank' : 'read'},${text === '' ? '' : Number(text)}`,
  );
  writeFileSync(join(folder, 'expected.csv'), `report,cell,state,value\n${lines.join('\n')}\n`);
  writeFileSync(join(folder, 'findings.txt'), '');
  const about = {
    what,
    source: 'made up for this project by bench/pdf/make.mjs; no published report',
    reports: [{ organ, year, title, published: null, edition }],
  };
  writeFileSync(join(folder, 'about.json'), `${JSON.stringify(about, null, 2)}\n`);
}
