import type { Edition, FormTable, Line, TableId } from '../forms/index.js';
import { align } from './align.js';
import { type ColumnMap, columnsFromHeads, columnsInOrder } from './columns.js';
import { labelWords, likeness } from './likeness.js';
import { isHead, isNumbering, type Label, type PrintedCell, type PrintedRow, type Source } from './rows.js';
import { cellsByEntry, type Printed } from './values.js';
import type { View, ViewBlock } from './views.js';

/** What was read of one cell of the form, before its figure is parsed. */
export interface Reading {
  readonly printed: Printed;
  readonly unit: string;
  readonly by: 'label' | 'order';
}

/** A part of a printed table put beside the form: the whole table, or what one grid holds of it. */
export interface Fragment {
  readonly table: TableId;
  readonly edition: Edition;
  readonly view: View;
  /** By `row.column`. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** Column maps by block, for a continuation without heads. */
  readonly maps: ReadonlyMap<ViewBlock, ColumnMap>;
  /** How well all of it fits the form; comparable between editions and layouts. */
  readonly score: number;
  /** First and last printed row, as indices into the source. */
  readonly first: number;
  readonly last: number;
}

/** Least likeness of a row's label, and what its alignment must be better than the next best by. */
const LEAST = 0.5;
const MARGIN = 0.08;
/** Likeness under which a label that only its position identifies is too far from the form's to be trusted. */
const LEAST_IN_ORDER = 0.3;
/** Lines over which a label may be broken in running text. */
const MOST_LINES = 4;
/** Share of a table's heads that must be found before rows under them are believed. */
const LEAST_HEADS = 0.5;

/** What a row missing among those printed costs, so that the edition with fewer rows missing wins. */
const MISSING_ROW = 0.3;

/** A printed row found to be a row of the form. */
interface Found {
  readonly line: Line;
  readonly block: ViewBlock;
  readonly from: number;
  readonly row: number;
  readonly label: number;
  readonly likeness: number;
  readonly by: 'label' | 'order';
  readonly certain: boolean;
}

/**
 * Reads what a source prints of a table in one layout.
 * @param labels labelsOf each row of the source
 * @param inherited column maps of the part of the table that came before, for a continuation without heads
 * @returns undefined where it is not this table
 */
export function readFragment(
  source: Source,
  labels: readonly (readonly Label[])[],
  form: FormTable,
  edition: Edition,
  view: View,
  inherited: ReadonlyMap<ViewBlock, ColumnMap> = new Map(),
): Fragment | undefined {
  const found = view.oneLine ? [] : fillInOrder(source, labels, view, findRows(source, labels, view));
  const parts = view.oneLine ? oneLineParts(source, view) : view.blocks.flatMap((block) => partOf(block));
  const readings = new Map<string, Reading>();
  const maps = new Map<ViewBlock, ColumnMap>();
  let score = 0;
  let rows = 0;
  for (const { block, map, members } of parts) {
    maps.set(block, map);
    const at = members.map((m) => block.rows.indexOf(m.line));
    score += map.quality / 2 - MISSING_ROW * (Math.max(...at) - Math.min(...at) + 1 - new Set(at).size);
    for (const member of members) {
      const cells = figureCells(source.rows[member.row] as PrintedRow, member.label);
      const printed = cellsByEntry(cells, map.entries, source.geometric);
      const share = printed.filter((p) => p?.certain).length / Math.max(1, map.entries.length);
      score += member.likeness * (0.5 + share / 2) * (0.6 + 0.4 * (map.matched / block.columns.length));
      rows++;
      map.entries.forEach(({ to, unit, by }, i) => {
        const column = to === null ? undefined : block.columns[to];
        if (column === undefined) return;
        const p = printed[i] ?? null;
        const id = view.cell(member.line, column);
        readings.set(id, {
          printed: p && { ...p, certain: p.certain && member.certain },
          unit,
          by: by === 'label' ? member.by : 'order',
        });
      });
    }
  }
  if (rows === 0 || readings.size === 0) return undefined;
  const at = parts.flatMap(({ members }) => members.map((m) => m.row));
  return { table: form.id, edition, view, readings, maps, score, first: Math.min(...at), last: Math.max(...at) };

  function partOf(block: ViewBlock): { block: ViewBlock; map: ColumnMap; members: Found[] }[] {
    const members = found.filter((f) => f.block === block);
    const top = members[0];
    if (top === undefined) return [];
    const above = found.filter((f) => f.row < top.from && f.block !== block).at(-1);
    const heads = source.rows.slice(above ? above.row + 1 : 0, top.from);
    const map = mapOf(block, heads, members);
    return map === undefined ? [] : [{ block, map, members }];
  }

  function mapOf(block: ViewBlock, above: readonly PrintedRow[], members: readonly Found[]): ColumnMap | undefined {
    const heads = above.filter(isHead);
    const figures = members.map((m) => figureCells(source.rows[m.row] as PrintedRow, m.label));
    const counts = (n: number) =>
      figures.filter((cells) => cells.length === n || cells.filter((c) => !c.blank).length === n).length;
    const usual = inherited.get(block);
    if (!source.geometric) {
      const text = heads.map((row) => row.cells.map((c) => c.text).join('')).join('');
      const words = labelWords(text);
      const seen = block.columns.filter(
        (line) => words.includes(labelWords(line.label)) || headNames(heads, line),
      ).length;
      if (counts(block.columns.length) * 2 < figures.length) return undefined;
      // A lone figure after a lone label is no evidence of a table.
      return block.columns.length > 1 || seen > 0 ? columnsInOrder(block.columns, seen, text) : undefined;
    }
    const labelEnd = Math.min(
      ...figures.map((cells) => cells.find((c) => c.figure)?.start ?? cells[0]?.start ?? Infinity),
    );
    const map = columnsFromHeads(heads, block.columns, labelEnd);
    if (map !== undefined && map.matched >= block.columns.length * LEAST_HEADS) return map;
    if (usual !== undefined && counts(usual.entries.length) > 0) return usual;
    // Heads that name other columns make it another table; without any, the number of figures must be the form's.
    const other = heads.some((row) => row.cells.filter((c) => !c.blank).length > 1);
    const whole = block.rows.length > 2 && members.length > block.rows.length / 2;
    return !other && whole && counts(block.columns.length) === figures.length
      ? columnsInOrder(block.columns, 0)
      : undefined;
  }
}

/** A row's cells right of its label. Words that reach down from above are a group's label with too long a rowspan. */
const figureCells = (row: PrintedRow, label: number): PrintedCell[] =>
  row.cells.slice(label + 1).filter((c) => c.own || c.figure || c.blank);

/** True when running text above a table names a column, whole or over two lines. */
function headNames(heads: readonly PrintedRow[], line: Line): boolean {
  const texts = heads.flatMap((row) => row.cells.map((c) => c.text));
  return texts.some((text, i) => likeness(text, line) > 0.8 || likeness(text + (texts[i + 1] ?? ''), line) > 0.8);
}

function findRows(source: Source, labels: readonly (readonly Label[])[], view: View): Found[] {
  const lines = view.blocks.flatMap((block) => block.rows.map((line) => ({ line, block })));
  const { rows } = source;
  const holdsFigures = rows.map((row) => row.cells.some((c) => c.figure));
  // A label with nothing right of it, or with nothing but words, heads a group or a column, not a row of figures.
  const usable = rows.map((row, i) =>
    (labels[i] as readonly Label[]).filter(({ last }) => {
      const figures = figureCells(row, last);
      return figures.length > 0 && (holdsFigures[i] || figures.every((c) => c.blank));
    }),
  );
  const best = (row: number, line: Line): { likeness: number; label: number } => {
    let top = { likeness: 0, label: -1 };
    for (const { text, last, weight } of usable[row] as readonly Label[]) {
      const score = likeness(text, line) * weight;
      if (score > top.likeness || (score === top.likeness && last > top.label)) top = { likeness: score, label: last };
    }
    return top;
  };
  const anchor = (from: number, count: number): number => {
    for (let i = from; i < from + count; i++) if (holdsFigures[i]) return i;
    return from;
  };
  const evaluate = (from: number, count: number, j: number): { likeness: number; label: number } | undefined => {
    const { line } = lines[j] as (typeof lines)[number];
    const row = anchor(from, count);
    if (count === 1) return best(row, line);
    const part = Array.from({ length: count }, (_, i) => from + i);
    if (!holdsFigures[row] || part.some((i) => i !== row && holdsFigures[i])) return undefined;
    if (part.some((i) => (labels[i] as readonly Label[]).length === 0)) return undefined;
    const own = labels[row] as readonly Label[];
    const text = part.map((i) => (labels[i] as readonly Label[]).at(-1)?.text ?? '').join('');
    return { likeness: likeness(text, line) * 0.99 ** (count - 1), label: own.at(-1)?.last ?? 0 };
  };
  return align({
    printed: rows.length,
    lines: lines.length,
    join: source.geometric ? 1 : MOST_LINES,
    anchor,
    score: (from, count, j) => {
      const l = evaluate(from, count, j)?.likeness ?? 0;
      return l >= LEAST ? l - LEAST + 0.02 : -Infinity;
    },
  }).map((match): Found => {
    const { line, block } = lines[match.to] as (typeof lines)[number];
    const { likeness = 0, label = 0 } = evaluate(match.from, match.count, match.to) ?? {};
    const row = anchor(match.from, match.count);
    return { line, block, from: match.from, row, label, likeness, by: 'label', certain: match.margin >= MARGIN };
  });
}

/**
 * Rows whose label is lost or garbled: where as many rows of figures stand between two identified rows as the form has
 * lines there, they are these lines (published tables always keep the official order).
 */
function fillInOrder(
  source: Source,
  labels: readonly (readonly Label[])[],
  view: View,
  found: readonly Found[],
): Found[] {
  const lines = view.blocks.flatMap((block) => block.rows.map((line) => ({ line, block })));
  const indexOf = (f: Found) => lines.findIndex(({ line, block }) => line === f.line && block === f.block);
  const width = mode(found.map((f) => (source.rows[f.row] as PrintedRow).cells.length - f.label));
  const filled: Found[] = [];
  found.forEach((f, i) => {
    filled.push(f);
    const next = found[i + 1];
    if (next === undefined) return;
    const missing = lines.slice(indexOf(f) + 1, indexOf(next));
    if (missing.length === 0 || missing.some(({ block }) => block !== f.block && block !== next.block)) return;
    const between = Array.from({ length: next.from - f.row - 1 }, (_, k) => f.row + 1 + k).filter((k) => {
      const { cells } = source.rows[k] as PrintedRow;
      return (
        cells.some((c) => c.figure) &&
        cells.filter((c) => c.figure || c.blank).length >= width - 1 &&
        !isNumbering({ cells, block: 0 })
      );
    });
    if (between.length !== missing.length) return;
    const candidates = between.map((row, k): Found => {
      const { line, block } = missing[k] as (typeof missing)[number];
      const own = (labels[row] as readonly Label[]).filter(({ weight }) => weight > 0.9);
      const like = Math.max(0, ...own.map(({ text }) => likeness(text, line)));
      const { cells } = source.rows[row] as PrintedRow;
      const label = own.at(-1)?.last ?? cells.length - width;
      return {
        line,
        block,
        from: row,
        row,
        label,
        likeness: like,
        by: 'order',
        certain: own.length === 0 || like >= LEAST_IN_ORDER,
      };
    });
    filled.push(...candidates.filter((c) => c.certain));
  });
  return filled;
}

const mode = (values: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
};

/**
 * The disputes as the form prints them: heads, then one row of figures without a label. The heads may come in bands
 * (行政复议 with its figures, then 行政诉讼 with its own), each holding part of the columns.
 */
function oneLineParts(source: Source, view: View): { block: ViewBlock; map: ColumnMap; members: Found[] }[] {
  const [block] = view.blocks as readonly [ViewBlock];
  const [line] = block.rows as readonly [Line];
  const { rows } = source;
  const parts: { block: ViewBlock; map: ColumnMap; members: Found[] }[] = [];
  const taken = new Set<number>();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as PrintedRow;
    if (isHead(row)) continue;
    let top = i;
    while (top > 0 && isHead(rows[top - 1] as PrintedRow) && !taken.has(top - 1)) top--;
    const heads = rows.slice(top, i);
    if (heads.length === 0 && source.geometric) continue;
    const map = source.geometric ? columnsFromHeads(heads, block.columns, 0) : runningHeads(heads, row, block);
    if (
      map === undefined ||
      map.matched < 5 ||
      map.matched < map.entries.filter((e) => e.to !== null).length * LEAST_HEADS
    )
      continue;
    if (parts.some((p) => p.map.entries.some((e) => e.to !== null && map.entries.some((other) => other.to === e.to))))
      continue;
    const label = row.cells.findLastIndex((c) => !c.figure && !c.blank);
    const cells = source.geometric ? row.cells : row.cells.slice(label + 1);
    const start = source.geometric ? firstFigureCell(row, map) : label;
    if (cells.length === 0) continue;
    parts.push({
      block,
      map,
      members: [{ line, block, from: i, row: i, label: start, likeness: 1, by: 'label', certain: true }],
    });
    for (let k = top; k <= i; k++) taken.add(k);
  }
  return parts;
}

/** Index of the cell before the first under the heads: a label such as 数量 or 件数 may stand in front. */
function firstFigureCell(row: PrintedRow, map: ColumnMap): number {
  const { length } = map.entries;
  if (row.cells.length === length) return -1;
  const start = map.entries[0]?.start ?? 0;
  const index = row.cells.findIndex((c) => c.figure || (c.blank && c.start >= start));
  return index - 1;
}

/** In running text the last head stands before the figures in the same row: its words, and all labels thrice. */
function runningHeads(heads: readonly PrintedRow[], row: PrintedRow, block: ViewBlock): ColumnMap | undefined {
  const n = block.columns.length;
  const figures = row.cells.filter((c) => c.figure);
  if (figures.length !== n && row.cells.filter((c) => c.figure || c.blank).length !== n) return undefined;
  const words = labelWords(
    [...heads, row].flatMap((r) => r.cells.filter((c) => !c.figure).map((c) => c.text)).join(''),
  );
  const distinct = block.columns.filter((line, i) => block.columns.findIndex((l) => l.label === line.label) === i);
  const repeats = n / distinct.length;
  const named = ({ label, aliases }: Line) =>
    [label, ...aliases].some((text) => words.split(labelWords(text)).length > repeats);
  return columnsInOrder(block.columns, distinct.filter(named).length * repeats, words);
}
