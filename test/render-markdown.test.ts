import { describe, expect, it } from 'vitest';
import { escapeMarkdown, renderMarkdown } from '../src/render/markdown.js';
import { checkedOf, OPTIONS, reportOf } from './support/checked.js';

describe('--format markdown', () => {
  it('is the verdict, a table a report with findings, and the clean ones folded away', () => {
    const report = reportOf({ 'disputes.review.upheld': '10' }, { 'disputes.review.upheld': { line: 3 } });
    const [verdict, ...rest] = renderMarkdown(
      [checkedOf('a_b.txt', report), checkedOf('c.html', reportOf({}))],
      OPTIONS,
    ).split('\n\n');
    expect(verdict).toMatch(/^## NOT VALID · 2 reports in 2 files: 1 error, 0 warnings, 0 notes, 0 unreadable/);
    expect(rest.join('\n\n')).toBe(`### a\\_b.txt · 云溪市 2023

|  | Finding | Rule | Place |
|---|---|---|---|
| ❌ error | 行政复议: the addends come to 10, 总计 is printed as 0 (difference +10) — perhaps 行政复议 · 总计 0 → 10: a total not updated (1 other way fits equally) | \`disputes/row-total\` | line 3 |

<details><summary>No findings: 1</summary>

- c.html · 云溪市 2023

</details>
`);
  });

  it('lets no printed text be markup', () => {
    expect(escapeMarkdown('a|b\n<img src=x> [l](u) `c` @who #1 &lt;')).toBe(
      'a\\|b &lt;img src=x> \\[l\\](u) \\`c\\` \\@who \\#1 &amp;lt;',
    );
  });

  it('ends where a job summary would be cut, and says so', () => {
    const many = Array.from({ length: 1001 }, () => checkedOf('a.html', reportOf({ 'disputes.review.upheld': '1' })));
    const out = renderMarkdown(many, OPTIONS);
    expect(out.match(/❌/g)).toHaveLength(1000);
    expect(out).toMatch(/… and 1 more findings\.\n$/);
  });
});
