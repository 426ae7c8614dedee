import { block, type Form, group, leaf, table, total } from './define.js';

const TOTAL = { aliases: ['合计', '共计', '小计'] };
const CHANGE = { measure: { kind: 'change' as const }, aliases: ['本年增减', '本年增', '增减'] };

const items = () => [
  leaf('items_prior', '上一年项目数量', 'Items, year before'),
  leaf('items_change', '本年增/减', 'Change this year', CHANGE),
  leaf('decisions', '处理决定数量', 'Decisions'),
];

/** The five 第二十条 items of the 2019 form. 采购总金额 has no unit in its head; it is kept in 元. */
const proactive = table('proactive', {
  title: '二、主动公开政府信息情况',
  english: 'Proactive disclosure',
  blocks: [
    block('第二十条第（一）项', 'Article 20 (1)', {
      columns: [
        leaf('made', '本年新制作数量', 'Made this year', { aliases: ['本年新制发数量'] }),
        leaf('disclosed', '本年新公开数量', 'Newly disclosed this year'),
        leaf('disclosed_total', '对外公开总数量', 'Disclosed in total'),
      ],
      rows: [
        leaf('regulations', '规章', 'Rules'),
        leaf('normative_documents', '规范性文件', 'Normative documents', { aliases: ['行政规范性文件'] }),
      ],
    }),
    block('第二十条第（五）项', 'Article 20 (5)', {
      columns: items(),
      rows: [
        leaf('licensing', '行政许可', 'Licensing'),
        leaf('other_services', '其他对外管理服务事项', 'Other public services'),
      ],
    }),
    block('第二十条第（六）项', 'Article 20 (6)', {
      columns: items(),
      rows: [leaf('penalties', '行政处罚', 'Penalties'), leaf('coercion', '行政强制', 'Coercive measures')],
    }),
    block('第二十条第（八）项', 'Article 20 (8)', {
      columns: items().slice(0, 2),
      rows: [leaf('fees', '行政事业性收费', 'Administrative fees')],
    }),
    block('第二十条第（九）项', 'Article 20 (9)', {
      columns: [
        leaf('projects', '采购项目数量', 'Projects'),
        leaf('amount', '采购总金额', 'Amount', { measure: { kind: 'amount', unit: '元' } }),
      ],
      rows: [leaf('procurement', '政府集中采购', 'Centralised procurement')],
    }),
  ],
  continuations: [
    { id: 'items-prior', along: 'columns', now: 'items_prior', before: ['items_prior', 'items_change'], during: [] },
  ],
});

/** The requests table; `other` is what the two editions print differently under （六）其他处理. */
export const requestsTable = (other: ReturnType<typeof leaf>) =>
  table('requests', {
    title: '三、收到和处理政府信息公开申请情况',
    english: 'Requests received and handled',
    note: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    columnsTitle: '申请人情况',
    blocks: [
      block('', '', {
        columns: [
          leaf('natural_person', '自然人', 'Natural persons'),
          group('', '法人或其他组织', 'Legal persons and other organisations', [
            leaf('business', '商业企业', 'Businesses'),
            leaf('research', '科研机构', 'Research institutions'),
            leaf('nonprofit', '社会公益组织', 'Non-profit organisations'),
            leaf('legal_service', '法律服务机构', 'Legal service providers'),
            leaf('other', '其他', 'Others'),
          ]),
          total('total', '总计', 'Total', TOTAL),
        ],
        rows: [
          leaf('new', '一、本年新收政府信息公开申请数量', 'Requests received this year'),
          leaf('carried_in', '二、上年结转政府信息公开申请数量', 'Carried in from the year before'),
          group('', '三、本年度办理结果', 'Outcomes this year', [
            leaf('granted', '（一）予以公开', 'Granted'),
            leaf('partial', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 'Granted in part'),
            group('refused', '（三）不予公开', 'Refused', [
              leaf('state_secret', '1.属于国家秘密', 'State secrets'),
              leaf('other_law', '2.其他法律行政法规禁止公开', 'Forbidden by other laws or regulations'),
              leaf(
                'security_stability',
                '3.危及“三安全一稳定”',
                'National, public or economic security, social stability',
              ),
              leaf('third_party', '4.保护第三方合法权益', 'Rights of third parties'),
              leaf('internal_affairs', '5.属于三类内部事务信息', 'Internal affairs'),
              leaf('deliberative', '6.属于四类过程性信息', 'Deliberative process'),
              leaf('enforcement_file', '7.属于行政执法案卷', 'Enforcement files'),
              leaf('administrative_query', '8.属于行政查询事项', 'Administrative query matters'),
            ]),
            group('unavailable', '（四）无法提供', 'Unavailable', [
              leaf('not_held', '1.本机关不掌握相关政府信息', 'Not held'),
              leaf('needs_creation', '2.没有现成信息需要另行制作', 'Would have to be created'),
              leaf('still_unclear', '3.补正后申请内容仍不明确', 'Still unclear after correction'),
            ]),
            group('unprocessed', '（五）不予处理', 'Not processed', [
              leaf('complaint', '1.信访举报投诉类申请', 'Petitions, reports and complaints'),
              leaf('repeated', '2.重复申请', 'Repeated'),
              leaf('publication', '3.要求提供公开出版物', 'Public publications'),
              leaf('excessive', '4.无正当理由大量反复申请', 'Excessive without good reason'),
              leaf(
                'reconfirm',
                '5.要求行政机关确认或重新出具已获取信息',
                'Confirmation or reissue of information obtained before',
              ),
            ]),
            other,
            total('total', '（七）总计', 'Total', TOTAL),
          ]),
          leaf('carried_out', '四、结转下年度继续办理', 'Carried out to the next year'),
        ],
      }),
    ],
    balances: [{ left: ['new', 'carried_in'], right: ['total', 'carried_out'] }],
    continuations: [{ id: 'carried-in', along: 'rows', now: 'carried_in', before: ['carried_out'], during: [] }],
  });

export const disputes = table('disputes', {
  title: '四、政府信息公开行政复议、行政诉讼情况',
  english: 'Reviews and lawsuits',
  oneLine: true,
  blocks: [
    block('', '', {
      columns: [
        leaf('upheld', '结果维持', 'Upheld'),
        leaf('corrected', '结果纠正', 'Corrected'),
        leaf('other', '其他结果', 'Other results'),
        leaf('pending', '尚未审结', 'Pending'),
        total('total', '总计', 'Total', TOTAL),
      ],
      rows: [
        leaf('review', '行政复议', 'Administrative review'),
        group('', '行政诉讼', 'Litigation', [
          leaf('litigation_direct', '未经复议直接起诉', 'Direct, without review'),
          leaf('litigation_after_review', '复议后起诉', 'After review'),
        ]),
      ],
    }),
  ],
});

/** 国办公开办函〔2019〕60号, the trial form: 198 cells. */
export const form2019: Form = {
  edition: '2019',
  basis: '国办公开办函〔2019〕60号',
  usedFor: 'report years 2019 and 2020',
  tables: {
    proactive,
    requests: requestsTable(leaf('other', '（六）其他处理', 'Other handling')),
    disputes,
  },
};
