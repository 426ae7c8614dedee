import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element, ParentNode } from 'domhandler';
import { type Document, type Grid, type Paragraph, PICTURE } from '../../model.js';
import { layOut, type SourceCell, type SourceRow } from './table.js';
import { type Display, displayOf, isElement } from './visible.js';

/** Class names by which pages made of spans and divs call a cell, where the style sheet is elsewhere. */
const CELL_CLASS = /(?:^|[\s_-])(?:td|th|cell|col)(?:[\s_-]|\d*$)/i;
/** A cell with more text than this holds the article (a layout table), not a label or a figure. */
const LONGEST_CELL = 300;

/**
 * Reads a page (or fragment) as a browser shows it: paragraphs and tables in reading order.
 * @param html decoded text of the page
 * @param thorough parse with parse5, as browsers do, instead of the faster htmlparser2, which agrees with it on
 *   pages whose table tags balance
 * @param tablesBefore tables of the file that stand before this part of it, for their numbers
 */
export async function readHtml(html: string, thorough = !balanced(html), tablesBefore = 0): Promise<Document> {
  const { load } = thorough ? await import('cheerio') : await import('cheerio/slim');
  // Some systems serve the article in a CDATA section; a browser shows what is in it.
  const $ = load(html.replace(/<!\[CDATA\[|\]\]>/g, ''));
  const page = new Page($, await displayOf($), tablesBefore);
  page.walk($.root()[0] as ParentNode);
  page.flush();
  return { format: 'html', titles: titlesOf($), blocks: page.blocks };
}

/** True when every table, row and cell that opens also closes, so that no parser has to guess. */
function balanced(html: string): boolean {
  const counts: Record<string, number> = {};
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)(table|tr|td|th)\b/gi))
    counts[name.toLowerCase()] = (counts[name.toLowerCase()] ?? 0) + (slash ? -1 : 1);
  return Object.values(counts).every((n) => n === 0);
}

function titlesOf($: CheerioAPI): string[] {
  const metas = $('meta[name="ArticleTitle" i], meta[property="og:title"], meta[name="title" i]');
  return [
    ...metas.toArray().map((meta) => $(meta).attr('content') ?? ''),
    ...$('title')
      .toArray()
      .map((t) => $(t).text()),
  ]
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

class Page {
  readonly blocks: (Paragraph | Grid)[] = [];
  private inline = '';
  private tables = 0;

  constructor(
    $: CheerioAPI,
    private readonly display: Display,
    tablesBefore: number,
  ) {
    this.numbers = new Map(
      $('table')
        .toArray()
        .map((table, index) => [table, tablesBefore + index + 1]),
    );
  }
  /** Each table's number on the page, hidden ones counted, so that a reader of the source can find it. */
  private readonly numbers: Map<AnyNode, number>;

  walk(parent: ParentNode): void {
    for (const node of parent.children) {
      if (node.type === 'text') this.inline += collapse(node.data);
      else if (isElement(node)) this.element(node);
    }
  }

  /** Ends the running block of text. */
  flush(keepEmpty = false): void {
    const text = tidy(this.inline);
    this.inline = '';
    if (text !== '' || keepEmpty)
      this.blocks.push({ kind: 'paragraph', text, place: { block: this.blocks.length + 1 } });
  }

  private element(node: Element): void {
    const display = this.display.of(node);
    if (display === 'none') return;
    if (node.name === 'br') this.inline += '\n';
    else if (node.name === 'img') this.inline += pictureOf(node);
    else if (node.name === 'table' || display === 'table') {
      this.flush();
      this.table(node);
    } else if (this.isBlock(node, display)) {
      this.flush();
      const before = this.blocks.length;
      if (node.name === 'pre') this.inline += rawText(node);
      else this.walk(node);
      // An empty block among blocks may be a blank cell of a table made of divs or paragraphs.
      this.flush(this.blocks.length === before);
    } else {
      const text = this.inlineText(node);
      if (text === undefined) this.walk(node);
      else this.inline += text;
    }
  }

  private isBlock(node: Element, display: string): boolean {
    if (display !== 'inline') return display !== 'contents';
    if (CELL_CLASS.test(node.attribs['class'] ?? '') || node.attribs['role'] === 'cell') return true;
    const parent = node.parent;
    return parent !== null && isElement(parent as AnyNode) && /flex|grid/.test(this.display.of(parent as Element));
  }

  private inlineText(node: Element): string | undefined {
    const { name, attribs } = node;
    if (name === 'input') return /^(?:text|number|)$/i.test(attribs['type'] ?? '') ? (attribs['value'] ?? '') : '';
    if (name === 'sup' || name === 'sub') return raised(this.plainText(node));
    if (name === 'svg' || name === 'canvas') return PICTURE;
    if (name === 'select') return rawText(selectedOption(node));
    return name === 'button' ? '' : undefined;
  }

  private table(table: Element): void {
    const rows = this.rowsOf(table);
    if (rows.every(({ cells }) => cells.length <= 1) || rows.length === 0) {
      // A table of one column lays out an article; its cells are running text.
      for (const cell of rows.flatMap((row) => row.cells)) this.container(cell);
      if (rows.length === 0) this.container(table);
      return;
    }
    const number = this.numbers.get(table) ?? this.numbers.size + ++this.tables;
    let pending: SourceRow[] = [];
    const emit = () => {
      if (pending.length > 0) this.blocks.push({ kind: 'grid', rows: layOut(pending, number) });
      pending = [];
    };
    for (const row of rows) {
      const texts = row.cells.map((cell) => this.plainText(cell));
      const holding = row.cells.filter(
        (cell, i) => this.holdsTable(cell) || (texts[i] as string).length > LONGEST_CELL,
      );
      // Where </table> is missing, the rest of the page stands in the last cell, after the cell's own text.
      if (holding.length < row.cells.length) {
        const cells = row.cells.map((cell, i): SourceCell => {
          const span = (name: string) => Number.parseInt(cell.attribs[name] ?? '1', 10);
          const text = holding.includes(cell) ? this.plainText(cell, true) : (texts[i] as string);
          return { text, rowSpan: span('rowspan'), columnSpan: span('colspan'), cell: i + 1 };
        });
        pending.push({ cells, row: row.row, reach: row.reach });
      }
      if (holding.length > 0) emit();
      for (const cell of holding) this.container(cell);
    }
    emit();
  }

  private container(element: Element): void {
    this.walk(element);
    this.flush();
  }

  /** Rows in the order in which they show: the head first, the foot last, wherever the source puts them. */
  private rowsOf(table: Element): { cells: Element[]; row: number; reach: number }[] {
    const groups: { order: number; rows: { cells: Element[]; row: number }[] }[] = [];
    let row = 0;
    const collect = (parent: Element, group: (typeof groups)[number] | undefined): void => {
      let loose: Element[] | undefined;
      let current = group;
      for (const node of parent.children) {
        if (!isElement(node)) continue;
        const display = this.display.of(node);
        if (display === 'table-row') row++;
        if (display === 'none' || display === 'table-caption') {
          if (display === 'table-caption') this.container(node);
          continue;
        }
        const order = { 'table-header-group': 0, 'table-footer-group': 2 }[display] ?? 1;
        if (display === 'table-cell') {
          // A cell without a row begins one.
          if (current === undefined) groups.push((current = { order: 1, rows: [] }));
          if (loose === undefined) current.rows.push({ cells: (loose = []), row: ++row });
          loose.push(node);
        } else if (display === 'table-row') {
          loose = undefined;
          if (current === undefined) groups.push((current = { order: 1, rows: [] }));
          current.rows.push({ cells: node.children.filter((c) => this.isCell(c)) as Element[], row });
        } else if (/group$/.test(display)) {
          const own = { order, rows: [] };
          groups.push(own);
          current = undefined;
          collect(node, own);
        } else if (display !== 'table') collect(node, current);
      }
    };
    collect(table, undefined);
    return groups
      .sort((a, b) => a.order - b.order)
      .flatMap(({ rows }) => rows.map((r, i) => ({ ...r, reach: rows.length - i })));
  }

  private isCell(node: AnyNode): boolean {
    return isElement(node) && (this.display.of(node) === 'table-cell' || CELL_CLASS.test(node.attribs['class'] ?? ''));
  }

  /** True when a cell holds a table of several cells: then the outer table only lays out. */
  private holdsTable(cell: Element): boolean {
    const inner = (node: Element): boolean =>
      node.children.some((child) => {
        if (!isElement(child) || this.display.of(child) === 'none') return false;
        if (child.name === 'table') return this.rowsOf(child).flatMap((row) => row.cells).length > 1 || inner(child);
        return inner(child);
      });
    return inner(cell);
  }

  /**
   * The text of a cell as shown: blocks and `<br>` break lines, blank lines dropped.
   * @param untilBlock only what stands before the first block
   */
  private plainText(element: Element, untilBlock = false): string {
    let text = '';
    let ended = false;
    const visit = (parent: ParentNode): void => {
      for (const node of parent.children) {
        if (ended) return;
        if (node.type === 'text') text += collapse(node.data);
        else if (isElement(node)) {
          const display = this.display.of(node);
          if (display === 'none') continue;
          if (node.name === 'br') text += '\n';
          else if (node.name === 'img') text += pictureOf(node);
          else {
            const own = this.inlineText(node);
            const block = display === 'block' || display.startsWith('table');
            if (block && untilBlock) ended = true;
            if (ended) return;
            if (block) text += '\n';
            if (own === undefined) visit(node);
            else text += own;
            if (block) text += '\n';
          }
        }
      }
    };
    visit(element);
    return tidy(text);
  }
}

/** A picture as printed text; the one-pixel pictures that hold cells open show nothing. */
const pictureOf = ({ attribs }: Element): string =>
  /^[012](?:px)?$/.test(attribs['width'] ?? '') || /^[012](?:px)?$/.test(attribs['height'] ?? '') ? '' : PICTURE;

const collapse = (text: string): string => text.replace(/[ \t\r\n\f]+/g, ' ');

const tidy = (text: string): string =>
  /\S/.test(text)
    ? text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n')
    : '';

function selectedOption(select: Element): ParentNode {
  const options = select.children.filter((node): node is Element => isElement(node) && node.name === 'option');
  return options.find((option) => 'selected' in option.attribs) ?? options[0] ?? select;
}

const rawText = (node: ParentNode): string =>
  node.children.map((child) => (child.type === 'text' ? child.data : isElement(child) ? rawText(child) : '')).join('');

/** A superscript's digits as superscript characters, so that a footnote mark never joins the figure before it. */
const raised = (text: string): string =>
  text.replace(/[[\]()（）〔〕【】注]/g, '').replace(/[0-9]/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit);
