import type { AnyNode, Element, ParentNode } from 'domhandler';

/** How elements are displayed, as far as text and tables depend on it: by tag, style sheet and style attribute. */
export interface Display {
  /** CSS display of an element: its tag's, unless a style says otherwise; `none` for anything that does not show. */
  of(element: Element): string;
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
/** Width of the screen for which media queries are answered. */
const SCREEN = 1280;

export const isElement = (node: AnyNode): node is Element =>
  node.type === 'tag' || node.type === 'script' || node.type === 'style';

/** A style sheet of the page's own, and the media it is for. */
interface StyleSheet {
  readonly media: string;
  readonly css: string;
}

/** Reads the page's own style sheets; external ones are never fetched. */
export async function displayOf(root: ParentNode, sheets: readonly StyleSheet[]): Promise<Display> {
  const styled = await fromStyleSheets(root, sheets);
  return {
    of(element) {
      const inline = element.attribs.style;
      const own = inline === undefined ? '' : declaredDisplay(inline);
      if (own !== '') return own;
      if (NEVER_SHOWN.has(element.name)) return 'none';
      const sheet = styled.get(element);
      if (sheet !== undefined) return sheet;
      if ('hidden' in element.attribs) return 'none';
      return TABLE_PARTS[element.name] ?? (BLOCKS.has(element.name) ? 'block' : 'inline');
    },
  };
}

/** What in a style can change whether text shows. */
const TELLING = /display|visibility|mso-hide|font-size\s*:\s*0|line-through/i;

function declaredDisplay(style: string): string {
  if (!TELLING.test(style)) return '';
  if (
    /(?:^|[;\s])(?:visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|%)?\s*(?:;|!|$))/i.test(
      style,
    )
  )
    return 'none';
  if (/text-decoration[\w-]*\s*:[^;]*line-through/i.test(style)) return 'none'; // Struck out: no longer said.
  return /(?:^|[;\s])display\s*:\s*([\w-]+)/i.exec(style)?.[1]?.toLowerCase() ?? '';
}

async function fromStyleSheets(root: ParentNode, sheets: readonly StyleSheet[]): Promise<Map<Element, string>> {
  const styled = new Map<Element, { display: string; weight: number }>();
  const telling = sheets.filter(({ media, css }) => appliesToScreen(media) && TELLING.test(css));
  if (telling.length === 0) return new Map();
  const [{ parse }, { selectAll }] = await Promise.all([import('postcss'), import('css-select')]);
  const select = (selector: string): Element[] => {
    if (/:(?!not\(|first-child|last-child|nth-)/.test(selector)) return []; // States and pseudo-elements hold no text.
    try {
      return selectAll<AnyNode, Element>(selector, root);
    } catch {
      return [];
    }
  };
  for (const { css } of telling) {
    let sheet: ReturnType<typeof parse>;
    try {
      sheet = parse(css.replace(/<!--|-->/g, ''));
    } catch {
      continue; // A browser skips what it cannot parse, too.
    }
    sheet.walkRules((rule) => {
      for (let up = rule.parent; up !== undefined && up.type !== 'root'; up = up.parent as typeof up)
        if (up.type === 'atrule' && 'params' in up && up.name === 'media' && !appliesToScreen(String(up.params)))
          return;
      const display = declaredDisplay(rule.nodes.map(String).join(';'));
      if (display === '') return;
      for (const selector of rule.selectors) {
        const weight = specificity(selector);
        for (const element of select(selector)) {
          if (weight >= (styled.get(element)?.weight ?? 0)) styled.set(element, { display, weight });
        }
      }
    });
  }
  return new Map([...styled].map(([element, { display }]) => [element, display]));
}

/** True when a media query list holds on a screen of ordinary width; print styles do not. */
function appliesToScreen(media: string): boolean {
  return media.split(',').some((query) => {
    if (/\bprint\b|\bspeech\b/i.test(query)) return /\bnot\b/i.test(query);
    const max = /max-width\s*:\s*(\d+)px/i.exec(query)?.[1];
    const min = /min-width\s*:\s*(\d+)px/i.exec(query)?.[1];
    return (max === undefined || Number(max) >= SCREEN) && (min === undefined || Number(min) <= SCREEN);
  });
}

const specificity = (selector: string): number =>
  (selector.match(/#/g)?.length ?? 0) * 10_000 +
  (selector.match(/[.[:]/g)?.length ?? 0) * 100 +
  (selector.match(/(?:^|[\s>+~])[a-z]/gi)?.length ?? 0);
