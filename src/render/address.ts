import { cellsOf, FORMS } from '../forms/index.js';
import { type Finding, type Place, placeText, type Report } from '../model.js';

/** `河北省 2020`; the empty string where the report does not say. */
export const whoOf = (report: Report | null): string =>
  report === null ? '' : [report.organ, report.year].filter((part) => part !== '' && part !== null).join(' ');

/** Place in the form, as a stable short text: `requests//business`, `requests/new/total`, `document`. */
export const addressOf = ({ table, row, column }: Finding): string =>
  table === '' ? 'document' : `${table}/${row}/${column}`;

/** The same for people, in the form's labels: `一、本年新收政府信息公开申请数量 · 总计`. */
export function labelsOf(finding: Finding, report: Report | null): string {
  if (finding.table === '' || report === null) return '';
  const reading = report.tables[finding.table];
  const cell = cellsOf(FORMS[reading.edition].tables[finding.table]).find(
    (c) => c.row.id === finding.row && c.column.id === finding.column,
  );
  if (cell !== undefined) return cell.label;
  const blocks = FORMS[reading.edition].tables[finding.table].blocks;
  const row = blocks.flatMap(({ rows }) => rows).find(({ id }) => id === finding.row);
  const column = blocks.flatMap(({ columns }) => columns).find(({ id }) => id === finding.column);
  return [row?.label, column?.label].filter(Boolean).join(' · ');
}

/** Where the cells of a finding are printed, in the order of `cells`; those without a place are left out. */
export function placesOf(finding: Finding, report: Report | null): { cell: string; place: Place }[] {
  if (report === null) return [];
  return finding.cells.flatMap((id) => {
    const place = Object.values(report.tables).find((table) => id in table.cells)?.cells[id]?.place ?? null;
    return place === null ? [] : [{ cell: id, place }];
  });
}

/** The first line of a text file where a finding's cells are printed; undefined for a page. */
export function lineOf(finding: Finding, report: Report | null): number | undefined {
  const lines = placesOf(finding, report).flatMap(({ place }) => ('line' in place ? [place.line] : []));
  return lines.length === 0 ? undefined : Math.min(...lines);
}

/** `table 2 row 5 cell 3 … table 2 row 5 cell 9`, in the order of the form; empty where nothing is printed. */
export function placesText(finding: Finding, report: Report | null): string {
  const order = Object.keys(finding.table === '' ? {} : (report?.tables[finding.table].cells ?? {}));
  const places = placesOf(finding, report)
    .sort((a, b) => order.indexOf(a.cell) - order.indexOf(b.cell))
    .map(({ place }) => placeText(place));
  const [first, last] = [places[0] ?? '', places.at(-1) ?? ''];
  return first === last ? first : `${first} … ${last}`;
}
