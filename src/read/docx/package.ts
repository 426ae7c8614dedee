import { decode } from '../decode.js';
import { child, elementsOf, parseXml, type XmlElement } from './xml.js';
import { partsOf, unpack, ZipError } from './zip.js';

/** The parts of an office file (Open Packaging Conventions, ECMA-376 part 2), by names in which case does not count. */
export interface Package {
  has(name: string): boolean;
  /** @throws ZipError for a part that is there and no XML: without its styles a document would show what they hide */
  xml(name: string): Promise<XmlElement | undefined>;
  bytes(name: string): Promise<Uint8Array | undefined>;
}

/** What one part says of another: its kind (the last word of its type) and its name. */
export interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

/** A part's name as an address, from the part that names it; '' where it is none. */
const addressOf = (name: string, from = '/'): string =>
  URL.canParse(name, `part://${from}`) ? new URL(name, `part://${from}`).pathname : '';
const key = (name: string): string => addressOf(name).toLowerCase();

/**
 * Opens a package that is a ZIP archive.
 * @throws ZipError when its directory is damaged
 */
export function openArchive(archive: Uint8Array): Package {
  const parts = new Map([...partsOf(archive)].map(([name, part]) => [key(name), part]));
  const bytes = async (name: string) => {
    const part = parts.get(key(name));
    return part && unpack(archive, part);
  };
  const xml = async (name: string) => {
    const plain = await bytes(name);
    if (plain === undefined) return undefined;
    const root = parseXml(decode(plain));
    if (root === undefined) throw new ZipError('damaged');
    return root;
  };
  return { has: (name) => parts.has(key(name)), xml, bytes };
}

/** Opens a package that is written as one XML file (`pkg:package`); of its parts only those that are XML are there. */
export function openXml(root: XmlElement | undefined): Package {
  const parts = new Map(elementsOf(root).map((part) => [key(part.attributes['pkg:name'] ?? ''), part]));
  return {
    has: (name) => parts.has(key(name)),
    xml: async (name) => elementsOf(child(parts.get(key(name)), 'pkg:xmlData'))[0],
    bytes: async () => undefined,
  };
}

/** The relations of a part to others of the package; `/` stands for the package itself. */
export async function relationsOf(file: Package, part: string): Promise<Relation[]> {
  const root = await file.xml(part.replace(/[^/]*$/, '_rels/$&.rels'));
  return elementsOf(root)
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
      id: Id,
      kind: Type.replace(/^.*\//, ''),
      name: addressOf(Target, part),
    }));
}
