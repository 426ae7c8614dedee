/** A linear equation over unknown cells: their coefficients, and what they come to. */
export interface Row {
  readonly coefficients: ReadonlyMap<string, number>;
  readonly sum: number;
}

/**
 * Gauss–Jordan elimination. Every unknown that the equations determine ends alone in a row; a contradiction ends as a
 * row without unknowns and a sum that is not 0. The coefficients are 1 and −1 and stay so, or nearly: sums of counts
 * are exact.
 */
export function reduced(equations: readonly Row[]): Row[] {
  const rows = equations.map(({ coefficients, sum }) => ({ coefficients: new Map(coefficients), sum }));
  const done = new Set<number>();
  for (const unknown of new Set(rows.flatMap(({ coefficients }) => [...coefficients.keys()]))) {
    const at = rows.findIndex(({ coefficients }, i) => !done.has(i) && coefficients.has(unknown));
    const pivot = rows[at];
    if (pivot === undefined) continue;
    done.add(at);
    const scale = pivot.coefficients.get(unknown) as number;
    for (const [id, value] of pivot.coefficients) pivot.coefficients.set(id, value / scale);
    pivot.sum /= scale;
    for (const row of rows) {
      const factor = row === pivot ? undefined : row.coefficients.get(unknown);
      if (factor === undefined) continue;
      for (const [id, value] of pivot.coefficients) {
        const rest = (row.coefficients.get(id) ?? 0) - factor * value;
        if (rest === 0) row.coefficients.delete(id);
        else row.coefficients.set(id, rest);
      }
      row.sum -= factor * pivot.sum;
    }
  }
  return rows;
}
