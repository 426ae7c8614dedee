/**
 * How well wrong cells are located and restored from the sums alone: seeded simulation over consistent requests tables
 * of village to province size, and over Hebei's published, already inconsistent table of 2020.
 *
 *     npm run bench:diagnose [-- --runs 2000 --seed 1]
 *
 * located: the one explanation listed is the truth. ambiguous: several are listed, the truth among them. wrong: the
 * truth is not listed. A wrong cell is changed as typists and scanners change figures (digits swapped, wrong, dropped,
 * doubled, ×10) or to any other figure.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { diagnose, extract, restore } from '../dist/index.js';
import { consistentTable, patched, randomFrom, reportWith, spoiled } from './tables.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '4000' }, seed: { type: 'string', default: '20201' } },
});
const runs = Number(values.runs);
const random = randomFrom(Number(values.seed));
const percent = (n, of) => `${((100 * n) / of).toFixed(2)}%`;
const times = [];
const timed = (report) => {
  const start = performance.now();
  const diagnosis = diagnose(report);
  times.push(performance.now() - start);
  return diagnosis;
};

/** What `nianbao` says of a table with wrong cells, against the truth. */
function verdict(table, wrong, beside = false) {
  const { explanations } = timed(reportWith(patched(table, wrong)));
  const tells = ({ cells }) =>
    (beside || cells.length === wrong.length) &&
    wrong.every(({ id }) => cells.some((c) => c.cell === id && c.would_be === table.cells[id].value));
  const right = explanations.filter(tells);
  if (explanations.length > 0 && right.length === explanations.length) return 'located';
  return right.length > 0 ? 'ambiguous' : explanations.length === 0 ? 'unexplained' : 'wrong';
}

function measure(name, aim, tables, count, beside = false) {
  const tally = { located: 0, ambiguous: 0, wrong: 0, unexplained: 0 };
  for (let i = 0; i < runs; i++) {
    const table = tables[i % tables.length];
    tally[verdict(table, spoiled(table, count, random), beside)]++;
  }
  const { located, ambiguous, wrong, unexplained } = tally;
  console.log(
    `${name.padEnd(34)} located ${percent(located, runs).padStart(7)}${aim === '' ? '' : ` (aim ${aim})`}, ambiguous ${percent(ambiguous, runs)}, ` +
      `wrong ${wrong}, unexplained ${unexplained}`,
  );
}

const sizes = { village: 8, township: 40, county: 300, city: 2500, province: 10000 };
const tables = Object.values(sizes).flatMap((size) =>
  Array.from({ length: 40 }, (_, i) => consistentTable(i % 2 ? '2019' : '2021', size, random)),
);
const { reports } = await extract(await readFile(new URL('../fixtures/hebei-2020-text/report.txt', import.meta.url)));
const hebei = reports[0].tables.requests;

diagnose(reports[0]); // warms up, and shows the published case below
measure('1 wrong cell', '100%', tables, 1);
measure('2 wrong cells', '≥ 99%', tables, 2);
for (const [name, size] of Object.entries(sizes)) {
  const own = Array.from({ length: 80 }, (_, i) => consistentTable(i % 2 ? '2019' : '2021', size, random));
  measure(`2 wrong cells, ${name}`, '', own, 2);
}
measure('Hebei 2020 and 1 more wrong cell', '≥ 87%', [hebei], 1, true);
measure('3 wrong cells (not searched)', '', tables, 3);

for (const [erased, aim] of [
  [1, 100],
  [3, 100],
  [5, 99.9],
  [8, 99],
  [10, 97],
]) {
  let [told, right] = [0, 0];
  for (let i = 0; i < runs; i++) {
    const table = tables[i % tables.length];
    const ids = Object.keys(table.cells)
      .sort(() => random() - 0.5)
      .slice(0, erased);
    const found = restore(
      patched(
        table,
        ids.map((id) => ({ id, state: 'unreadable' })),
      ),
    );
    told += found.length;
    right += found.filter(({ cell, would_be }) => would_be === table.cells[cell].value).length;
  }
  console.log(
    `${`${erased} erased`.padEnd(34)} recovered ${percent(right, erased * runs).padStart(5)} (aim ${aim}%), wrong ${told - right}`,
  );
}

times.sort((a, b) => a - b);
const mean = times.reduce((a, b) => a + b, 0) / times.length;
console.log(
  `${times.length} diagnoses: mean ${mean.toFixed(3)} ms, 99% under ${times[Math.floor(times.length * 0.99)].toFixed(2)} ms, slowest ${times.at(-1).toFixed(1)} ms (aim < 5)`,
);
for (const { cause, cells } of diagnose(reports[0]).explanations)
  console.log(`Hebei 2020: ${cause}: ${cells.map((c) => `${c.cell} ${c.printed} → ${c.would_be}`).join(', ')}`);
