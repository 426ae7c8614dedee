import { cellsOf, type Edition, EDITIONS, FORMS, TABLE_IDS, type TableId } from '../forms/index.js';
import type { Cell, Document, Paragraph, Report, TableReading } from '../model.js';
import { readFigure } from '../text.js';
import { identify, linesOf } from './identify.js';
import { type Located, locate } from './locate.js';
import { sectionsOf } from './sections.js';
import { titleOf } from './title.js';

/**
 * Finds the annual reports in a document and reads their tables.
 * @returns the reports in reading order; none when no table of the form is printed
 */
export function extractReports(document: Document): Report[] {
  const located = withoutBlankForms(locate(document));
  const copies = copiesIn(located);
  // A draft and the final report may share a table; only what is a copy in all its tables is none.
  const groups = intoReports(document, located).filter((group) => !group.every((table) => copies.has(table)));
  const starts = groups.map((group, i) => startOf(document, group, groups[i - 1]));
  return groups.map((group, i) => {
    const from = i === 0 ? 0 : (starts[i] as number);
    const to = starts[i + 1] ?? document.blocks.length;
    const first = Math.min(...group.map((l) => l.first));
    const last = Math.max(...group.map((l) => l.last));
    const edition = mainEdition(group);
    const tables = Object.fromEntries(
      TABLE_IDS.map((id) => [
        id,
        reading(
          id,
          edition,
          group.find((l) => l.table === id),
        ),
      ]),
    ) as Record<TableId, TableReading>;
    const inTable = (index: number) => group.some((l) => l.first <= index && index <= l.last);
    const paragraphs = document.blocks.filter(
      (block, index): block is Paragraph =>
        block.kind === 'paragraph' && from <= index && index < to && !inTable(index),
    );
    const identity = identify(
      linesOf(document, from, first + 1),
      linesOf(document, last + 1, to),
      i === 0 ? document.titles : [],
    );
    return { ...identity, tables, sections: sectionsOf(paragraphs) };
  });
}

/** The edition of the tables that tell it; those that do not (the disputes, a table cut off early) go with them. */
const mainEdition = (group: readonly Located[]): Edition =>
  group.find((l) => l.editions.length === 1)?.editions[0] ?? (EDITIONS.at(-1) as Edition);

function reading(id: TableId, edition: Edition, located: Located | undefined): TableReading {
  const own = located === undefined || located.editions.includes(edition) ? edition : (located.editions[0] as Edition);
  const cells = cellsOf(FORMS[own].tables[id]).map(({ id: cell, row, column }): [string, Cell] => {
    const found = located?.readings.get(`${row.id}.${column.id}`);
    const base = { id: cell, row: row.id, column: column.id };
    if (found === undefined || found.printed === null)
      return [cell, { ...base, state: 'absent', value: null, printed: '', place: null, by: null }];
    const { text, place } = found.printed.cell;
    const figure = found.printed.certain
      ? readFigure(text, column.measure, found.unit)
      : { state: 'unreadable' as const, value: null };
    return [cell, { ...base, ...figure, printed: text, place, by: found.by }];
  });
  return { id, edition: own, found: located !== undefined, cells: Object.fromEntries(cells) };
}

/** Texts of the cells that were read for certain, by id. */
const textsOf = (l: Located): Map<string, string> =>
  new Map(
    [...l.readings].flatMap(([id, r]) => (r.printed?.certain ? [[id, r.printed.cell.text.replace(/\s/g, '')]] : [])),
  );

/** Drops the empty form that is printed beside a filled one. */
function withoutBlankForms(located: readonly Located[]): Located[] {
  const empty = located.map((l) => [...textsOf(l).values()].every((text) => text === ''));
  return located.filter((l, i) => !(empty[i] && located.some((other, k) => other.table === l.table && !empty[k])));
}

/** Tables that repeat another one: a print or mobile copy, whole or cut off (the fuller one is the original). */
function copiesIn(located: readonly Located[]): Set<Located> {
  const texts = located.map(textsOf);
  const repeats = (a: number, b: number): boolean => {
    const [own, other] = [texts[a] as Map<string, string>, texts[b] as Map<string, string>];
    const same = [...own].filter(([id, text]) => other.get(id) === text).length;
    // The row in which a copy is cut off is not the same.
    return located[a]?.table === located[b]?.table && same >= own.size - (own.size < other.size ? 1 : 0);
  };
  return new Set(
    located.filter((_own, i) => located.some((_other, k) => k !== i && repeats(i, k) && (!repeats(k, i) || k < i))),
  );
}

/**
 * Tables into reports. A table of a kind that the running report already has begins another report when a title stands
 * between, or when it is the kind with which the running report began; otherwise it is a comparison table of the same
 * words (last year's figures), which belongs to no form.
 */
function intoReports(document: Document, located: readonly Located[]): Located[][] {
  const reports: Located[][] = [];
  for (const table of located) {
    const report = reports.at(-1);
    if (report === undefined) reports.push([table]);
    else if (!report.some((l) => l.table === table.table)) report.push(table);
    else {
      const last = Math.max(...report.map((l) => l.last));
      const titled = linesOf(document, last + 1, table.first).some((line) => titleOf(line)?.year != null);
      if (titled || report[0]?.table === table.table) reports.push([table]);
    }
  }
  return reports;
}

/** Block at which a report begins: its title, or where the one before ended. */
function startOf(document: Document, group: readonly Located[], previous: readonly Located[] | undefined): number {
  const first = Math.min(...group.map((l) => l.first));
  const end = previous === undefined ? 0 : Math.max(...previous.map((l) => l.last)) + 1;
  for (let i = end; i < first; i++) {
    const block = document.blocks[i];
    if (block?.kind === 'paragraph' && titleOf(block.text)?.year != null) return i;
  }
  return end;
}
