import { disputes, requestsTable } from './2019.js';
import { block, type Form, group, leaf, table } from './define.js';

const decisions = () => [leaf('decisions', '本年处理决定数量', 'Decisions this year', { aliases: ['处理决定数量'] })];

/**
 * 国办公开办函〔2021〕30号, the revised form: 200 cells. This file is the difference between the two letters:
 * 第二十条 shrinks to what was decided in the year, （六）其他处理 splits in three, the disputes stay as they were.
 */
export const form2021: Form = {
  edition: '2021',
  basis: '国办公开办函〔2021〕30号',
  usedFor: 'report years 2021 and later',
  tables: {
    proactive: table('proactive', {
      title: '二、主动公开政府信息情况',
      english: 'Proactive disclosure',
      blocks: [
        block('第二十条第（一）项', 'Article 20 (1)', {
          columns: [
            leaf('issued', '本年制发件数', 'Issued this year'),
            leaf('repealed', '本年废止件数', 'Repealed this year'),
            leaf('in_force', '现行有效件数', 'In force'),
          ],
          rows: [
            leaf('regulations', '规章', 'Rules'),
            leaf('normative_documents', '行政规范性文件', 'Normative documents', { aliases: ['规范性文件'] }),
          ],
        }),
        block('第二十条第（五）项', 'Article 20 (5)', {
          columns: decisions(),
          rows: [leaf('licensing', '行政许可', 'Licensing')],
        }),
        block('第二十条第（六）项', 'Article 20 (6)', {
          columns: decisions(),
          rows: [leaf('penalties', '行政处罚', 'Penalties'), leaf('coercion', '行政强制', 'Coercive measures')],
        }),
        block('第二十条第（八）项', 'Article 20 (8)', {
          columns: [
            leaf('amount', '本年收费金额（单位：万元）', 'Amount charged this year', {
              measure: { kind: 'amount', unit: '万元' },
            }),
          ],
          rows: [leaf('fees', '行政事业性收费', 'Administrative fees')],
        }),
      ],
      continuations: [
        { id: 'in-force', along: 'columns', now: 'in_force', before: ['in_force'], during: ['issued', '-repealed'] },
      ],
    }),
    requests: requestsTable(
      group('other', '（六）其他处理', 'Other handling', [
        leaf(
          'no_correction',
          '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
          'Not corrected in time, closed',
        ),
        leaf(
          'fee_unpaid',
          '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
          'Fee not paid in time, closed',
        ),
        leaf('misc', '3.其他', 'Other'),
      ]),
    ),
    disputes,
  },
};
