import { z } from 'zod';
import { DOUBTS } from '../certify.js';
import { cellsOf, EDITIONS, FORMS, SECTIONS, TABLE_IDS, type TableId } from '../forms/index.js';

/** The outputs as schemas, derived from the forms; `nianbao schema` prints them as JSON Schema. */
const place = z.union([
  z.strictObject({ table: z.int(), row: z.int(), cell: z.int() }),
  z.strictObject({ line: z.int() }),
  z.strictObject({ block: z.int() }),
  z.strictObject({
    page: z.int(),
    box: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .describe('left, top, right, bottom in points from the top left corner of the page as displayed'),
  }),
]);

const cell = z.strictObject({
  value: z.number().nullable().describe('the figure in the unit of the form; null unless state is read'),
  state: z.enum(['read', 'blank', 'unreadable', 'absent']),
  printed: z.string().describe('the text as printed'),
  place: place.nullable(),
});

/** Rows of either edition; each has the columns of its edition. */
const table = (id: TableId) => {
  const rows: Record<string, Record<string, z.ZodOptional<typeof cell>>> = {};
  for (const edition of EDITIONS)
    for (const { row, column } of cellsOf(FORMS[edition].tables[id]))
      rows[row.id] = { ...rows[row.id], [column.id]: cell.optional() };
  return z.strictObject(
    Object.fromEntries(Object.entries(rows).map(([row, columns]) => [row, z.strictObject(columns).optional()])),
  );
};

const perTable = <T extends z.ZodType>(make: (id: TableId) => T) =>
  z.strictObject({ proactive: make('proactive'), requests: make('requests'), disputes: make('disputes') });

const certified = perTable(() => z.boolean()).describe('read whole, pinned by labels, every sum judged and holding');
const uncertified = z.array(
  z.strictObject({ table: z.enum(TABLE_IDS), code: z.enum(DOUBTS), count: z.int().describe('cells or sums') }),
);

const report = z.strictObject({
  file: z.string(),
  report: z.int().describe('counts the reports of a file, from 1'),
  organ: z.string(),
  year: z.int().nullable(),
  title: z.string(),
  published: z.string().nullable(),
  editions: perTable(() => z.enum(EDITIONS)),
  certified,
  uncertified,
  tables: perTable(table),
  sections: z.array(
    z.strictObject({
      id: z.enum(['preamble', ...SECTIONS.map(({ id }) => id)]),
      heading: z.string(),
      text: z.string(),
    }),
  ),
});

const finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  table: z.enum(['', ...TABLE_IDS]),
  row: z.string(),
  column: z.string(),
  message: z.string(),
  cells: z.array(z.string()).describe('ids of the cells concerned: addends first, then what they should come to'),
  args: z.record(z.string(), z.union([z.string(), z.number()])),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe('the same in every run, language and layout for as long as the report prints the same figures'),
});

const explanation = z.strictObject({
  cells: z.array(
    z.strictObject({
      cell: z.string(),
      printed: z.number().nullable().describe('null for a blank cell, which sums count as 0'),
      would_be: z.int(),
    }),
  ),
  cause: z.string().describe('digits-swapped, moved-between-columns, …; figure where nothing speaks for another'),
  explains: z
    .array(z.string())
    .describe('broken sums, or findings of the narrative; explanations of the same are rivals'),
});

/** `extract --format json`. */
export const extractSchema = z.strictObject({ reports: z.array(report) });

/** `validate --format json`. */
export const validateSchema = z.strictObject({
  reports: z.array(
    z.strictObject({
      file: z.string(),
      report: z.int(),
      organ: z.string(),
      year: z.int().nullable(),
      findings: z.array(finding),
      explanations: z.array(explanation).describe('all smallest sets of changed cells that make the broken sums hold'),
      unexplained: z.array(z.string()).describe('broken sums that need three or more cells changed'),
      certified: certified.nullable(),
      uncertified,
    }),
  ),
  summary: z.strictObject({
    valid: z.boolean(),
    files: z.int(),
    reports: z.int(),
    errors: z.int(),
    warnings: z.int(),
    notes: z.int(),
    unreadable: z.int().describe('files of which no report could be made'),
    tables: z.int().describe('three a report'),
    certified: z.int().describe('tables certified'),
  }),
});

/** JSON Schema (draft 2020-12) of the outputs, by command. */
export const jsonSchemas = () => ({ extract: z.toJSONSchema(extractSchema), validate: z.toJSONSchema(validateSchema) });
