import type { AnyNode, Element, ParentNode } from 'domhandler';
import { cascade, type Declared, type StyleSheet } from './cascade.js';

/** How elements are displayed, as far as text and tables depend on it: by tag, style sheet and style attribute. */
export interface Display {
  /** CSS display of an element: its tag's, unless a style says otherwise; `none` for anything that does not show. */
  of(element: Element): string;
  /** Whether text right inside a node shows, or a picture there; what is inside deeper may differ. */
  shows(parent: ParentNode, what: 'text' | 'picture'): boolean;
}

const NEVER_SHOWN = new Set(
  'head script style template noscript title meta link iframe object audio video datalist dialog map noframes del s strike rp rt'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary ul ucapcontent root'.split(
    ' ',
  ),
);
const TABLE_PARTS: Readonly<Record<string, string>> = {
  table: 'table',
  caption: 'table-caption',
  thead: 'table-header-group',
  tbody: 'table-row-group',
  tfoot: 'table-footer-group',
  tr: 'table-row',
  td: 'table-cell',
  th: 'table-cell',
};
/** Class names by which pages made of spans and divs call a cell, where the style sheet is elsewhere. */
export const CELL_CLASS = /(?:^|[\s_-])(?:td|th|cell|col)(?:[\s_-]|\d*$)/i;

export const isElement = (node: AnyNode): node is Element =>
  node.type === 'tag' || node.type === 'script' || node.type === 'style';

/** What styles hide of a node's text, handed down from node to node. */
interface Hiding {
  /** For good: transparent or struck out, whatever the nodes inside say. */
  readonly gone: boolean;
  /** Until a node inside says that it is visible, or is of a size of its own. */
  readonly hidden: boolean;
  readonly sizeless: boolean;
}
const NOTHING_HIDDEN: Hiding = { gone: false, hidden: false, sizeless: false };

/**
 * @param sheets the page's own style sheets
 * @param inline the elements with a style attribute
 */
export async function displayOf(
  root: ParentNode,
  sheets: readonly StyleSheet[],
  inline: readonly Element[],
): Promise<Display> {
  const styled = await cascade(root, sheets, inline);
  const hides = [...styled.values()].some((own) => Object.values(hidingIn(own, NOTHING_HIDDEN)).includes(true));
  const known = new Map<ParentNode, Hiding>();
  const hidingOf = (node: ParentNode): Hiding => {
    let hiding = known.get(node);
    if (hiding === undefined) {
      const above = node.parent === null ? NOTHING_HIDDEN : hidingOf(node.parent);
      const own = isElement(node) ? styled.get(node) : undefined;
      hiding = own === undefined ? above : hidingIn(own, above);
      known.set(node, hiding);
    }
    return hiding;
  };
  const shows = (parent: ParentNode, what: 'text' | 'picture'): boolean => {
    if (!hides) return true;
    const { gone, hidden, sizeless } = hidingOf(parent);
    return !gone && !hidden && !(sizeless && what === 'text');
  };
  const holding = new Map<ParentNode, boolean>();
  const holdsShown = (parent: ParentNode): boolean => {
    const shown =
      holding.get(parent) ??
      parent.children.some((node) =>
        isElement(node)
          ? of(node) !== 'none' && (node.name === 'img' ? shows(node, 'picture') : holdsShown(node))
          : node.type === 'text' && node.data.trim() !== '' && shows(parent, 'text'),
      );
    holding.set(parent, shown);
    return shown;
  };
  const of = (element: Element): string => {
    if (NEVER_SHOWN.has(element.name)) return 'none';
    const own = styled.get(element);
    const plain = TABLE_PARTS[element.name] ?? (BLOCKS.has(element.name) ? 'block' : 'inline');
    if (own === undefined) return 'hidden' in element.attribs ? 'none' : plain;
    const shown = own.get('display') ?? ('hidden' in element.attribs ? 'none' : plain);
    if (own.get('mso-hide') === 'all') return 'none';
    const row = shown.startsWith('table-') && shown !== 'table-cell';
    if (row && own.get('visibility') === 'collapse') return 'none';
    // A cell or a row of which nothing shows keeps its place in the table.
    const placed = row || shown === 'table-cell';
    if (!placed && HIDING.some((property) => own.has(property)) && !shows(element, 'text') && !holdsShown(element))
      return 'none';
    return shown;
  };
  return { of, shows };
}

/** What hides text otherwise than by not displaying its element. */
const HIDING = ['visibility', 'opacity', 'font-size', 'text-decoration'] as const;
/** Sizes that are a share of the size around, so that nothing remains of nothing. */
const RELATIVE = /(?:\dem|ex|ch|%)$|^(?:inherit|unset|larger|smaller)$/;
const ZERO = /^0*\.?0+(?:[a-z]+|%)?$/;

function hidingIn(own: Declared, above: Hiding): Hiding {
  const visibility = own.get('visibility');
  const size = own.get('font-size') ?? 'inherit';
  return {
    gone: above.gone || ZERO.test(own.get('opacity') ?? '') || /line-through/.test(own.get('text-decoration') ?? ''),
    hidden: visibility === 'visible' ? false : above.hidden || visibility === 'hidden' || visibility === 'collapse',
    sizeless: ZERO.test(size) || (above.sizeless && RELATIVE.test(size)),
  };
}
