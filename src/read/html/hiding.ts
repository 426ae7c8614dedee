import type { Element } from 'domhandler';
import type { Declared } from './cascade.js';

export const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary ul ucapcontent root'.split(
    ' ',
  ),
);
export const TABLE_PARTS: Readonly<Record<string, string>> = {
  table: 'table',
  caption: 'table-caption',
  thead: 'table-header-group',
  tbody: 'table-row-group',
  tfoot: 'table-footer-group',
  tr: 'table-row',
  td: 'table-cell',
  th: 'table-cell',
};

/** What styles hide of a node's text, handed down from node to node. */
export interface Hiding {
  /** For good: transparent or struck out, whatever the nodes inside say. */
  readonly gone: boolean;
  /** Until a node inside says that it is visible, or is of a size of its own. */
  readonly hidden: boolean;
  readonly sizeless: boolean;
  /** Until a node inside has a colour of its own. */
  readonly colourless: boolean;
  readonly pale: boolean;
  /** What stands under it is known to have a colour. */
  readonly ground: boolean;
}
export const NOTHING_HIDDEN: Hiding = {
  gone: false,
  hidden: false,
  sizeless: false,
  colourless: false,
  pale: false,
  ground: false,
};

/** Sizes that are a share of the size around, so that nothing remains of nothing. */
const RELATIVE = /(?:\dem|ex|ch|%)$|^(?:inherit|unset|larger|smaller)$/;
const ZERO = /^0*\.?0+(?:[a-z]+|%)?$/;
/** Nor does anybody see letters of a pixel. */
const TINY = /^(?:0?\.\d+|1(?:\.0*)?)p[xt]$/;
const TRANSPARENT = /^(?:transparent|rgba\([^)]*,\s*0?\.?0*\s*\))/;
const WHITE = /^(?:white|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*$/;
const NO_GROUND = /^(?:none|transparent|inherit|initial|unset|white|#fff(?:fff)?)\s*$/i;

/** What an element's own styles hide, and those above it. */
export function hidingIn(element: Element, own: Declared, above: Hiding): Hiding {
  const visibility = own.get('visibility');
  const size = own.get('font-size') ?? 'inherit';
  const color = own.get('color');
  const ground =
    above.ground || isGround(own.get('background') ?? element.attribs.bgcolor ?? element.attribs.background);
  return {
    gone:
      above.gone ||
      ZERO.test(own.get('opacity') ?? '') ||
      /line-through/.test(own.get('text-decoration') ?? '') ||
      isOutOfSight(element, own.get('out-of-sight')),
    hidden: visibility === 'visible' ? false : above.hidden || visibility === 'hidden' || visibility === 'collapse',
    sizeless: ZERO.test(size) || TINY.test(size) || (above.sizeless && RELATIVE.test(size)),
    // Letters cut out of a picture have no colour.
    colourless: color === undefined ? above.colourless : TRANSPARENT.test(color) && !own.has('background'),
    pale: !ground && (color === undefined ? above.pale : WHITE.test(color)),
    ground,
  };
}

export const isHiding = ({ gone, hidden, sizeless, colourless, pale }: Hiding): boolean =>
  gone || hidden || sizeless || colourless || pale;

const isGround = (background: string | undefined): boolean => background !== undefined && !NO_GROUND.test(background);

/** The size of a cell or a row is the least that it has; only boxes cut off what they hold. */
const isOutOfSight = ({ name }: Element, how: string | undefined): boolean =>
  how !== undefined && (name === 'table' || TABLE_PARTS[name] === undefined) && (how === 'any' || BLOCKS.has(name));
