/** Files that no run may trip over, each with the rule under which it has to be told. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

/** What the limits of a run have to be for the files below to break them, and for a report not to. */
export const LIMITS = ['--time-limit', '8', '--memory-limit', '128'];

/**
 * A PDF of a few KB that paints one form 20,000 times, a form of 3 MB of operators that draw nothing: minutes of work on
 * any machine, in little memory.
 */
function endlessPdf() {
  const stream = (dictionary, text) => {
    const packed = deflateSync(text);
    const head = `<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
    return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
  };
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>',
    stream('', '/F Do '.repeat(20_000)),
    stream('/Type /XObject /Subtype /Form /BBox [0 0 600 800]', 'BX EX '.repeat(500_000)),
  ];
  let file = Buffer.from('%PDF-1.4\n');
  const places = objects.map((object, i) => {
    const place = file.length;
    file = Buffer.concat([file, Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const count = objects.length + 1;
  const xref = `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}trailer << /Size ${count} /Root 1 0 R >>\n`;
  return Buffer.concat([file, Buffer.from(`${xref}startxref\n${file.length}\n%%EOF\n`)]);
}

/** A table of half a million cells, 20 MB. */
function hugePage() {
  const row = `<tr>${'<td><p><span style="x">1</span></p></td>'.repeat(8)}</tr>`;
  return `<html><body><table>${row.repeat(60_000)}</table></body></html>`;
}

const garbage = () => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(20_000)]);

/** The kinds of faulty files: the rule that has to name them, and the maker, which returns the name with its ending. */
export const FAULTY = {
  garbage: kind('document/unreadable', '.pdf', garbage),
  endless: kind('document/timeout', '.pdf', endlessPdf),
  huge: kind('document/out-of-memory', '.html', hugePage),
  forbidden: kind('document/unreadable', '.html', () => '<html></html>', 0),
};

function kind(rule, ending, content, mode = 0o644) {
  const make = (name, at) => {
    writeFileSync(at(name + ending), content(), { mode });
    return name + ending;
  };
  return { rule, make };
}
