/** An element of a well-formed XML file; names keep their prefix, which office programs never change. */
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

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
    if (Number.isNaN(code)) return ENTITIES[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** Parses an XML file. @returns its root, or undefined when its tags do not match */
export function parseXml(text: string): XmlElement | undefined {
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [top];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, cdata, closing, name, attributes = '', empty] = match;
    const parent = open.at(-1) as XmlElement;
    const before = text.slice(end, match.index);
    if (before !== '') parent.children.push(decode(before));
    end = match.index + whole.length;
    if (cdata !== undefined) parent.children.push(cdata);
    else if (closing !== undefined) {
      if (parent.name !== closing) return undefined;
      open.pop();
    } else if (name !== undefined) {
      const element: XmlElement = { name, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (empty === '') open.push(element);
      if (open.length > DEEPEST) return undefined;
    }
  }
  return open.length === 1 ? top.children.find((c) => typeof c !== 'string') : undefined;
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', a, b]) => [name, decode(a ?? b ?? '')]));

export const elementsOf = (parent: XmlElement | undefined): XmlElement[] =>
  parent === undefined ? [] : parent.children.filter((c) => typeof c !== 'string');

export const child = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(parent).find((c) => c.name === name);
