import { columnsBeside, placeAmong } from '../form-names.js';
import type { Band } from './bands.js';
import type { BandColumns } from './columns.js';
import { textOf } from './heads.js';
import { type Piece, SAME_EDGE } from './pieces.js';
import type { Span } from './span.js';

/** Rows that the form names, at least, before their number of figures tells the columns. */
const LEAST_NAMED = 2;

/**
 * The columns of the form, where every row has as many figures beside its label as it has columns, none blank, and heads
 * are missing, as where a page break cuts them: those that are left stand in the form's order, wherever over the figures.
 */
export function columnsOfForm(
  { body }: Band,
  spans: readonly Span[],
  stacks: readonly (readonly Piece[])[],
): BandColumns | undefined {
  const rows = body.filter(({ figures }) => figures.length > 0);
  const isLeft = ({ box }: Piece) => box.x1 <= (spans[0]?.from ?? -Infinity) + SAME_EDGE;
  const labels = rows.map(({ pieces }) => pieces.filter((p) => !p.figure));
  const named = labels.flatMap((own) => own.map((p) => columnsBeside(p.text))).filter(({ size }) => size > 0);
  const isFull = rows.every(({ figures }, r) => figures.length === spans.length && labels[r]?.every(isLeft));
  const isOfForm = named.length >= LEAST_NAMED && named.every((width) => width.has(spans.length));
  const heads = stacks.flatMap((head) => {
    const at = placeAmong(textOf(head), spans.length);
    return at === undefined ? [] : [{ at, head }];
  });
  const areInOrder = heads.every(({ at }, i) => i === 0 || at > (heads[i - 1]?.at ?? -1));
  if (!isFull || !isOfForm || stacks.length >= spans.length || heads.length === 0 || !areInOrder) return undefined;
  const columns = spans.map((span, i) => ({ ...span, head: heads.find(({ at }) => at === i)?.head ?? [] }));
  return { columns, certain: true, heads: heads.flatMap(({ head }) => head), corner: [] };
}
