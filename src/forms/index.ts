import { form2019 } from './2019.js';
import { form2021 } from './2021.js';
import { cellsOf, type Edition, type Form, type FormCell, TABLE_IDS } from './define.js';

export * from './define.js';

/** The official forms by edition. No later letter was found (reports for 2025 still use the 2021 form). */
export const FORMS: Readonly<Record<Edition, Form>> = { '2019': form2019, '2021': form2021 };
export const EDITIONS: readonly Edition[] = ['2019', '2021'];

/** The six sections of a report (条例第五十条 and both letters), with the words by which their headings are known. */
export const SECTIONS = [
  { id: 'overview', title: '一、总体情况' },
  { id: 'proactive', title: '二、主动公开政府信息情况' },
  { id: 'requests', title: '三、收到和处理政府信息公开申请情况' },
  { id: 'disputes', title: '四、政府信息公开行政复议、行政诉讼情况' },
  { id: 'problems', title: '五、存在的主要问题及改进情况' },
  { id: 'other', title: '六、其他需要报告的事项' },
] as const;

export type SectionId = (typeof SECTIONS)[number]['id'];

/** Every cell of both editions by its id, as the newest form that has it prints it. */
export const FORM_CELLS: ReadonlyMap<string, FormCell> = new Map(
  EDITIONS.flatMap((edition) => TABLE_IDS.flatMap((id) => cellsOf(FORMS[edition].tables[id]))).map((c) => [c.id, c]),
);

/** Every cell id of both editions, in printed order, those of the older form last: the columns of the wide CSV. */
export const CELL_IDS: readonly string[] = [
  ...new Set(
    EDITIONS.toReversed().flatMap((edition) =>
      TABLE_IDS.flatMap((table) => cellsOf(FORMS[edition].tables[table]).map(({ id }) => id)),
    ),
  ),
];
