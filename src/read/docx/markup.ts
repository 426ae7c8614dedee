import { PICTURE } from '../../model.js';
import { Fields } from './fields.js';
import type { Numbering } from './numbering.js';
import { escaped, SHOWN, signOf } from './signs.js';
import { isUnfilled, standing, textIn, within } from './standing.js';
import { isHidden, isShade, type Styles } from './styles.js';
import { tableOf } from './table.js';
import { child, isOn, settingOf, type XmlElement } from './xml.js';

/** Half points from which the eye sees that something is raised, and not a line that is a little uneven. */
const LEAST_RAISE = 3;

/** Writes the text of a Word document (WordprocessingML, ECMA-376) as HTML, with all tracked changes accepted. */
export class Markup {
  private readonly fields = new Fields();
  private paragraphProperties: XmlElement | undefined;
  /** How far the first text of the paragraph is raised over its line: what stands higher is raised. */
  private level: number | undefined;

  /**
   * @param chunks pages that the document takes in, as HTML, by the id of their relation
   * @param shaded whether something dark may stand behind the text
   */
  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
    private readonly chunks: ReadonlyMap<string, string>,
    private shaded: boolean,
  ) {}

  /** Everything that stands below one another in a part of the document. */
  blocks(parent: XmlElement): string {
    let html = '';
    // Paragraphs whose end is deleted run on in the next one.
    let running = '';
    const end = (text: string, boxes: readonly string[]) => {
      html += `<p>${running}${text}</p>${boxes.join('')}`;
      running = '';
    };
    for (const element of standing(parent)) {
      if (element.name === 'w:p') {
        const boxes: string[] = [];
        const properties = child(element, 'w:pPr');
        const mark = child(properties, 'w:rPr');
        const runsOn = (child(mark, 'w:del') ?? child(mark, 'w:moveFrom')) !== undefined;
        const number = runsOn ? '' : escaped(this.numbering.next(properties));
        const text = number + this.paragraph(element, properties, boxes);
        if (!runsOn) end(text, boxes);
        else {
          running += text;
          html += boxes.join('');
        }
        continue;
      }
      if (running !== '') end('', []);
      if (element.name === 'w:tbl') html += this.table(element);
      else if (element.name === 'w:altChunk') html += this.chunks.get(element.attributes['r:id'] ?? '') ?? SHOWN;
      // Content controls, smart tags, custom XML, insertions: what they hold stands where they stand.
      else if (!isUnfilled(element)) html += this.blocks(element);
    }
    if (running !== '') end('', []);
    return html;
  }

  private paragraph(element: XmlElement, properties: XmlElement | undefined, boxes: string[]): string {
    const [around, shaded, level] = [this.paragraphProperties, this.shaded, this.level];
    this.paragraphProperties = properties;
    this.level = undefined;
    this.shaded ||= isShade(child(properties, 'w:shd'));
    const text = this.inline(element, boxes) + this.fields.endParagraph();
    [this.paragraphProperties, this.shaded, this.level] = [around, shaded, level];
    return text;
  }

  private table(table: XmlElement): string {
    const shaded = this.shaded;
    const properties = child(table, 'w:tblPr');
    const filled =
      shaded || isShade(child(properties, 'w:shd')) || this.styles.shades(settingOf(child(properties, 'w:tblStyle')));
    const html = tableOf(table, within, (cell) => {
      this.shaded = filled || isShade(child(child(cell, 'w:tcPr'), 'w:shd'));
      return this.blocks(cell);
    });
    this.shaded = shaded;
    return html;
  }

  /** @param boxes receives the text boxes anchored in the text, as blocks that follow it */
  private inline(parent: XmlElement, boxes: string[]): string {
    return standing(parent)
      .map((element) => this.piece(element, boxes))
      .join('');
  }

  private piece(element: XmlElement, boxes: string[]): string {
    const { name, attributes } = element;
    if (name === 'w:instrText') this.fields.instruct(textIn(element));
    else if (name === 'w:fldChar') return this.fields.mark(attributes['w:fldCharType'], child(element, 'w:ffData'));
    else if (name === 'w:fldSimple') return this.simpleField(element, boxes);
    else if (name === 'w:r' || name === 'm:r') return this.run(element, boxes);
    else if (this.fields.instructing) return this.inline(element, boxes);
    else if (isUnfilled(element)) return '';
    // An object of another program shows as its picture.
    else if (name === 'w:object') return this.inline(element, boxes) || PICTURE;
    else if (name === 'w:txbxContent') {
      const shaded = this.shaded;
      this.shaded = true; // What fills the box is not looked at.
      boxes.push(this.blocks(element));
      this.shaded = shaded;
    } else {
      const text = signOf(element);
      if (text === undefined) return this.inline(element, boxes);
      if (text !== '') this.fields.print();
      return text;
    }
    return '';
  }

  private simpleField(element: XmlElement, boxes: string[]): string {
    this.fields.mark('begin');
    this.fields.instruct(element.attributes['w:instr'] ?? '');
    this.fields.mark('separate');
    return this.inline(element, boxes) + this.fields.mark('end');
  }

  private run(run: XmlElement, boxes: string[]): string {
    const lookUp = this.styles.lookUp(child(run, 'w:rPr'), this.paragraphProperties);
    const hidden = isHidden(lookUp, this.shaded);
    const text = this.inline(run, hidden ? [] : boxes);
    if (text === '' || hidden) return '';
    if (isOn(lookUp('w:strike')) || isOn(lookUp('w:dstrike'))) return `<s>${text}</s>`;
    const level = Number(settingOf(lookUp('w:position')) ?? 0);
    // A space stands on no line.
    if (text.trim() !== '') this.level ??= level;
    const isRaised =
      level - (this.level ?? level) >= LEAST_RAISE ||
      /^(?:super|sub)script$/.test(settingOf(lookUp('w:vertAlign')) ?? '');
    return isRaised ? `<sup>${text}</sup>` : text;
  }
}
