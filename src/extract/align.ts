/** One printed item (or several that belong together) put beside one line of the form. */
export interface Match {
  /** First printed item and how many it takes. */
  readonly from: number;
  readonly count: number;
  /** Index of the line of the form. */
  readonly to: number;
  readonly score: number;
  /** By how much the best alignment with this pair beats the best one without it. */
  readonly margin: number;
}

export interface AlignOptions {
  readonly printed: number;
  readonly lines: number;
  /** Likeness of printed items from..from+count-1 to a line; -Infinity where they cannot be it. */
  readonly score: (from: number, count: number, line: number) => number;
  /** How many printed items may make one line (a label broken over several). */
  readonly join: number;
  /** Which printed item carries the figures; joins around the same one are not rivals of each other. */
  readonly anchor?: (from: number, count: number) => number;
}

/** Cost of a line of the form that is not printed. Extra printed items cost nothing: reports add rows of their own. */
const MISSING = 0.1;

/**
 * Aligns two sequences that stand in the same order: what is printed and what the form prescribes (global alignment by
 * dynamic programming, Needleman and Wunsch 1970). Forward and backward tables give each pair's margin over the best
 * alignment that does without it.
 * @returns the pairs of the best alignment, in order
 */
export function align({ printed: n, lines: m, score, join, anchor = (from) => from }: AlignOptions): Match[] {
  const width = m + 1;
  const at = (i: number, j: number) => i * width + j;
  const scores = new Float64Array((n + 1) * m * join).fill(-Infinity);
  const pair = (i: number, k: number, j: number) => (i * m + j) * join + k - 1;
  for (let i = 0; i < n; i++)
    for (let k = 1; k <= join && i + k <= n; k++) for (let j = 0; j < m; j++) scores[pair(i, k, j)] = score(i, k, j);
  const s = (i: number, k: number, j: number) => scores[pair(i, k, j)] as number;

  const forward = new Float64Array((n + 1) * width).fill(-Infinity);
  for (let i = 0; i <= n; i++)
    for (let j = 0; j <= m; j++) {
      let best = i === 0 && j === 0 ? 0 : -Infinity;
      if (i > 0) best = Math.max(best, forward[at(i - 1, j)] as number);
      if (j > 0) {
        best = Math.max(best, (forward[at(i, j - 1)] as number) - MISSING);
        for (let k = 1; k <= join && k <= i; k++)
          best = Math.max(best, (forward[at(i - k, j - 1)] as number) + s(i - k, k, j - 1));
      }
      forward[at(i, j)] = best;
    }
  const backward = new Float64Array((n + 1) * width).fill(-Infinity);
  for (let i = n; i >= 0; i--)
    for (let j = m; j >= 0; j--) {
      let best = i === n && j === m ? 0 : -Infinity;
      if (i < n) best = Math.max(best, backward[at(i + 1, j)] as number);
      if (j < m) {
        best = Math.max(best, (backward[at(i, j + 1)] as number) - MISSING);
        for (let k = 1; k <= join && i + k <= n; k++)
          best = Math.max(best, (backward[at(i + k, j + 1)] as number) + s(i, k, j));
      }
      backward[at(i, j)] = best;
    }

  const through = (i: number, k: number, j: number) =>
    (forward[at(i, j)] as number) + s(i, k, j) + (backward[at(i + k, j + 1)] as number);
  const matches: Match[] = [];
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const here = forward[at(i, j)] as number;
    if (i > 0 && forward[at(i - 1, j)] === here) i--;
    else if (j > 0 && (forward[at(i, j - 1)] as number) - MISSING === here) j--;
    else {
      let k = 1;
      while (k < join && (forward[at(i - k, j - 1)] as number) + s(i - k, k, j - 1) !== here) k++;
      matches.push({ from: i - k, count: k, to: j - 1, score: s(i - k, k, j - 1), margin: 0 });
      i -= k;
      j--;
    }
  }
  const best = forward[at(n, m)] as number;
  return matches.reverse().map((match) => {
    const own = anchor(match.from, match.count);
    let rival = -Infinity;
    for (let i = 0; i <= n; i++) {
      rival = Math.max(
        rival,
        (forward[at(i, match.to)] as number) - MISSING + (backward[at(i, match.to + 1)] as number),
      );
      for (let k = 1; k <= join && i + k <= n; k++)
        if (s(i, k, match.to) > -Infinity && anchor(i, k) !== own) rival = Math.max(rival, through(i, k, match.to));
    }
    return { ...match, margin: best - rival };
  });
}
