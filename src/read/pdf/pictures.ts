import type { Engine, Operators } from './engine.js';

/** False for a picture with a mask, before which pdf.js resets the mask of the page. */
export function isWhole({ fnArray, argsArray }: Operators, i: number, OPS: Engine['OPS']): boolean {
  const [key, value] =
    fnArray[i - 1] === OPS.setGState ? ((argsArray[i - 1] as [[string, unknown][]])[0][0] ?? []) : [];
  return !(fnArray[i - 2] === OPS.save && key === 'SMask' && value === false);
}
