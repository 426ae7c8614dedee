import { cellsOf, FORMS, type TableId } from '../../forms/index.js';
import type { Report, TableReading } from '../../model.js';
import type { Statement } from './reader.js';
import { cellsOfTerm, filledOf, READINGS, sumOf } from './terms.js';

/** A statement held against the table. */
export interface Comparison {
  readonly statement: Statement;
  /** The cells that the words mean, in the order of the form. */
  readonly cells: readonly string[];
  /** Their sum as printed, or as the addends give it where a total was left blank. */
  readonly printed: number;
  /** What the words state, in the unit of the form. */
  readonly stated: number;
  /** Every figure that the words may honestly mean. */
  readonly plausible: readonly number[];
  readonly agrees: boolean;
  /** False where the table holds no figure to differ from; in one that does, a blank stands for none. */
  readonly firm: boolean;
  readonly blank: boolean;
}

const TABLE: Readonly<Record<string, TableId>> = { disputes: 'disputes', proactive: 'proactive' };

/** Terms with the rows that the context of a statement names filled in. */
const filledIn = (terms: readonly string[], { subject }: Statement): string[] =>
  terms.flatMap((term) => (term.startsWith('$') ? subject.split('+').map((row) => `${row}${term.slice(1)}`) : [term]));

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
  const terms = filledIn(
    topics.flatMap((topic) => topic.terms),
    statement,
  );
  const cells = terms.flatMap((term) => cellsOfTerm(table, term));
  const filled = sumOf(cells, table, filledOf);
  if (filled === undefined) return undefined;
  const subject = statement.subject.split('+');
  // Money is read in 元, and counted by the form in 元 or in 万元.
  const unit = topics[0]?.money === true ? unitOfCell(table, cells[0]?.id) : 1;
  const others = [
    terms,
    // None at all can only mean the figure itself: differences that come to 0 would excuse everything.
    ...(figure.value === 0 || isListed(statement, beside)
      ? []
      : topics.length === 1
        ? (topics[0]?.also ?? []).map((also) => filledIn(also, statement))
        : topics.map((t) => t.terms)),
    // Results of 行政诉讼 may be those of either procedure.
    ...(subject.length > 1 ? subject.map((row) => topics.flatMap((t) => t.terms.map((x) => x.replace('$', row)))) : []),
  ];
  const plausible = others.flatMap((also) =>
    READINGS.flatMap((read) => {
      const signed = also.flatMap((term) => cellsOfTerm(table, term));
      return sumOf(signed, table, read) ?? [];
    }),
  );
  return {
    statement,
    cells: cells.map(({ id }) => id),
    printed: filled,
    stated: figure.value / unit,
    plausible: [...new Set(plausible)],
    agrees: plausible.some((value) => isNear(figure.value / unit, value, figure.step / unit)),
    firm:
      Object.values(table.cells).some((cell) => cell.state === 'read' && cell.value !== 0) ||
      cells.some(({ id }) => table.cells[id]?.state === 'read'),
    blank: cells.every(({ id }) => table.cells[id]?.state === 'blank'),
  };
}

const unitOfCell = ({ edition, id }: TableReading, cell: string | undefined): number => {
  const measure = cellsOf(FORMS[edition].tables[id]).find((c) => c.id === cell)?.column.measure;
  return measure?.kind === 'amount' && measure.unit === '万元' ? 1e4 : 1;
};

/** 1.2万 restates 12,340 and 12,160, cut or rounded; a whole number restates only itself. */
function isNear(stated: number, value: number, step: number): boolean {
  const over = value - stated;
  return step === 1 ? Math.abs(over) < 0.5 : over > -step / 2 - STEP_SLACK && over < step;
}
/** Binary fractions: 53.15 − 53.1 is a little more than half a tenth. */
const STEP_SLACK = 1e-9;
