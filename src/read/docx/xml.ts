import { Parser } from 'htmlparser2';

/** An element of a well-formed XML file; names of the office formats have the prefix that ECMA-376 gives them. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Depth from which a file is made to exhaust the stack; Word nests a few dozen. */
const DEEPEST = 1_000;

/** The prefixes by the last word of their namespaces, which the transitional and the strict format share. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, 'w'],
  [/\/markup-compatibility\/2006$/, 'mc'],
  [/\/officeDocument\/(?:2006\/)?math$/, 'm'],
  [/\/officeDocument\/(?:2006\/)?relationships$/, 'r'],
  [/\/drawingml\/(?:2006\/)?main$/, 'a'],
  [/\/drawingml\/(?:2006\/)?chart$/, 'c'],
  [/\/word\/2010\/wordml$/, 'w14'],
  [/\/2006\/xmlPackage$/, 'pkg'],
  [/\/package\/2006\/relationships$/, ''],
];

/** What is declared where an element stands. */
interface Scope {
  readonly namespaces: ReadonlyMap<string, string>;
  /** Prefixes that a file gives otherwise, as some libraries do when they write an office file again. */
  readonly renamed: ReadonlyMap<string, string>;
}
const NOTHING_DECLARED: Scope = { namespaces: new Map(), renamed: new Map() };

/** Parses an XML file. @returns its root, or undefined when its tags do not match, or it is nested beyond any document */
export function parseXml(text: string): XmlElement | undefined {
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open: { element: XmlElement; scope: Scope }[] = [{ element: top, scope: NOTHING_DECLARED }];
  const inner = () => open[open.length - 1] as (typeof open)[number];
  let matches = true;
  const parser = new Parser(
    {
      onopentag: (tag, written) => {
        const { element: parent, scope: above } = inner();
        const scope = declared(written, above);
        const element = { name: rename(tag, scope), attributes: attributesOf(written, scope), children: [] };
        parent.children.push(element);
        open.push({ element, scope });
        if (open.length > DEEPEST) {
          matches = false;
          parser.pause();
        }
      },
      ontext: (written) => inner().element.children.push(written),
      onclosetag: (_, implied) => {
        // Closed by no tag of its own: an empty element that ends itself, or another's end, or the file's.
        if (implied && text[parser.endIndex - 1] !== '/') matches = false;
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return matches ? top.children.find((c) => typeof c !== 'string') : undefined;
}

function declared(attributes: Readonly<Record<string, string>>, above: Scope): Scope {
  if (!Object.keys(attributes).some((name) => name.startsWith('xmlns'))) return above;
  const namespaces = new Map(above.namespaces);
  const renamed = new Map(above.renamed);
  for (const [name, namespace] of Object.entries(attributes)) {
    const own = name === 'xmlns' ? '' : /^xmlns:(.+)$/.exec(name)?.[1];
    if (own === undefined) continue;
    namespaces.set(own, namespace);
    const usual = PREFIXES.find(([pattern]) => pattern.test(namespace))?.[1] ?? own;
    if (usual === own) renamed.delete(own);
    else renamed.set(own, usual);
  }
  return { namespaces, renamed };
}

/** Attributes as written, but for prefixes: of their names the usual ones, and namespaces where prefixes are the value. */
function attributesOf(written: Readonly<Record<string, string>>, scope: Scope): Readonly<Record<string, string>> {
  const { renamed, namespaces } = scope;
  if (renamed.size === 0 && !('Requires' in written)) return written;
  const named = (value: string) =>
    value
      .trim()
      .split(/\s+/)
      .map((prefix) => namespaces.get(prefix) ?? prefix);
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => [
      name.includes(':') ? rename(name, scope) : name,
      name === 'Requires' ? named(value).join(' ') : value,
    ]),
  );
}

function rename(name: string, { renamed }: Scope): string {
  if (renamed.size === 0) return name;
  const colon = name.indexOf(':');
  const usual = renamed.get(name.slice(0, Math.max(0, colon)));
  if (usual === undefined) return name;
  return usual === '' ? name.slice(colon + 1) : `${usual}:${name.slice(colon + 1)}`;
}

export const elementsOf = (parent: XmlElement | undefined): XmlElement[] =>
  parent === undefined ? [] : parent.children.filter((c) => typeof c !== 'string');

export const child = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(parent).find((c) => c.name === name);

/** The value of a property of Word, `<w:jc w:val="center"/>`. */
export const settingOf = (property: XmlElement | undefined): string | undefined => property?.attributes['w:val'];

/** True where a property of Word is switched on: `<w:vanish/>`, not `<w:vanish w:val="0"/>`. */
export const isOn = (property: XmlElement | undefined): boolean =>
  property !== undefined && !/^(?:0|false|off|none)$/.test(settingOf(property) ?? '');
