import type { AnyNode, Element, ParentNode } from 'domhandler';

/** A style sheet of the page's own, and the media it is for. */
export interface StyleSheet {
  readonly media: string;
  readonly css: string;
}

/** Properties on which it depends whether text shows. */
export type Property = 'display' | 'visibility' | 'opacity' | 'font-size' | 'text-decoration' | 'mso-hide';

/** What styles say of an element: the value that wins, by property. */
export type Declared = ReadonlyMap<Property, string>;

/** A quick look whether a style says anything of these properties that is not usual. */
const TELLING = /display|visibility|opacity|mso-hide|font(?:-size)?\s*:\s*0|line-through/i;
const DECLARATION =
  /(?:^|[;{\s])(display|visibility|opacity|font|font-size|text-decoration|text-decoration-line|mso-hide)\s*:\s*([^;!]+)(!\s*important)?/gi;
/** Width of the screen for which media queries are answered. */
const SCREEN = 1280;
/** A style attribute goes before any selector, and what is marked important before that. */
const INLINE = 1e8;
const IMPORTANT = 1e9;

/**
 * The declarations that win on each element that has any, of the page's own style sheets and of style attributes (CSS
 * Cascading, "cascade sorting order"). External sheets are never fetched.
 * @param inline the elements with a style attribute
 */
export async function cascade(
  root: ParentNode,
  sheets: readonly StyleSheet[],
  inline: readonly Element[],
): Promise<ReadonlyMap<Element, Declared>> {
  const weights = new Map<Element, Map<Property, number>>();
  const values = new Map<Element, Map<Property, string>>();
  const declare = (element: Element, declarations: readonly Declaration[], weight: number) => {
    const own = weights.get(element) ?? new Map<Property, number>();
    const said = values.get(element) ?? new Map<Property, string>();
    for (const { property, value, important } of declarations) {
      const full = weight + (important ? IMPORTANT : 0);
      if (full < (own.get(property) ?? 0)) continue;
      own.set(property, full);
      said.set(property, value);
    }
    weights.set(element, own);
    values.set(element, said);
  };
  const telling = sheets.filter(({ media, css }) => appliesToScreen(media) && TELLING.test(css));
  // Sizes matter only where one is 0 somewhere.
  const sized = telling.some(({ css }) => ZERO_SIZE.test(css)) || inline.some((e) => ZERO_SIZE.test(styleOf(e)));
  const matters = (style: string) => TELLING.test(style) || (sized && /font/i.test(style));
  if (telling.length > 0) await fromSheets(root, telling, matters, declare);
  for (const element of inline)
    if (matters(styleOf(element))) declare(element, declarationsOf(styleOf(element)), INLINE);
  return values;
}

const ZERO_SIZE = /font(?:-size)?\s*:\s*0/i;
const styleOf = (element: Element): string => element.attribs.style ?? '';

interface Declaration {
  readonly property: Property;
  readonly value: string;
  readonly important: boolean;
}

function declarationsOf(style: string): Declaration[] {
  return [...style.matchAll(DECLARATION)].flatMap(([, name = '', words = '', mark]): Declaration[] => {
    const important = mark !== undefined;
    const value = words.trim().toLowerCase();
    switch (name.toLowerCase()) {
      case 'font': {
        const size = /(?:^|\s)(\d*\.?\d+[a-z%]*)(?=[\s/])/.exec(value)?.[1];
        return size === undefined ? [] : [{ property: 'font-size', value: size, important }];
      }
      case 'text-decoration-line':
        return [{ property: 'text-decoration', value, important }];
      case 'opacity':
        // What fades in is there to be seen.
        return /transition|animation/i.test(style) ? [] : [{ property: 'opacity', value, important }];
      default:
        return [{ property: name.toLowerCase() as Property, value, important }];
    }
  });
}

async function fromSheets(
  root: ParentNode,
  sheets: readonly StyleSheet[],
  matters: (style: string) => boolean,
  declare: (element: Element, declarations: readonly Declaration[], weight: number) => void,
): Promise<void> {
  const [{ parse }, { load }] = await Promise.all([import('postcss'), import('cheerio/slim')]);
  const page = load(root as AnyNode);
  const select = (selector: string): Element[] => {
    if (/:(?!not\(|first-child|last-child|nth-)/.test(selector)) return []; // States and pseudo-elements hold no text.
    try {
      return page(selector)
        .get()
        .filter((node): node is Element => 'attribs' in node);
    } catch {
      return [];
    }
  };
  for (const { css } of sheets) {
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
      const style = rule.nodes.map(String).join(';');
      const declarations = matters(style) ? declarationsOf(style) : [];
      if (declarations.length === 0) return;
      for (const selector of rule.selectors)
        for (const element of select(selector)) declare(element, declarations, specificity(selector));
    });
  }
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
