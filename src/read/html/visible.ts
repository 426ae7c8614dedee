import type { AnyNode, Element, ParentNode } from 'domhandler';
import { cascade, type StyleSheet } from './cascade.js';
import { BLOCKS, type Hiding, hidingIn, isHiding, NOTHING_HIDDEN, TABLE_PARTS } from './hiding.js';

/** How elements are displayed, as far as text and tables depend on it: by tag, style sheet and style attribute. */
export interface Display {
  /** CSS display of an element: its tag's, unless a style says otherwise; `none` for anything that does not show. */
  of(element: Element): string;
  /** Whether text right inside a node shows, or a picture there; what is inside deeper may differ. */
  shows(parent: ParentNode, what: 'text' | 'picture'): boolean;
  /** Whether text right inside a node is white and nothing tells that it stands on anything dark. */
  isPale(parent: ParentNode): boolean;
  /** Whether an element's text is raised or lowered, as that of `<sup>` is. */
  isRaised(element: Element): boolean;
  /** Whether an element's text is shown from right to left, digits too. */
  isTurned(element: Element): boolean;
  /** What is in a node, in the order in which it shows. */
  inOrder(parent: ParentNode): readonly AnyNode[];
  /** Whether a style sheet adds text to an element's that may be a figure. */
  isAddedTo(element: Element): boolean;
}

const NEVER_SHOWN = new Set(
  'head script style template noscript title meta link iframe object audio video datalist dialog map noframes del s strike rp rt'.split(
    ' ',
  ),
);
/** Class names by which pages made of spans and divs call a cell, where the style sheet is elsewhere. */
export const CELL_CLASS = /(?:^|[\s_-])(?:td|th|cell|col)(?:[\s_-]|\d*$)/i;

export const isElement = (node: AnyNode): node is Element =>
  node.type === 'tag' || node.type === 'script' || node.type === 'style';

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
  const hides = [...styled].some(([node, own]) => isHiding(hidingIn(node, own, NOTHING_HIDDEN)));
  const known = new Map<ParentNode, Hiding>();
  const hidingOf = (node: ParentNode): Hiding => {
    let hiding = known.get(node);
    if (hiding === undefined) {
      const above = node.parent === null ? NOTHING_HIDDEN : hidingOf(node.parent);
      const own = isElement(node) ? styled.get(node) : undefined;
      const coloured = isElement(node) && (node.attribs.bgcolor ?? node.attribs.background) !== undefined;
      hiding = isElement(node) && (own !== undefined || coloured) ? hidingIn(node, own ?? new Map(), above) : above;
      known.set(node, hiding);
    }
    return hiding;
  };
  const shows = (parent: ParentNode, what: 'text' | 'picture'): boolean => {
    if (!hides) return true;
    const { gone, hidden, sizeless, colourless } = hidingOf(parent);
    return !gone && !hidden && !((sizeless || colourless) && what === 'text');
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
  const isRaised = (element: Element) =>
    TABLE_PARTS[element.name] === undefined && /^su[bp]/.test(styled.get(element)?.get('vertical-align') ?? '');
  const isTurned = (element: Element) =>
    (element.name === 'bdo' || OVERRIDES.test(styled.get(element)?.get('unicode-bidi') ?? '')) &&
    directionOf(element) === 'rtl';
  const directionOf = (element: Element): string | undefined =>
    styled.get(element)?.get('direction') ??
    element.attribs.dir?.toLowerCase() ??
    (element.parent !== null && isElement(element.parent) ? directionOf(element.parent) : undefined);
  const moves = [...styled.values()].some((own) => own.has('order') || own.has('flex-direction'));
  const inOrder = (parent: ParentNode): readonly AnyNode[] => {
    if (!moves || !isElement(parent) || !FLOWING.test(of(parent))) return parent.children;
    const orderOf = (node: AnyNode) => (isElement(node) && Number(styled.get(node)?.get('order'))) || 0;
    const ordered = [...parent.children].sort((a, b) => orderOf(a) - orderOf(b));
    return /-reverse/.test(styled.get(parent)?.get('flex-direction') ?? '') ? ordered.reverse() : ordered;
  };
  const isAddedTo = (element: Element) => ADDS_FIGURES.test(styled.get(element)?.get('content') ?? '');
  return { of, shows, isPale: (parent) => hides && hidingOf(parent).pale, isRaised, isTurned, inOrder, isAddedTo };
}

/** Values of unicode-bidi that make text run in the direction given, whatever its characters say (CSS Writing Modes). */
const OVERRIDES = /override/;
/** Displays of which what is inside may be put in another order. */
export const FLOWING = /flex|grid/;
const ADDS_FIGURES = /^(?:attr|counter|url)|[\d０-９]/;

/** What hides text otherwise than by not displaying its element. */
const HIDING = ['visibility', 'opacity', 'font-size', 'text-decoration', 'color', 'out-of-sight'] as const;
