import type { Line } from '../forms/index.js';
import { unitOf } from '../text.js';
import type { ColumnMap } from './columns.js';
import { labelWords, likenesses } from './likeness.js';

/**
 * Columns one after the other, where no head is printed or it was read as running text.
 * @param heads that text, one head after the other
 */
export function columnsInOrder(lines: readonly Line[], matched: number, heads: readonly string[] = []): ColumnMap {
  const order = printedOrder(heads, lines);
  const words = heads.join('');
  const by = order !== undefined || namesInOrder(labelWords(words), lines) ? 'label' : 'order';
  const unit = lines.length <= 3 ? unitOf(words) : '';
  return {
    entries: lines.map((_, i) => ({ start: i, end: i + 1, to: order?.[i] ?? i, unit, headed: true, torn: false, by })),
    matched,
    quality: matched,
    irregular: false,
  };
}

/** The columns in the order in which running text names them, each once and in full, where that is not the form's. */
function printedOrder(heads: readonly string[], lines: readonly Line[]): number[] | undefined {
  if (lines.length < 2 || namesInOrder(labelWords(heads.join('')), lines)) return undefined;
  const places = lines.map((_, j) => heads.flatMap((text, i) => (likenesses(text, lines)[j] === 1 ? [i] : [])));
  if (places.some((found) => found.length !== 1) || new Set(places.flat()).size < lines.length) return undefined;
  const at = places.flat();
  return [...lines.keys()].sort((a, b) => (at[a] as number) - (at[b] as number));
}

/**
 * True when running text names every column in the form's order. A head of two rows reads group by group (自然人 … 总计,
 * then 商业企业 … 其他); where groups repeat their labels, only the order of all of them tells which is which.
 */
function namesInOrder(words: string, lines: readonly Line[]): boolean {
  const repeated = new Set(lines.map(({ label }) => label)).size < lines.length;
  const ends = new Map<string, number>();
  return lines.every(({ label, aliases, path }) => {
    const group = repeated ? '' : path.join();
    const from = ends.get(group) ?? 0;
    const name = [label, ...aliases].map(labelWords).find((candidate) => words.indexOf(candidate, from) >= 0);
    if (name !== undefined) ends.set(group, words.indexOf(name, from) + name.length);
    return name !== undefined;
  });
}
