/** Rows and columns of a grid: from ≤ row ≤ to. */
interface Extent {
  top: number;
  left: number;
  bottom: number;
  right: number;
  /** Squares that the region has. */
  count: number;
}

/**
 * Gives a cell the box that is drawn inside it, such as the frame of a form field: a region around a single rectangle,
 * which at most one side of the cell touches, is one cell with it. In a corner, a line of the table is missing instead.
 * @param region by square, row after row, the number of its region; changed
 */
export function joinInnerBoxes(region: Int32Array, columns: number): void {
  const extents = new Map<number, Extent>();
  region.forEach((id, slot) => {
    const [r, c] = [Math.floor(slot / columns), slot % columns];
    const own = extents.get(id);
    if (own === undefined) extents.set(id, { top: r, left: c, bottom: r, right: c, count: 1 });
    else {
      own.bottom = r;
      own.left = Math.min(own.left, c);
      own.right = Math.max(own.right, c);
      own.count++;
    }
  });
  const isRectangle = ({ top, left, bottom, right, count }: Extent) =>
    count === (bottom - top + 1) * (right - left + 1);
  for (const [id, outer] of extents) {
    if (isRectangle(outer)) continue;
    const inner = slotsOf(outer, columns).filter((slot) => region[slot] !== id);
    const isBox = (other: number) => {
      const box = extents.get(other) as Extent;
      return isRectangle(box) && sidesTouched(box, outer) <= 1;
    };
    const neighbours = (slot: number) => [
      ...(slot % columns > outer.left ? [slot - 1] : []),
      ...(slot % columns < outer.right ? [slot + 1] : []),
      ...(slot >= (outer.top + 1) * columns ? [slot - columns] : []),
      ...(slot < outer.bottom * columns ? [slot + columns] : []),
    ];
    const isAlone = (slot: number) =>
      neighbours(slot).every((next) => region[next] === id || region[next] === region[slot]);
    if (inner.every((slot) => isAlone(slot) && isBox(region[slot] as number)))
      for (const slot of inner) region[slot] = id;
  }
}

const slotsOf = ({ top, left, bottom, right }: Extent, columns: number): number[] =>
  Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (_, c) => (top + r) * columns + left + c),
  ).flat();

/** How many sides of the outer box an inner one touches; all of them where it goes beyond. */
function sidesTouched(inner: Extent, outer: Extent): number {
  const beyond =
    inner.top < outer.top || inner.left < outer.left || inner.bottom > outer.bottom || inner.right > outer.right;
  if (beyond) return 4;
  return [
    inner.top === outer.top,
    inner.left === outer.left,
    inner.bottom === outer.bottom,
    inner.right === outer.right,
  ].filter(Boolean).length;
}
