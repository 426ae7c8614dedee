import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { extract, type Language, toCsv, validate } from '../index.js';
import { packageFile } from '../package.js';
import { renderText } from '../render/text.js';
import { type Io, wantsColour } from './io.js';

/** Bundled with the package: the published page of Hebei province's report for 2020. */
const REPORT = packageFile('fixtures/hebei-2020-html/report.html');
const SHOWN = 6;

/** `nianbao demo` and `npm start`: the main job on a real report, with what to type next. */
export async function demoCommand(lang: Language, io: Io): Promise<number> {
  const file = fileURLToPath(REPORT);
  const name = 'fixtures/hebei-2020-html/report.html';
  const { reports } = await extract(await readFile(file));
  const checked = reports.map((report, i) => ({ file: name, index: i + 1, report, findings: validate(report) }));
  io.stdout.write(`$ nianbao validate ${name}\n\n`);
  io.stdout.write(renderText(checked, lang, wantsColour(io)));
  const lines = toCsv([{ file: name, reports }]).split('\n');
  io.stdout.write(
    `\n$ nianbao extract ${name}   # ${lines.length - 2} cells, the first ${SHOWN}:\n\n${lines.slice(0, SHOWN + 1).join('\n')}\n`,
  );
  return 0;
}
