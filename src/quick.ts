// temporary harness: compares with truth in-process
import { readFileSync, readdirSync } from 'node:fs';
import { extract } from './index.js';
import { cellsOf, FORMS, sumsOf, TABLE_IDS } from './forms/index.js';
const [root, only = '', verbose] = process.argv.slice(2) as [string, string?, string?];
let pass = 0, n = 0;
for (const id of readdirSync(root).sort()) {
  if (!id.includes(only) || /^(pdf|docx)/.test(id)) continue;
  const truth = JSON.parse(readFileSync(`${root}/${id}/truth.json`, 'utf8'));
  n++;
  let got: Awaited<ReturnType<typeof extract>> = [];
  let error = '';
  try { got = await extract(readFileSync(`${root}/${id}/${truth.file}`)); } catch (e) { error = String((e as Error).stack).slice(0, 300); }
  const problems: string[] = [];
  const truths = truth.reports ?? [truth];
  if (['unreadable', 'no-tables'].includes(truth.expect)) {
    if (got.length) problems.push('reports found: ' + got.map(g => Object.values(g.tables).filter(t => t.found).map(t => t.id)));
    if (error && !error.startsWith('Unreadable')) problems.push(error);
  } else {
    if (error) problems.push(error);
    if (got.length !== truths.length) problems.push(`${got.length} reports, not ${truths.length}`);
    truths.forEach((t: any, k: number) => {
      const r = got[k]; if (!r) return;
      const cells: Record<string, any> = Object.assign({}, ...TABLE_IDS.map((i) => r.tables[i].cells));
      let wrong = 0, missing = 0, extra = 0; const ex: string[] = [];
      for (const [c, v] of Object.entries(t.cells as Record<string, number | null>)) {
        if ((t.uncertain ?? []).includes(c)) continue;
        const want = [...(t.accept?.[c] ?? []), v];
        const g = cells[c];
        const has = g && (g.state === 'read' || g.state === 'blank');
        if (!has) { if (!want.includes(null)) { missing++; ex.push(`missing ${c} want ${v} got ${g?.state} ${JSON.stringify(g?.printed)}`); } continue; }
        if (!want.some((w) => w === (g.state === 'blank' ? null : g.value))) { wrong++; ex.push(`WRONG ${c} want ${JSON.stringify(want)} got ${g.value} ${JSON.stringify(g.printed)}`); }
      }
      for (const [c, g] of Object.entries(cells)) if (!(c in t.cells) && g.state === 'read') { extra++; ex.push(`extra ${c} ${g.value}`); }
      if (wrong + missing + extra && !(t.best_effort && !wrong && !extra)) problems.push(`${wrong} wrong ${missing} missing ${extra} extra` + (verbose ? '\n   ' + ex.slice(0, 12).join('\n   ') : ''));
      if (t.year && r.year !== t.year) problems.push(`year ${r.year} not ${t.year}`);
      if (t.organ && r.organ !== t.organ) problems.push(`organ ${r.organ} not ${t.organ}`);
      if (t.edition && !t.editions && !t.requests_edition && r.tables.proactive.edition !== t.edition) problems.push(`edition ${r.tables.proactive.edition}`);
      if (t.title && r.title !== t.title && verbose) problems.push(`(title ${r.title} not ${t.title})`);
      if (t.published && r.published !== t.published && verbose) problems.push(`(published ${r.published} not ${t.published})`);
    });
  }
  const hard = problems.filter((p) => !p.startsWith('('));
  if (!hard.length) pass++;
  if (problems.length) console.log(`${hard.length ? 'FAIL' : 'note'} ${id} [${truth.style}]: ${problems.join('; ')}`);
}
console.log(`${pass} of ${n}`);
void cellsOf; void FORMS; void sumsOf;
