import type { AnyNode, Element, ParentNode } from 'domhandler';
import type { Rule } from 'postcss';
import { type Declaration, declarationsOf, type Property, styleOf } from './declarations.js';
import { MAY_BE_OUT_OF_SIGHT } from './out-of-sight.js';

/** A style sheet of the page's own, and the media it is for. */
export interface StyleSheet {
  readonly media: string;
  readonly css: string;
}

/** What styles say of an element: the value that wins, by property. */
export type Declared = ReadonlyMap<Property, string>;

/** A quick look whether a style says anything of these properties that is not usual. */
const TELLING =
  /display|visibility|opacity|mso-hide|font(?:-size)?\s*:\s*(?:0|1p[xt])|line-through|vertical-align\s*:\s*su|override|-reverse|(?<![-\w])order\s*:\s*-?[1-9]|content\s*:\s*(?:attr|counter|url|["'][^"'\\]*[\d０-９])/i;
/** What matters only where it hides text somewhere: sizes and colours. */
const HIDING: readonly { where: RegExp; also: RegExp }[] = [
  { where: /font(?:-size)?\s*:\s*(?:0|1p[xt])/i, also: /font/i },
  {
    where:
      /(?<![-\w])color\s*:\s*(?:transparent|rgba\([^)]*,\s*0?\.?0*\s*\)|white|#fff|rgb\(\s*255\s*,\s*255\s*,\s*255)/i,
    also: /color|background/i,
  },
];
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
  const screen = sheets.filter(({ media }) => appliesToScreen(media));
  const somewhere = (pattern: RegExp) =>
    screen.some(({ css }) => pattern.test(css)) || inline.some((element) => pattern.test(styleOf(element)));
  const hiding = HIDING.filter(({ where }) => somewhere(where));
  const tells = (style: string) => TELLING.test(style) || MAY_BE_OUT_OF_SIGHT.test(style);
  const matters = (style: string) => tells(style) || hiding.some(({ also }) => also.test(style));
  const telling = screen.filter(({ css }) => matters(css));
  if (telling.length > 0) await fromSheets(root, telling, matters, declare);
  for (const element of inline)
    if (matters(styleOf(element))) declare(element, declarationsOf(styleOf(element)), INLINE);
  return values;
}

/** Selectors of what is only so while somebody points at it, types or scrolls. */
const STATE = /(?<!\\):(?:hover|active|focus|visited|target|checked|selection|placeholder|-)/i;

/** A selector of text that a style sheet makes before or after that of an element. */
const GENERATED = /^(.*[^\s:])?(::?(?:before|after))\s*$/i;

async function fromSheets(
  root: ParentNode,
  sheets: readonly StyleSheet[],
  matters: (style: string) => boolean,
  declare: (element: Element, declarations: readonly Declaration[], weight: number) => void,
): Promise<void> {
  const [{ parse }, { load }] = await Promise.all([import('postcss'), import('cheerio/slim')]);
  const page = load(root as AnyNode);
  const names = namesIn(page('[class], [id]').get());
  const select = (selector: string): Element[] => {
    if (STATE.test(selector)) return []; // States hold no text.
    if (!namesOf(selector).every((name) => names.has(name))) return [];
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
      const style = rule.nodes.filter(({ type }) => type === 'decl').join(';');
      const declarations = matters(style) ? declarationsOf(style) : [];
      if (declarations.length === 0) return;
      for (const selector of selectorsOf(rule)) {
        const [, owner, generated] = GENERATED.exec(selector) ?? [];
        // Of what a rule says of text that it makes itself, only that there is some says anything of the element.
        const own = declarations.filter(({ property }) => (property === 'content') === (generated !== undefined));
        if (own.length > 0)
          for (const element of select(owner ?? selector)) declare(element, own, specificity(selector));
      }
    });
  }
}

/** A rule's selectors, put together with those of the rules that it is nested in. */
function selectorsOf(rule: Rule): string[] {
  let up = rule.parent;
  while (up?.type === 'atrule') up = up.parent as typeof up;
  if (up?.type !== 'rule') return rule.selectors;
  return selectorsOf(up as Rule).flatMap((outer) =>
    rule.selectors.map((own) => (own.includes('&') ? own.replaceAll('&', outer) : `${outer} ${own}`)),
  );
}

/** The classes (.name) and ids (#name) of elements. */
function namesIn(elements: readonly Element[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { attribs } of elements) {
    if (attribs.id !== undefined) names.add(`#${attribs.id}`);
    for (const name of attribs.class?.split(/\s+/) ?? []) names.add(`.${name}`);
  }
  return names;
}

/**
 * Those without which a selector matches nothing. Most rules of a large style sheet are for other pages, and to look for
 * each of them in a large page takes minutes.
 */
const namesOf = (selector: string): readonly string[] =>
  selector.includes('\\')
    ? []
    : (selector.replace(/:[\w-]+\(.*\)|\[[^\]]*\]/g, '').match(/[.#][^\s.#:>+~()*]+/g) ?? []);

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
