import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellsOf, exampleReport, FORMS, TABLE_IDS, validate } from '../src/index.js';

const CORPUS = '../shared/corpus';
interface Truth {
  edition: '2019' | '2021';
  year: number;
  organ: string;
  cells: Record<string, number | null>;
  narrative_statements?: { text: string; cell: string }[];
  narrative_conflicts?: { text: string; cell: string }[];
}

/** The sentences of every case, whatever its format, held against the true figures: no file is read but the truth. */
describe.skipIf(!existsSync(CORPUS))('narratives of the corpus', () => {
  const cases = existsSync(CORPUS) ? readdirSync(CORPUS) : [];
  it.each(cases)('%s', (id) => {
    const truth = JSON.parse(readFileSync(`${CORPUS}/${id}/truth.json`, 'utf8')) as Truth;
    const sentences = truth.narrative_statements ?? [];
    if (sentences.length === 0 || Object.keys(truth.cells).length === 0) return;
    const text = [...new Set(sentences.map((s) => s.text))]
      .reduce((all, s) => `${all}${/[、（]/.test(s[0] ?? '') ? '' : '，'}${s}`, '依申请公开方面')
      .replace(/。，/g, '。');
    // A page may be missing: what the truth does not list is not printed.
    const absent = Object.fromEntries(
      TABLE_IDS.flatMap((t) => cellsOf(FORMS[truth.edition].tables[t]).map((c) => [c.id, null])),
    );
    const cells = Object.fromEntries(Object.entries(truth.cells).map(([k, v]) => [k, v === null ? '' : String(v)]));
    const report = exampleReport({
      edition: truth.edition,
      cells: { ...absent, ...cells },
      narrative: text,
      report: { organ: truth.organ, year: truth.year },
    });
    const found = validate(report).filter((f) => f.rule.startsWith('narrative/'));
    const conflicts = (truth.narrative_conflicts ?? []).map((c) => c.cell);
    expect(found.flatMap((f) => f.cells)).toEqual(conflicts);
    expect(found.every((f) => f.severity === 'warning')).toBe(true);
  });
});
