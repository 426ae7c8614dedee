/** Exact search for the smallest sets of changed cells that mend the broken sums of a table. */
import { type Change, type Equation, mends, type System, type Term } from './system.js';

/**
 * All ways to mend the broken equations by changing one cell. The cell stands in every broken equation, and any of them
 * tells by how much it is off.
 */
export function oneCell(system: System, broken: readonly number[]): Change[][] {
  const first = broken[0] as number;
  const { cells, residual } = system.equations[first] as Equation;
  return cells
    .map((cell) => [{ cell, by: -residual * signIn(system, cell, first) }])
    .filter((changes) => mends(system, broken, changes));
}

/**
 * All ways to mend them by changing two cells. One of the two stands in the shortest broken equation; the broken
 * equations without it need the other, or, when there are none, the other shares an equation with it (else it would
 * break what holds). Each pair is then solved, not tried out.
 */
export function twoCells(system: System, broken: readonly number[]): Change[][] {
  const { equations, terms } = system;
  const size = (equation: number) => (equations[equation] as Equation).cells.length;
  const shortest = broken.reduce((a, b) => (size(b) < size(a) ? b : a));
  const found = new Map<string, Change[]>();
  for (const a of (equations[shortest] as Equation).cells) {
    const own = terms[a] as readonly Term[];
    const rest = broken.filter((equation) => !own.some((term) => term.equation === equation));
    const others =
      rest.length > 0
        ? (equations[rest[0] as number] as Equation).cells
        : own.flatMap(({ equation }) => (equations[equation] as Equation).cells);
    for (const b of new Set(others)) {
      const key = a < b ? `${a} ${b}` : `${b} ${a}`;
      if (a === b || found.has(key)) continue;
      const changes = solve(system, a, b);
      if (changes !== undefined && mends(system, broken, changes))
        found.set(key, a < b ? changes : changes.toReversed());
    }
  }
  return [...found.values()];
}

/**
 * The one pair of changes that two cells allow. An equation that holds one of them without the other tells its change.
 * @returns undefined for two cells that stand in the same equations: only what they come to together is determined
 */
function solve(system: System, a: number, b: number): Change[] | undefined {
  const [ofA, ofB] = [system.terms[a] as readonly Term[], system.terms[b] as readonly Term[]];
  const alone = (own: readonly Term[], other: readonly Term[]): number | undefined => {
    const term = own.find(({ equation }) => !other.some((t) => t.equation === equation));
    return term === undefined ? undefined : -(system.equations[term.equation] as Equation).residual * term.sign;
  };
  let [byA, byB] = [alone(ofA, ofB), alone(ofB, ofA)];
  const shared = ofA.find(({ equation }) => ofB.some((t) => t.equation === equation));
  if (shared !== undefined) {
    const { residual } = system.equations[shared.equation] as Equation;
    const signB = signIn(system, b, shared.equation);
    if (byA === undefined && byB !== undefined) byA = -(residual + signB * byB) * shared.sign;
    else if (byB === undefined && byA !== undefined) byB = -(residual + shared.sign * byA) * signB;
  }
  if (byA === undefined || byB === undefined) return undefined;
  return [
    { cell: a, by: byA },
    { cell: b, by: byB },
  ];
}

const signIn = ({ terms }: System, cell: number, equation: number): 1 | -1 =>
  (terms[cell] as readonly Term[]).find((term) => term.equation === equation)?.sign ?? 1;
