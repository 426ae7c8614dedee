import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellsOf, EDITIONS, FORMS, sumsOf, TABLE_IDS } from '../src/index.js';

/** Cell ids transcribed from the two letters; outputs, baselines and users rely on them. */
const ids = JSON.parse(readFileSync(new URL('form-ids.json', import.meta.url), 'utf8')) as Record<string, string[]>;

describe.each(EDITIONS)('form %s', (edition) => {
  const tables = TABLE_IDS.map((id) => FORMS[edition].tables[id]);

  it('has exactly the cells of the official form, in printed order', () => {
    expect(tables.flatMap((table) => cellsOf(table).map((cell) => cell.id))).toEqual(ids[edition]);
  });

  it('has an English label for every table, block, group, row and column, and its own for every cell', () => {
    const cells = tables.flatMap((table) => cellsOf(table));
    const parts = cells.flatMap(({ block, row, column }) => [
      block.english || block.title,
      ...row.englishPath,
      row.english,
      ...column.englishPath,
      column.english,
    ]);
    for (const part of [...tables.map(({ english }) => english), ...parts.filter((part) => part !== '')])
      expect(part).toMatch(/^[A-Z][\w ,()-]+$/);
    expect(cells.flatMap(({ row, column }) => [row.english, column.english])).not.toContain('');
    expect(new Set(cells.map((cell) => cell.english)).size).toBe(cells.length);
  });

  it('derives every printed sum from its totals and balances', () => {
    const kinds = tables.flatMap((table) => sumsOf(table)).map((sum) => sum.kind);
    const count = (kind: string) => kinds.filter((k) => k === kind).length;
    expect([count('row-total') + count('column-total'), count('balance')]).toEqual([edition === '2019' ? 33 : 35, 7]);
  });

  it('sums the outcomes and nothing else into （七）总计', () => {
    const sum = sumsOf(FORMS[edition].tables.requests).find((s) => s.kind === 'column-total' && s.column === 'other');
    expect(sum?.left[0]).toBe('requests.granted.other');
    expect(sum?.left).toHaveLength(edition === '2019' ? 19 : 21);
    expect(sum?.left.some((id) => /new|carried|total/.test(id))).toBe(false);
    expect(sum?.right).toEqual(['requests.total.other']);
  });
});
