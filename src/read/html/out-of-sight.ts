/** What keeps text from sight though its element is displayed: for text anywhere, or only where the element is a box. */
export type OutOfSight = 'any' | 'box';

/** A quick look whether a style may keep text from sight. */
export const MAY_BE_OUT_OF_SIGHT = /:\s*-\d{3}|clip|\b(?:height|width)\s*:\s*[01](?![\d.])|scale|filter/i;

/** Far outside the page. Boxes are centred by a few hundred pixels, and not by these properties. */
const ASIDE = /(?:^|[;{\s])(?:left|top|right)\s*:\s*-(?:\d{4}|999)/i;
const INDENTED = /text-indent\s*:\s*-(?:\d{4}|999)/i;
const CLIPPED =
  /clip\s*:\s*rect\(\s*([01])(?:px)?[\s,]+\1(?:px)?[\s,]+\1(?:px)?[\s,]+\1(?:px)?\s*\)|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)/i;
const EMPTY_BOX = /(?:^|[;{\s])(?:max-)?(?:height|width)\s*:\s*[01](?:px|pt)?\s*(?:;|!|$)/i;
const CUT_OFF = /overflow(?:-[xy])?\s*:\s*(?:hidden|clip)/i;
const SHRUNK = /transform\s*:[^;]*scale\(\s*0(?:\.0+)?\s*[,)]/i;
const CLEAR = /filter\s*:[^;]*opacity\(\s*0(?:\.0+)?%?\s*\)/i;
const OUT_OF_FLOW = /position\s*:\s*(?:absolute|fixed)/i;
const BOX = /display\s*:\s*(?:inline-)?(?:block|flex|grid)|float\s*:\s*(?:left|right)/i;
/** What opens or moves in is there to be seen. */
const MOVES = /transition|animation/i;

/** @param style the declarations of one rule or of a style attribute */
export function outOfSight(style: string): OutOfSight | undefined {
  if (!MAY_BE_OUT_OF_SIGHT.test(style) || MOVES.test(style)) return undefined;
  const away = OUT_OF_FLOW.test(style);
  if (CLEAR.test(style) || (away && (ASIDE.test(style) || CLIPPED.test(style)))) return 'any';
  if (INDENTED.test(style) || SHRUNK.test(style) || (CUT_OFF.test(style) && EMPTY_BOX.test(style)))
    return away || BOX.test(style) ? 'any' : 'box';
  return undefined;
}
