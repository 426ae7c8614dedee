import { cellsOf, FORMS, TABLE_IDS } from '../forms/index.js';
import type { Cell, TableReading } from '../model.js';
import { lineLabel } from '../sums.js';
import type { Raised, Rule } from './rule.js';

/** Tables, rows, columns or single cells of the form that the report does not print, and a form with nothing in it. */
export const documentIncomplete: Rule = {
  id: 'document/incomplete',
  severity: 'error',
  basis: '条例第五十条；国办公开办函〔2021〕30号：格式中的各表各栏均须填报',
  about: {
    en: 'A table, row or column of the form is not printed, or the whole form is blank.',
    zh: '缺少格式中的表、行或列，或者整份表格空白。',
  },
  falsePositives: {
    en: 'Bodies that can make no 规章 often leave that row out: a note, not an error. Offices combine tables of both editions; the edition is decided per table, so a table of the other edition is no fault here.',
    zh: '无规章制定权的机关常不列规章一行：仅作提示。两种格式混用时逐表判定版次，不作缺失处理。',
  },
  *check(report) {
    const tables = TABLE_IDS.map((id) => report.tables[id]);
    const cells = tables.flatMap((table) => Object.values(table.cells));
    if (cells.every((c) => c.state === 'blank' || c.state === 'absent') && cells.some((c) => c.state === 'blank'))
      yield { table: '', row: '', column: '', cells: [], args: { what: 'form', label: '' } };
    for (const table of tables) yield* missing(table);
  },
  message: {
    en: ({ what, label }) => (what === 'form' ? 'every cell of the form is blank' : `${what} not found: ${label}`),
    zh: ({ what, label }) =>
      what === 'form'
        ? '整份表格空白'
        : `未找到${{ table: '表', row: '行', column: '列', cell: '单元格' }[String(what)] ?? ''}：${label}`,
  },
  examples: [
    { edition: '2021', cells: {}, raises: [] },
    { edition: '2021', cells: { 'requests.new.total': null }, raises: ['new/total'] },
  ],
};

function* missing(table: TableReading): Iterable<Raised> {
  const form = FORMS[table.edition].tables[table.id];
  const all = Object.values(table.cells);
  if (all.every((c) => c.state === 'absent')) {
    yield {
      table: table.id,
      row: '',
      column: '',
      cells: [],
      args: { what: 'table', label: form.title },
    };
    return;
  }
  const told = new Set<string>();
  const raise = (what: string, row: string, column: string, label: string, cells: readonly Cell[]): Raised => {
    for (const c of cells) told.add(c.id);
    return { table: table.id, row, column, cells: cells.map((c) => c.id), args: { what, label } };
  };
  for (const block of form.blocks) {
    for (const row of block.rows) {
      const cells = all.filter((c) => c.row === row.id);
      if (!cells.every((c) => c.state === 'absent')) continue;
      const raised = raise('row', row.id, '', [...row.path, row.label].join(' / '), cells);
      // 规章 can be made only by ministries, provinces and cities with districts; other bodies often drop the row.
      yield row.id === 'regulations' ? { ...raised, severity: 'note' } : raised;
    }
    if (block.rows.length < 2) continue;
    for (const column of block.columns) {
      const cells = all.filter(
        (c) => c.column === column.id && block.rows.some((row) => row.id === c.row) && !told.has(c.id),
      );
      if (cells.length > 1 && cells.every((c) => c.state === 'absent'))
        yield raise('column', '', column.id, column.label, cells);
    }
  }
  for (const { id, row, column } of cellsOf(form)) {
    const cell = table.cells[id];
    if (cell?.state === 'absent' && !told.has(id))
      yield raise('cell', row.id, column.id, `${lineLabel(table, 'row', row.id)} · ${column.label}`, [cell]);
  }
}
