import { child, elementsOf, type XmlElement } from './xml.js';

/** Elements that hold what no longer stands in the text, or never did: deletions, properties, instructions of fields. */
const LEFT_OUT = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:pPr',
  'w:rPr',
  'w:tblPr',
  'w:tblGrid',
  'w:trPr',
  'w:tcPr',
  'w:sdtPr',
  'w:sectPr',
  'w:rt',
]);
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/** True where a property of Word is switched on: `<w:vanish/>`, not `<w:vanish w:val="0"/>`. */
const isOn = (property: XmlElement | undefined): boolean =>
  property !== undefined && !/^(?:0|false|off|none)$/.test(property.attributes['w:val'] ?? '');

/** The body of a Word document (WordprocessingML, ECMA-376) as HTML, with all tracked changes accepted. */
export const toMarkup = (body: XmlElement): string => elementsOf(body).map(blockOf).join('');

function blockOf(element: XmlElement): string {
  if (LEFT_OUT.has(element.name)) return '';
  if (element.name === 'w:p') {
    const boxes: string[] = [];
    const text = inlineOf(element, boxes);
    return `<p>${text}</p>${boxes.join('')}`;
  }
  if (element.name === 'w:tbl') return tableOf(element);
  // Content controls, smart tags, custom XML, insertions: what they hold stands where they stand.
  return elementsOf(element).map(blockOf).join('');
}

/** @param boxes receives the text boxes anchored in the text, as blocks that follow it */
function inlineOf(parent: XmlElement, boxes: string[]): string {
  return elementsOf(parent)
    .map((element) => {
      if (LEFT_OUT.has(element.name)) return '';
      switch (element.name) {
        case 'w:t':
          return escaped(element.children.filter((c) => typeof c === 'string').join(''));
        case 'w:tab':
        case 'w:ptab':
          return '\t';
        case 'w:br':
        case 'w:cr':
          return '<br>';
        case 'w:noBreakHyphen':
          return '-';
        case 'w:sym':
        case 'm:oMath':
          // Signs by number in a font, formulas: something stands there.
          return '\uFFFC';
        case 'w:r':
          return runOf(element, boxes);
        case 'mc:AlternateContent':
          // Both branches say the same, for new and old programs.
          return inlineOf(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback') ?? element, boxes);
        case 'w:txbxContent':
          boxes.push(toMarkup(element));
          return '';
        case 'a:blip':
        case 'v:imagedata':
          return '<img>';
        default:
          return inlineOf(element, boxes);
      }
    })
    .join('');
}

function runOf(run: XmlElement, boxes: string[]): string {
  const properties = child(run, 'w:rPr');
  if (isOn(child(properties, 'w:vanish'))) return '';
  const text = inlineOf(run, boxes);
  if (isOn(child(properties, 'w:strike')) || isOn(child(properties, 'w:dstrike'))) return `<s>${text}</s>`;
  const raised = child(properties, 'w:vertAlign')?.attributes['w:val'];
  return raised === 'superscript' || raised === 'subscript' ? `<sup>${text}</sup>` : text;
}

/** Elements of one kind, also those inside content controls and insertions. */
const within = (parent: XmlElement, name: string): XmlElement[] =>
  elementsOf(parent).flatMap((c) =>
    c.name === name ? [c] : LEFT_OUT.has(c.name) || /^w:t(?:bl|r|c)$/.test(c.name) ? [] : within(c, name),
  );

interface Cell {
  readonly element: XmlElement;
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
}

const count = (element: XmlElement | undefined): number =>
  Math.max(0, Number.parseInt(element?.attributes['w:val'] ?? '0', 10) || 0);

function tableOf(table: XmlElement): string {
  const open = new Map<number, Cell>();
  const rows = within(table, 'w:tr')
    .filter((row) => child(child(row, 'w:trPr'), 'w:del') === undefined)
    .map((row) => {
      const properties = child(row, 'w:trPr');
      const before = count(child(properties, 'w:gridBefore'));
      let column = before;
      const cells: Cell[] = [];
      for (const element of within(row, 'w:tc')) {
        const own = child(element, 'w:tcPr');
        if (child(own, 'w:cellDel') !== undefined) continue;
        const columnSpan = Math.min(100, Math.max(1, count(child(own, 'w:gridSpan'))));
        const merge = child(own, 'w:vMerge');
        const above = open.get(column);
        if (merge !== undefined && merge.attributes['w:val'] !== 'restart' && above !== undefined) above.rowSpan++;
        else {
          const cell: Cell = { element, column, columnSpan, rowSpan: 1 };
          cells.push(cell);
          if (merge === undefined) open.delete(column);
          else open.set(column, cell);
        }
        column += columnSpan;
      }
      return { before, cells };
    });
  const html = rows.map(
    ({ before, cells }) =>
      `<tr>${before > 0 ? `<td colspan="${before}"></td>` : ''}${cells
        .map(
          ({ element, columnSpan, rowSpan }) =>
            `<td colspan="${columnSpan}" rowspan="${rowSpan}">${toMarkup(element)}</td>`,
        )
        .join('')}</tr>`,
  );
  return `<table>${html.join('')}</table>`;
}
