import type { FormTable, Line } from '../forms/index.js';
import type { ColumnMap } from './columns.js';
import { emptiedColumns, hiddenColumns } from './hidden-columns.js';
import { hasLeftoverBelow, isBesideFigures } from './leftover.js';
import { matchRows } from './match-rows.js';
import { oneLineParts } from './one-line.js';
import { isOtherRow } from './other-row.js';
import { type Part, plainParts } from './part.js';
import { figureCells, type Label, type PrintedCell, type PrintedRow, type Source } from './rows.js';
import type { Found } from './rows-by-label.js';
import { swallowsFigure } from './swallowed.js';
import { namesTwoRows } from './two-rows.js';
import { cellsByEntry, countable, type Printed, sharedFigures } from './values.js';
import type { View, ViewBlock } from './views.js';

/** What was read of one cell of the form, before its figure is parsed. */
export interface Reading {
  readonly printed: Printed;
  readonly unit: string;
  readonly by: 'label' | 'order';
}

/** A part of a printed table put beside the form: the whole table, or what one grid holds of it. */
export interface Fragment {
  readonly form: FormTable;
  readonly view: View;
  /** By `row.column`. */
  readonly readings: ReadonlyMap<string, Reading>;
  /** The lines of the view that were printed as rows. */
  readonly lines: ReadonlySet<Line>;
  /** Column maps by block, for a continuation without heads. */
  readonly maps: ReadonlyMap<ViewBlock, ColumnMap>;
  /** How well all of it fits the form; comparable between editions and layouts. */
  readonly score: number;
  /** First and last printed row, as indices into the source. */
  readonly first: number;
  readonly last: number;
}

/** What a row missing among those printed costs, so that the edition with fewer rows missing wins. */
const MISSING_ROW = 0.3;
/** Share of a row's worth that it has whatever its heads and cells look like. */
const BARE_HEADS = 0.6;
const BARE_CELLS = 0.5;
/** Likeness that the label of a row without figures needs: with less it may be the rest of another row's label. */
const SURE_LABEL = 0.7;

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
  view: View,
  inherited: ReadonlyMap<ViewBlock, ColumnMap> = new Map(),
): Fragment | undefined {
  const parts = view.oneLine
    ? oneLineParts(source, view)
    : plainParts(source, view, matchRows(source, labels, view), inherited);
  const readings = new Map<string, Reading>();
  const found = parts.flatMap(({ members }) => members);
  const score = parts.reduce((sum, part) => sum + readPart(source, form, view, part, found, readings), 0);
  if (readings.size === 0) return undefined;
  const at = parts.flatMap(({ members }) => members.map((m) => m.row));
  const maps = new Map(parts.map(({ block, map }) => [block, map]));
  const lines = new Set(found.map(({ line }) => line));
  return { form, view, readings, lines, maps, score, first: Math.min(...at), last: Math.max(...at) };
}

/** Puts a part's cells into the readings. @returns what it is worth */
function readPart(
  source: Source,
  form: FormTable,
  view: View,
  part: Part,
  found: readonly Found[],
  readings: Map<string, Reading>,
): number {
  const { block, map, members } = part;
  const at = members.map((m) => block.rows.indexOf(m.line));
  const missing = Math.max(...at) - Math.min(...at) + 1 - new Set(at).size;
  const heads = BARE_HEADS + (1 - BARE_HEADS) * (map.matched / block.columns.length);
  let score = map.quality / 2 - MISSING_ROW * missing;
  const hidden = hiddenColumns(map.entries, block.columns.length);
  const rows = members.map((m) => figureCells(source.rows[m.row] as PrintedRow, m.label));
  const figures = part.positions ? rows : countable(rows, map.entries.length, source.geometric);
  const printedRows = figures.map((cells) => cellsByEntry(cells, map, part.positions));
  const emptied = emptiedColumns(map.entries, printedRows);
  const shared = sharedFigures(printedRows);
  for (const [i, member] of members.entries()) {
    const printed = printedRows[i] as readonly Printed[];
    const certain = printed.filter((p) => p?.certain).length / Math.max(1, map.entries.length);
    const isSure = member.likeness >= SURE_LABEL || (figures[i] as readonly PrintedCell[]).some((c) => !c.blank);
    const whole =
      member.certain &&
      isSure &&
      !part.doubtful &&
      !swallowsFigure(source.rows[member.row] as PrintedRow, member.label, member.line) &&
      !namesTwoRows(source.rows[member.row] as PrintedRow, member, form) &&
      !hasLeftoverBelow(source, form, member, found) &&
      !isBesideFigures(source, member, figures[i] as readonly PrintedCell[], found) &&
      !isOtherRow(source, form, member);
    score += member.likeness * (BARE_CELLS + (1 - BARE_CELLS) * certain) * heads;
    map.entries.forEach(({ to, unit, by }, k) => {
      const column = to === null ? undefined : block.columns[to];
      if (column === undefined) return;
      const p = printed[k] ?? null;
      const reading = {
        printed: p && { ...p, certain: p.certain && whole && !emptied.has(k) && !shared.has(p.cell.place) },
        unit,
        by: by === 'label' ? member.by : ('order' as const),
      };
      readings.set(view.cell(member.line, column), reading);
    });
    for (const { to, entry } of hidden) {
      const p = printed[entry] ?? null;
      const reading = { printed: p && { ...p, certain: false }, unit: '', by: 'order' as const };
      readings.set(view.cell(member.line, block.columns[to] as Line), reading);
    }
  }
  return score;
}
