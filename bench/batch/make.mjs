/**
 * `node bench/batch/make.mjs FOLDER [--html 10000] [--pdf 1000] [--from fixtures]…`: that many reports, no two alike,
 * made by repeating and varying the reports in the folders (`<name>/report.html|pdf`), in folders of a thousand.
 *
 * A page gets other figures (all of it times the same small number, so that sums go on to hold as they did), another
 * organ where it is named as `about.json` names it, and a comment; a page in another encoding than UTF-8 gets the
 * comment only. A PDF gets a comment after its `%%EOF`: its bytes differ, and what is drawn does not.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));
const PER_FOLDER = 1000;
/** Figures stay small enough to be taken for figures. */
const FACTORS = 9;

/** The files of folders that hold a report, with the organ where it is known. */
const sources = (folders, ending) =>
  folders
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((folder) => existsSync(join(folder, `report.${ending}`)))
    .sort()
    .map((folder) => ({ bytes: readFileSync(join(folder, `report.${ending}`)), reports: reportsOf(folder) }))
    .filter(({ reports }) => reports?.length !== 0)
    .map(({ bytes, reports }) => ({ bytes, organ: reports?.[0].organ }));

/** What is known of the reports in a file; undefined where nobody wrote it down. */
function reportsOf(folder) {
  const about = join(folder, 'about.json');
  return existsSync(about) ? JSON.parse(readFileSync(about, 'utf8')).reports : undefined;
}

const withComment = (bytes, comment) => Buffer.concat([bytes, Buffer.from(comment, 'latin1')]);

function page({ bytes, organ }, i, round) {
  // Only what UTF-8 can read is changed as text; ASCII at the end of UTF-16 would be no comment.
  if (bytes.includes(0)) return withComment(bytes, ' \0'.repeat(i + 1));
  const text = bytes.toString('utf8');
  if (text.includes('\uFFFD')) return withComment(bytes, `<!-- ${i} -->`);
  const figures = text.replace(
    />(\s*)(\d{1,6})(?=\s*<)/g,
    (_, blank, digits) => `>${blank}${digits * (1 + (round % FACTORS))}`,
  );
  const named = organ ? figures.replaceAll(organ, `${organ}${round || ''}`) : figures;
  return Buffer.from(`${named}<!-- ${i} -->\n`);
}

/** The first `count` reports of an ending; always the same ones, so that a smaller number is the head of a larger. */
function make(folder, ending, count, from) {
  const all = sources(from, ending);
  for (let i = 0; i < count; i++) {
    const source = all[i % all.length];
    const round = Math.floor(i / all.length);
    const under = join(folder, ending, String(Math.floor(i / PER_FOLDER)).padStart(3, '0'));
    if (i % PER_FOLDER === 0) mkdirSync(under, { recursive: true });
    const made = ending === 'html' ? page(source, i, round) : withComment(source.bytes, `\n% ${i}\n`);
    writeFileSync(join(under, `${String(i).padStart(6, '0')}.${ending}`), made);
  }
}

/** Makes `folder/html` and `folder/pdf`. */
export function makeReports(folder, { html, pdf, from = [FIXTURES] }) {
  make(folder, 'html', html, from);
  make(folder, 'pdf', pdf, from);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      html: { type: 'string', default: '10000' },
      pdf: { type: 'string', default: '1000' },
      from: { type: 'string', multiple: true, default: [FIXTURES] },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error('name the folder to make');
  makeReports(folder, { html: Number(values.html), pdf: Number(values.pdf), from: values.from });
}
