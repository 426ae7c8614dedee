import { readFileSync } from 'node:fs';
import { parseDocument } from 'htmlparser2';
const dist = process.argv[2],
  f = process.argv[3] ?? '/tmp/bench.html',
  n = +(process.argv[4] ?? 300);
const bytes = readFileSync(f),
  html = bytes.toString();
const { extract } = await import(`${dist}/index.js`);
const { read } = await import(`${dist}/read/index.js`);
const { extractReports } = await import(`${dist}/extract/index.js`);
const doc = await read(bytes);
const jobs = {
  cal: () => parseDocument(html),
  ours: () => extract(bytes),
  read: () => read(bytes),
  ext: () => extractReports(doc),
};
const t = { cal: [], ours: [], read: [], ext: [] };
for (let i = 0; i < n; i++)
  for (const k in jobs) {
    const s = process.hrtime.bigint();
    await jobs[k]();
    if (i > 50) t[k].push(Number(process.hrtime.bigint() - s) / 1e6);
  }
const q = (k) => {
  t[k].sort((a, b) => a - b);
  return t[k][Math.floor(t[k].length * 0.15)];
};
const c = q('cal');
console.log(
  'cal',
  c.toFixed(2),
  ...['ours', 'read', 'ext'].map((k) => `${k} ${q(k).toFixed(2)} (${(q(k) / c).toFixed(2)})`),
);
