import { child, elementsOf, isOn, settingOf, type XmlElement } from './xml.js';

/** Properties of which styles in a row switch each other (ECMA-376, 17.7.3). */
const TOGGLES = new Set(['w:vanish', 'w:strike']);
/** Half points up to which text is a dot or a line to the eye. */
const SMALLEST = 2;

/** Styles based on one another that are followed; Word itself allows few. */
const LONGEST_CHAIN = 20;

type Properties = ReadonlyMap<string, XmlElement>;
const NONE: Properties = new Map();

/** The styles of a document: what they say of its runs and paragraphs. */
export class Styles {
  private readonly byId = new Map<string, XmlElement>();
  private readonly defaults: Properties;
  private readonly known = new Map<string, Properties>();
  private readonly ordinary: string | undefined;

  /** @param styles the root of the part that holds them */
  constructor(styles: XmlElement | undefined) {
    for (const style of elementsOf(styles))
      if (style.name === 'w:style') this.byId.set(style.attributes['w:styleId'] ?? '', style);
    this.defaults = propertiesOf(child(child(child(styles, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));
    this.ordinary = [...this.byId].find(
      ([, { attributes }]) =>
        attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(attributes['w:default'] ?? ''),
    )?.[0];
  }

  /** A style and those on which it is based, itself first. */
  chain(id: string | undefined): XmlElement[] {
    const chain: XmlElement[] = [];
    let style = this.byId.get(id ?? '');
    while (style !== undefined && chain.length < LONGEST_CHAIN) {
      chain.push(style);
      style = this.byId.get(settingOf(child(style, 'w:basedOn')) ?? '');
    }
    return chain;
  }

  /** @returns what looks a property of a run up, given its own properties and its paragraph's */
  lookUp(run: XmlElement | undefined, paragraph: XmlElement | undefined): (name: string) => XmlElement | undefined {
    const own = propertiesOf(run);
    const character = this.ofRuns(settingOf(own.get('w:rStyle')));
    const around = this.ofRuns(settingOf(child(paragraph, 'w:pStyle')) ?? this.ordinary);
    return (name) => {
      const [inner, outer] = [character.get(name), around.get(name)];
      if (own.has(name)) return own.get(name);
      if (TOGGLES.has(name) && isOn(inner) && isOn(outer)) return undefined;
      return (TOGGLES.has(name) && isOn(outer) ? outer : inner) ?? outer ?? this.defaults.get(name);
    };
  }

  /** True for a table style that fills cells, so that white text shows on them. */
  shades(id: string | undefined): boolean {
    const fills = (element: XmlElement): boolean =>
      element.name === 'w:shd' ? isShade(element) : elementsOf(element).some(fills);
    return this.chain(id).some(fills);
  }

  private ofRuns(id: string | undefined): Properties {
    if (id === undefined) return NONE;
    let properties = this.known.get(id);
    if (properties === undefined) {
      properties = new Map(
        this.chain(id)
          .reverse()
          .flatMap((style) => [...propertiesOf(child(style, 'w:rPr'))]),
      );
      this.known.set(id, properties);
    }
    return properties;
  }
}

const propertiesOf = (element: XmlElement | undefined): Properties =>
  new Map(elementsOf(element).map((property) => [property.name, property]));

export const isWhite = (colour: string | undefined): boolean => /^(?:f[a-f0-9]){3}$/i.test(colour ?? '');

/** True for a shading that white text stands out from. */
export const isShade = (shading: XmlElement | undefined): boolean => {
  const { 'w:fill': fill = 'auto', 'w:themeFill': theme } = shading?.attributes ?? {};
  const pattern = settingOf(shading) ?? 'clear';
  return (
    (fill !== 'auto' && !isWhite(fill)) || (fill === 'auto' && theme !== undefined) || !/^(?:clear|nil)$/.test(pattern)
  );
};

/**
 * True where a run does not show: hidden, too small to be seen, white on white.
 * @param lookUp of its properties
 * @param shaded whether something dark may stand behind it
 */
export function isHidden(lookUp: (name: string) => XmlElement | undefined, shaded: boolean): boolean {
  if (isOn(lookUp('w:vanish'))) return true;
  const size = Number.parseFloat(settingOf(lookUp('w:sz')) ?? '');
  if (size > 0 && size <= SMALLEST) return true;
  const marked = isShade(lookUp('w:shd')) || isOn(lookUp('w:highlight'));
  return isWhite(settingOf(lookUp('w:color'))) && !shaded && !marked;
}
