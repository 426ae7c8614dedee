import { dictionaryCsv } from '../export/dictionary.js';
import { cellsOf, EDITIONS, type Edition, FORMS, TABLE_IDS } from '../index.js';
import type { Io } from './io.js';

export interface FormsOptions {
  readonly format: 'markdown' | 'csv';
  readonly edition?: Edition;
}

/** `nianbao forms`: the blank forms as Markdown, every label with its id; or the data dictionary as CSV. */
export function formsCommand({ format, edition }: FormsOptions, io: Io): number {
  if (format === 'csv') io.stdout.write(dictionaryCsv(edition));
  else for (const each of edition === undefined ? EDITIONS : [edition]) io.stdout.write(`${formToMarkdown(each)}\n`);
  return 0;
}

/** A blank form with ids; the README's tables are this text. */
export function formToMarkdown(edition: Edition): string {
  const form = FORMS[edition];
  const cells = TABLE_IDS.flatMap((id) => cellsOf(form.tables[id]));
  const lines = [`### ${edition} · ${form.basis} · ${form.usedFor} · ${cells.length} cells`, ''];
  for (const id of TABLE_IDS) {
    const table = form.tables[id];
    lines.push(`**${table.title}** \`${id}\``, '');
    for (const { title, rows, columns } of table.blocks) {
      const head = columns.map((column) => `${column.label} \`${column.id}\``);
      lines.push(`| ${[title || '', ...head].join(' | ')} |`, `|${' --- |'.repeat(head.length + 1)}`);
      for (const row of rows)
        lines.push(`| ${[[...row.path, row.label].join(' / ')]} \`${row.id}\` |${'  |'.repeat(head.length)}`);
      lines.push('');
    }
  }
  return lines.join('\n');
}
