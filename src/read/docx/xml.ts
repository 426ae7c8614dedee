/** An element of a well-formed XML file; names of the office formats have the prefix that ECMA-376 gives them. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Depth from which a file is made to exhaust the stack; Word nests a few dozen. */
const DEEPEST = 1_000;
const TOKEN =
  /<(?:!\[CDATA\[([\s\S]*?)\]\]>|!--[\s\S]*?-->|[?!][^>]*>|\/([^\s>]+)\s*>|([^\s/>]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

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

const decode = (text: string): string => (text.includes('&') ? decoded(text) : text);
const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
    if (Number.isNaN(code)) return ENTITIES[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** Prefixes that a file gives otherwise, as some libraries do when they write an office file again. */
type Renamed = ReadonlyMap<string, string>;

/** Parses an XML file. @returns its root, or undefined when its tags do not match */
export function parseXml(text: string): XmlElement | undefined {
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open: { element: XmlElement; tag: string; renamed: Renamed }[] = [
    { element: top, tag: '', renamed: new Map() },
  ];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, cdata, closing, tag, written = '', empty] = match;
    const { element: parent, tag: opened, renamed: above } = open.at(-1) as (typeof open)[number];
    const before = text.slice(end, match.index);
    if (before !== '') parent.children.push(decode(before));
    end = match.index + whole.length;
    if (cdata !== undefined) parent.children.push(cdata);
    else if (closing !== undefined) {
      if (opened !== closing) return undefined;
      open.pop();
    } else if (tag !== undefined) {
      const own = attributesOf(written);
      const renamed = written.includes('xmlns') ? declared(own, above) : above;
      const attributes =
        renamed.size === 0
          ? own
          : Object.fromEntries(
              Object.entries(own).map(([name, value]) => [name.includes(':') ? rename(name, renamed) : name, value]),
            );
      const element: XmlElement = { name: rename(tag, renamed), attributes, children: [] };
      parent.children.push(element);
      if (empty === '') open.push({ element, tag, renamed });
      if (open.length > DEEPEST) return undefined;
    }
  }
  return open.length === 1 ? top.children.find((c) => typeof c !== 'string') : undefined;
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  if (text !== '') for (const [, name = '', a, b] of text.matchAll(ATTRIBUTE)) attributes[name] = decode(a ?? b ?? '');
  return attributes;
}

function declared(attributes: Readonly<Record<string, string>>, above: Renamed): Renamed {
  const renamed = new Map(above);
  for (const [name, namespace] of Object.entries(attributes)) {
    const own = name === 'xmlns' ? '' : /^xmlns:(.+)$/.exec(name)?.[1];
    if (own === undefined) continue;
    const usual = PREFIXES.find(([pattern]) => pattern.test(namespace))?.[1] ?? own;
    if (usual === own) renamed.delete(own);
    else renamed.set(own, usual);
  }
  return renamed;
}

function rename(name: string, renamed: Renamed): string {
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
