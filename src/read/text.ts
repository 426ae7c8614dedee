import type { Document, Grid, GridCell, Paragraph } from '../model.js';
import { commaTables } from './comma-tables.js';
import { readHtml } from './html/index.js';
import { withoutMarkup } from './markdown.js';

/** A pipe table's rule, a heading, emphasis round a word: what tells Markdown from plain text. */
const MARKDOWN = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|^#{1,6} |^\*\*[^*\n]+\*\*$/m;
const HTML_TABLE = /(<table\b[\s\S]*?(?:<\/table>|$(?![\s\S])))/i;
/** A line that only draws: between the rows of a table made of characters. */
const RULE = /^[\s|+:=\-─-╿]+$/;
/** Longest line that is looked at for marks of Markdown. */
const LONGEST_MARK = 1000;
/** Lines over which one quoted cell of a spreadsheet may run. */
const MOST_QUOTED_LINES = 6;

/**
 * Reads plain text and Markdown: lines are paragraphs; runs of lines divided by tabs, pipes or commas are tables;
 * tables in raw HTML are read as such. What the cells mean, and tables written one cell a line, are left to the aligner.
 * Markdown is not parsed as a whole: its tables are often ragged in ways that its grammar does not allow and readers do.
 */
export async function readText(text: string): Promise<Document> {
  const markdown = text.split('\n').some((line) => line.length < LONGEST_MARK && MARKDOWN.test(line));
  const blocks: (Paragraph | Grid)[] = [];
  let line = 1;
  let tables = 0;
  for (const part of text.split(HTML_TABLE)) {
    if (HTML_TABLE.test(part)) {
      const page = await readHtml(part, undefined, tables);
      for (const block of page.blocks) blocks.push(block);
      tables += part.match(/<table\b/gi)?.length ?? 0;
    } else for (const block of readLines(part, line, markdown)) blocks.push(block);
    line += part.split(/\r\n?|\n/).length - 1;
  }
  return { format: markdown ? 'markdown' : 'text', titles: [], blocks };
}

function readLines(text: string, first: number, markdown: boolean): (Paragraph | Grid)[] {
  const blocks: (Paragraph | Grid)[] = [];
  let run: { line: number; cells: string[] }[] = [];
  const plain = markdown ? withoutMarkup : (words: string) => words;
  const paragraph = (line: number, words: string) => {
    const shown = trimmed(plain(words));
    if (shown !== '') blocks.push({ kind: 'paragraph', text: shown, place: { line } });
  };
  const flush = () => {
    const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '');
    // One cell a line, closed by pipes.
    if (run.every(({ cells }) => filled(cells).length <= 1))
      for (const { line, cells } of run) paragraph(line, filled(cells).join(''));
    // Only rows of one width are columns; where merged cells were left out, a cell's place says nothing.
    else if (run.every(({ cells }) => cells.length === run[0]?.cells.length)) {
      const rows = run.map(({ line, cells }, row) =>
        cells.map(
          (cell, column): GridCell => ({
            text: plain(cell).trim(),
            row,
            column,
            rowSpan: 1,
            columnSpan: 1,
            place: { line },
          }),
        ),
      );
      if (rows.length > 0) blocks.push({ kind: 'grid', rows });
    } else
      for (const { line, cells } of run)
        paragraph(line, cells.map((cell) => cell.replace(/\n/g, '').trim()).join('\t'));
    run = [];
  };
  // Between rules of +---+ the lines of one row stand below one another.
  let ruled = false;
  let rowOpen = false;
  const lines = logicalLines(text, first);
  const commaRows = commaTables(lines);
  for (const { line, text: words } of lines) {
    if (words.trim() === '' || RULE.test(words)) {
      ruled ||= /^\s*[+├┌╔╠]/.test(words);
      rowOpen = false;
      continue;
    }
    const cells = commaRows.get(line) ?? divide(words);
    const above = run.at(-1);
    if (ruled && rowOpen && above?.cells.length === cells.length) {
      above.cells = above.cells.map((cell, i) => `${cell.trim()}\n${(cells[i] as string).trim()}`);
      continue;
    }
    rowOpen = true;
    if (cells.length > 1 || words.includes('|')) run.push({ line, cells });
    else {
      flush();
      ruled = false;
      paragraph(line, cells[0] ?? '');
    }
  }
  flush();
  return blocks;
}

/** Text without the blanks round it; tabs stay, since they divide cells that may be blank. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && BLANKS.includes(text.charAt(start))) start++;
  while (end > start && BLANKS.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
const BLANKS = ' \u00A0\u3000\r\n';

/** Lines with their numbers; a quoted cell of a spreadsheet may hold line breaks, which do not end the row. */
function logicalLines(text: string, first: number): { line: number; text: string }[] {
  const source = text.split(/\r\n?|\n/);
  const lines: { line: number; text: string }[] = [];
  const unbalanced = (words: string) => (words.split('"').length - 1) % 2 === 1;
  for (let i = 0; i < source.length; i++) {
    let words = source[i] as string;
    let taken = 0;
    while (unbalanced(words) && taken < MOST_QUOTED_LINES && i + taken + 1 < source.length)
      words += `\n${source[i + ++taken]}`;
    const quoted = taken > 0 && !unbalanced(words) && words.includes('\t');
    lines.push({ line: first + i, text: quoted ? words : (source[i] as string) });
    if (quoted) i += taken;
  }
  return lines;
}

/** Cells of a line that is a table row by its punctuation; the line itself otherwise. */
function divide(line: string): string[] {
  if (line.includes('\t'))
    return line.split('\t').map((cell) => cell.replace(/^\s*"([\s\S]*)"\s*$/, '$1').replace(/""/g, '"'));
  const pipes = line.split(/(?<!\\)\||[│┃║]/);
  if (pipes.length < 2) return [line];
  const [head = '', ...rest] = pipes;
  const inner = rest.at(-1)?.trim() === '' ? rest.slice(0, -1) : rest;
  return head.trim() === '' && line.trimStart().startsWith('|') ? inner : [head, ...inner];
}
