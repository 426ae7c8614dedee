import type { AnyNode, Element, ParentNode } from 'domhandler';
import { type Grid, type Paragraph, PICTURE, RIGHT_TO_LEFT } from '../../model.js';
import { rawText } from './raw-text.js';
import { holdsTable, rowsOf } from './rows.js';
import { layOut, type SourceCell, type SourceRow } from './table.js';
import { collapse, ownText, plainText, tidy } from './text.js';
import { CELL_CLASS, type Display, FLOWING, isElement } from './visible.js';

/** A cell with more text than this holds the article (a layout table), not a label or a figure. */
const LONGEST_CELL = 300;

/** Collects what a page shows, in reading order, while its tree is walked. */
export class Page {
  readonly blocks: (Paragraph | Grid)[] = [];
  private inline = '';
  /** All that stands round a table, so that the cells which cannot hold one need not be searched. */
  private readonly around = new Set<AnyNode>();

  /**
   * @param tables every table element's number on the page, hidden ones counted, so that a reader of the source finds it
   * @param fills whether a script fills a cell that is blank without it
   */
  constructor(
    private readonly display: Display,
    private readonly tables: ReadonlyMap<AnyNode, number>,
    private readonly fills: (cell: Element) => boolean,
  ) {
    for (const table of tables.keys())
      for (let up = table.parent; up !== null && !this.around.has(up); up = up.parent) this.around.add(up);
  }

  /** Reads the children of a node and ends the text that they leave running. */
  container(parent: ParentNode): void {
    this.walk(parent);
    this.flush();
  }

  private walk(parent: ParentNode): void {
    if (isElement(parent) && this.display.isTurned(parent)) this.inline += RIGHT_TO_LEFT;
    for (const node of this.display.inOrder(parent)) {
      if (isElement(node)) this.element(node);
      else if (node.type === 'text' && this.display.shows(parent, 'text')) this.inline += collapse(node.data);
    }
  }

  /** Ends the running block of text. */
  private flush(keepEmpty = false): void {
    const text = tidy(this.inline);
    this.inline = '';
    if (text !== '' || keepEmpty)
      this.blocks.push({ kind: 'paragraph', text, place: { block: this.blocks.length + 1 } });
  }

  private element(node: Element): void {
    const shown = this.display.of(node);
    if (shown === 'none') return;
    const own = ownText(node, this.display);
    if (own !== undefined) {
      this.inline += own;
    } else if (node.name === 'table' || shown === 'table') {
      this.flush();
      this.table(node);
    } else if (this.isBlock(node, shown)) {
      this.flush();
      const before = this.blocks.length;
      if (node.name === 'pre') this.inline += rawText(node);
      else this.walk(node);
      const isEmptyCell = CELL_CLASS.test(node.attribs.class ?? '') && this.blocks.length === before;
      if (isEmptyCell && this.inline.trim() === '' && this.fills(node)) this.inline = PICTURE;
      // An empty block among blocks may be a blank cell of a table made of divs or paragraphs.
      this.flush(this.blocks.length === before);
    } else this.walk(node);
  }

  private isBlock(node: Element, shown: string): boolean {
    if (shown !== 'inline') return shown !== 'contents';
    if (CELL_CLASS.test(node.attribs.class ?? '') || node.attribs.role === 'cell') return true;
    const parent = node.parent as AnyNode | null;
    return parent !== null && isElement(parent) && FLOWING.test(this.display.of(parent));
  }

  private table(table: Element): void {
    const { rows, captions } = rowsOf(table, this.display);
    for (const caption of captions) this.container(caption);
    if (rows.length === 0) this.container(table);
    if (rows.every(({ cells }) => cells.length <= 1)) {
      // A table of one column lays out an article; its cells are running text.
      for (const cell of rows.flatMap((row) => row.cells)) this.container(cell);
      return;
    }
    const number = this.tables.get(table) ?? this.tables.size + 1;
    let pending: SourceRow[] = [];
    let articles: Element[] = [];
    const emit = () => {
      if (pending.length > 0) this.blocks.push({ kind: 'grid', rows: layOut(pending, number) });
      for (const article of articles) this.container(article);
      pending = [];
      articles = [];
    };
    for (const { cells, row, reach } of rows) {
      const tables = cells.filter((cell) => this.around.has(cell) && holdsTable(cell, this.display));
      const texts = new Map(cells.map((cell) => [cell, plainText(cell, this.display)]));
      const long = cells.filter((cell) => !tables.includes(cell) && (texts.get(cell) as string).length > LONGEST_CELL);
      // Where </table> is missing, the rest of the page stands in the last cell, after the cell's own text.
      const isLabelled = cells.some((cell) => !tables.includes(cell) && /\p{L}/u.test(texts.get(cell) as string));
      const written = (cell: Element, i: number): SourceCell => {
        const source = this.sourceCell(cell, i, texts, [...tables, ...long]);
        // Beside a label, the tables in a cell are what it holds: it is not blank.
        return source.text === '' && isLabelled && tables.includes(cell) ? { ...source, text: PICTURE } : source;
      };
      if (tables.length < cells.length) pending.push({ cells: cells.map(written), row, reach });
      articles.push(...long, ...tables);
      if (tables.length > 0) emit();
    }
    emit();
  }

  private sourceCell(
    cell: Element,
    index: number,
    texts: ReadonlyMap<Element, string>,
    holding: readonly Element[],
  ): SourceCell {
    // What is no number counts as 1, as in a browser; some programs write rowspan="".
    const span = (name: string) => Number(/^\s*\+?(\d+)/.exec(cell.attribs[name] ?? '')?.[1] ?? 1);
    const text = holding.includes(cell) ? plainText(cell, this.display, true) : (texts.get(cell) as string);
    const shown = text === '' && this.fills(cell) ? PICTURE : text;
    return { text: shown, rowSpan: span('rowspan'), columnSpan: span('colspan'), cell: index + 1 };
  }
}
