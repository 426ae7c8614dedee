import { exampleReport, type Place, type Report, validate } from '../../src/index.js';
import type { RenderOptions } from '../../src/render/options.js';
import type { Checked } from '../../src/render/result.js';

/** A 2021 form of zeros with these cells on it, as a report of 云溪市 for 2023. */
export function reportOf(cells: Record<string, string | null>, places: Record<string, Place> = {}): Report {
  const report = exampleReport({ edition: '2021', cells });
  const placed = Object.fromEntries(
    Object.entries(report.tables).map(([id, table]) => [
      id,
      {
        ...table,
        cells: Object.fromEntries(
          Object.values(table.cells).map((cell) => [cell.id, { ...cell, place: places[cell.id] ?? null }]),
        ),
      },
    ]),
  ) as Report['tables'];
  return { ...report, organ: '云溪市', year: 2023, tables: placed };
}

export const checkedOf = (file: string, report: Report): Checked => ({
  file,
  index: 1,
  report,
  findings: validate(report),
});

export const OPTIONS: RenderOptions = {
  language: 'en',
  colour: false,
  version: '1.2.3',
  time: new Date('2024-01-31T08:00:00Z'),
  failOn: 'error',
};
