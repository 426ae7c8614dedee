/**
 * What extracting a government page costs: `node bench/html.mjs` (build first).
 * Prints the time in process of extracting a 170 KB page as a multiple of cheerio.load alone (its default parse5) on the
 * same text, and the whole-process time of `nianbao --version` as a multiple of `node -e 0`. In process it is CPU time
 * that counts, garbage collection included, as each pays it in a process of its own: the median of single rounds would
 * leave out most of the collecting, and other work on the machine would tell more than the code.
 *
 * The page is like published ones that come out of Word: 13 elements a kilobyte (those have 12 to 17), 285 cells with a
 * paragraph and a styled span each, the prose in short runs.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { load } from 'cheerio';
import { extract } from '../dist/index.js';

const SIZE = 170 * 1024;
const MSO_CELL =
  'style="width:41.35pt;border:solid windowtext 1.0pt;border-left:none;mso-border-left-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt;height:24.0pt"';
const MSO_TEXT =
  'lang="EN-US" style="font-size:12.0pt;font-family:宋体;mso-bidi-font-family:宋体;mso-font-kerning:0pt;color:black"';

const RUN = 'style="font-family:仿宋_GB2312;mso-hansi-font-family:宋体;mso-bidi-font-family:宋体;font-size:16.0pt"';

/** Prose as Word pastes it: a span and a font for every few characters. */
const pasted = (text) =>
  text.replace(/[^<>]{1,24}/g, (run) => `<span ${RUN}><font face="仿宋_GB2312">${run}</font><o:p></o:p></span>`);

/** The bundled page as an editor makes it of a Word file: marked-up runs, a paragraph and a span in every cell. */
function page() {
  const report = readFileSync(new URL('../fixtures/hebei-2020-html/report.html', import.meta.url), 'utf8');
  const prose = report.replace(/<p>([^<]*)<\/p>/g, (_, text) => `<p class="MsoNormal" ${MSO_TEXT}>${pasted(text)}</p>`);
  const cells = prose.replace(
    /<td([^>]*)>([^<]*)<\/td>/g,
    `<td$1 ${MSO_CELL}><p class="MsoNormal" align="center"><span ${MSO_TEXT}>$2<o:p></o:p></span></p></td>`,
  );
  const item =
    '<li class="nav-item"><a href="/zwgk/xxgk/index.shtml" target="_blank" title="政务公开">政务公开</a></li>\n';
  const missing = Math.max(0, SIZE - Buffer.byteLength(cells));
  return cells.replace('<body>', `<body><ul class="nav">\n${item.repeat(missing / Buffer.byteLength(item))}</ul>`);
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

const WARM_UP = 40;
const ROUNDS = 200;

/** CPU milliseconds that one round of some work takes, in the process that this is called in. */
async function cpuMilliseconds(work) {
  for (let i = 0; i < WARM_UP; i++) await work();
  const start = process.cpuUsage();
  for (let i = 0; i < ROUNDS; i++) await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / ROUNDS;
}

/** The same in a process of its own. */
const apart = (job) => Number(execFileSync(process.execPath, [fileURLToPath(import.meta.url), job]));

function processMilliseconds(args, rounds = 15) {
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const start = process.hrtime.bigint();
    execFileSync(process.execPath, args, { stdio: 'ignore' });
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return median(times);
}

const html = page();
const bytes = new TextEncoder().encode(html);
const JOBS = { extract: () => extract(bytes), load: () => load(html) };
const show = (value) => value.toFixed(1).padStart(7);

const job = process.argv[2];
if (job !== undefined) console.log(await cpuMilliseconds(JOBS[job]));
else {
  const ours = apart('extract');
  const theirs = apart('load');
  const bin = fileURLToPath(new URL('../bin/nianbao.js', import.meta.url));
  const start = processMilliseconds([bin, '--version']);
  const empty = processMilliseconds(['-e', '0']);
  console.log(`${cpus()[0]?.model}, node ${process.version}, load ${loadavg()[0]?.toFixed(2)}`);
  console.log(
    `extract, ${Math.round(bytes.length / 1024)} KB page ${show(ours)} ms   cheerio.load ${show(theirs)} ms   ratio ${(ours / theirs).toFixed(2)} (aim ≤ 0.6)`,
  );
  console.log(
    `nianbao --version       ${show(start)} ms   node -e 0    ${show(empty)} ms   ratio ${(start / empty).toFixed(2)} (aim ≤ 2)`,
  );
}
