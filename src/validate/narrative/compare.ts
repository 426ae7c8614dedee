import { cellsOf, FORMS, type TableId } from '../../forms/index.js';
import type { Report, TableReading } from '../../model.js';
import type { Statement } from './reader.js';

/** A statement held against the table. */
export interface Comparison {
  readonly statement: Statement;
  /** The cells that the words mean, in the order of the form. */
  readonly cells: readonly string[];
  /** Their sum as printed, or as the addends give it where a total was left blank. */
  readonly printed: number;
  /** Every figure that the words may honestly mean. */
  readonly plausible: readonly number[];
  readonly agrees: boolean;
  /** False where the table holds no figure to differ from; in one that does, a blank stands for none. */
  readonly firm: boolean;
  readonly blank: boolean;
}

const TABLE: Readonly<Record<string, TableId>> = { disputes: 'disputes', proactive: 'proactive' };

/** Signed cells of a term: `row`, `-row`, `row@column`, `group.*`. */
function cellsOfTerm(term: string, table: TableReading): { id: string; sign: 1 | -1 }[] {
  const sign = term.startsWith('-') ? -1 : 1;
  const [row = '', column = 'total'] = term.replace('-', '').split('@');
  const group = row.endsWith('.*') ? row.slice(0, -2) : undefined;
  return cellsOf(FORMS[table.edition].tables[table.id])
    .filter((c) => c.column.id === column)
    .filter(
      (c) => c.row.id === row || (group !== undefined && (c.row.id === group || c.row.id.startsWith(`${group}.`))),
    )
    .map((c) => ({ id: c.id, sign }));
}

/** A cell's figure as printed; a blank counts as none. undefined where it could not be read. */
const printedOf = (id: string, table: TableReading): number | undefined => {
  const cell = table.cells[id];
  return cell?.state === 'read' ? (cell.value as number) : cell?.state === 'blank' ? 0 : undefined;
};

/** A total's figure as its addends give it: what a correct table would print. */
function computedOf(id: string, table: TableReading, axis: 'row' | 'column'): number | undefined {
  const form = cellsOf(FORMS[table.edition].tables[table.id]);
  const cell = form.find((c) => c.id === id);
  const ids = axis === 'row' ? cell?.column.sumOf : cell?.row.sumOf;
  if (cell === undefined || ids === undefined || ids.length === 0) return printedOf(id, table);
  const values = ids.map((other) =>
    printedOf(axis === 'row' ? `${table.id}.${cell.row.id}.${other}` : `${table.id}.${other}.${cell.column.id}`, table),
  );
  return values.every((v) => v !== undefined) ? values.reduce((sum, v) => sum + v, 0) : printedOf(id, table);
}

/** A total left blank over filled addends counts as their sum: an office left out 总计 of every outcome. */
const filledOf: Reading = (id, table) =>
  table.cells[id]?.state === 'blank' ? computedOf(id, table, 'row') : printedOf(id, table);

type Reading = (id: string, table: TableReading) => number | undefined;
const READINGS: readonly Reading[] = [
  printedOf,
  filledOf,
  (id, table) => computedOf(id, table, 'row'),
  (id, table) => computedOf(id, table, 'column'),
];

function sumOf(cells: readonly { id: string; sign: number }[], table: TableReading, read: Reading): number | undefined {
  const values = cells.map(({ id, sign }) => [read(id, table), sign] as const);
  if (values.length === 0 || values.some(([v]) => v === undefined)) return undefined;
  return values.reduce((sum, [v, sign]) => sum + (v as number) * sign, 0);
}

/** The terms of a statement with the rows or columns that its context names filled in. */
function termsOf(statement: Statement): string[] {
  const { topics, subject } = statement;
  return topics.flatMap(({ rule, terms }) =>
    rule === 'proactive'
      ? terms.map((column) => `${subject}@${column}`)
      : terms.flatMap((term) =>
          term.startsWith('$') ? subject.split('+').map((row) => `${row}${term.slice(1)}`) : [term],
        ),
  );
}

/** 予以公开35件、部分公开10件: where both are told apart, 予以公开 does not mean their sum. */
const isListed = ({ topics }: Statement, beside: readonly Statement[]): boolean =>
  topics.length === 1 &&
  topics[0]?.id === 'granted' &&
  beside.some((s) => s.topics.length === 1 && s.topics[0]?.id === 'partial');

/**
 * @param beside the other statements of the paragraph
 * @returns undefined where a cell that the statement means could not be read, or the edition has none
 */
export function compare(
  statement: Statement,
  report: Report,
  beside: readonly Statement[] = [],
): Comparison | undefined {
  const { topics, figure } = statement;
  const table = report.tables[TABLE[topics[0]?.rule ?? ''] ?? 'requests'];
  const terms = termsOf(statement);
  const cells = terms.flatMap((term) => cellsOfTerm(term, table));
  const filled = sumOf(cells, table, filledOf);
  if (filled === undefined) return undefined;
  const subject = statement.subject.split('+');
  const others = [
    terms,
    // None at all can only mean the figure itself: differences that come to 0 would excuse everything.
    ...(figure.value === 0 || isListed(statement, beside)
      ? []
      : topics.length === 1
        ? (topics[0]?.also ?? [])
        : topics.map((t) => t.terms)),
    // Results of 行政诉讼 may be those of either procedure.
    ...(subject.length > 1 ? subject.map((row) => topics.flatMap((t) => t.terms.map((x) => x.replace('$', row)))) : []),
  ];
  const plausible = others.flatMap((also) =>
    READINGS.flatMap((read) => {
      const signed = also.flatMap((term) => cellsOfTerm(term, table));
      return sumOf(signed, table, read) ?? [];
    }),
  );
  return {
    statement,
    cells: cells.map(({ id }) => id),
    printed: filled,
    plausible: [...new Set(plausible)],
    agrees: plausible.some((value) => isNear(figure.value, value, figure.step)),
    firm:
      Object.values(table.cells).some((cell) => cell.state === 'read' && cell.value !== 0) ||
      cells.some(({ id }) => table.cells[id]?.state === 'read'),
    blank: cells.every(({ id }) => table.cells[id]?.state === 'blank'),
  };
}

/** 1.2万 restates 12,340 and 12,160, cut or rounded; a whole number restates only itself. */
export function isNear(stated: number, value: number, step: number): boolean {
  const over = value - stated;
  return step === 1 ? Math.abs(over) < 0.5 : over > -step / 2 - STEP_SLACK && over < step;
}
/** Binary fractions: 53.15 − 53.1 is a little more than half a tenth. */
const STEP_SLACK = 1e-9;
