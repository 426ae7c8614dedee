/** A strip up to this wide (points) holds no figures: the sides of a frame stand apart from its table by so much. */
const STRIP = 9;

/**
 * The regions between a table and a frame that stands around it, such as the box of a page's layout, with what is printed
 * over and under the table. They are no cells. Of a frame whose lines above and below coincide with the table's, two
 * strips are left.
 * @param region by square, row after row, the number of its region
 * @param xs where the columns of squares end
 */
export function frameAround(region: Int32Array, xs: readonly number[]): number[] {
  const columns = xs.length - 1;
  const [left, right] = [region[0] as number, region[columns - 1] as number];
  const isAtSides = region.every(
    (id, slot) => (slot % columns !== 0 || id === left) && ((slot + 1) % columns !== 0 || id === right),
  );
  if (!isAtSides || region.every((id) => id === left || id === right)) return [];
  const isStrip = (from: number) => (xs[from + 1] as number) - (xs[from] as number) <= STRIP;
  return left === right || (isStrip(0) && isStrip(columns - 1)) ? [left, right] : [];
}
