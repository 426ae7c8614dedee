import type { Line } from '../forms/index.js';
import { remembered } from '../remembered.js';
import { fold, labelKey, similarity } from '../text.js';

/** labelKey, remembered. */
export const keyOf = remembered(labelKey);

/** A wording under which a line may be printed. */
interface Wording {
  readonly key: string;
  /** How much longer it is than the line's own label: what differs, differs in the label, not in the groups before it. */
  readonly stretch: number;
}

/** Words in brackets within a label, not the number before it. */
const REMARK = /.[（(]/;

/** Every wording of a line: its label, known variants, and the label with its groups in front. */
function wordingsOf({ label, aliases, path }: Line): Wording[] {
  const own = [label, ...aliases].map((text) => ({ key: labelKey(text), stretch: 1 }));
  const grouped = [path.at(-1) ?? '', path.join('')].map((groups) => {
    const key = labelKey(groups + label);
    return { key, stretch: key.length / labelKey(label).length };
  });
  // The label with its remark: of brackets that are lost or misprinted nobody knows what they hold.
  const whole = REMARK.test(label) ? [{ key: labelWords(label), stretch: 1 }] : [];
  return [...own, ...whole, ...grouped].filter(({ key }, i, all) => all.findIndex((other) => other.key === key) === i);
}

/** How much a printed label resembles each of some lines of the form, 0 to 1. */
export function likenesses(text: string, lines: readonly Line[]): readonly number[] {
  let known = comparisons.get(lines);
  if (known === undefined) {
    const wordings = lines.map(wordingsOf);
    // Brackets hold remarks, or the rest of the label: 行政诉讼（未经复议直接起诉）.
    known = remembered((label) => {
      const [whole, key] = [labelWords(label), keyOf(label)];
      return wordings.map((own) => (own.some((wording) => wording.key === whole) ? 1 : compared(key, own)));
    });
    comparisons.set(lines, known);
  }
  return known(text);
}
const comparisons = new WeakMap<readonly Line[], (text: string) => readonly number[]>();

function compared(key: string, wordings: readonly Wording[]): number {
  let best = 0;
  for (const { key: other, stretch } of wordings) {
    if (key === other) return 1;
    // Too different in length to come near: not worth comparing.
    const most = (2 * Math.min(key.length, other.length)) / (key.length + other.length);
    if (1 - (1 - most) * stretch > best) best = Math.max(best, 1 - (1 - similarity(key, other)) * stretch);
  }
  return best;
}

/** A label's characters without spaces and punctuation, brackets' content kept: for looking one up inside other text. */
export const labelWords = remembered((text) => fold(text).replace(/[\s\p{P}]/gu, ''));

/**
 * Whether a text is nothing but the labels of several lines, as where a reader took two heads for one: one after the other,
 * or those of two neighbours line by line.
 */
export function namesSeveral(text: string, lines: readonly Line[]): boolean {
  let names = labelsInRow.get(lines);
  if (names === undefined) {
    const labels = lines.map(({ label }) => labelWords(label));
    const pairs = labels.slice(1).map((label, i) => sorted(`${labels[i]}${label}`));
    names = { row: new RegExp(`^(?:${[...new Set(labels)].join('|')}){2,}$`, 'u'), pairs: new Set(pairs) };
    labelsInRow.set(lines, names);
  }
  const words = labelWords(text);
  return names.row.test(words) || names.pairs.has(sorted(words));
}
const labelsInRow = new WeakMap<readonly Line[], { readonly row: RegExp; readonly pairs: ReadonlySet<string> }>();
const sorted = (words: string): string => [...words].sort().join('');
