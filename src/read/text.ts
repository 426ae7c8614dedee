import type { Document, Grid, GridCell, Paragraph } from '../model.js';

/**
 * Reads plain text: lines are paragraphs; runs of lines divided by tabs or pipes are tables. What the cells mean, and
 * tables written one cell a line, are left to the aligner.
 */
export function readText(text: string): Document {
  const blocks: (Paragraph | Grid)[] = [];
  let rows: GridCell[][] = [];
  const flush = () => {
    if (rows.length > 0) blocks.push({ kind: 'grid', rows });
    rows = [];
  };
  text.split(/\r\n?|\n/).forEach((line, index) => {
    const cells = divide(line);
    if (cells.length > 1) {
      const row = rows.length;
      rows.push(cells.map((cell, column) => ({ text: cell.trim(), row, column, rowSpan: 1, columnSpan: 1, place: { line: index + 1 } })));
      return;
    }
    if (line.trim() === '') return;
    flush();
    blocks.push({ kind: 'paragraph', text: line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''), place: { line: index + 1 } });
  });
  flush();
  return { format: 'text', titles: [], blocks };
}

/** Cells of a line that is a table row by its punctuation; the line itself otherwise. */
function divide(line: string): string[] {
  if (line.includes('\t')) return line.replace(/\s+$/, (end) => end.replace(/[^\t]/g, '')).split('\t');
  const pipes = line.split(/[|│┃]/);
  if (pipes.length < 3) return [line];
  if (/^[\s|+:=-]+$/.test(line)) return [line.trim()];
  const [head = '', ...rest] = pipes;
  const inner = rest.at(-1)?.trim() === '' ? rest.slice(0, -1) : rest;
  return head.trim() === '' ? inner : [head, ...inner];
}
